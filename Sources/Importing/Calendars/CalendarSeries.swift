import Community
import Dates
import Diagnostics

/// One time that an event takes place.
struct Occurrence: Sendable {
  let event: CalendarEvent
  let start: CalendarMoment
  let end: CalendarMoment?
  /// Of a series: the moment at which it was meant to be, by which it is known.
  let original: CalendarMoment?
  var notes: [String] = []
  /// Whether an earlier one of the series has told all that there is to tell.
  var isRepeated = false
}

/// The events of a calendar that are one: a series with what was moved, added and taken out of it.
struct CalendarSeries {
  private let master: CalendarEvent
  /// By the moment that each stands for.
  private let overrides: [(original: CalendarMoment, event: CalendarEvent, isForAllAfter: Bool)]
  private var zones: CalendarZones
  private let window: ClosedRange<CalendarDate>?

  /// The most that one series becomes.
  static let most = 200

  init(
    _ master: CalendarEvent, overrides: [CalendarEvent], _ zones: CalendarZones,
    window: ClosedRange<CalendarDate>?
  ) {
    self.master = master
    self.window = window
    var zones = zones
    self.overrides = overrides.compactMap { event in
      guard let property = event["RECURRENCE-ID"], let original = CalendarMoment(property, &zones)
      else { return nil }
      let isForAllAfter = property.parameters["RANGE"]?.uppercased() == "THISANDFUTURE"
      return (original, event, isForAllAfter)
    }.sorted {
      ($0.original.day, $0.original.time?.minutes ?? 0) < (
        $1.original.day, $1.original.time?.minutes ?? 0
      )
    }
    self.zones = zones
  }

  /// Every time that it takes place, within the years that are read; `nil` where it has no date.
  mutating func occurrences() -> [Occurrence]? {
    guard let start = master["DTSTART"].flatMap({ CalendarMoment($0, &zones) }) else { return nil }
    let length = master.length(from: start, &zones)
    let written = master["RRULE"]?.value
    let rule = written.flatMap { Recurrence($0) }
    var notes: [String] = []
    if written != nil, rule == nil {
      notes.append("it repeats in a way that is not read: only the first is here")
    }
    guard rule != nil || master["RDATE"] != nil else {
      var single = [occurrence(master, start, length, original: nil)]
      single[0].notes = notes
      return single
    }
    var starts = rule.map { self.starts($0, start, &notes) } ?? [start]
    starts += master.moments("RDATE", &zones).filter { !starts.contains($0) }
    let excluded = master.moments("EXDATE", &zones).map { $0.told(in: start.zone) }
    starts = starts.filter { moment in !excluded.contains { $0.isOne(moment) } }
    starts.sort { ($0.day, $0.time?.minutes ?? 0) < ($1.day, $1.time?.minutes ?? 0) }
    var found = starts.map { settled($0, length) }
    for index in found.indices.dropFirst() where found[index].event == master {
      found[index].isRepeated = true
    }
    // What was moved from outside of these years stands for itself.
    let used = Set(found.compactMap(\.original))
    for override in overrides where !used.contains(where: { $0.isOne(override.original) }) {
      guard let moved = moved(override.event, override.original), isInWindow(moved.start.day) else {
        continue
      }
      found.append(moved)
    }
    if let first = found.first, let last = found.last, found.count > 1 {
      notes.append(
        "it repeats: \(found.count) meetings, from \(first.start.day) to \(last.start.day)")
    }
    if !found.isEmpty { found[0].notes = notes + found[0].notes }
    return found
  }

