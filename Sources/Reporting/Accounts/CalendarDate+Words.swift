import Dates
import Markup

extension CalendarDate {
  /// `26 November 2026`.
  var inWords: String { "\(day) \(months[month - 1]) \(year)" }

  /// `Thursday 26 November 2026`.
  var inFull: String { "\(weekdays[weekday.rawValue - 1]) \(inWords)" }

  /// How many days it lies behind another day.
  func days(before other: CalendarDate) -> Int { other.daysSince1970 - daysSince1970 }

  /// The same day of the month so many months later, or the last of that month.
  func adding(months count: Int) -> CalendarDate {
    let index = year * 12 + month - 1 + count
    let (year, month) = (index / 12, index % 12 + 1)
    let last = CalendarDate.days(inMonth: month, of: year)
    return CalendarDate(year: year, month: month, day: min(day, last)) ?? self
  }
}

/// `1 day`, `12 days`.
func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

private let months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
]

private let weekdays = [
  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
]
