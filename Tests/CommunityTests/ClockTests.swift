import Community
import Dates
import Markup
import TestSupport
import Testing

@Suite("Clocks")
struct ClockTests {
  @Test("every zone of the table has a rule that can be read")
  func all() {
    #expect(
      TimeZones.names.filter { TimeZones.rule(of: $0).flatMap { ZoneRule($0) } == nil } == [])
  }

  @Test(
    "what a clock shows is the moment that it was there",
    arguments: [
      ("Europe/London", "2026-01-15", "16:00", "2026-01-15 16:00"),
      ("Europe/London", "2026-07-15", "16:00", "2026-07-15 15:00"),
      ("Europe/London", "2026-03-29", "02:00", "2026-03-29 01:00"),
      // Summer time is Dublin's standard one: its season is winter, with an hour less.
      ("Europe/Dublin", "2026-07-15", "16:00", "2026-07-15 15:00"),
      ("Europe/Dublin", "2026-12-15", "16:00", "2026-12-15 16:00"),
      // South of the equator the season goes over the new year.
      ("Australia/Sydney", "2026-01-01", "09:00", "2025-12-31 22:00"),
      ("Australia/Sydney", "2026-06-01", "09:00", "2026-05-31 23:00"),
      // Half an hour is put forward.
      ("Australia/Lord_Howe", "2026-12-01", "12:00", "2026-12-01 01:00"),
      ("Australia/Lord_Howe", "2026-06-01", "12:00", "2026-06-01 01:30"),
      // The rule says 24 hours after the beginning of a Saturday.
      ("America/Santiago", "2026-09-05", "23:59", "2026-09-06 03:59"),
      ("America/Santiago", "2026-09-06", "01:00", "2026-09-06 04:00"),
      // The rule says an hour before the beginning of a Sunday.
      ("America/Nuuk", "2026-03-28", "22:59", "2026-03-29 00:59"),
      ("America/Nuuk", "2026-03-29", "00:00", "2026-03-29 01:00"),
      ("Pacific/Kiritimati", "2026-01-01", "00:00", "2025-12-31 10:00"),
      ("Asia/Kathmandu", "2026-01-01", "05:45", "2026-01-01 00:00"),
    ])
  func moments(zone: String, date: String, time: String, utc: String) throws {
    let local = LocalTime(try #require(CalendarDate(date)), try #require(ClockTime(time)))
    let moment = TimeZones.zone(zone).reading(of: local).moment.local(ahead: 0)
    #expect("\(moment.date) \(moment.clock)" == utc)
  }

  @Test(
    "a rule that we cannot read is none", arguments: ["", "GMT", "GMT0BST", "GMT0BST,J60,J300"])
  func wrong(rule: String) {
    #expect(ZoneRule(rule) == nil)
  }

  @Test("a meeting in the hour that the clocks skip is warned of, and told what becomes of it")
  func skipped() async throws {
    let site = try await handbook([
      "meetings/2026-03-29-dawn.md": "---\nstart: 01:30\nend: 03:00\n---\n# Dawn\n"
    ])
    #expect(
      site.report == """
        content/meetings/2026-03-29-dawn.md:2:8: warning: there is no 01:30 in Europe/London on 2026-03-29: the clocks go from 01:00 to 02:00 [skipped-time]
          2 | start: 01:30
            |        ^^^^^
            note: Pages and calendars will say 02:30.
            help: write a time before 01:00, or from 02:00 on
        1 warning

        """)
    let page = try #require(site.pages["meetings/2026-03-29-dawn.html"])
    #expect(page.contains("02:30 to 03:00 (UTC+1)"))
  }

  @Test("a meeting in the hour that the clocks show twice is warned of, its series' hours too")
  func repeated() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + "series: [{id: night, title: Night, start: \"01:30\"}]\n",
      "meetings/2026-10-25-dusk.md":
        "---\ndate: 2026-10-25\ntimezone: Europe/Paris\nseries: night\nend: 02:45\n---\n# Dusk\n",
    ])
    #expect(
      site.report == """
        content/meetings/2026-10-25-dusk.md:5:6: warning: 02:45 comes twice in Europe/Paris on 2026-10-25: the clocks go back from 03:00 to 02:00 [repeated-time]
          5 | end: 02:45
            |      ^^^^^
            note: Calendars take the first of the two.
            help: write a time before 02:00, or from 03:00 on
        1 warning

        """)
  }

  @Test("a page tells the hours in the site's zone, and in the meeting's where they differ")
  func page() async throws {
    let site = try await handbook([
      "meetings/a.md": "---\ndate: 2026-07-09\nstart: 16:00\nmode: online\n---\n# A\n",
      "meetings/b.md":
        "---\ndate: 2026-07-09\nstart: 09:00\nend: 10:00\ntimezone: Pacific/Auckland\n---\n# B\n",
    ])
    let here = try #require(site.pages["meetings/a.html"])
    #expect(here.contains("<br>from 16:00 (UTC+1)<"))
    let there = try #require(site.pages["meetings/b.html"])
    #expect(there.contains("<br>22:00 to 23:00 (UTC+1) on 8 July 2026<br>"))
    #expect(there.contains("09:00 to 10:00 (UTC+12) in Pacific/Auckland"))
  }
}
