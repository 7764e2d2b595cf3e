import Build
import Community
import Dates
import Markup
import TestSupport
import Testing

@testable import Site

@Suite("A chart of readings explains itself")
struct ReadingsChartTests {
  /// The page of a goal with these lines of front matter.
  private func page(_ lines: String, _ more: [String: String] = [:]) async throws -> String {
    var files = more
    files["goals/a.md"] = "---\nstatus: active\nmeasure: lessons\n\(lines)\n---\n# A"
    return try #require(try await handbook(files).pages["goals/a.html"])
  }

  private func readings(_ values: [Double]) -> String {
    "readings:\n"
      + values.enumerated().map { month, value in
        "  - {date: 2026-0\(month + 1)-10, value: \(value)}"
      }.joined(separator: "\n")
  }

  /// The title of the chart.
  private func finding(_ lines: String) async throws -> String? {
    let page = try await page(lines)
    let parts = page.split(separator: "<figure class=\"chart\"><figcaption>")
    return parts.count == 2 ? String(parts[1].prefix { $0 != "<" }) : nil
  }

  /// The words in the picture, in their order.
  private func words(_ page: String) -> [String] {
    page.split(separator: "<text ").dropFirst().map { part in
      String(part.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }
  }

  @Test("the title says from where to where of which target, and since when")
  func title() async throws {
    #expect(
      try await finding("unit: '%'\ntarget: 75\n" + readings([42, 61]))
        == "From 42% to 61% of 75% since January 2026")
    #expect(
      try await finding(
        "unit: classes\nbaseline: 4\nstart: 2025-11-06\ntarget: 24\n" + readings([8, 19]))
        == "From 4 to 19 of 24\u{A0}classes since November 2025")
    #expect(try await finding(readings([4, 2])) == "From 4 to 2 since January 2026")
  }

  @Test("a goal that is to fall, is reached, stands still or is closed has its own sentence")
  func otherTitles() async throws {
    #expect(
      try await finding("baseline: 70\nstart: 2026-01-01\ntarget: 50\n" + readings([60]))
        == "From 70 to 60 in January 2026 (target: 50)")
    #expect(
      try await finding("target: 10\n" + readings([1, 11]))
        == "From 1 to 11 since January 2026: the target of 10 is reached")
    #expect(
      try await finding("target: 85\n" + readings([61, 55, 61]))
        == "61, as at the start in January 2026 (target: 85)")
    #expect(
      try await finding("closed: 2026-03-01\ntarget: 10\n" + readings([1, 6, 9]))
        == "From 1 to 9 of 10 between January 2026 and March 2026")
  }

  @Test("a dropped goal does not boast of its target")
  func dropped() async throws {
    let page = try await handbook([
      "goals/a.md": "---\nstatus: dropped\nmeasure: x\ntarget: 3\n\(readings([1, 4]))\n---\n# A"
    ]).pages["goals/a.html"]
    #expect(page?.contains("From 1 to 4 since January 2026 (target: 3)") == true)
  }

  @Test("first, last and target are labelled, the scale and the days are on the axes")
  func labels() async throws {
    let page = try await page("unit: '%'\ntarget: 40\n" + readings([18, 22, 31]))
    #expect(
      words(page) == [
        "0%", "10%", "20%", "30%", "40%", "10 Jan 2026",
        "10 Mar 2026",
        "Target: 40%", "18%", "31%",
      ])
  }

  @Test("the table begins with the baseline, as the chart does")
  func baseline() async throws {
    let page = try await page("baseline: 4\nstart: 2025-11-06\n" + readings([8]))
    #expect(page.contains("<circle class=\"chart-begin\" cx=\"0%\""))
    #expect(page.contains("6 Nov 2025</time></th><td>4</td><td>Where we began</td>"))
  }

  @Test("a baseline without a day is a level in the chart and a row without a day in the table")
  func level() async throws {
    let page = try await page("baseline: 4\n" + readings([8, 9]))
    #expect(page.contains("<line class=\"chart-level\""))
    #expect(words(page).contains("Start: 4"))
    #expect(page.contains("<tr><th scope=\"row\">–</th><td>4</td>"))
  }

  @Test("one reading makes no chart, and stands in the table")
  func one() async throws {
    let page = try await page("target: 4\n" + readings([1]))
    #expect(!page.contains("<svg class=\"plot"))
    #expect(page.contains("<td>1</td>"))
  }

  @Test("very many readings are a line with points at its ends alone")
  func many() async throws {
    let days = (0..<400).map { day in
      "  - {date: \(CalendarDate(daysSince1970: 20_000 + day)), value: \(day % 7)}"
    }
    let page = try await page("readings:\n" + days.joined(separator: "\n"))
    #expect(page.split(separator: "<circle class=").count == 3)
  }

  @Test("time runs with the text: from right to left in Arabic, and no word is mirrored")
  func mirrored() async throws {
    let page = try await page(
      "baseline: 4\nstart: 2025-11-06\n" + readings([8]),
      ["handbook.yml": plainSettings + "language: ar\n"])
    #expect(page.contains("<circle class=\"chart-begin\" cx=\"100%\""))
    #expect(page.contains("points=\"1000,"))
  }

  @Test("the goals page has a small chart of each goal, all over the same days, and a table behind")
  func small() async throws {
    let head = "---\nstatus: active\nmeasure: x\n"
    let site = try await handbook([
      "goals/a.md": head + readings([1, 2]) + "\n---\n# A",
      "goals/b.md": head
        + "readings: [{date: 2025-01-10, value: 1}, {date: 2026-01-10, value: 3}]\n---\n# B",
      "goals/c.md": head + "---\n# C",
    ])
    let page = try #require(site.pages["goals/index.html"])
    #expect(page.split(separator: "plot-small").count == 3)
    #expect(page.split(separator: ">Jan 2025</text>").count == 3)
    #expect(page.split(separator: ">Feb 2026</text>").count == 3)
    #expect(page.contains("<th scope=\"row\">B</th><td>1</td><td>3</td><td></td>"))
  }
}