  /// The days of a rule, with a word on those that are left out.
  private mutating func starts(
    _ rule: Recurrence, _ start: CalendarMoment, _ notes: inout [String]
  ) -> [CalendarMoment] {
    let last = window?.upperBound ?? start.day.adding(days: 366)
    let until = rule.until.flatMap {
      CalendarMoment($0, zone: master["DTSTART"]?.parameters["TZID"], &zones)
    }?
    .told(in: start.zone)
    let end = until.map { min($0.day, last) } ?? last
    var days = rule.days(from: start.day, through: end, atMost: 40_000)
    if let until, let time = until.time, let own = start.time, days.last == until.day, time < own,
      days.count > 1
    {
      days.removeLast()
    }
    let isCut = until.map { $0.day > last } ?? (rule.count.map { $0 > days.count } ?? true)
    if isCut { notes.append("it goes on: meetings after \(last) are left out") }
    let wanted = days.filter(isInWindow)
    if let first = wanted.first, wanted.count < days.count {
      notes.append(
        "it is older: \(days.count - wanted.count) meetings before \(first) are left out")
    }
    if wanted.count > Self.most {
      notes.append("it is long: the \(Self.most) latest meetings are here")
    }
    return wanted.suffix(Self.most).map {
      CalendarMoment(day: $0, time: start.time, zone: start.zone)
    }
  }

  private func isInWindow(_ day: CalendarDate) -> Bool { window?.contains(day) ?? true }

  /// One of a series, as it was moved or as the rule has it.
  private mutating func settled(_ start: CalendarMoment, _ length: Int?) -> Occurrence {
    if let override = overrides.first(where: { $0.original.told(in: start.zone).isOne(start) }),
      let moved = moved(override.event, start)
    {
      return moved
    }
    let range = overrides.last {
      $0.isForAllAfter && $0.original.told(in: start.zone).minutes(since: start) <= 0
    }
    guard let range, let begins = range.event["DTSTART"].flatMap({ CalendarMoment($0, &zones) })
    else {
      return occurrence(master, start, length, original: start)
    }
    let original = range.original.told(in: begins.zone)
    let shifted = start.told(in: begins.zone).adding(minutes: begins.minutes(since: original))
    let newLength = range.event.length(from: begins, &zones) ?? length
    return occurrence(range.event, shifted, newLength, original: start)
  }

  private mutating func moved(_ event: CalendarEvent, _ original: CalendarMoment) -> Occurrence? {
    guard let start = event["DTSTART"].flatMap({ CalendarMoment($0, &zones) }) else { return nil }
    return occurrence(event, start, event.length(from: start, &zones), original: original)
  }

  private func occurrence(
    _ event: CalendarEvent, _ start: CalendarMoment, _ length: Int?, original: CalendarMoment?
  ) -> Occurrence {
    Occurrence(
      event: event, start: start, end: length.map { start.adding(minutes: $0) }, original: original)
  }
}

extension CalendarMoment {
  /// Whether two moments are the same occurrence; a day alone is any time on it.
  fileprivate func isOne(_ other: CalendarMoment) -> Bool {
    day == other.day && (time == other.time || time == nil || other.time == nil)
  }
}

extension CalendarEvent {
  /// The minutes from the start to the end; of whole days, to the day after the last.
  fileprivate func length(from start: CalendarMoment, _ zones: inout CalendarZones) -> Int? {
    if let end = self["DTEND"].flatMap({ CalendarMoment($0, &zones) }) {
      let minutes = end.told(in: start.zone).minutes(since: start)
      return minutes > 0 ? minutes : nil
    }
    return self["DURATION"].flatMap { CalendarDuration($0.value) }?.minutes
  }

  /// The moments of a property that may have several, and stand several times.
  fileprivate func moments(_ name: String, _ zones: inout CalendarZones) -> [CalendarMoment] {
    var moments: [CalendarMoment] = []
    for property in all(name).prefix(2_000) {
      for value in property.value.split(separator: ",").prefix(2_000) {
        // Of a period, where it begins.
        let begin = value.split(separator: "/").first.map(String.init) ?? ""
        if let moment = CalendarMoment(begin, zone: property.parameters["TZID"], &zones) {
          moments.append(moment)
        }
      }
    }
    return moments
  }
}
