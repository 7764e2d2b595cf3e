import Build
import Community
import TestSupport
import Testing

@testable import Site

@Suite("What pages say to visitors")
struct WordsForVisitorsTests {
  private func goal(_ fields: String) -> String { "---\n\(fields)\n---\n# Recall" }

  @Test("a page speaks of files and fields only to those who write it")
  func hints() async throws {
    let files = [
      "resources/slip.md":
        "---\nkind: tool\nurl: https://example.org/\nlicence: cc-by-4.0\n---\n# Slip",
      "goals/recall.md": goal("status: active\nmeasure: lessons"),
      "meetings/2026-02-05-circle.md": "---\ntitle: Circle\n---\n",
      "meetings/2026-04-02-circle.md": "---\ntitle: Next\n---\n",
    ]
    let signs = ["content/", "tried_by", "file", "field", "handbook.yml"]
    let pages = try await handbook(files).pages
    #expect(!pages.isEmpty)
    for (path, page) in pages.all where path.hasSuffix(".html") {
      for sign in signs { #expect(!page.withoutTags.contains(sign), "\(path): \(sign)") }
    }
    let preview = try await handbook(files) { $0.isPreview = true }.pages
    #expect(preview["resources/slip.html", default: ""].contains("tried_by"))
    #expect(preview["index.html", default: ""].contains("content/"))
  }

  @Test("a community that plans no meeting says when it last met, and when it meets")
  func noMeeting() async throws {
    let series = "series:\n  - {id: circle, title: Circle, rhythm: first thursday}\n"
    let home = try await handbook([
      "handbook.yml": "name: The Circle\ntimezone: Europe/London\n\(series)",
      "meetings/2025-02-06-circle.md": "---\ntitle: Circle\nseries: circle\n---\nNotes.",
    ]).pages["index.html", default: ""]
    let last = "<a href=\"meetings/2025-02-06-circle.html\">We last met on 6 February 2025.</a>"
    #expect(home.contains(last))
    #expect(home.contains("Circle: every first Thursday of the month."))
  }

  @Test("a dropped goal says so, and neither praises nor urges")
  func dropped() async throws {
    let page = try await handbook([
      "goals/recall.md": goal(
        """
        status: dropped
        measure: lessons
        unit: lessons
        unit_one: lesson
        baseline: 1
        target: 3
        closed: 2026-01-15
        readings: [{date: 2026-01-10, value: 3.5}]
        """)
    ]).pages["goals/recall.html", default: ""]
    #expect(page.contains("We dropped this goal on 15 January 2026."))
    #expect(!page.contains("The target is reached") && !page.contains("No milestones yet"))
    #expect(page.contains("1\u{A0}lesson<") && page.contains("3.5\u{A0}lessons<"))
  }

  @Test("a goal past its day says so once")
  func pastDue() async throws {
    let page = try await handbook([
      "goals/recall.md": goal(
        """
        status: active
        measure: lessons
        due: 2026-02-01
        milestones: [{title: Ask, due: 2026-01-10}]
        """)
    ]).pages["goals/recall.html", default: ""]
    #expect(page.contains("We meant to reach this goal by 1 February 2026."))
    #expect(page.contains("Due 10 Jan 2026") && !page.contains("Was due"))
  }

  @Test("a measure that has not moved in a year is as at the start")
  func unmoved() async throws {
    let pages = try await handbook([
      "goals/recall.md": goal(
        """
        status: active
        measure: lessons
        unit: "%"
        baseline: 61
        start: 2026-01-01
        readings: [{date: 2026-02-10, value: 61}]
        """),
      "meetings/2026-02-05-circle.md": "---\ntitle: Circle\n---\nNotes.",
    ]).pages
    let reports = pages.keys.filter { $0.hasPrefix("years/") }.compactMap { pages[$0] }
    #expect(reports.contains { $0.contains("61%, as at the start") })
    #expect(!reports.contains { $0.contains("From 61") })
  }

  @Test("who comes in person reads the time there, without a zone")
  func inPerson() async throws {
    let pages = try await handbook([
      "meetings/2026-04-02-circle.md":
        "---\ntitle: A\nstart: \"16:00\"\nmode: in-person\nvenue: The hall\n---\n",
      "meetings/2026-04-03-circle.md": "---\ntitle: B\nstart: \"16:00\"\nmode: online\n---\n",
    ]).pages
    #expect(pages["meetings/2026-04-02-circle.html", default: ""].contains("from 16:00<"))
    #expect(pages["meetings/2026-04-03-circle.html", default: ""].contains("from 16:00 (UTC+1)"))
  }
}

extension String {
  /// What a reader sees of a page.
  fileprivate var withoutTags: String {
    var text = ""
    var isInTag = false
    for character in self {
      if character == "<" { isInTag = true }
      if !isInTag { text.append(character) }
      if character == ">" { isInTag = false }
    }
    return text
  }
}
