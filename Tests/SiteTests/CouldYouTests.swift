import Build
import Community
import TestSupport
import Testing

@testable import Site

@Suite("What somebody could do")
struct CouldYouTests {
  private let member = "consent: {name: yes, profile: yes, given: 2025-09-01}\n"

  private func couldYou(_ files: [String: String]) async throws -> CouldYou {
    try #require(try await handbook(files).renderer?.plan.overview.couldYou)
  }

  @Test("a role that nobody holds is asked for; one held without a page is not")
  func roles() async throws {
    let roles =
      "roles: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}, {id: d, title: D}]\n"
    let found = try await couldYou([
      "handbook.yml": privateSettings + roles,
      "members/ada.md": "---\nname: Ada\n" + member + "roles: [{role: a}]\n---\n",
      "members/m-07.md": "---\nroles: [{role: b}]\n---\n",
      "members/former.md": "---\nname: Ben\nstatus: former\n" + member
        + "roles: [{role: c}]\n---\n",
      "members/later.md": "---\nname: Cleo\n" + member
        + "roles: [{role: d, from: 2026-09-01}]\n---\n",
    ])
    #expect(found.unheldRoles.map(\.id) == ["c", "d"])
  }

  @Test("a planned meeting without a chair is asked for, the next first")
  func meetings() async throws {
    let found = try await couldYou([
      "meetings/2026-03-05-a.md": "# A", "meetings/2026-04-02-b.md": "# B",
      "meetings/2026-05-07-c.md": "---\nchair: m-07\n---\n# C",
      "meetings/2026-06-04-d.md": "---\nstatus: cancelled\n---\n# D",
      "meetings/2026-02-05-e.md": "# E", "members/m-07.md": "",
    ])
    #expect(found.meetingsWithoutChair.map(\.title) == ["A", "B"])
  }

  @Test("a question is open until a post answers it; asking back is no answer")
  func questions() async throws {
    func post(_ day: Int, _ fields: String) -> String {
      "---\ndate: 2026-02-0\(day)\nauthors: m-07\n\(fields)\n---\n# Post \(day)"
    }
    let found = try await couldYou([
      "members/m-07.md": "", "posts/a.md": post(1, "kind: question"),
      "posts/b.md": post(2, "kind: question\nreplies_to: a"),
      "posts/c.md": post(3, "kind: question\nanswered_by: e"),
      "posts/d.md": post(4, "kind: question"), "posts/e.md": post(5, "replies_to: d"),
    ])
    #expect(found.openQuestions.map(\.id.name) == ["b", "a"])
  }

  @Test("what is looked for and not offered is asked for, whatever the spelling")
  func seeks() async throws {
    let found = try await couldYou([
      "handbook.yml": privateSettings,
      "tags.yml": "tags: [{id: feedback, label: Feedback, also: [marking]}]\n",
      "members/ada.md": "---\nname: Ada\n" + member
        + "seeks: [Marking, Drama, Lesson Study]\n---\n",
      "members/ben.md": "---\nname: Ben\n" + member + "offers: [feedback]\n---\n",
      "members/old.md": "---\nname: Cleo\nstatus: former\n" + member + "offers: [drama]\n---\n",
      "members/m-07.md": "---\noffers: [lesson study]\nseeks: [chess]\n---\n",
    ])
    #expect(found.unmetSeeks.map(\.label) == ["Drama", "Lesson Study"])
  }

  @Test("of many the home page shows two, and says where the others are")
  func many() async throws {
    var files = ["members/m-07.md": ""]
    for day in 1...7 {
      files["posts/p\(day).md"] =
        "---\ndate: 2026-02-0\(day)\nauthors: m-07\nkind: question\n---\n# Question \(day)"
    }
    files["posts/story.md"] = "---\ndate: 2026-01-01\nauthors: m-07\n---\n# Story"
    let home = try #require(try await handbook(files).pages["index.html"])
    #expect(home.contains("<h3 id=\"need-question\">Answer a question</h3>"))
    #expect(home.contains("<a href=\"posts/by-answer/open.html\">and 5 more</a>"))
  }

  @Test("where nothing is needed the home page does not ask")
  func nothing() async throws {
    let home = try #require(try await handbook([:]).pages["index.html"])
    #expect(!home.contains("Could you?"))
  }
}
