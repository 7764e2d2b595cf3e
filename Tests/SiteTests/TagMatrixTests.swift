import Build
import Community
import TestSupport
import Testing

@testable import Site

@Suite("How goals and tags connect")
struct TagMatrixTests {
  private func goal(_ title: String) -> String {
    "---\nstatus: active\nmeasure: x\n---\n# \(title)"
  }

  private func page(_ tags: String, serving goals: String, _ more: String = "") -> String {
    "---\ntags: [\(tags)]\ngoals: [\(goals)]\n\(more)---\n# Page"
  }

  /// The matrix of all goals, as rows of numbers below the tags.
  private func matrix(_ files: [String: String], columns: Int = 12) async throws -> [String]? {
    let handbook = try #require(try await handbook(files).handbook)
    let goals = handbook.entries(.goal).map { goal in
      (
        goal: goal,
        serving: handbook.connections(to: goal.index).compactMap { handbook.entry($0.from) }
      )
    }
    return TagMatrix(goals, columns: columns).map { matrix in
      [matrix.tags.map(\.id).joined(separator: " ")]
        + matrix.rows.map { row in
          "\(row.goal.title): " + row.counts.map { "\($0)" }.joined(separator: " ")
        }
    }
  }

  private var files: [String: String] {
    [
      "goals/talk.md": goal("Talk"), "goals/walk.md": goal("Walk"), "goals/idle.md": goal("Idle"),
      "pages/a.md": page("maths, listening", serving: "talk"),
      "pages/b.md": page("maths", serving: "talk, walk"),
      "pages/c.md": page("mud", serving: "walk"),
    ]
  }

  @Test("each number is how many of the entries that serve a goal have the tag")
  func counts() async throws {
    #expect(try await matrix(files) == ["maths listening mud", "Talk: 2 1 0", "Walk: 1 0 1"])
  }

  @Test("only the tags that are met most have a column")
  func columns() async throws {
    #expect(try await matrix(files, columns: 1) == ["maths", "Talk: 2", "Walk: 1"])
  }

  @Test("without a goal that meets a tag there is no picture")
  func nothing() async throws {
    #expect(try await matrix(["goals/idle.md": goal("Idle")]) == nil)
    let site = try await handbook(["goals/idle.md": goal("Idle")])
    #expect(site.pages["goals/index.html"]?.contains("<table") == false)
  }

  @Test("what is withheld gives neither a number nor a tag")
  func withheld() async throws {
    var files = files
    files["pages/d.md"] = page("secret, maths", serving: "talk", "audience: members\n")
    files["pages/e.md"] = page("hidden, maths", serving: "talk", "draft: yes\n")
    #expect(try await matrix(files) == ["maths listening mud", "Talk: 2 1 0", "Walk: 1 0 1"])
  }

  @Test("colours come in four steps, the strongest for the most")
  func steps() async throws {
    var files = files
    for number in 0..<6 { files["pages/more-\(number).md"] = page("maths", serving: "talk") }
    let handbook = try #require(try await handbook(files).handbook)
    let goals = handbook.entries(.goal).map { goal in
      (
        goal: goal,
        serving: handbook.connections(to: goal.index).compactMap { handbook.entry($0.from) }
      )
    }
    let matrix = try #require(TagMatrix(goals))
    #expect(matrix.highest == 8)
    #expect([0, 1, 2, 3, 5, 8].map(matrix.step) == [0, 1, 1, 2, 3, 4])
  }

  @Test("the words name the goal and the tag that meet most often")
  func words() async throws {
    let index = try #require(try await handbook(files).pages["goals/index.html"])
    #expect(
      index.contains(
        "<figcaption id=\"matrix\">Each number says how many of the entries that serve a goal have a tag."
          + " Most often together: Talk and maths, 2 entries.</figcaption>"))
    #expect(index.contains("<a href=\"../tags/maths.html\">maths</a>"))
    #expect(index.contains("<td class=\"heat-4\">2</td>"))
  }
}
