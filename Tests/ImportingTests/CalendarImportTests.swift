import Files
import Testing

@testable import Importing

@Suite("Calendars")
struct CalendarImportTests {
  @Test("an event is a meeting, without the addresses of those invited")
  func event() throws {
    let calendar = """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VEVENT
      UID:abc-1@example.org
      DTSTART;TZID=Europe/London:20240111T161500
      DTEND;TZID=Europe/London:20240111T173000
      SUMMARY:The circle\\, first of
        the year
      LOCATION:Room 4
      DESCRIPTION:Bring a question.\\nAnd a mug.
      ATTENDEE;CN="Okafor; Ada":mailto:ada@example.org
      SEQUENCE:2
      BEGIN:VALARM
      DESCRIPTION:An alarm
      END:VALARM
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20240201
      SUMMARY:Visit
      LOCATION:https://meet.example/abc?pwd=1
      STATUS:CANCELLED
      RRULE:FREQ=MONTHLY;COUNT=2
      END:VEVENT
      BEGIN:VEVENT
      SUMMARY:Some day
      END:VEVENT
      END:VCALENDAR

      """
    let plan = try CalendarImport(
      Array(calendar.replacing("\n", with: "\r\n").utf8), named: "a.ics", existing: []
    ).plan
    #expect(
      plan.text("content/meetings/2024-01-11-the-circle-first-of-the-year.md") == """
        ---
        title: The circle, first of the year
        date: 2024-01-11
        start: 16:15
        end: 17:30
        timezone: Europe/London
        venue: Room 4
        revision: 2
        uid: abc-1@example.org
        ---

        Bring a question.\\
        And a mug.

        """)
    #expect(
      plan.text("content/meetings/2024-02-01-visit.md")
        == "---\ntitle: Visit\ndate: 2024-02-01\nstatus: cancelled\nmode: online\n---\n")
    #expect(
      plan.report(isDryRun: false) == """
        the event 'The circle, first of the year' of 2024-01-11 → \
        content/meetings/2024-01-11-the-circle-first-of-the-year.md
            left out: who was invited, with their addresses
        the event 'Visit' of 2024-02-01 → content/meetings/2024-02-01-visit.md
            it repeats: 2 meetings, from 2024-02-01 to 2024-03-01
            left out: the place is a link, which may hold a passcode
        the event 'Visit' of 2024-03-01 → content/meetings/2024-03-01-visit.md

        Left out:
        the event 'Some day': it has no date that could be read

        3 files imported, 1 left out. Run 'handbook check' to see what is left to decide.
        """)
  }

  @Test("a file without an event is told")
  func none() {
    #expect(throws: UnreadableInput("'a.ics' has no event in it")) {
      try CalendarImport(
        Array("BEGIN:VCALENDAR\nEND:VCALENDAR\n".utf8), named: "a.ics", existing: [])
    }
  }
}
