import Dates
import Markup

/// How far the clocks of a zone are ahead of UTC, and when they change: a rule of `TimeZones`, read.
///
/// All is in minutes; behind UTC is negative.
package struct ZoneRule: Hashable, Sendable {
  /// What the clocks show outside the season.
  let standard: Int
  let season: Season?

  /// A part of each year with other clocks: mostly an hour more in summer; in Dublin, where summer
  /// time is the standard one, an hour less in winter.
  struct Season: Hashable, Sendable {
    let offset: Int
    let begins: ClockChange
    let ends: ClockChange
  }

  package static let utc = ZoneRule(standard: 0, season: nil)
}

/// A day of each year, such as the last Sunday of March, and a time by the clocks before the change.
struct ClockChange: Hashable, Sendable {
  let month: Int
  /// 1 to 4, or 5 for the last.
  let week: Int
  let weekday: CalendarDate.Weekday
  /// Counted from the day's beginning; it may lie before that or days later.
  let minutes: Int

  func local(in year: Int) -> LocalTime? {
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
    let lead = (weekday.rawValue - first.weekday.rawValue + 7) % 7
    var day = lead + 7 * (week - 1)
    if day >= CalendarDate.days(inMonth: month, of: year) { day -= 7 }
    return LocalTime(minutes: (first.daysSince1970 + day) * minutesOfDay + minutes)
  }
}

extension ZoneRule {
  /// How far the clocks are ahead of UTC.
  package func offset(at moment: Moment) -> Int {
    guard let season else { return standard }
    let year = moment.local(ahead: standard).date.year
    guard let (begins, ends) = changes(in: year) else { return standard }
    let isInSeason =
      begins < ends ? begins <= moment && moment < ends : moment < ends || begins <= moment
    return isInSeason ? season.offset : standard
  }

  /// What a time that somebody wrote means here.
  package func reading(of local: LocalTime) -> ClockReading {
    let offsets = Set([standard, season?.offset ?? standard]).sorted(by: >)
    let moments = offsets.map { Moment(minutes: local.minutes - $0) }
    let valid = zip(offsets, moments).filter { ahead, moment in offset(at: moment) == ahead }
    if let (_, first) = valid.first { return valid.count == 1 ? .once(first) : .twice(first) }
    // In the hour that is skipped every offset leads to a moment of the other one's.
    return .never(moments.last ?? Moment(minutes: local.minutes - standard))
  }

  /// The times between which the clocks are put where a time stands that they skip or show twice.
  package func change(around local: LocalTime) -> (from: LocalTime, to: LocalTime)? {
    guard let season, let (begins, ends) = changes(in: local.date.year) else { return nil }
    return [(begins, standard, season.offset), (ends, season.offset, standard)].lazy
      .map { (from: $0.local(ahead: $1), to: $0.local(ahead: $2)) }
      .first {
        min($0.from.minutes, $0.to.minutes) <= local.minutes
          && local.minutes < max($0.from.minutes, $0.to.minutes)
      }
  }

  private func changes(in year: Int) -> (begins: Moment, ends: Moment)? {
    guard let season, let begins = season.begins.local(in: year),
      let ends = season.ends.local(in: year)
    else { return nil }
    return (
      Moment(minutes: begins.minutes - standard), Moment(minutes: ends.minutes - season.offset)
    )
  }
}

/// What a local time means: RFC 5545 §3.3.5 says which moment to take where it means none or two.
package enum ClockReading: Hashable, Sendable {
  case once(Moment)
  /// The clocks skip it: it is counted on by the clocks before the change.
  case never(Moment)
  /// The clocks are put back over it: the first of the two.
  case twice(Moment)

  package var moment: Moment {
    switch self {
    case .once(let moment), .never(let moment), .twice(let moment): moment
    }
  }
}
