import TestSupport
import Testing

@Suite("Titles and empty entries")
struct TitleTests {
  @Test("an entry without a title is an error, whatever else is missing")
  func noTitle() async throws {
    let site = try await handbook([
      "pages/a.md": "Only words.",
      "pages/b.md": "",
      "pages/c.md": "\n\n",
      "pages/d.md": "---\n---\n",
      "pages/e.md": """
      ---
      title: ""
      ---

      """,
      "pages/f.md": "# \n",
    ])
    #expect(
      site.report == """
        content/pages/a.md:1:1: error: a page needs a title [missing-title]
          1 | Only words.
            | ^^^^^^^^^^^
            help: begin with a heading, '# The title', or add 'title: The title' between --- lines
        content/pages/b.md:1:1: error: a page needs a title [missing-title]
          1 |
            help: begin with a heading, '# The title', or add 'title: The title' between --- lines
        content/pages/c.md:1:1: error: a page needs a title [missing-title]
          1 |
            help: begin with a heading, '# The title', or add 'title: The title' between --- lines
        content/pages/d.md:1:1: error: a page needs a title [missing-title]
          1 | ---
            | ^^^
            help: begin with a heading, '# The title', or add 'title: The title' between --- lines
        content/pages/e.md:1:1: error: a page needs a title [missing-title]
          1 | ---
            | ^^^
            help: begin with a heading, '# The title', or add 'title: The title' between --- lines
        content/pages/f.md:1:1: error: a page needs a title [missing-title]
          1 | # 
            | ^
            help: begin with a heading, '# The title', or add 'title: The title' between --- lines
        6 errors

        """)
  }

  @Test("a member needs neither title nor text")
  func member() async throws {
    let site = try await handbook([
      "members/m-07.md": ""
    ])
    #expect(site.report == "")
  }

  @Test("titles of signs and templates' signs are titles")
  func oddTitles() async throws {
    let site = try await handbook([
      "pages/a.md": "# {{title}} {{{x}}} &\"'",
      "pages/f.md": "# 🎉🎉",
      "pages/g.md": "# constructor",
    ])
    #expect(site.report == "")
  }

  @Test("a character that turns the direction of text is told")
  func direction() async throws {
    let site = try await handbook([
      "pages/b.md": "# \u{202E}evil"
    ])
    #expect(
      site.report == #"""
        content/pages/b.md:1:3: warning: an invisible character here changes the direction of the text around it [direction-control]
          1 | # \u{202E}evil
            |   ^^^^^^^^
            help: delete it unless the line mixes scripts that run left to right and right to left
        1 warning

        """#)
  }

  @Test("a resource that is nothing but its title is an error")
  func emptyResource() async throws {
    let site = try await handbook([
      "resources/a.md": """
      ---
      kind: template
      licence: cc-by
      ---
      # A

      """
    ])
    #expect(
      site.report == """
        content/resources/a.md:1:1: error: a resource needs a 'url', 'files' or a text of its own [empty-resource]
          1 | ---
            | ^^^
            help: add the address, the files, or write the resource below the front matter
        1 error

        """)
  }

  @Test("a text beyond the limits is told, and not that its title is missing")
  func limits() async throws {
    let site = try await handbook([
      "pages/a.md": """
      # A

      >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> x

      """
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:1: error: lists, quotes and emphasis go at most 100 deep, one inside another [nested-too-deep]
          3 | >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>…
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: start again at the left margin, or take out markers that were pasted by mistake
        1 error

        """)
  }

  @Test("a file name that begins with a day dates its entry")
  func datedName() async throws {
    let site = try await handbook([
      "meetings/2026-02-12-circle.md": "# Circle"
    ])
    #expect(site.report == "")
  }

  @Test("without front matter the fields that are needed are told for the whole file")
  func noFrontMatter() async throws {
    let site = try await handbook([
      "posts/a.md": "# A"
    ])
    #expect(
      site.report == """
        content/posts/a.md: error: a post needs the field 'date' [missing-field]
            help: write date: 2026-01-31
        content/posts/a.md:1: warning: nobody is credited with this post, so it is the community's [nobody-credited]
          1 | # A
            | ^^^
            help: write the ids of those who wrote it after 'authors:', or leave it so
        1 error, 1 warning

        """)
  }
}
