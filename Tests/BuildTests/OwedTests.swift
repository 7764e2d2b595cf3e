import Build
import Community
import Diagnostics
import Files
import TestSupport
import Testing

private let story = """
  ---
  date: 2026-01-15
  authors: ada-okafor
  ---

  # Exit tickets

  They work. See [the guide](../pages/guide.md).

  ![the tickets](tickets.png)

  And [[nothing-of-the-name]] besides.

  """

private let files = [
  "members/ada-okafor.md": ada, "posts/exit-tickets.md": story,
  "resources/rubric.md": "---\nkind: template\n---\n\n# Rubric\n\nPrint it.\n",
]

@Suite("What is owed from an import")
struct OwedTests {
  private func site(
    _ change: (inout [String: String]) -> Void = { _ in }
  ) async throws
    -> Inspection
  {
    var owing = try await owing(files)
    change(&owing)
    return try await handbook(owing)
  }

  @Test("what is listed and reads as it read stops nothing, and is told as one count")
  func owed() async throws {
    let before = try await handbook(files)
    #expect(before.renderer == nil)
    let after = try await site()
    #expect(after.diagnostics == [])
    #expect(after.renderer != nil)
    #expect(after.owed.diagnostics.count == before.diagnostics.count)
    #expect(
      after.owed.sum.sentence
        == "4 things are owed from the import: 1 link to a file that is not there, 1 resource "
        + "without a licence, 1 picture that is not there, 1 link to an entry that is not there; "
        + "'handbook debt' lists them")
    let page = after.pages["posts/exit-tickets.html", default: ""]
    #expect(page.contains("the guide") && !page.contains("guide.md"))
    #expect(page.contains("besides."))
    #expect(!page.contains("tickets.png\""))
  }

  @Test("in an entry that is edited, what was not touched may wait")
  func untouched() async throws {
    let after = try await site { files in
      files["posts/exit-tickets.md"] = story.replacing("# Exit", with: "A line.\n\n# The exit")
        .replacing("tickets)\n", with: "tickets)\n\nAn afterthought.\n")
    }
    #expect(after.diagnostics == [])
    #expect(after.owed.sum.total == 4)
    let moved = try await site { files in
      files["posts/exit-tickets.md"] = story.replacing(
        "\n# Exit", with: "\n\nA paragraph above.\n\n# Exit")
    }
    #expect(moved.diagnostics.filter { $0.severity.isBlocking } == [])
  }

  @Test("in an entry that is edited, what is new is held to every rule")
  func new() async throws {
    let after = try await site { files in
      files["posts/exit-tickets.md"] = story + "\nSee [more](../pages/more.md).\n"
    }
    #expect(after.renderer == nil)
    #expect(after.diagnostics.map(\.id) == ["broken-link"])
    #expect(after.diagnostics.first?.location?.line == 14)
    #expect(after.owed.diagnostics.count == 4)
  }

  @Test("what was touched is held to every rule, though the same is wrong with it")
  func touched() async throws {
    let after = try await site { files in
      files["posts/exit-tickets.md"] = story.replacing("tickets.png", with: "other.png")
    }
    #expect(after.renderer == nil)
    #expect(after.diagnostics.map(\.id) == ["missing-image"])
    #expect(after.owed.settledCount == 1)
    let reworded = try await site { files in
      files["posts/exit-tickets.md"] = story.replacing("They work.", with: "They do work.")
    }
    #expect(reworded.diagnostics.map(\.id) == ["broken-link"])
  }

  @Test("a line that is written once more is owed once")
  func twice() async throws {
    let after = try await site { files in
      files["posts/exit-tickets.md"] = story + "\n![the tickets](tickets.png)\n"
    }
    #expect(after.diagnostics.map(\.id).contains("missing-image"))
    #expect(after.owed.diagnostics.map(\.id).count { $0 == "missing-image" } == 1)
  }

  @Test("the count falls as things are fixed, and what is settled is no error")
  func settled() async throws {
    let after = try await site { files in
      files["posts/exit-tickets.md"] = story.replacing("[[nothing-of-the-name]]", with: "that")
      files["resources/rubric.md"] = nil
    }
    #expect(after.diagnostics == [])
    #expect(after.owed.sum.total == 2)
    #expect(after.owed.settledCount == 2)
    let left = after.owed.debtWithoutSettled
    #expect(left.count == 2)
    #expect(left.paths.map(\.description) == ["content/posts/exit-tickets.md"])
  }

  @Test("a privacy finding stops the site whatever the list says")
  func privacy() async throws {
    var names = try await owing(files.merging(["members/m-07.md": maria]) { $1 })
    names["handbook.yml"] = privateSettings
    names["posts/exit-tickets.md"] = story + "\nMaria Lopez was there.\n"
    let blocked = try await handbook(names)
    #expect(blocked.diagnostics.map(\.id).contains("name-in-text"))
    #expect(blocked.renderer == nil)
    names["posts/exit-tickets.md"] = story
    names["debt.yml"]? += "    - {what: name-in-text}\n"
    #expect(try await handbook(names).diagnostics.map(\.id) == ["private-debt"])
  }

  @Test("only what an import wrote can owe anything")
  func ledger() async throws {
    let none = try await site { $0["imports.yml"] = nil }
    #expect(none.renderer == nil)
    let problem = try #require(none.diagnostics.first)
    #expect(problem.id == "debt-not-imported")
    #expect(problem.severity == .error)
    #expect(problem.location?.path == "content/debt.yml")
    #expect(
      problem.summary
        == "no import wrote 'content/posts/exit-tickets.md', so it cannot owe anything")
    #expect(
      problem.explanation
        == "Only what a community brought along may wait; what is new is held to every rule.")
    #expect(
      problem.hints == ["take these lines out, and fix what 'handbook check' says of the file"])
    #expect(none.diagnostics.map(\.id) == ["debt-not-imported", "debt-not-imported"])
    let settings = try await site { files in
      files["imports.yml"] = TestSupport.ledger(
        of: [RelativePath(fixed: "content/handbook.yml")])
      files["debt.yml"]? += "  content/handbook.yml:\n    - {what: missing-field}\n"
    }
    #expect(settings.diagnostics.count { $0.id == "debt-not-imported" } == 3)
  }

  @Test("a list with a mistake stops the site, and all mistakes are told")
  func mistakes() async throws {
    let after = try await site { $0["debt.yml"]? += "junk\n      - junk\n" }
    #expect(after.diagnostics.map(\.id) == ["bad-debt", "bad-debt"])
    let large = try await site { files in
      files["debt.yml"]? += String(repeating: "# x\n", count: Debt.largest / 4)
    }
    #expect(large.diagnostics.map(\.id).contains("file-too-large"))
    let conflict = try await site { files in
      files["debt.yml"]? += "<<<<<<< ours\n=======\n>>>>>>> theirs\n"
    }
    #expect(conflict.diagnostics.map(\.id).contains("conflict-mark"))
  }

  @Test("what only the import knew is owed while its line reads as it read")
  func notes() async throws {
    let path = RelativePath(fixed: "content/pages/a.md")
    let kind = try #require(DebtKind("dead-link"))
    let page = ["pages/a.md": "# A\n\nSee the guide.\n\nText.\n"]
    let note = DebtItem.Note(kind, words: "the guide", former: "/old/guide/")
    let whole = DebtItem.Note(kind, words: "", former: "/gone/")
    var owing = try await owing(page, notes: [path: [note, whole]])
    let before = try await handbook(owing)
    #expect(before.diagnostics == [])
    #expect(before.owed.notes.map(\.place.line) == [3, 0])
    #expect(before.owed.notes.map(\.item.former) == ["/old/guide/", "/gone/"])
    owing["pages/a.md"] = "# A\n\nMore.\n\nSee the guide.\n"
    let moved = try await handbook(owing)
    #expect(moved.owed.notes.map(\.place.line) == [5, 0])
    owing["pages/a.md"] = "# A\n\nSee [the guide](a.md).\n"
    let settled = try await handbook(owing)
    #expect(settled.owed.notes.map(\.item.former) == ["/gone/"])
    #expect(settled.owed.settledCount == 1)
    owing["pages/a.md"] = nil
    #expect(try await handbook(owing).owed.settledCount == 2)
  }

  @Test("of an entry that cannot be read, or is taken down, nothing is settled")
  func unread() async throws {
    let after = try await site { $0["posts/exit-tickets.md"] = "---\ntitle: [\n" + story }
    #expect(after.renderer == nil)
    #expect(after.owed.settledCount == 0)
    let takenDown = try await site { files in
      files["posts/exit-tickets.md"] = story.replacing(
        "authors:", with: "taken_down: a reason\nauthors:")
    }
    #expect(takenDown.diagnostics == [])
    #expect(takenDown.owed.settledCount == 0)
  }

  @Test("a member's consent without its day cannot wait")
  func consent() async throws {
    let member = "---\nname: Bo Ek\nconsent: {name: yes}\n---\n"
    let owing = try await owing(["members/bo-ek.md": member])
    #expect(owing["debt.yml"]?.contains("what:") == false)
    let problem = "entries:\n  content/members/bo-ek.md:\n    - {what: missing-field}\n"
    let site = try await handbook(owing.merging(["debt.yml": problem]) { $1 })
    #expect(site.renderer == nil)
    #expect(site.diagnostics.map(\.id).contains("missing-field"))
  }

  @Test("the lists of an import are no entries, and are published nowhere")
  func notPublished() async throws {
    let after = try await site()
    #expect(!after.pages.keys.contains { $0.contains("debt") || $0.contains("imports") })
    #expect(!after.pages.values.contains { $0.contains("nothing-of-the-name.md") })
  }
}
