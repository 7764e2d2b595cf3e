package import Dates
import Markup

/// When a series meets: `first thursday`, `last friday`, `every 2 weeks from 2026-01-08`.
package enum Rhythm: Hashable, Sendable {
  /// The n-th such weekday of each month, n from 1 to 4.
  case monthly(nth: Int, weekday: CalendarDate.Weekday)
  /// The last such weekday of each month.
  case lastOfMonth(weekday: CalendarDate.Weekday)
  /// Every so many weeks, counted from a first meeting.
  case weekly(every: Int, from: CalendarDate)
}

extension Rhythm {
  package init?(_ written: String) {
    let words = written.lowercased().split(separator: " ").map(String.init)
    if words.count == 2, let weekday = weekdays[words[1]] {
      if words[0] == "last" {
        self = .lastOfMonth(weekday: weekday)
      } else if let nth = ordinals[words[0]] {
        self = .monthly(nth: nth, weekday: weekday)
      } else {
        return nil
      }
    } else if words.first == "every", let from = words.last.flatMap({ CalendarDate($0) }),
      words.count >= 4, words[words.count - 2] == "from"
    {
      switch words[1..<(words.count - 2)] {
      case ["week"]: self = .weekly(every: 1, from: from)
      case let middle where middle.count == 2 && middle.last == "weeks":
        guard let count = Int(words[1]), (1...52).contains(count) else { return nil }
        self = .weekly(every: count, from: from)
      default: return nil
      }
    } else {
      return nil
    }
  }

  /// The first day of the rhythm that is `day` or later, breaks skipped; `nil` where there is none
  /// within two years.
  package func next(
    onOrAfter day: CalendarDate, skipping breaks: [Configuration.Break]
  )
    -> CalendarDate?
  {
    for offset in 0..<731 {
      let candidate = day.adding(days: offset)
      let isInBreak = breaks.contains { $0.from <= candidate && candidate <= $0.to }
      if !isInBreak, falls(on: candidate) { return candidate }
    }
    return nil
  }

  private func falls(on day: CalendarDate) -> Bool {
    switch self {
    case .monthly(let nth, let weekday):
      day.weekday == weekday && (day.day - 1) / 7 + 1 == nth
    case .lastOfMonth(let weekday):
      day.weekday == weekday && day.adding(days: 7).month != day.month
    case .weekly(let every, let from):
      day >= from && (day.daysSince1970 - from.daysSince1970) % (7 * every) == 0
    }
  }
}

private let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4]
private let weekdays: [String: CalendarDate.Weekday] = [
  "monday": .monday, "tuesday": .tuesday, "wednesday": .wednesday, "thursday": .thursday,
  "friday": .friday, "saturday": .saturday, "sunday": .sunday,
]
