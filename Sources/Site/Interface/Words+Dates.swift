import Community
import Markup

extension Words {
  /// `12 February 2026`.
  func longDate(_ date: CalendarDate) -> DateView { dated(date, "date_long") }

  /// `12 Feb 2026`.
  func shortDate(_ date: CalendarDate) -> DateView { dated(date, "date_short") }

  /// `Thursday 12 February 2026`.
  func fullDate(_ date: CalendarDate) -> DateView { dated(date, "date_full") }

  /// `February 2026`.
  func month(_ date: CalendarDate) -> String { dated(date, "date_month").text }

  private func dated(_ date: CalendarDate, _ pattern: String) -> DateView {
    let text = filled(self(pattern)) { name in
      switch name {
      case "weekday": self("weekday_\(date.weekday.rawValue)")
      case "day": day(date)
      case "month": self("month_\(date.month)")
      case "month_short": self("month_short_\(date.month)")
      case "year": "\(date.year)"
      default: nil
      }
    }
    return DateView(iso: date.description, text: text)
  }

  /// The number of the day; the first of a month has a form of its own: `1er mars`.
  private func day(_ date: CalendarDate) -> String {
    date.day == 1 ? self("day_first") : "\(date.day)"
  }

  /// A leaf of a calendar.
  func leaf(_ date: CalendarDate) -> LeafView {
    LeafView(
      month: self("month_short_\(date.month)"), day: "\(date.day)",
      weekday: self("weekday_short_\(date.weekday.rawValue)"))
  }

  /// `16:00 to 17:15`.
  func times(from start: ClockTime?, to end: ClockTime?) -> String? {
    guard let start else { return nil }
    guard let end else { return self("time_from", ["start": start.description]) }
    return self("time_range", ["start": start.description, "end": end.description])
  }

  /// `16:00 to 17:15 (UTC+1)`, by the clocks of a zone.
  func times(_ hours: Occasion.Hours, in zone: ZoneRule) -> String {
    let ahead = zone.offset(at: hours.start)
    let start = hours.start.local(ahead: ahead).clock
    let end = hours.end.map { $0.local(ahead: zone.offset(at: $0)).clock }
    let times =
      end.map { self("time_range", ["start": start, "end": $0]) }
      ?? self("time_from", ["start": start])
    return self("time_with_offset", ["time": times, "offset": offset(ahead)])
  }

  /// `UTC`, `UTC+5:30`, `UTC−3`.
  private func offset(_ minutes: Int) -> String {
    let (hours, rest) = abs(minutes).quotientAndRemainder(dividingBy: 60)
    if minutes == 0 { return "UTC" }
    let sign = minutes < 0 ? "\u{2212}" : "+"
    return "UTC\(sign)\(hours)" + (rest == 0 ? "" : ":\(twoDigits(rest))")
  }

  /// `since 2025`, `2023 to 2025`.
  func period(from: String?, to: String?) -> String? {
    switch (from, to) {
    case (let from?, let to?): self("period", ["from": from, "to": to])
    case (let from?, nil): self("period_since", ["from": from])
    case (nil, let to?): self("period_until", ["to": to])
    case (nil, nil): nil
    }
  }

  /// `every first Thursday of the month`, as a person would say when a series meets.
  func rhythm(_ rhythm: Rhythm) -> String {
    switch rhythm {
    case .monthly(let nth, let weekday):
      self("rhythm_monthly_\(nth)", ["weekday": self("weekday_\(weekday.rawValue)")])
    case .lastOfMonth(let weekday):
      self("rhythm_last", ["weekday": self("weekday_\(weekday.rawValue)")])
    case .weekly(let every, let from):
      count("rhythm_weekly", every, ["weekday": self("weekday_\(from.weekday.rawValue)")])
    }
  }
}
