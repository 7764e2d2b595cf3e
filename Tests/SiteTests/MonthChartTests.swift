import Build
import Community
import Dates
import Markup
import Templates
import TestSupport
import Testing

@testable import Site

@Suite("A year month by month")
struct MonthChartTests {
  private let schoolYear = CalendarDate(daysSince1970: 20_332)...CalendarDate(daysSince1970: 20_696)

  private func chart(_ events: [(String, String)]) throws -> MonthChart<String> {
    MonthChart(
      schoolYear, ["circle", "club", "never"],
      try events.map {
        MonthChart.Event(subject: $0.0, date: try #require(CalendarDate($0.1)))
      })
  }

  @Test("a year has the twelve months from its first day on")
  func months() throws {
    let months = try chart([]).months.map(\.description)
    #expect(months.count == 12)
    #expect(months.first == "2025-09-01")
    #expect(months.last == "2026-08-01")
  }

  @Test("a year that begins within a month touches thirteen")
  func thirteen() throws {
    let first = try #require(CalendarDate("2025-09-15"))
    let chart = MonthChart(
      first...first.adding(days: 364), [1],
      [MonthChart.Event(subject: 1, date: first.adding(days: 364))])
    #expect(chart.months.count == 13)
    #expect(chart.rows.first?.days.last == [14])
  }

  @Test("what is outside the year or of another subject is not counted")
  func counting() throws {
    let chart = try chart([
      ("circle", "2025-09-01"), ("circle", "2026-03-05"), ("circle", "2026-03-05"),
      ("club", "2026-08-31"), ("club", "2026-09-01"), ("circle", "2025-08-31"),
      ("stranger", "2026-01-01"),
    ])
    #expect(chart.rows.map(\.subject) == ["circle", "club"])
    #expect(chart.rows.map(\.total) == [3, 1])
    #expect(chart.totals == [1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1])
    #expect(chart.highest == 2)
    #expect(chart.peak.count == 2)
    #expect(chart.peak.months.map(\.description) == ["2026-03-01"])
  }

  @Test("days go from one side of a month to the other, and one day is one dot")
  func dots() {
    #expect(MonthMark.dots(days: [1, 31]).shapes == [.circle(x: 6), .circle(x: 34)])
    #expect(MonthMark.dots(days: [16, 16]).shapes == [.circle(x: 20)])
    #expect(MonthMark.dots(days: []).svg == nil)
    #expect(MonthMark.dots(days: [1, 31]).tellsCount)
    #expect(!MonthMark.dots(days: [16, 16]).tellsCount)
  }

  @Test("a bar is as high as its share of the highest, and one of many is still seen")
  func bars() {
    #expect(MonthMark.bar(count: 4, highest: 4).shapes == [.bar(height: 48)])
    #expect(MonthMark.bar(count: 1, highest: 4).shapes == [.bar(height: 12)])
    #expect(MonthMark.bar(count: 1, highest: 4_000).shapes == [.bar(height: 2)])
    #expect(MonthMark.bar(count: 0, highest: 4).svg == nil)
    let svg = MonthMark.bar(count: 1, highest: 4).svg
    #expect(
      svg.map { String(decoding: $0.bytes, as: UTF8.self) } == """
        <svg viewBox="0 0 40 48" aria-hidden="true">\
        <rect class="chart-point" x="10" y="36" width="20" height="12"/></svg>
        """)
  }
}

extension MonthChartTests {
  /// What the report of 2025-26 says below its pictures of months.
  private func captions(_ files: [String: String]) async throws -> [String] {
    let site = try await handbook(files)
    let plan = try #require(site.renderer?.plan)
    let report = try #require(site.pages["years/2025-26.html"])
    #expect(plan.overview.years.records.count == 1)
    return report.split(separator: "<figcaption id=").dropFirst().map { part in
      String(part.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }
  }

  @Test("the words say how much there was, and when most of it")
  func words() async throws {
    let meeting = "# Circle"
    #expect(
      try await captions([
        "meetings/2025-10-02-circle.md": meeting, "meetings/2026-02-05-circle.md": meeting,
        "meetings/2026-02-19-circle.md": meeting,
      ]) == ["3 meetings held in 2025-26, most in February."])
    #expect(
      try await captions(["meetings/2026-02-05-circle.md": meeting])
        == ["1 meeting held, in February 2026."])
    #expect(
      try await captions([
        "members/m-07.md": "", "meetings/2025-10-02-circle.md": meeting,
        "meetings/2025-11-06-circle.md": meeting, "meetings/2025-12-04-circle.md": meeting,
        "posts/a.md": "---\ndate: 2026-01-02\nauthors: m-07\n---\n# A",
      ]) == [
        "3 meetings held, in October 2025, November 2025 and December 2025.",
        "3 meetings and 1 post in 2025-26, never more than 1 in a month.",
      ])
  }

  @Test("what is withheld, cancelled or still to come is in no picture")
  func withheld() async throws {
    #expect(
      try await captions([
        "members/m-07.md": "", "meetings/2026-02-05-circle.md": "# Circle",
        "meetings/2026-01-08-circle.md": "---\naudience: members\n---\n# Circle",
        "meetings/2026-01-09-circle.md": "---\nstatus: cancelled\n---\n# Circle",
        "meetings/2026-05-07-circle.md": "# Circle",
        "posts/a.md": "---\ndate: 2026-01-02\nauthors: m-07\ndraft: yes\n---\n# A",
      ]) == ["1 meeting held, in February 2026."])
  }

  @Test("each series has a row, and meetings of none stand together below")
  func series() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings
        + "series: [{id: circle, title: The circle}, {id: club, title: Paper club}]\n",
      "meetings/2026-02-05-circle.md": "---\nseries: club\n---\n# A",
      "meetings/2026-02-06-visit.md": "# B",
    ])
    let report = try #require(site.pages["years/2025-26.html"])
    let rows = report.split(separator: "<th scope=\"row\">").dropFirst().map {
      String($0.prefix(upTo: $0.firstRange(of: "</th>")?.lowerBound ?? $0.endIndex))
    }
    #expect(
      rows.prefix(2) == ["<a href=\"../series/club.html\">Paper club</a>", "Other meetings"])
  }
}
