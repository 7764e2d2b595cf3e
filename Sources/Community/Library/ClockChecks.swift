import Dates
import Diagnostics
import Markup

extension Entry {
  /// Tells of a meeting that begins or ends at a time that the clocks skip or show twice.
  func checkClocks(_ configuration: Configuration) -> [Diagnostic] {
    guard case .meeting(let meeting) = fields, let date = common.date else { return [] }
    let occasion = Occasion(meeting, on: date.value, in: configuration)
    let start = occasion.start.map { Located($0, at: meeting.start?.span ?? date.span) }
    let end = occasion.end.map { Located($0, at: meeting.end?.span ?? date.span) }
    let times = [(start, date.value), (end, occasion.dayOfEnd ?? date.value)]
    return times.compactMap { time, day in
      time.flatMap { check($0, on: day, in: occasion.timeZone) }
    }
  }

  private func check(
    _ time: Located<ClockTime>, on date: CalendarDate, in name: String
  )
    -> Diagnostic?
  {
    let zone = TimeZones.zone(name)
    let local = LocalTime(date, time.value)
    guard let change = zone.change(around: local) else { return nil }
    let place = location(time.span)
    switch zone.reading(of: local) {
    case .once: return nil
    case .never(let moment):
      let taken = moment.local(ahead: zone.offset(at: moment))
      return .skippedTime(local, takenFor: taken, change, name, at: place)
    case .twice: return .repeatedTime(local, change, name, at: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func skippedTime(
    _ time: LocalTime, takenFor taken: LocalTime, _ change: (from: LocalTime, to: LocalTime),
    _ zone: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "skipped-time", at: place,
      "there is no \(time.clock) in \(zone) on \(time.date): "
        + "the clocks go from \(change.from.clock) to \(change.to.clock)",
      because: "Pages and calendars will say \(taken.clock).",
      hints: ["write a time before \(change.from.clock), or from \(change.to.clock) on"])
  }

  fileprivate static func repeatedTime(
    _ time: LocalTime, _ change: (from: LocalTime, to: LocalTime), _ zone: String,
    at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "repeated-time", at: place,
      "\(time.clock) comes twice in \(zone) on \(time.date): "
        + "the clocks go back from \(change.from.clock) to \(change.to.clock)",
      because: "Calendars take the first of the two.",
      hints: ["write a time before \(change.to.clock), or from \(change.from.clock) on"])
  }
}
