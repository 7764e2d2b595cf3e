import Community
import Reporting
import Testing

@Suite("A silence, in the coordinator's report")
struct SilenceTests {
  private func report(
    _ settings: String = "", _ files: [String: String]
  ) async throws -> [String] {
    let plain = "name: The Circle\ntimezone: Europe/London\n"
    let all = files.merging(["handbook.yml": plain + settings]) { $1 }
    let text = AccountText().text(for: Account.health(try await holdings(of: all)))
    return text.split(separator: "\n\n").map(String.init)
  }

  private let series = "series: [{id: circle, title: The circle, rhythm: first thursday}]\n"
  private let held = ["meetings/2024-04-04-circle.md": "---\nseries: circle\n---\n# Spring\n"]

  @Test("22 months without a meeting and without a plan are told first, with the way back")
  func silent() async throws {
    let told = try await report(series, held)
    #expect(told[1] == "Silence: 1")
    #expect(
      told[2] == """
          - no meeting for 22 months, nothing planned
            the last was Spring on 4 April 2024
            to begin again: handbook new meeting --restart --series circle
            to rest or to end, write status: paused or status: closed in
            content/handbook.yml
            content/meetings/2024-04-04-circle.md
        """)
  }

  @Test("nothing is told of a summer, of a plan, of no meeting at all, of a rest or an end")
  func notSilent() async throws {
    let quiet: [(String, [String: String])] = [
      (series, ["meetings/2025-11-02-a.md": "# A"]), (series, [:]),
      (series, held.merging(["meetings/2026-05-07-b.md": "# B"]) { $1 }),
      ("status: paused\nstatus_since: 2025-06-01\n", held), ("status: closed\n", held),
    ]
    for (settings, files) in quiet {
      #expect(try await !report(settings, files).contains { $0.hasPrefix("Silence") })
    }
  }

  @Test("a rest of a year is asked whether it is the end")
  func rest() async throws {
    let told = try await report("status: paused\nstatus_since: 2025-01-10\n", held)
    #expect(told[2].hasPrefix("  - resting for 13 months, nothing planned\n"))
    #expect(told[2].contains("write status: closed in content/handbook.yml"))
  }
}
