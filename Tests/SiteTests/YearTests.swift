import Community
import Dates
import Markup
import TestSupport
import Testing

@testable import Site

@Suite("The years of a community")
struct YearTests {
  private func year(_ date: String, starting start: String) throws -> String {
    let parts = start.split(separator: "-").compactMap { Int($0) }
    let starts = Configuration.DayOfYear(month: parts[0], day: parts[1])
    return starts.name(of: starts.year(of: try #require(CalendarDate(date))))
  }

  @Test("a year is named by the two that it touches, and begins on its own day")
  func names() throws {
    #expect(try year("2025-08-31", starting: "09-01") == "2024-25")
    #expect(try year("2025-09-01", starting: "09-01") == "2025-26")
    #expect(try year("1999-12-31", starting: "09-01") == "1999-00")
  }

  @Test("a year that begins in January has one number")
  func calendarYears() throws {
    #expect(try year("2026-01-01", starting: "01-01") == "2026")
    #expect(try year("2026-12-31", starting: "01-01") == "2026")
  }

  @Test(
    "a page names its year in one of three ways",
    arguments: [("2025-26", 2025), ("2025-2026", 2025), ("2025", 2025), ("1999-00", 1999)])
  func reading(written: String, first: Int) {
    #expect(CommunityYear(written)?.first == first)
  }

  @Test(
    "what is no year is none",
    arguments: ["", "25-26", "2025-27", "2025/26", "2025-26-27", "2025-6", "next", "-2025"])
  func refusing(written: String) {
    #expect(CommunityYear(written) == nil)
  }

  @Test("a page whose year is none is answered with the way to write it")
  func message() async throws {
    let site = try await handbook(["pages/a.md": "---\nyear: 2025/26\n---\n# A"])
    #expect(
      site.report == """
        content/pages/a.md:2:7: error: 'year' takes a year of the community, not '2025/26' [bad-year]
          2 | year: 2025/26
            |       ^^^^^^^
            help: write 2025-26 for the year that begins in 2025
        1 error

        """)
  }

  @Test("a year in which nothing happened has no report, and a year to come has none yet")
  func gaps() async throws {
    let site = try await handbook([
      "members/m-07.md": "", "posts/a.md": "---\ndate: 2026-02-01\nauthors: m-07\n---\n# A",
      "posts/b.md": "---\ndate: 2020-02-01\nauthors: m-07\n---\n# B",
      "meetings/2026-10-01-c.md": "# C", "pages/d.md": "---\nyear: 2026-27\n---\n# D",
    ])
    let years = site.pages.keys.filter { $0.hasPrefix("years/") }.sorted()
    #expect(years == ["years/2019-20.html", "years/2025-26.html", "years/index.html"])
  }

  @Test("what is withheld is counted in no year, and nobody is thanked twice")
  func counting() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/ada.md": """
      ---
      name: Ada
      consent: {name: yes, profile: yes, attendance: yes, given: 2025-09-01}
      ---
      """, "members/m-07.md": "",
      "meetings/2026-02-01-a.md":
        "---\nchair: ada\nattendees: [ada, m-07]\nguests: 1\n---\n# A",
      "meetings/2026-02-02-b.md": "---\nchair: ada\nattendees: m-07\n---\n# B",
      "meetings/2026-02-03-c.md": "---\naudience: members\nattendees: m-07\n---\n# C",
      "meetings/2026-02-04-d.md": "---\nstatus: cancelled\nattendees: m-07\n---\n# D",
    ])
    let report = try #require(site.pages["years/2025-26.html"])
    #expect(report.contains("<li><b>2</b> meetings held</li><li><b>3</b> attendances</li>"))
    #expect(report.contains("<li><b>1</b> guest</li>"))
    #expect(report.firstRange(of: "<dt>Chaired</dt>") != nil)
    #expect(report.split(separator: "<bdi>Ada</bdi>").count == 2)
  }
}
