import Community
import Dates
import Files
import Testing

@testable import Importing

@Suite("Calendars: series, zones and invitations")
struct CalendarSeriesTests {
  // MARK: Series

  @Test(
    "a rule gives the days that calendars show for it",
    arguments: [
      ("FREQ=MONTHLY;BYDAY=2TH;COUNT=3", "2026-01-08", ["2026-01-08", "2026-02-12", "2026-03-12"]),
      (
        "FREQ=MONTHLY;BYDAY=-1SU;COUNT=3", "2026-01-25", ["2026-01-25", "2026-02-22", "2026-03-29"]
      ),
      (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=3", "2026-01-08",
        ["2026-01-08", "2026-01-22", "2026-02-05"]
      ),
      (
        "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", "2026-01-05",
        ["2026-01-05", "2026-01-07", "2026-01-12", "2026-01-14"]
      ),
      (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05",
        ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]
      ),
      (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05",
        ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"]
      ),
      ("FREQ=DAILY;COUNT=3", "2026-02-27", ["2026-02-27", "2026-02-28", "2026-03-01"]),
      (
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=3", "2026-01-09",
        ["2026-01-09", "2026-01-12", "2026-01-13"]
      ),
      (
        "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", "2026-01-31",
        ["2026-01-31", "2026-03-31", "2026-05-31"]
      ),
      (
        "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2026-01-31",
        ["2026-01-31", "2026-02-28", "2026-03-31"]
      ),
      ("FREQ=MONTHLY;COUNT=3", "2026-01-30", ["2026-01-30", "2026-03-30", "2026-04-30"]),
      ("FREQ=YEARLY;COUNT=2", "2024-02-29", ["2024-02-29", "2028-02-29"]),
      (
        "FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO;COUNT=3", "2026-03-02",
        ["2026-03-02", "2026-09-07", "2027-03-01"]
      ),
      (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", "2026-01-30",
        ["2026-01-30", "2026-02-27"]
      ),
      ("FREQ=WEEKLY;INTERVAL=0;COUNT=2", "2026-01-08", ["2026-01-08", "2026-01-15"]),
      ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "2026-01-01", ["2026-01-01"]),
    ])
  func rule(written: String, start: String, days: [String]) throws {
    let rule = try #require(Recurrence(written))
    let first = try #require(CalendarDate(start))
    let end = first.adding(days: 2_000)
    #expect(rule.days(from: first, through: end, atMost: 1_000).map(\.description) == days)
  }

  @Test(
    "a rule that no meeting has is none",
    arguments: [
      "FREQ=SECONDLY", "FREQ=WEEKLY;BYDAY=XX", "COUNT=3", "FREQ=YEARLY;BYWEEKNO=20",
      "FREQ=MONTHLY;BYDAY=0MO",
    ])
  func noRule(written: String) {
    #expect(Recurrence(written) == nil)
  }

  @Test("a series is a meeting a day, without those taken out, with those moved and added")
  func series() throws {
    let plan = try plan(
      """
      BEGIN:VEVENT
      UID:a@x
      DTSTART;TZID=Europe/London:20260108T161500
      DTEND;TZID=Europe/London:20260108T173000
      RRULE:FREQ=MONTHLY;UNTIL=20260430T235959Z;BYDAY=2TH
      EXDATE;TZID=Europe/London:20260212T161500
      RDATE;TZID=Europe/London:20260521T161500
      SUMMARY:Circle
      END:VEVENT
      BEGIN:VEVENT
      UID:a@x
      RECURRENCE-ID;TZID=Europe/London:20260312T161500
      DTSTART;TZID=Europe/London:20260319T170000
      DTEND;TZID=Europe/London:20260319T180000
      SUMMARY:Circle (moved)
      END:VEVENT
      BEGIN:VEVENT
      UID:a@x
      RECURRENCE-ID;TZID=Europe/London:20260409T161500
      DTSTART;TZID=Europe/London:20260409T161500
      STATUS:CANCELLED
      SUMMARY:Circle
      END:VEVENT
      """, site: TargetSite(timeZone: "Europe/London"))
    #expect(
      plan.files.map(\.path.name) == [
        "2026-01-08-circle.md", "2026-03-19-circle-moved.md", "2026-04-09-circle.md",
        "2026-05-21-circle.md",
      ])
    #expect(
      plan.text("content/meetings/2026-03-19-circle-moved.md")
        == "---\ntitle: Circle (moved)\ndate: 2026-03-19\nstart: 17:00\nend: 18:00\nuid: a-20260312@x\n---\n"
    )
    #expect(
      plan.text("content/meetings/2026-04-09-circle.md")?.contains("status: cancelled") == true)
    #expect(plan.lines[0].notes == ["it repeats: 4 meetings, from 2026-01-08 to 2026-05-21"])
    #expect(Set(plan.files.compactMap(uid)).count == 4)
  }

  @Test("from one day on, all of a series may have moved")
  func rangeOfAll() throws {
    let plan = try plan(
      """
      BEGIN:VEVENT
      UID:a
      DTSTART:20260105T160000
      RRULE:FREQ=WEEKLY;COUNT=4
      SUMMARY:Circle
      END:VEVENT
      BEGIN:VEVENT
      UID:a
      RECURRENCE-ID;RANGE=THISANDFUTURE:20260119T160000
      DTSTART:20260120T170000
      SUMMARY:Circle, Tuesdays
      END:VEVENT
      """)
    #expect(
      plan.files.map(\.path.name) == [
        "2026-01-05-circle.md", "2026-01-12-circle.md", "2026-01-20-circle-tuesdays.md",
        "2026-01-27-circle-tuesdays.md",
      ])
    #expect(
      plan.text("content/meetings/2026-01-27-circle-tuesdays.md")?.contains("start: 17:00") == true)
  }

  @Test("a series without an end is read for two years back and one ahead, and it is told")
  func endless() throws {
    let plan = try plan(
      """
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20200106
      RRULE:FREQ=MONTHLY
      SUMMARY:Circle
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20100106
      RRULE:FREQ=DAILY;UNTIL=20110101
      SUMMARY:Old
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20250101
      RRULE:FREQ=DAILY
      SUMMARY:Daily
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20260101
      RRULE:FREQ=HOURLY
      SUMMARY:Odd
      END:VEVENT
      """, today: CalendarDate("2026-06-01"))
    let circle = plan.files.filter { $0.path.name.hasSuffix("circle.md") }
    #expect(circle.first?.path.name == "2024-06-06-circle.md")
    #expect(circle.last?.path.name == "2027-05-06-circle.md")
    #expect(
      plan.lines[0].notes == [
        "it goes on: meetings after 2027-06-02 are left out",
        "it is older: 53 meetings before 2024-06-06 are left out",
        "it repeats: 36 meetings, from 2024-06-06 to 2027-05-06",
      ])
    #expect(plan.files.count { $0.path.name.hasSuffix("daily.md") } == CalendarSeries.most)
    #expect(
      plan.lines.contains { $0.notes.contains("it is long: the 200 latest meetings are here") })
    #expect(
      plan.lines.contains {
        $0.notes == ["it repeats in a way that is not read: only the first is here"]
      })
    #expect(
      plan.leftOutReport
        == "the event 'Old': it repeats, and none of its days is in the last two years or the next")
  }

  // MARK: Ends

  @Test(
    "an end is the same day, the night, or another day",
    arguments: [
      (
        "DTSTART:20260410T160000", "DTEND:20260411T100000",
        "start: 16:00\nend: 10:00\nend_date: 2026-04-11"
      ),
      ("DTSTART:20260410T220000", "DTEND:20260411T013000", "start: 22:00\nend: 01:30"),
      ("DTSTART:20260410T220000", "DTEND:20260411T000000", "start: 22:00\nend: 00:00"),
      ("DTSTART;VALUE=DATE:20260410", "DTEND;VALUE=DATE:20260413", "end_date: 2026-04-12"),
      ("DTSTART;VALUE=DATE:20260410", "DTEND;VALUE=DATE:20260411", ""),
      ("DTSTART;VALUE=DATE:20260410", "DURATION:P2D", "end_date: 2026-04-11"),
      ("DTSTART:20260410T160000", "DURATION:PT1H30M", "start: 16:00\nend: 17:30"),
      ("DTSTART:20260410T160000", "DTEND:20260410T150000", "start: 16:00"),
      ("DTSTART:20260410T160000", "DURATION:-PT1H", "start: 16:00"),
    ])
  func ends(start: String, end: String, fields: String) throws {
    let plan = try plan("BEGIN:VEVENT\nSUMMARY:A\n\(start)\n\(end)\nEND:VEVENT\n")
    let lines = fields.isEmpty ? "" : "\(fields)\n"
    #expect(
      plan.text("content/meetings/2026-04-10-a.md")
        == "---\ntitle: A\ndate: 2026-04-10\n\(lines)---\n")
  }

  // MARK: Zones

  @Test(
    "a zone is known by its own name, with a path before it, and as Windows calls it",
    arguments: [
      ("Europe/Berlin", "Europe/Berlin"), ("W. Europe Standard Time", "Europe/Berlin"),
      ("GMT Standard Time", nil), ("Eastern Standard Time", "America/New_York"),
      ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin"),
      ("/freeassociation.sourceforge.net/Tzfile/America/Indiana/Knox", "America/Indiana/Knox"),
      ("/mozilla.org/20050126_1/Europe/Paris", "Europe/Paris"),
      ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
      ("tzone://Microsoft/Custom", nil), ("AUS Eastern Standard Time", "Australia/Sydney"),
    ] as [(String, String?)])
  func zones(written: String, name: String?) throws {
    let plan = try plan(
      "BEGIN:VEVENT\nSUMMARY:A\nDTSTART;TZID=\"\(written)\":20260410T160000\nEND:VEVENT\n",
      site: TargetSite(timeZone: "Europe/London"))
    let zone = name.map { "timezone: \($0)\n" } ?? ""
    #expect(
      plan.text("content/meetings/2026-04-10-a.md")
        == "---\ntitle: A\ndate: 2026-04-10\nstart: 16:00\n\(zone)---\n")
  }

  @Test("every zone that Windows has a name for is one that is known here")
  func windows() {
    for name in ["Romance Standard Time", "FLE Standard Time", "UTC", "Tokyo Standard Time"] {
      #expect(WindowsZones.zone(name) != nil, "\(name)")
    }
    #expect(WindowsZones.zone("Nowhere Standard Time") == nil)
  }

  @Test(
    "a zone that a file explains is the one with that rule, or its hours are told by the site's")
  func customZones() throws {
    let zone = { (standard: String, rules: String) in
      """
      BEGIN:VTIMEZONE
      TZID:Customized Time Zone
      BEGIN:STANDARD
      DTSTART:16011028T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:\(standard)
      \(rules)
      """
    }
    let event =
      "BEGIN:VEVENT\nSUMMARY:A\nDTSTART;TZID=Customized Time Zone:20260710T160000\nEND:VEVENT\n"
    let berlin = zone(
      "+0100",
      """
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010325T020000
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      END:DAYLIGHT
      END:VTIMEZONE

      """)
    let london = TargetSite(timeZone: "Europe/London")
    #expect(try text(berlin + event, london).contains("start: 16:00\ntimezone: Europe/Berlin\n"))
    #expect(
      try text(berlin + event, TargetSite(timeZone: "Europe/Vienna")).contains("start: 16:00\n---"))
    let fixed = zone("+0330", "END:STANDARD\nEND:VTIMEZONE\n")
    #expect(try text(fixed + event, london).contains("start: 13:30\n---"))
    #expect(try text(fixed + event, TargetSite()).contains("start: 12:30\ntimezone: UTC\n"))
    let none = try plan(event, site: london)
    #expect(
      none.lines[0].notes == ["its time zone is not known here: look whether the hour is right"])
  }

  @Test("a time in UTC is told by the calendar's own zone, which may make it another day")
  func calendarZone() throws {
    let calendar = """
      BEGIN:VCALENDAR
      X-WR-TIMEZONE:Pacific/Auckland
      BEGIN:VEVENT
      SUMMARY:A
      DTSTART:20260405T210000Z
      DTEND:20260405T220000Z
      END:VEVENT
      END:VCALENDAR

      """
    let auckland = try plan(calendar, site: TargetSite(timeZone: "Pacific/Auckland"))
    #expect(
      auckland.text("content/meetings/2026-04-06-a.md")
        == "---\ntitle: A\ndate: 2026-04-06\nstart: 09:00\nend: 10:00\n---\n")
    let london = try plan(calendar, site: TargetSite(timeZone: "Europe/London"))
    #expect(
      london.text("content/meetings/2026-04-06-a.md")?.contains("timezone: Pacific/Auckland")
        == true)
  }

  // MARK: Invitations

  @Test("what is private in the calendar comes as a draft")
  func privateEvents() throws {
    for name in ["PRIVATE", "CONFIDENTIAL"] {
      let plan = try plan(
        "BEGIN:VEVENT\nSUMMARY:A\nDTSTART;VALUE=DATE:20260410\nCLASS:\(name)\nEND:VEVENT\n")
      #expect(plan.text("content/meetings/2026-04-10-a.md")?.contains("draft: yes") == true)
      #expect(
        plan.lines[0].notes == ["it is \(name.lowercased()) in the calendar, so it is a draft"])
    }
    let open = try plan(
      "BEGIN:VEVENT\nSUMMARY:A\nDTSTART;VALUE=DATE:20260410\nCLASS:PUBLIC\nEND:VEVENT\n")
    #expect(open.text("content/meetings/2026-04-10-a.md")?.contains("draft") == false)
  }

  @Test(
    "how to join is left out of a description, and the rest stays",
    arguments: [
      "Bring a slip.\\n\\n-::~:~::~:~:~::~:~::-\\nJoin with Google Meet: https://meet.google.com/abc-defg-hij\\nOr dial: (GB) +44 20 3956 0000 PIN: 123456789#\\n\\nLearn more about Meet at: https://support.google.com/a\\n-::~:~::~:~:~::~:~::-",
      "Bring a slip.\\n\\n________________________________________________________________________________\\nMicrosoft Teams meeting\\nJoin: https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc\\nMeeting ID: 123 456 789 012\\nPasscode: Ab3dEf\\n",
      "Ben Hale is inviting you to a scheduled Zoom meeting.\\n\\nJoin Zoom Meeting\\nhttps://zoom.us/j/123?pwd=abc\\n\\nMeeting ID: 123 456 789\\nPasscode: 12345\\nOne tap mobile\\n+442034815237\\,\\,123456789#\\n\\nBring a slip.",
      "Bring a slip.\\nMeeting link: https://bbb.lark.example/b/ada-abc\\nZugangscode: 4711",
      "Bring a slip.\\nJoin Webex: https://lark.webex.com/meet/ada\\nAccess code: 12 34",
      "<p>Bring a slip.</p><br><a href=\"https://meet.google.com/abc\">Join</a><br>Passcode: 9",
      "Bring a slip.\\nKennwort: Ab3\\nEinwahl: +49 30 1234",
    ])
  func joining(description: String) throws {
    let plan = try plan(
      "BEGIN:VEVENT\nSUMMARY:A\nDTSTART;VALUE=DATE:20260410\nDESCRIPTION:\(description)\nEND:VEVENT\n"
    )
    #expect(
      plan.text("content/meetings/2026-04-10-a.md")
        == "---\ntitle: A\ndate: 2026-04-10\n---\n\nBring a slip.\n")
    #expect(plan.lines[0].notes == ["left out: how to join, with its links and codes"])
  }

  @Test("words that only sound like it stay")
  func notJoining() {
    for text in [
      "We set a password for the quiz.", "The pin board is full.",
      "Meeting identity and belonging.",
      "Dial down the noise: three ideas.", "See https://lark.example/agenda",
      "Zoom in on fractions",
    ] {
      #expect(JoiningDetails.strip(text).text == text)
    }
  }

  @Test(
    "a place is a room, without links and programs",
    arguments: [
      ("Microsoft Teams Meeting; Room 2", "Room 2", "hybrid"),
      ("Microsoft Teams Meeting", nil, "online"),
      ("https://zoom.us/j/9?pwd=a", nil, "online"),
      ("Zoom https://zoom.us/j/9?pwd=a", nil, "online"),
      ("Lark Primary, Hill Road", "Lark Primary, Hill Road", nil), ("Google Meet", nil, "online"),
      ("Library https://maps.example/x", "Library", nil),
      ("Réunion Microsoft Teams", nil, "online"),
      ("Room 2; Passcode: 123", "Room 2", "hybrid"), ("Teams Avenue 4", "Teams Avenue 4", nil),
    ] as [(String, String?, String?)])
  func places(written: String, place: String?, mode: String?) {
    let found = JoiningDetails.place(written)
    #expect(found.text == place)
    #expect(found.mode == mode)
  }

  @Test("a description in HTML becomes Markdown")
  func html() {
    #expect(
      SimpleHTML.markdown(
        "<p>Bring <b>one</b> slip &amp; a <i>pen</i>.</p><ul><li>first</li><li>second</li></ul><a href=\"https://example.org/a\">Agenda</a><script>x</script>"
      ) == "Bring **one** slip & a *pen*.\n\n- first\n- second\n\n[Agenda](https://example.org/a)")
    #expect(!SimpleHTML.isIn("5 < 6 and a > b"))
  }

  private func plan(
    _ events: String, site: TargetSite = TargetSite(), today: CalendarDate? = nil
  ) throws -> ImportPlan {
    try CalendarImport(
      Array(events.utf8), named: "a.ics", site: site, today: today, existing: []
    ).plan
  }

  private func text(_ calendar: String, _ site: TargetSite) throws -> String {
    String(decoding: try #require(try plan(calendar, site: site).files.first).bytes, as: UTF8.self)
  }

  private func uid(_ file: ImportPlan.NewFile) -> String? {
    String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("uid:") }.map(String.init)
  }
}
