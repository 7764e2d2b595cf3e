import Build
import Community
import TestSupport
import Testing

@testable import Site

@Suite("Actions and decisions where they stand in the notes")
struct MinutesInPlaceTests {
  private let goal = "---\nstatus: active\nmeasure: lessons\n---\n# Recall"
  private let ada = """
    ---
    name: Ada Okafor
    consent: {name: yes, profile: yes, given: 2026-01-01}
    ---

    """

  private func pages(
    _ notes: String, later: String? = nil, _ change: (inout BuildSettings) -> Void = { _ in }
  ) async throws -> RenderedPages {
    var files = [
      "goals/recall.md": goal, "members/ada-okafor.md": ada,
      "meetings/2026-02-05-circle.md": "---\ntitle: Circle\n---\n\(notes)",
    ]
    if let later { files["meetings/2026-02-19-later.md"] = "---\ntitle: Later\n---\n\(later)" }
    return try await handbook(files, change).pages
  }

  private func notes(_ text: String, later: String? = nil) async throws -> String {
    try await pages(text, later: later)["meetings/2026-02-05-circle.html", default: ""].prose
  }

  @Test("an action says who, what, by when and for which goal, and no sign of ours is left")
  func action() async throws {
    let page = try await notes(
      "- [ ] @ada-okafor send *the* [slip](https://example.org/), due 2026-03-12 goal:recall")
    #expect(
      page.contains(
        """
        <span class="note-words">send <em>the</em> <a href="https://example.org/" \
        rel="noopener noreferrer">slip</a></span>
        """))
    #expect(page.contains(">Ada Okafor</bdi></a>"))
    #expect(page.contains("<span class=\"note-open\">Due 12 Mar 2026</span>"))
    #expect(page.contains("<a href=\"../goals/recall.html\">Recall</a>"))
    #expect(page.contains("<a href=\"#action-1\">Action 1</a>"))
    #expect(!page.contains("due 2026") && !page.contains("goal:"))
  }

  @Test(
    "what stands around the signs stays, wherever they stand",
    arguments: [
      ("- [ ] @ada-okafor book the hall (due 2026-03-12) and tell us", "book the hall and tell us"),
      ("- [ ] @ada-okafor goal:recall write it down", "write it down"),
      ("- [ ] @ada-okafor write goal:recall down", "write down"),
      ("- [ ] @ada-okafor ask R&D about 3 < 4, **due 2026-03-12**", "ask R&amp;D about 3 &lt; 4"),
      ("- [ ] @ada-okafor ~~ask, due 2026-03-12 goal:recall~~", "<del>ask</del>"),
      ("- [ ] @ada-okafor ask `due 2026-03-12`", "ask <code>due 2026-03-12</code>"),
      ("- [ ] @ada-okafor ask  twice\n  and wait, due 2026-03-12", "ask  twice\nand wait"),
    ])
  func signs(_ written: String, _ words: String) async throws {
    #expect(try await notes(written).contains("<span class=\"note-words\">\(words)</span>"))
  }

  @Test("a footnote, a line break and a name within the words stay where they are")
  func markup() async throws {
    let page = try await notes(
      "- [ ] @ada-okafor ask  \n  Ben[^1] with @ada-okafor, due 2026-03-12\n\n[^1]: Not here.")
    #expect(page.contains("ask<br />\nBen<sup class=\"footnote-reference\">"))
    #expect(page.contains("</sup> with <a href=\"../members/ada-okafor.html\">"))
  }

  @Test("notes tell once what became of an action, and do not list it again below")
  func chain() async throws {
    let page = try await notes(
      "- [ ] @ada-okafor send the slip, due 2026-02-12",
      later: """
        - [x] @ada-okafor send it, done 2026-02-18, continues \
        [this](2026-02-05-circle.md#action-1)
        """)
    #expect(page.contains("Continued in <a href=\"../meetings/2026-02-19-later.html#action-1\">"))
    #expect(page.contains("<span class=\"note-done\">Done 18 Feb 2026</span>"))
    #expect(page.occurrences(of: "send the slip") == 1)
  }

  @Test("a decision keeps its words, says its number, and what took its place")
  func decision() async throws {
    let page = try await notes(
      "Decision: we use the **short** slip goal:recall",
      later: "Decision: the long one, supersedes [[2026-02-05-circle#decision-1]]")
    #expect(page.contains("note-words\">we use the <strong>short</strong> slip</span>"))
    #expect(page.contains("<a href=\"#decision-1\">Decision 1</a>"))
    let later = "../meetings/2026-02-19-later.html#decision-1"
    #expect(page.contains("Superseded by <a href=\"\(later)\">"))
  }

  @Test("no page, feed, index or file of data repeats the signs of an action")
  func nowhere() async throws {
    let site = try await handbook([
      "handbook.yml": "name: The Circle\ntimezone: Europe/London\nbase_url: https://example.org/\n",
      "goals/recall.md": goal, "members/ada-okafor.md": ada,
      "posts/2026-02-01-a.md": "---\ntitle: A\n---\nText.",
      "meetings/2026-02-05-circle.md": """
      ---
      title: Circle
      ---
      - [ ] @ada-okafor read [[2026-02-01-a]], due 2026-03-12 goal:recall
      """,
    ])
    for (path, text) in site.pages.all.merging(await site.searchFiles, uniquingKeysWith: { $1 }) {
      #expect(!text.contains("due 2026-03-12") && !text.contains("goal:recall"), "\(path)")
    }
  }

  @Test("visitors read a day and never that it has passed; members are told")
  func lateness() async throws {
    let late = "- [ ] @ada-okafor send the slip, due 2026-02-12"
    let open = try await pages(late)
    for (path, text) in open.all where path.hasSuffix(".html") {
      #expect(!text.contains("verdue"), "\(path)")
    }
    let members = try await pages(late) { $0.audience = .members }
    #expect(members["actions.html", default: ""].contains("Overdue since 12 Feb 2026"))
  }
}

extension String {
  /// What stands in the text of an entry's page.
  fileprivate var prose: String {
    firstRange(of: "<div class=\"prose\"").map { String(self[$0.lowerBound...]) } ?? ""
  }

  fileprivate func occurrences(of words: String) -> Int { ranges(of: words).count }
}
