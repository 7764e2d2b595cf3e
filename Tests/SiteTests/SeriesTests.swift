import TestSupport
import Testing

@Suite("Series")
struct SeriesTests {
  @Test("a meeting that names no goals serves those of its series, and only then")
  func goals() async throws {
    let settings = """
      name: The Circle
      timezone: Europe/London
      series:
        - {id: circle, title: Circle, goals: talk}
      """
    let goal = "---\nstatus: active\nmeasure: minutes\n---\n"
    let site = try await handbook([
      "handbook.yml": settings, "goals/talk.md": goal + "# Talk",
      "goals/print.md": goal + "# Print",
      "meetings/2026-02-05-a.md": "---\nseries: circle\n---\n# First",
      "meetings/2026-03-05-b.md": "---\nseries: circle\ngoals: print\n---\n# Second",
    ])
    #expect(site.report == "")
    let talk = try #require(site.pages["goals/talk.html"])
    #expect(talk.contains("First") && !talk.contains("Second"))
    let print = try #require(site.pages["goals/print.html"])
    #expect(print.contains("Second") && !print.contains("First"))
  }
}
