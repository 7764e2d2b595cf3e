import TestSupport
import Testing

@testable import Site

@Suite("Print edition")
struct PrintTests {
  @Test("links between entries stay on the page, to the very place in the text")
  func links() async throws {
    let site = try await handbook([
      "pages/charter.md":
        "# Charter\n\n## Aims\n\nSee [below](#aims), [[rules]] and [why](rules.md#why).",
      "pages/rules.md": "# Rules\n\n## Why\n\nAs the [charter](charter.md) says.[^1]\n\n[^1]: So.",
    ])
    let page = try #require(site.pages["print.html"])
    for link in ["pages-charter--h-aims", "pages-rules", "pages-rules--h-why", "pages-charter"] {
      #expect(page.contains("href=\"#\(link)\""), "\(link)")
      #expect(page.contains("id=\"\(link)\""), "\(link)")
    }
    #expect(!page.contains("charter.html\">"))
  }

  @Test("a place of the minutes has one address on its own page, another in print")
  func minutes() async throws {
    let site = try await handbook([
      "meetings/2026-01-15-circle.md":
        "# Circle\n\n## Decisions\n\n- We meet.\n\n## Actions\n\n- [ ] Send it",
      "meetings/2026-02-15-circle.md": "# Again\n\nAs [decided](2026-01-15-circle.md#decision-1).",
    ])
    let print = try #require(site.pages["print.html"])
    #expect(print.contains("id=\"meetings-2026-01-15-circle--decision-1\""))
    #expect(print.contains("id=\"meetings-2026-01-15-circle--action-1\""))
    #expect(print.contains("href=\"#meetings-2026-01-15-circle--decision-1\""))
    let page = try #require(site.pages["meetings/2026-02-15-circle.html"])
    #expect(page.contains("href=\"../meetings/2026-01-15-circle.html#decision-1\""))
  }

  @Test("more than 500 entries are printed in a volume for each kind, and links between these work")
  func volumes() async throws {
    var files = [
      "goals/g.md": "---\nstatus: active\nmeasure: m\n---\n# Goal\n\nSee [[p1]] and [[goals/h]]."
    ]
    files["goals/h.md"] = "---\nstatus: active\nmeasure: m\n---\n# Other\n"
    for number in 0..<500 { files["pages/p\(number).md"] = "# Page \(number)" }
    let pages = try await handbook(files).pages
    let whole = try #require(pages["print.html"])
    #expect(whole.contains("print/goals.html") && whole.contains("print/pages.html"))
    #expect(!whole.contains("id=\"goals-g\"") && pages["print/posts.html"] == nil)
    let goals = try #require(pages["print/goals.html"])
    #expect(goals.contains("href=\"../p1.html\"") && goals.contains("href=\"#goals-h\""))
  }

  @Test("a kind of more than 500 entries fills several volumes, and links between these work")
  func parts() async throws {
    var files: [String: String] = [:]
    for number in 1_000...1_500 {
      files["pages/p\(number).md"] = "# Page \(number)\n\nSee [[p1000]] and [[p1500]].\n"
    }
    let pages = try await handbook(files).pages
    let whole = try #require(pages["print.html"])
    #expect(whole.contains("Pages, part 1 of 2: 500 pages</a>"))
    #expect(whole.contains("href=\"print/pages-2.html\">Pages, part 2 of 2: 1 page</a>"))
    let first = try #require(pages["print/pages.html"])
    #expect(first.contains("id=\"pages-p1000\"") && first.contains("href=\"#pages-p1000\""))
    #expect(first.contains("href=\"../p1500.html\"") && !first.contains("#pages-p1500"))
    let second = try #require(pages["print/pages-2.html"])
    #expect(second.contains("id=\"pages-p1500\"") && second.contains("href=\"../p1000.html\""))
    #expect(pages["print/pages-3.html"] == nil)
  }

  @Test("a name can end neither the string nor the style sheet that puts it above each page")
  func runningText() async throws {
    let site = try await handbook([
      "handbook.yml": "name: 'The \"Circle\"} </style> \\ Siân'\ntimezone: Europe/London\n"
    ])
    #expect(
      site.pages["theme/running.css"] == """
        @page{@top-center{content:"The \\22 Circle\\22 \\7d  \\3c \\2f style\\3e  \\5c  Siân"}}
        @page :first{@top-center{content:none}}

        """)
  }
}
