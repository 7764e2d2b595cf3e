import Build
import Community
import Markup
import TestSupport
import Testing

@testable import Site

@Suite("How far a goal has come")
struct ProgressTests {
  private func goal(
    baseline: Double?, target: Double?, readings: [Double]
  ) async throws -> String? {
    var lines = ["---", "status: active", "measure: lessons"]
    if let baseline { lines.append("baseline: \(baseline)") }
    if let target { lines.append("target: \(target)") }
    if !readings.isEmpty { lines.append("readings:") }
    for (day, value) in readings.enumerated() {
      lines.append("  - {date: 2026-01-0\(day + 1), value: \(value)}")
    }
    let site = try await handbook(["goals/a.md": (lines + ["---", "# A"]).joined(separator: "\n")])
    let plan = try #require(site.renderer?.plan)
    let goal = try #require(plan.overview.all(.goal).first?.goal)
    return GoalProgress(goal).towardsTarget.map { "\($0)" }
  }

  @Test("the way from the baseline to the target is told in whole percents, rounded down")
  func percents() async throws {
    #expect(try await goal(baseline: 4, target: 24, readings: [17]) == "65")
    #expect(try await goal(baseline: 0, target: 3, readings: [2]) == "66")
    #expect(try await goal(baseline: 0, target: 1000, readings: [999.9]) == "99")
  }

  @Test("a measure that is to fall moves forward as it falls")
  func falling() async throws {
    #expect(try await goal(baseline: 70, target: 50, readings: [60]) == "50")
  }

  @Test("further back than the beginning is nothing, and beyond the target is all")
  func bounds() async throws {
    #expect(try await goal(baseline: 10, target: 20, readings: [5]) == "0")
    #expect(try await goal(baseline: 10, target: 20, readings: [25]) == "100")
  }

  @Test("without a baseline the first of several readings is where it began")
  func firstReading() async throws {
    #expect(try await goal(baseline: nil, target: 20, readings: [10, 15]) == "50")
    #expect(try await goal(baseline: nil, target: 20, readings: [10]) == nil)
  }

  @Test("a goal without a target, a reading or a way to go tells no progress")
  func untold() async throws {
    #expect(try await goal(baseline: 1, target: nil, readings: [2]) == nil)
    #expect(try await goal(baseline: 1, target: 2, readings: []) == nil)
    #expect(try await goal(baseline: 2, target: 2, readings: [2]) == nil)
  }

  @Test("readings of one day make no picture, and neither does one reading")
  func noPicture() async throws {
    let head = "---\nstatus: active\nmeasure: x\n"
    let site = try await handbook([
      "goals/one.md": head + "readings: [{date: 2026-01-01, value: 1}]\n---\n# One",
      "goals/day.md": head
        + "readings: [{date: 2026-01-01, value: 1}, {date: 2026-01-01, value: 2}]\n---\n# Day",
      "goals/two.md": head
        + "readings: [{date: 2026-01-01, value: 1}, {date: 2026-01-02, value: 1}]\n---\n# Two",
    ])
    #expect(site.pages["goals/one.html"]?.contains("<svg class=\"plot") == false)
    #expect(site.pages["goals/day.html"]?.contains("<svg class=\"plot") == false)
    #expect(site.pages["goals/two.html"]?.contains("points=\"0,485 1000,485\"") == true)
  }
}
