import TestSupport
import Testing

@Suite("Meetings of several days, and past midnight")
struct SeveralDaysTests {
  private let settings = """
    name: The Circle
    timezone: Europe/London
    base_url: https://circle.example/handbook/
    open_data: yes
    series:
      - {id: late, title: Late, start: "20:00", end: "00:30"}

    """

  private func site(_ fields: String, at date: String = "2026-07-10") async throws -> RenderedPages
  {
    let site = try await handbook([
      "handbook.yml": settings, "meetings/\(date)-m.md": "---\n\(fields)\n---\n# Camp\n\nWe met.\n",
    ])
    #expect(site.report == "")
    return site.pages
  }

  /// The lines of its calendar that tell when a meeting is.
  private func times(_ pages: RenderedPages) -> [String] {
    (pages["meetings.ics"] ?? "").split(whereSeparator: \.isNewline).map(String.init)
      .filter { $0.hasPrefix("DTSTART") || $0.hasPrefix("DTEND") }
  }

  @Test("a meeting of three days says so on its page, in lists, in calendars and in data")
  func threeDays() async throws {
    let pages = try await site("end_date: 2026-07-12")
    let page = try #require(pages["meetings/2026-07-10-m.html"])
    #expect(
      page.contains(
        "<time datetime=\"2026-07-10\">Friday 10 July 2026</time> – "
          + "<time datetime=\"2026-07-12\">Sunday 12 July 2026</time>"))
    #expect(page.contains(#""startDate": "2026-07-10", "endDate": "2026-07-12""#))
    #expect(
      pages["index.html"]?.contains("<time datetime=\"2026-07-12\">Sunday 12 July 2026</time>")
        == true)
    #expect(pages["meetings/index.html"]?.contains("10 Jul 2026 – 12 Jul 2026") == true)
    #expect(times(pages) == ["DTSTART;VALUE=DATE:20260710", "DTEND;VALUE=DATE:20260713"])
    #expect(pages["data/handbook.json"]?.contains(#""end_date": "2026-07-12""#) == true)
  }

  @Test("with hours it begins on the first day and ends on the last")
  func hours() async throws {
    let pages = try await site("end_date: 2026-07-12\nstart: 16:00\nend: 12:00")
    #expect(times(pages) == ["DTSTART:20260710T150000Z", "DTEND:20260712T110000Z"])
    #expect(
      pages["data/handbook.json"]?.contains(#""end": "2026-07-12T12:00:00+01:00""#) == true)
    let open = try await site("end_date: 2026-07-12\nstart: 16:00")
    #expect(times(open) == ["DTSTART:20260710T150000Z", "DTEND:20260712T230000Z"])
  }

  @Test(
    "an end before the start is after midnight, the series' too",
    arguments: ["start: 20:00\nend: 00:30", "series: late", "start: 20:00\nend: \"00:30\""])
  func pastMidnight(_ fields: String) async throws {
    let pages = try await site(fields)
    #expect(times(pages) == ["DTSTART:20260710T190000Z", "DTEND:20260710T233000Z"])
    let page = try #require(pages["meetings/2026-07-10-m.html"])
    #expect(page.contains("20:00 to 00:30 (UTC+1)"))
    #expect(page.contains(#""endDate": "2026-07-11T00:30:00+01:00""#))
    #expect(
      pages["data/handbook.json"]?.contains(#""end": "2026-07-11T00:30:00+01:00""#) == true)
  }

  @Test("a meeting is held once its last day is over")
  func status() async throws {
    // It is the first of March 2026.
    let going = try await site("end_date: 2026-03-01", at: "2026-02-27")
    #expect(going["data/handbook.json"]?.contains(#""status": "planned""#) == true)
    #expect(going["index.html"]?.contains("Sunday 1 March 2026") == true)
    let over = try await site("end_date: 2026-02-28", at: "2026-02-27")
    #expect(over["data/handbook.json"]?.contains(#""status": "held""#) == true)
  }

  @Test("a last day before the first is an error, the same day is nothing special")
  func reversed() async throws {
    let wrong = try await handbook([
      "meetings/2026-07-10-m.md": "---\nend_date: 2026-07-09\n---\n# Camp\n"
    ])
    #expect(
      wrong.report == """
        content/meetings/2026-07-10-m.md:2:11: error: 'end_date' is before 'date' [dates-reversed]
          2 | end_date: 2026-07-09
            |           ^^^^^^^^^^
            help: write the last day of the meeting, or remove the line
        1 error

        """)
    let same = try await site("end_date: 2026-07-10\nstart: 10:00\nend: 11:00")
    #expect(same["meetings/2026-07-10-m.html"]?.contains(" – <time") == false)
  }
}
