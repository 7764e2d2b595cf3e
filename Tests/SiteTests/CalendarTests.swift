import TestSupport
import Testing

@Suite("Calendars")
struct CalendarTests {
  private let settings = """
    name: The Circle
    timezone: Europe/London
    base_url: https://circle.example/handbook/
    series:
      - {id: evening, title: "Evenings, mostly", start: "16:15", end: "17:30", venue: Room 4}

    """

  @Test("a calendar holds every meeting, oldest first, in UTC, whatever became of it")
  func everything() async throws {
    let site = try await handbook([
      "handbook.yml": settings,
      "meetings/2026-02-12-held.md": "---\nseries: evening\n---\n# What we tried\n\nWe met.\n",
      "meetings/2026-07-09-coming.md": """
      ---
      series: evening
      mode: online
      updated: 2026-02-20
      revision: 2
      join_info: Ask the chair for the link.
      sign_up: https://forms.example/july
      ---
      # July; and on

      """,
      "meetings/2026-05-01-off.md": "---\nstatus: cancelled\n---\n# Off\n",
      "meetings/2026-06-01-later.md": "---\nstatus: postponed\nstart: 09:00\n---\n# Later\n",
    ])
    #expect(site.report == "")
    #expect(
      site.pages["meetings.ics"]?.lines == #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Handbook//Handbook//EN
        NAME:The Circle
        X-WR-CALNAME:The Circle
        REFRESH-INTERVAL;VALUE=DURATION:P1D
        X-PUBLISHED-TTL:P1D
        BEGIN:VEVENT
        UID:aa0caed3-73f5-8759-9ff8-d9bd3fea159e
        DTSTAMP:20260212T000000Z
        SEQUENCE:0
        DTSTART:20260212T161500Z
        DTEND:20260212T173000Z
        SUMMARY:What we tried
        LOCATION:Room 4
        DESCRIPTION:We met.\n\nhttps://circle.example/handbook/meetings/2026-02-12-
         held.html
        URL:https://circle.example/handbook/meetings/2026-02-12-held.html
        STATUS:CONFIRMED
        END:VEVENT
        BEGIN:VEVENT
        UID:a0f7a8a5-8e68-8404-a861-701ecc99b2a4
        DTSTAMP:20260220T000000Z
        SEQUENCE:0
        DTSTART;VALUE=DATE:20260501
        DTEND;VALUE=DATE:20260502
        SUMMARY:Off
        DESCRIPTION:https://circle.example/handbook/meetings/2026-05-01-off.html
        URL:https://circle.example/handbook/meetings/2026-05-01-off.html
        STATUS:CANCELLED
        END:VEVENT
        BEGIN:VEVENT
        UID:33bfe257-32fd-873b-b5f8-f2978970813a
        DTSTAMP:20260220T000000Z
        SEQUENCE:0
        DTSTART:20260601T080000Z
        SUMMARY:Later
        DESCRIPTION:https://circle.example/handbook/meetings/2026-06-01-later.html
        URL:https://circle.example/handbook/meetings/2026-06-01-later.html
        STATUS:TENTATIVE
        END:VEVENT
        BEGIN:VEVENT
        UID:bffd004e-0b67-8649-8001-ee3e6b03d963
        DTSTAMP:20260220T000000Z
        LAST-MODIFIED:20260220T000000Z
        SEQUENCE:2
        DTSTART:20260709T151500Z
        DTEND:20260709T163000Z
        SUMMARY:July\; and on
        LOCATION:Online
        DESCRIPTION:Ask the chair for the link.\n\nhttps://forms.example/july\n\nht
         tps://circle.example/handbook/meetings/2026-07-09-coming.html
        URL:https://circle.example/handbook/meetings/2026-07-09-coming.html
        STATUS:CONFIRMED
        END:VEVENT
        END:VCALENDAR

        """#)
  }

  @Test("a line holds at most 75 octets, and no character is parted")
  func folding() async throws {
    let title = String(repeating: "é👩🏽‍🏫漢", count: 30)
    let site = try await handbook(["meetings/2026-02-12-a.md": "---\ntitle: \(title)\n---\n"])
    let calendar = try #require(site.pages["meetings.ics"])
    let lines = calendar.utf8.split(separator: 0x0A).map { Array($0) }
    #expect(lines.allSatisfy { $0.count <= 76 && $0.last == 0x0D })
    #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    #expect(calendar.unfolded.contains("SUMMARY:\(title)\r\n"))
  }

  @Test("no text breaks out of its line")
  func escaping() async throws {
    let site = try await handbook([
      "meetings/2026-02-12-a.md": """
      ---
      title: a\\b; c, d
      venue: |
        Room
        END:VEVENT
      ---

      One\u{8} line\u{2028}DTSTART:19990101

      """
    ])
    let calendar = try #require(site.pages["meetings.ics"]?.unfolded)
    #expect(calendar.value(of: "SUMMARY") == #"a\\b\; c\, d"#)
    #expect(calendar.value(of: "LOCATION") == #"Room\nEND:VEVENT"#)
    #expect(calendar.value(of: "DESCRIPTION") == "One line DTSTART:19990101")
  }

  @Test("a meeting keeps its UID when its file is renamed or the site moves, or says its own")
  func uid() async throws {
    func uid(
      _ name: String, _ fields: String, _ settings: String = plainSettings
    ) async throws
      -> String?
    {
      let site = try await handbook([
        "handbook.yml": settings,
        "meetings/\(name).md": "---\ndate: 2026-02-12\n\(fields)---\n# A\n",
      ])
      return site.pages["meetings.ics"]?.unfolded.value(of: "UID")
    }
    let first = try #require(try await uid("launch", ""))
    #expect(first == "47cf657b-d8ab-8fd6-a05b-90f36eba2210")
    #expect(try await uid("lift-off", "aliases: [launch, take-off]\n") == first)
    #expect(
      try await uid("launch", "", plainSettings + "base_url: https://elsewhere.example/\n") == first
    )
    #expect(
      try await uid("launch", "", "name: Another\nid: the-circle\ntimezone: Europe/London\n")
        == first)
    #expect(try await uid("lift-off", "") != first)
    #expect(try await uid("launch", "", "name: Another\ntimezone: Europe/London\n") != first)
    #expect(try await uid("launch", "uid: 17@old.example\n") == "17@old.example")
  }

  @Test("a calendar names nobody who is only in the fields of a meeting")
  func people() async throws {
    let consent = "consent: {name: yes, profile: yes, attendance: yes, given: 2026-01-01}"
    let site = try await handbook([
      "members/ada.md": "---\nname: Ada Okafor\n\(consent)\n---\n",
      "members/m-07.md": "",
      "meetings/2026-02-12-a.md":
        "---\nchair: ada\nattendees: ada\n---\n# A\n\nWith @m-07, and then @ada.\n",
    ])
    let calendar = try #require(site.pages["meetings.ics"]?.unfolded)
    #expect(calendar.value(of: "DESCRIPTION") == "With a member\\, and then Ada Okafor.")
    #expect(!calendar.contains("ATTENDEE") && !calendar.contains("ORGANIZER"))
  }

  @Test("each coming meeting has a calendar of its own, and each series that has met or will")
  func files() async throws {
    let site = try await handbook([
      "handbook.yml": settings + "  - {id: silent, title: Silent}\n",
      "meetings/2026-02-12-held.md": "---\nseries: evening\n---\n# Held\n",
      "meetings/2026-07-09-coming.md": "# Coming\n",
      "meetings/2026-07-10-off.md": "---\nstatus: cancelled\n---\n# Off\n",
    ])
    #expect(
      site.pages.keys.filter { $0.hasSuffix(".ics") }.sorted() == [
        "meetings.ics", "meetings/2026-07-09-coming.ics", "meetings/2026-07-10-off.ics",
        "series/evening.ics",
      ])
    let one = try #require(site.pages["meetings/2026-07-09-coming.ics"])
    #expect(one.contains("SUMMARY:Coming\r\n") && !one.contains("Held") && !one.contains("NAME:"))
    let add = "href=\"../meetings/2026-07-09-coming.ics\">Add to your calendar</a>"
    #expect(site.pages["meetings/2026-07-09-coming.html"]?.contains(add) == true)
    #expect(site.pages["index.html"]?.contains(">Add to your calendar</a>") == true)
    #expect(site.pages["meetings/2026-07-10-off.html"]?.contains("Add to your") == false)
    let index = try #require(site.pages["meetings/index.html"])
    #expect(index.contains("href=\"../meetings.ics\">Calendar of all meetings</a>"))
    #expect(index.contains("<a href=\"../series/evening.ics\">Calendar of Evenings, mostly</a>"))
  }

  @Test("a series that has not met has a calendar with the day on which it is to meet first")
  func expected() async throws {
    let site = try await handbook([
      "handbook.yml": """
      name: The Circle
      timezone: Europe/London
      base_url: https://circle.example/
      series:
        - {id: new, title: Reading, rhythm: first thursday, start: "16:15", venue: Room 4}
        - {id: free, title: Now and then}
        - {id: over, title: Over, rhythm: first thursday, ended: 2026-02-01}
      breaks: [{from: 2026-03-01, to: 2026-03-31}]

      """
    ])
    #expect(site.pages.keys.filter { $0.hasSuffix(".ics") } == ["series/new.ics"])
    #expect(
      site.pages["series/new.ics"]?.lines == #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Handbook//Handbook//EN
        NAME:Reading – The Circle
        X-WR-CALNAME:Reading – The Circle
        REFRESH-INTERVAL;VALUE=DURATION:P1D
        X-PUBLISHED-TTL:P1D
        BEGIN:VEVENT
        UID:b223a0b3-9289-8279-a461-92f6540aa8ab
        DTSTAMP:20260301T000000Z
        DTSTART:20260402T151500Z
        SUMMARY:Reading
        LOCATION:Room 4
        DESCRIPTION:Not announced yet. This series meets every first Thursday of th
         e month.\n\nhttps://circle.example/series/new.html
        URL:https://circle.example/series/new.html
        STATUS:TENTATIVE
        END:VEVENT
        END:VCALENDAR

        """#)
    #expect(site.pages["series/new.html"]?.contains("href=\"../series/new.ics\"") == true)
  }

