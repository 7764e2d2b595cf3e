import TestSupport
import Testing

@Suite("Accepted findings")
struct AcceptanceTests {
  @Test("an entry that gives its reason may keep a finding")
  func accepted() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria,
      "pages/a.md": """
      ---
      accepts:
        - id: name-in-text
          why: an author of the same name
      ---
      # A

      Maria Lopez wrote the book.

      """,
    ])
    #expect(site.report == "")
  }

  @Test("an acceptance of one finding does not cover another, nor another entry")
  func others() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria,
      "pages/maria-lopez.md": """
      ---
      accepts:
        - id: name-in-text
          why: an author of the same name
      ---
      # A

      Maria Lopez.

      """,
      "pages/b.md": """
      # B

      Maria Lopez.

      """,
    ])
    #expect(
      site.report == """
        content/pages/b.md:3:1: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | Maria Lopez.
            | ^^^^^^^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        content/pages/maria-lopez.md: privacy: the file's name holds the name of a member who has not agreed to be named [name-in-file-name]
            help: rename the file without the name, for example with m-07
        2 privacy findings

        """)
  }

  @Test("an acceptance that accepts nothing warns")
  func idle() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      accepts:
        - id: name-in-text
          why: an author of the same name
      ---
      # A

      """
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:9: warning: there is no finding 'name-in-text' to accept here [idle-acceptance]
          3 |   - id: name-in-text
            |         ^^^^^^^^^^^^
            help: remove it, or write the id that stands in brackets after the finding
        1 warning

        """)
  }

  @Test("an acceptance needs a reason")
  func withoutReason() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      accepts:
        - id: name-in-text
      ---
      # A

      """
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:5: error: an accepted finding needs the field 'why' [missing-field]
          3 |   - id: name-in-text
            |     ^^^^^^^^^^^^^^^^
            help: write why: she agreed to this in writing on 3 March
        1 error

        """)
  }

  @Test("an error cannot be accepted")
  func errors() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      accepts:
        - id: broken-link
          why: later
      ---
      # A

      [x](nope.md)

      """
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:9: warning: only privacy findings can be accepted, and 'broken-link' is none [idle-acceptance]
          3 |   - id: broken-link
            |         ^^^^^^^^^^^
            help: remove it, and mend what the message of that name says
        content/pages/a.md:8:5: error: 'nope.md' leads to no file [broken-link]
          8 | [x](nope.md)
            |     ^^^^^^^
            help: a link is the path from this file to the other, for example ../resources/rubric.md
        1 error, 1 warning

        """)
  }
}
