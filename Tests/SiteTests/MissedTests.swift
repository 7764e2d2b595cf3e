import Build
import Community
import TestSupport
import Testing

@testable import Site

@Suite("What somebody who joins midway might have missed")
struct MissedTests {
  private func missed(_ files: [String: String]) async throws -> Missed {
    try #require(try await handbook(files).renderer?.plan.overview.missed)
  }

  private func notes(_ title: String, _ decisions: String...) -> String {
    "# \(title)\n\n## Decisions\n\n" + decisions.map { "- \($0)\n" }.joined()
  }

  private func resource(_ title: String, _ fields: String = "") -> String {
    "---\ntitle: \(title)\nkind: tool\nlicence: cc0-1.0\n\(fields)---\n\nHow to use it."
  }

  @Test("the decisions of the last twelve months that hold are told, the newest first")
  func decisions() async throws {
    let found = try await missed([
      "meetings/2025-02-28-a.md": notes("A", "Meet on Mondays."),
      "meetings/2025-03-01-b.md": notes("B", "Meet on Tuesdays.", "Drink tea."),
      "meetings/2026-02-05-c.md": notes(
        "C", "Meet on Fridays. supersedes [[2025-03-01-b#decision-1]]", "Eat cake."),
      "meetings/2026-04-02-d.md": notes("D", "Not met yet."),
    ])
    #expect(found.decisions.map(\.number) == [1, 2, 2])
    let page = try #require(
      try await handbook([
        "meetings/2025-03-01-b.md": notes("B", "Drink tea."),
        "meetings/2025-02-28-a.md": notes("A", "Sing."),
      ]).pages["missed.html"])
    #expect(page.contains("Drink tea."))
    #expect(!page.contains("Sing."))
  }

  @Test("of many decisions six are told in whole, and the others in lines that are folded")
  func manyDecisions() async throws {
    var files: [String: String] = [:]
    for day in 11...28 {
      files["meetings/2026-02-\(day)-a.md"] = notes("Day \(day)", "Agree on \(day).")
    }
    let page = try #require(try await handbook(files).pages["missed.html"])
    #expect(page.split(separator: "<li class=\"item item-decision\">").count == 1 + 6)
    #expect(page.contains("<summary>Earlier in these twelve months</summary>"))
    #expect(page.contains("meetings/2026-02-22-a.html#decision-1\">Agree on 22.</a>"))
    #expect(page.contains("<a href=\"decisions.html\">All decisions</a>"))
  }

  @Test(
    "resources are told by how many posts, meetings and successes name them, then by the latest of these"
  )
  func resources() async throws {
    let found = try await missed([
      "members/m-07.md": "",
      "resources/twice.md": resource("Twice"), "resources/early.md": resource("Early"),
      "resources/late.md": resource("Late"),
      "resources/never.md": resource("Never") + "\n\n[[never]] names itself.",
      "resources/gone.md": resource("Gone", "status: withdrawn\n"),
      "resources/old.md": resource("Old"),
      "posts/a.md": """
      ---
      date: 2026-01-10
      authors: m-07
      tried: [twice, early]
      ---
      # A

      [[twice]], [[twice]] and [[gone]].
      """,
      "meetings/2026-02-05-b.md": "# B\n\nWe used [[late]].",
      "meetings/2026-02-06-c.md": "---\nstatus: cancelled\n---\n# C\n\nWe wanted to use [[never]].",
      "meetings/2026-04-02-d.md": "# D\n\nWe will use [[never]].",
      "successes/e.md": "---\ndate: 2025-11-01\nevidence: [twice]\n---\n# E",
      "posts/f.md": "---\ndate: 2024-11-01\nauthors: m-07\ntried: [old]\n---\n# F",
    ])
    #expect(found.resources.map(\.resource.title) == ["Twice", "Late", "Early"])
    #expect(found.resources.first?.entries == [.post: 1, .success: 1])
  }

  @Test("a trial in a resource’s own file counts, and each resource says what it was counted by")
  func trials() async throws {
    let site = try await handbook([
      "members/m-07.md": "",
      "resources/map.md": resource("Map", "tried_by: [{member: m-07, date: 2026-02-02}]\n"),
      "posts/a.md": "---\ndate: 2026-01-10\nauthors: m-07\ntried: map\n---\n# A",
    ])
    let page = try #require(site.pages["missed.html"])
    #expect(page.contains("<li>1 post and 1 trial, last on 2 Feb 2026</li>"))
    #expect(page.contains("<h2 id=\"resources\">What we used most</h2>"))
  }

  @Test("what is withheld is neither told nor counted")
  func withheld() async throws {
    let files = [
      "members/m-07.md": "", "resources/map.md": resource("Map"),
      "posts/a.md": "---\ndate: 2026-01-10\nauthors: m-07\ntried: map\ndraft: yes\n---\n# A",
      "meetings/2026-02-05-b.md": "---\naudience: members\n---\n"
        + notes("B", "Whisper about [[map]]."),
    ]
    let site = try await handbook(files)
    #expect(site.pages["missed.html"] == nil)
    let forMembers = try await handbook(files) { $0.audience = .members }
    #expect(try #require(forMembers.pages["missed.html"]).contains("1 meeting, last on 5 Feb 2026"))
  }

  @Test("who is needed is asked there, with the next meeting")
  func invitations() async throws {
    let page = try #require(
      try await handbook([
        "handbook.yml": privateSettings + "roles: [{id: a, title: Host}]\n",
        "meetings/2026-03-05-a.md": "# A",
      ]).pages["missed.html"])
    #expect(page.contains("<h2 id=\"next\">Next meeting</h2>"))
    #expect(page.contains("members/index.html#role-a\">Host</a>"))
  }

  @Test("the home page, the page where newcomers start and the menu lead there")
  func ways() async throws {
    let site = try await handbook([
      "pages/start.md": "# Start", "pages/other.md": "# Other",
      "meetings/2026-02-05-a.md": notes("A", "Drink tea."),
    ])
    let way = "<p class=\"more\"><a href=\"missed.html\">What you might have missed</a></p>"
    #expect(try #require(site.pages["index.html"]).contains(way))
    #expect(try #require(site.pages["start.html"]).contains(way))
    let other = try #require(site.pages["other.html"])
    #expect(!other.contains(way))
    #expect(other.contains("<li><a href=\"missed.html\">What you might have missed</a></li>"))
  }

  @Test("a site without any of it has no such page, and no way to it")
  func nothing() async throws {
    let sites: [[String: String]] = [
      [:],
      [
        "meetings/2026-03-05-a.md": "---\nchair: m-07\n---\n# A", "members/m-07.md": "",
        "resources/map.md": resource("Map"), "pages/start.md": "# Start",
        "meetings/2024-02-05-b.md": notes("B", "Drink tea."),
      ],
    ]
    for files in sites {
      let site = try await handbook(files)
      #expect(site.pages["index.html"] != nil)
      #expect(site.pages["missed.html"] == nil)
      #expect(!site.pages.values.contains { $0.contains("missed.html") })
    }
  }
}
