import Dates
import Testing

@Suite("Dates and times of day")
struct CalendarDateTests {
  @Test(
    "only YYYY-MM-DD of a real day is a date",
    arguments: [
      ("2026-01-15", true), ("2024-02-29", true), ("2000-02-29", true), ("0001-01-01", true),
      ("9999-12-31", true), ("2026-02-29", false), ("2027-02-29", false), ("1900-02-29", false),
      ("2026-02-30", false), ("2026-04-31", false), ("2026-13-01", false), ("2026-00-10", false),
      ("2026-01-00", false), ("0000-01-01", false), ("2026-1-5", false), ("2026-01-15 ", false),
      ("２０２６-01-15", false), ("2026-01-1é", false), ("+026-01-15", false), ("", false),
    ])
  func parsing(_ text: String, _ isDate: Bool) {
    #expect(CalendarDate(text)?.description == (isDate ? text : nil))
  }

  @Test("days are counted from 1 January 1970, both ways, without a gap in ten thousand years")
  func counting() throws {
    #expect(CalendarDate(daysSince1970: 0).description == "1970-01-01")
    #expect(CalendarDate(daysSince1970: -1).description == "1969-12-31")
    #expect(try #require(CalendarDate("2026-01-15")).daysSince1970 == 20_468)
    var day = try #require(CalendarDate("0001-01-01"))
    let last = try #require(CalendarDate("9999-12-31"))
    while day < last {
      let next = day.adding(days: 1)
      guard next.daysSince1970 == day.daysSince1970 + 1, next > day,
        next.day == day.day + 1 || next.day == 1
      else {
        Issue.record("\(next) does not follow \(day)")
        return
      }
      day = next
    }
    #expect(CalendarDate(daysSince1970: .max) == last)
    #expect(CalendarDate(daysSince1970: .min).description == "0001-01-01")
  }

  @Test("the day of the week is right far from 1970 too")
  func weekdays() throws {
    #expect(try #require(CalendarDate("1970-01-01")).weekday == .thursday)
    #expect(try #require(CalendarDate("2026-11-23")).weekday == .monday)
    #expect(try #require(CalendarDate("1900-01-01")).weekday == .monday)
    #expect(try #require(CalendarDate("2000-02-29")).weekday == .tuesday)
    #expect(try #require(CalendarDate("0001-01-01")).weekday == .monday)
  }

  @Test(
    "only HH:MM of a real minute is a time",
    arguments: [
      ("16:00", true), ("00:00", true), ("23:59", true), ("24:00", false), ("16:60", false),
      ("9:30", false), ("16:00:00", false), ("16.00", false), ("", false),
    ])
  func times(_ text: String, _ isTime: Bool) {
    #expect(ClockTime(text)?.description == (isTime ? text : nil))
  }

  @Test("times are in order and counted in minutes")
  func order() throws {
    let start = try #require(ClockTime("09:05"))
    let end = try #require(ClockTime("16:00"))
    #expect(start < end)
    #expect(end.minutes - start.minutes == 415)
  }
}
