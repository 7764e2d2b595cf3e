import Build
import Diagnostics
import Files
import TestSupport
import Testing

@testable import Importing

@Suite("Whole sites that move in")
struct MovedSiteTests {
  /// The site that an import makes, as it is built.
  private func built(
    _ plan: ImportPlan, _ others: [String: String] = [:]
  ) async throws -> Inspection {
    var tree = try siteTree(others.merging(["handbook.yml": privateSettings]) { $1 })
    for file in plan.files { tree.set(file.bytes, at: file.path) }
    return try await handbook(tree)
  }

  private func errors(_ inspection: Inspection) -> [String] {
    inspection.diagnostics.filter { $0.severity == .error }.map { "\($0.id) \($0.summary)" }
  }

  @Test("Hugo: links by address, by date, by reference, in HTML and by shortcode")
  func hugoLinks() async throws {
    let plan = try plan(
      .hugo,
      [
        "hugo.toml":
          "baseURL = 'https://old.example/blog/'\n[permalinks]\nposts = '/:year/:month/:day/:slug/'\n",
        "content/posts/2020-01-05-first.md": """
        ---
        title: First
        date: 2020-01-05
        ---
        By section [a](/posts/second/), by date [b](/2020/02/05/second/), [c][s], [d](./2020-02-05-second.md),
        [e](../second/), [f](https://old.example/blog/2020/02/05/second/#use), [g](//www.old.example/blog/posts/second),
        [h](/blog/posts/second/), https://old.example/blog/posts/second/ and <http://old.example/blog/posts/second/>.

        <a href="/posts/second/">i</a>, <a href='{{< ref "second" >}}'>j</a>, <img src="/img/plan.svg" alt="A plan">

        ![A plan][p], [the list](/posts/), [about](/about/), [tags](/tags/x/), [home](/), [feed](/index.xml),
        [k]({{< relref "/posts/2020-02-05-second.md" >}}) and [l](posts/second.html).

        [s]: /posts/second/
        [p]: /img/plan.svg
        """,
        "content/posts/2020-02-05-second.md": """
        ---
        title: Second
        date: 2020-02-05
        ---
        Back to [first]({{< ref "2020-01-05-first.md" >}}), to [about](../about/_index.md) and [all](../posts/_index.md).

        ## Use
        """,
        "content/about/_index.md": "---\ntitle: About\n---\n", "static/img/plan.svg": drawing,
      ])
    #expect(
      plan.text("content/posts/first.md") == """
        ---
        title: First
        date: 2020-01-05
        aliases: [/2020/01/05/first/]
        ---

        By section [a](second.md), by date [b](second.md), [c][s], [d](second.md),
        [e](second.md), [f](second.md#use), [g](second.md),
        [h](second.md), [[posts/second]] and [[posts/second]].

        <a href="second.md">i</a>, <a href="second.md">j</a>, ![A plan](../assets/img/plan.svg)

        ![A plan][p], [the list](../posts), [about](../pages), tags, home, feed,
        [k](second.md) and [l](second.md).

        [s]: second.md
        [p]: ../assets/img/plan.svg

        """)
    #expect(
      plan.text("content/posts/second.md")?.contains(
        "Back to [first](first.md), to [about](../pages) and [all](../posts).") == true)
    #expect(plan.debts == [])
    let inspection = try await built(plan)
    let missing = errors(inspection).filter { !$0.contains("authors") }
    #expect(missing == [])
    #expect(
      inspection.pages.keys.contains("2020/01/05/first/index.html") || !errors(inspection).isEmpty)
  }

  @Test("Obsidian: comments, notes that are not published, callouts, places and tables")
  func obsidian() async throws {
    let plan = try plan(
      .obsidian,
      [
        "People/Ada.md":
          "---\naliases: [Ada Okafor]\npublish: false\n---\nPhone her. %% she is off sick %%\n",
        "Plan.md": "---\ndg-publish: false\n---\n# Plan\n\n## First step\n\nDo it. ^c3d4\n",
        "Notes.md":
          "---\npublish: true\n---\n# Notes\n\n[[#Part]] and [[Meetings/One|it]].\n\n## Part\n\nx\n",
        "Meetings/One.md": """
        ---
        publish: true
        date: 2026-01-15
        ---
        We met with [[Ada]]. %%Ben was rude again%%

        > [!info]- What we read
        > A chapter. ^a1b2

        | A |
        |---|
        | [[Notes\\|that]] |

        ==Important== [[Plan#^c3d4|block]] [[Plan#First step]] [[Notes#Part]] ![[slip.svg|300]] #circle/retrieval

        %%
        A hidden paragraph.
        %%
        """,
        "Attachments/slip.svg": drawing, "Other.md": "Never published.",
      ])
    #expect(plan.hiddenPages == 3)
    #expect(plan.comments == 3)
    #expect(
      plan.text("content/meetings/one.md") == """
        ---
        title: One
        date: 2026-01-15
        tags: [circle/retrieval]
        ---

        We met with @ada. 

        > [!NOTE]
        > **What we read**
        >
        > A chapter.

        | A |
        |---|
        | [that](../pages/notes.md) |

        <mark>Important</mark> [[pages/plan|block]] [Plan > First step](../pages/plan.md#first-step) [Notes > Part](../pages/notes.md#part) ![slip](../assets/Attachments/slip.svg) #circle/retrieval


        """)
    #expect(
      plan.text("content/pages/notes.md")?.contains("[Part](#part) and [[meetings/one|it]].")
        == true)
    let inspection = try await built(plan)
    let site = inspection.pages.values.joined()
    for secret in ["off sick", "rude", "hidden paragraph", "Never published", "First step</h2>"] {
      #expect(!site.contains(secret))
    }
    #expect(errors(inspection).filter { !$0.hasPrefix("image-without") } == [])
  }

  @Test("what three tools do not publish stands on no page of the new site")
  func hidden() async throws {
    let hugo = try plan(
      .hugo,
      [
        "hugo.toml": "title = 'Old'\nignoreFiles = ['\\.draft\\.md$']\n",
        "content/bundle/index.md":
          "---\ntitle: Snippet\nheadless: true\n---\nNever a page, secret1.\n",
        "content/internal/_index.md":
          "---\ntitle: Internal\ncascade:\n  _build:\n    render: never\n---\n",
        "content/internal/salaries.md": "---\ntitle: What we pay\n---\nsecret2\n",
        "content/pages/future.md": "---\ntitle: Not yet\npublishDate: 2030-01-05\n---\nsecret3\n",
        "content/pages/x.draft.md": "---\ntitle: Ignored\n---\nsecret4\n",
        "content/pages/gone.md": "---\ntitle: Gone\nexpiryDate: 2020-01-01\n---\nsecret5\n",
        "content/pages/seen.md": "---\ntitle: Seen\n---\nShown. <!-- secret6 -->\n",
      ])
    let jekyll = try plan(
      .jekyll,
      [
        "_config.yml": "exclude: [notes]\n", "notes/a.md": "---\ntitle: Excluded\n---\nsecret1\n",
        "_private/board.md": "---\ntitle: Board\n---\nsecret2\n",
        "_drafts/d.md": "---\ntitle: Draft\nauthor: Ada Okafor\ndate: 2020-01-01\n---\nsecret3\n",
        "off.md": "---\ntitle: Off\npublished: false\n---\nsecret4\n",
        "c.md":
          "---\ntitle: C\n---\nShown. {% comment %}secret5{% endcomment %} {% if false %}secret6{% endif %}\n",
      ])
    let mkdocs = try plan(
      .mkdocs,
      [
        "mkdocs.yml": "site_name: Old\nexclude_docs: |\n  board/\ndraft_docs: |\n  plan.md\n",
        "docs/board/index.md": "# Board\n\nsecret1\n", "docs/plan.md": "# Plan\n\nsecret2\n",
        "docs/index.md": "# Home\n\nShown. <!-- secret3 -->\n",
      ])
    for (plan, count) in [(hugo, 5), (jekyll, 4), (mkdocs, 2)] {
      #expect(plan.hiddenPages == count)
      let inspection = try await built(plan)
      #expect(
        errors(inspection).filter { !$0.contains("'authors'") && !$0.contains("'date'") } == [])
      let site = inspection.pages.values.joined()
      #expect(site.contains("Shown."))
      #expect(!site.contains("secret"))
    }
    #expect([hugo.comments, jekyll.comments, mkdocs.comments] == [1, 2, 1])
  }

  @Test("the built command knows the day, so that what is to come stays a draft")
  func command() throws {
    let site = try SiteOnDisk()
    site.write("./old/content/a.md", "---\ntitle: A\npublishDate: 9999-01-01\n---\nText\n")
    #expect(site.handbook("import", "hugo", "old").status == 0)
    #expect(
      String(decoding: site.files(in: "content/")["pages/a.md"] ?? [], as: UTF8.self)
        .contains("draft: yes"))
  }
}
