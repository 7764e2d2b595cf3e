import Community
package import Dates
import Markup

extension Words {
  /// `Thursday 12 February 2026`, where there is no page for it to stand on.
  package func spokenDay(_ date: CalendarDate) -> String { fullDate(date).text }

  /// `12 February 2026`.
  func longDate(_ date: CalendarDate) -> DateView { dated(date, .dateLong) }

  /// `12 Feb 2026`.
  func shortDate(_ date: CalendarDate) -> DateView { dated(date, .dateShort) }

  /// `Thursday 12 February 2026`.
  func fullDate(_ date: CalendarDate) -> DateView { dated(date, .dateFull) }

  /// `February 2026`.
  func month(_ date: CalendarDate) -> String { dated(date, .dateMonth).text }

  private func dated(_ date: CalendarDate, _ pattern: Pattern) -> DateView {
    let text = filled(unfilled(pattern)) { name in
      switch name {
      case "weekday": self(date.weekday.word)
      case "day": day(date)
      case "month": self(.month(date.month))
      case "month_short": self(.shortMonth(date.month))
      case "year": "\(date.year)"
      default: nil
      }
    }
    return DateView(iso: date.description, text: text)
  }

  /// The number of the day; the first of a month has a form of its own: `1er mars`.
  private func day(_ date: CalendarDate) -> String {
    date.day == 1 ? self(.dayFirst) : "\(date.day)"
  }

  /// A leaf of a calendar.
  func leaf(_ date: CalendarDate) -> LeafView {
    LeafView(
      month: self(.shortMonth(date.month)), day: "\(date.day)",
      weekday: self(date.weekday.shortWord))
  }

  /// `16:00 to 17:15`.
  func times(from start: ClockTime?, to end: ClockTime?) -> String? {
    guard let start else { return nil }
    guard let end else { return timeFrom(start: start.description) }
    return timeRange(start: start.description, end: end.description)
  }

  /// `16:00 to 17:15 (UTC+1)`, by the clocks of a zone.
  func times(_ hours: Occasion.Hours, in zone: ZoneRule) -> String {
    timeWithOffset(
      time: localTimes(hours, in: zone), offset: offset(zone.offset(at: hours.start)))
  }

  /// `16:00 to 17:15`, by the clocks of a zone that readers know.
  func localTimes(_ hours: Occasion.Hours, in zone: ZoneRule) -> String {
    let start = hours.start.local(ahead: zone.offset(at: hours.start)).clock
    let end = hours.end.map { $0.local(ahead: zone.offset(at: $0)).clock }
    return end.map { timeRange(start: start, end: $0) } ?? timeFrom(start: start)
  }

  /// `UTC`, `UTC+5:30`, `UTC−3`.
  private func offset(_ minutes: Int) -> String {
    let (hours, rest) = abs(minutes).quotientAndRemainder(dividingBy: 60)
    if minutes == 0 { return "UTC" }
    let sign = minutes < 0 ? "\u{2212}" : "+"
    return "UTC\(sign)\(hours)" + (rest == 0 ? "" : ":\(twoDigits(rest))")
  }

  /// `since 2025`, `2023 to 2025`.
  func span(from: String?, to: String?) -> String? {
    switch (from, to) {
    case (let from?, let to?): period(from: from, to: to)
    case (let from?, nil): periodSince(from: from)
    case (nil, let to?): periodUntil(to: to)
    case (nil, nil): nil
    }
  }

  /// `every first Thursday of the month`, as a person would say when a series meets.
  func rhythm(_ rhythm: Rhythm) -> String {
    switch rhythm {
    case .monthly(let nth, let weekday):
      monthly(nth, self(weekday.word))
    case .lastOfMonth(let weekday):
      rhythmLast(weekday: self(weekday.word))
    case .weekly(let every, let from):
      rhythmWeekly(every, weekday: self(from.weekday.word))
    }
  }

  /// The n-th such weekday of each month, n from 1 to 4.
  private func monthly(_ nth: Int, _ weekday: String) -> String {
    switch nth {
    case 1: rhythmMonthly1(weekday: weekday)
    case 2: rhythmMonthly2(weekday: weekday)
    case 3: rhythmMonthly3(weekday: weekday)
    default: rhythmMonthly4(weekday: weekday)
    }
  }
}
