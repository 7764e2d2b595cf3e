package import Dates
import Markup

/// A minute of the world's time, counted in UTC from the beginning of 1970.
package struct Moment: Hashable, Sendable, Comparable {
  package let minutes: Int

  package init(minutes: Int) {
    self.minutes = minutes
  }

  package static func < (left: Moment, right: Moment) -> Bool { left.minutes < right.minutes }

  /// What calendar and clock show where they are so many minutes ahead of UTC.
  package func local(ahead offset: Int) -> LocalTime { LocalTime(minutes: minutes + offset) }
}

/// What a calendar and a clock show, without a word of where.
package struct LocalTime: Hashable, Sendable {
  /// Counted as if there were no other place, from the beginning of 1970.
  let minutes: Int

  package init(_ date: CalendarDate, _ time: ClockTime) {
    minutes = date.daysSince1970 * minutesOfDay + time.minutes
  }

  init(minutes: Int) {
    self.minutes = minutes
  }

  package var date: CalendarDate {
    CalendarDate(daysSince1970: (minutes - minuteOfDay) / minutesOfDay)
  }

  /// As a clock shows it, `HH:MM`.
  package var clock: String { "\(twoDigits(minuteOfDay / 60)):\(twoDigits(minuteOfDay % 60))" }

  private var minuteOfDay: Int {
    (minutes % minutesOfDay + minutesOfDay) % minutesOfDay
  }
}

extension ZoneRule {
  /// A moment as RFC 3339 writes it, by the clocks of the zone: `2026-02-12T16:15:00+00:00`.
  package func stamp(_ moment: Moment) -> String {
    let ahead = offset(at: moment)
    let local = moment.local(ahead: ahead)
    let (hours, minutes) = abs(ahead).quotientAndRemainder(dividingBy: 60)
    let offset = "\(ahead < 0 ? "-" : "+")\(twoDigits(hours)):\(twoDigits(minutes))"
    return "\(local.date)T\(local.clock):00\(offset)"
  }

  /// When a day began.
  package func stamp(ofMidnight day: CalendarDate) -> String {
    stamp(reading(of: LocalTime(minutes: day.daysSince1970 * minutesOfDay)).moment)
  }
}

let minutesOfDay = 24 * 60

/// At least two digits of a number that is not negative.
package func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