  @Test("a site without meetings has no calendar")
  func none() async throws {
    let site = try await handbook(["pages/a.md": "# A\n"])
    #expect(site.pages["meetings.ics"] == nil)
    #expect(site.pages["meetings/index.html"]?.contains(".ics") == false)
  }

  @Test("two entries with one uid are an error")
  func duplicates() async throws {
    let site = try await handbook([
      "meetings/2026-02-12-a.md": "---\nuid: one\n---\n# A\n",
      "posts/b.md": "---\ndate: 2026-02-12\nauthors: [m-07]\nuid: one\n---\n# B\n",
      "members/m-07.md": "",
    ])
    #expect(
      site.report == """
        content/meetings/2026-02-12-a.md:2:6: error: the uid 'one' is that of 'posts/b' already [duplicate-uid]
          2 | uid: one
            |      ^^^
            note: Calendars and feeds would take the two for one.
            help: remove the line, or write another uid
        1 error

        """)
  }
}

extension String {
  /// As it reads on a page: `\r\n` is one character, and no line of a literal ends in it.
  fileprivate var lines: String {
    String(decoding: utf8.filter { $0 != 0x0D }, as: UTF8.self)
  }

  /// Long lines in one piece again (RFC 5545 §3.1).
  fileprivate var unfolded: String {
    // By bytes: a space and the mark that follows it would be one character.
    let parts = Array(utf8).split(separator: Array("\r\n ".utf8), omittingEmptySubsequences: false)
    return String(decoding: parts.joined(), as: UTF8.self)
  }

  fileprivate func value(of property: String) -> String? {
    split(separator: "\r\n").first { $0.hasPrefix("\(property):") }
      .map { String($0.dropFirst(property.count + 1)) }
  }
}
