import Build
import TestSupport
import Testing

@Suite("Large and small sites")
struct LargeSiteTests {
  @Test("a site of settings alone has its indexes and says that they are empty")
  func empty() async throws {
    let site = try await handbook([:])
    #expect(site.report == "")
    #expect(
      site.pages.keys.filter { !$0.hasPrefix("theme/") }.sorted() == [
        "404.html", "archive.html", "data/handbook.json", "goals/index.html", "index.html",
        "meetings/index.html", "members/index.html", "offers.html", "pages/index.html",
        "posts/index.html", "print.html", "resources/index.html", "search.html", "seeks.html",
        "successes/index.html", "tags/index.html", "years/index.html",
      ])
  }

  @Test("a thousand posts that answer each other in a ring are listed fifty to a page")
  func thousand() async throws {
    var files = ["members/ada-okafor.md": ada]
    for number in 0..<1_000 {
      files["posts/post-\(number).md"] = """
        ---
        date: 2026-01-01
        authors: ada-okafor
        replies_to: post-\((number + 1) % 1_000)
        tags: [all]
        ---
        # Post \(number)

        After [[post-\((number + 7) % 1_000)]] and [this](post-\((number + 11) % 1_000).md).

        """
    }
    let site = try await handbook(files)
    #expect(site.report == "")
    let pages = site.pages
    #expect(pages.keys.count { $0.hasPrefix("posts/post-") } == 1_000)
    #expect(pages.keys.count { $0.hasPrefix("posts/page-") } == 19)
    #expect(pages.keys.count { $0.hasPrefix("tags/all") } == 20)
    #expect(pages["posts/page-20.html"]?.contains("Page 20 of 20") == true)
    #expect(pages["posts/page-21.html"] == nil)
  }

  @Test("a withdrawn member is a former member wherever anybody spoke of them")
  func withdrawn() async throws {
    let id = "m-08"
    let site = try await handbook([
      "handbook.yml": privateSettings + "join: Ask @m-08 or [[m-08]].\n",
      "members/m-08.md": "---\nname: Tobias Quill\nstatus: withdrawn\n---\nHere is Tobias Quill.\n",
      "posts/a.md": "---\ndate: 2026-02-01\nauthors: \(id)\n---\n# By @m-08\n\nSays [[m-08]].\n",
      "meetings/2026-02-01-m.md":
        "---\nchair: \(id)\nnote_taker: \(id)\nattendees: \(id)\n---\n# With [[m-08|them]]\n",
      "resources/r.md": """
      ---
      kind: template
      licence: cc-by
      creators: m-08
      shared_by: m-08
      tried_by: [{member: m-08, note: Good}]
      ---
      # R

      [Them](../members/m-08.md) and @m-08.

      """,
      "goals/g.md": "---\nstatus: active\nmeasure: x\nowners: \(id)\n---\n# G\n",
      "successes/s.md":
        "---\ndate: 2026-02-01\npeople: \(id)\nquote: Yes\nquote_by: \(id)\n---\n# S\n",
    ])
    #expect(site.report == "")
    let pages = site.pages
    for (path, text) in pages.all {
      #expect(!text.contains("Tobias") && !text.contains("m-08"), "\(path)")
      #expect(!path.contains("m-08"))
    }
    #expect(pages["posts/a.html"]?.contains("<h1>By a former member</h1>") == true)
    #expect(pages["posts/a.html"]?.contains("<p>Says a former member.</p>") == true)
    #expect(
      pages["resources/r.html"]?.contains("<p>Them and <bdi>a former member</bdi>.</p>") == true)
    #expect(pages["meetings/2026-02-01-m.html"]?.contains("<h1>With them</h1>") == true)
    #expect(
      pages["index.html"]?.contains("Ask <bdi>a former member</bdi> or a former member.") == true)
  }
}
