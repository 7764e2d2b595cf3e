package import Dates
import Markup

/// When and where a meeting is, what its series gives included.
package struct Occasion: Sendable {
  package let date: CalendarDate?
  /// The last day, where it is not the first.
  package let lastDay: CalendarDate?
  package let start: ClockTime?
  package let end: ClockTime?
  package let place: MeetingPlace
  package let series: Configuration.Series?
  package let timeZone: String

  package init(_ meeting: Meeting, on date: CalendarDate?, in configuration: Configuration) {
    self.date = date
    lastDay = date == nil ? nil : meeting.endDate
    series = meeting.series.flatMap { configuration.series($0.value) }
    start = meeting.start?.value ?? series?.start
    end = meeting.end?.value ?? (meeting.start == nil ? series?.end : nil)
    place = meeting.place.inheriting(from: series?.place)
    timeZone = meeting.timeZone ?? configuration.timeZone
  }

  /// A meeting of a series that nobody has announced yet.
  package init(
    of series: Configuration.Series, on date: CalendarDate, in configuration: Configuration
  ) {
    self.date = date
    lastDay = nil
    self.series = series
    start = series.start
    end = series.end
    place = series.place
    timeZone = configuration.timeZone
  }
}

extension Occasion {
  package var mode: Meeting.Mode? { place.mode }

  /// From when to when a meeting is, by the clock of the whole world.
  package struct Hours: Hashable, Sendable {
    package let start: Moment
    package let end: Moment?
  }

  /// The day on which it ends: the last, or the day after where the end is past midnight.
  package var dayOfEnd: CalendarDate? {
    guard lastDay == nil, let date, let start, let end, end < start else { return lastDay ?? date }
    return date.adding(days: 1)
  }

  /// When the last day is over, by the clocks where the meeting is.
  package var endOfLastDay: Moment? {
    guard let lastDay, let midnight = ClockTime(hour: 0, minute: 0) else { return nil }
    let next = LocalTime(lastDay.adding(days: 1), midnight)
    return TimeZones.zone(timeZone).reading(of: next).moment
  }

  /// `nil` where no hour is given.
  package var hours: Hours? {
    guard let date, let start else { return nil }
    let zone = TimeZones.zone(timeZone)
    let begins = zone.reading(of: LocalTime(date, start)).moment
    let ends = end.flatMap { end in
      dayOfEnd.map { zone.reading(of: LocalTime($0, end)).moment }
    }
    // An hour that the clocks skip can take the start beyond the end.
    return Hours(start: begins, end: ends.flatMap { $0 > begins ? $0 : nil })
  }
}
