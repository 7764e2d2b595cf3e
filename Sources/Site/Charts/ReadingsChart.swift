import Community
import Dates

/// The readings of a goal as a line over time, from its baseline towards its target.
struct ReadingsChart: Sendable {
  /// A value on a day.
  struct Point: Hashable, Sendable {
    let date: CalendarDate
    let value: Double
  }

  /// The baseline, where its day is known, and the readings.
  let points: [Point]
  /// Whether the first point is the baseline.
  let beginsWithBaseline: Bool
  /// A baseline whose day is not known: a level, and no point.
  let level: Double?
  let target: Double?
  let scale: ValueScale
  /// Where the line begins and ends.
  let first: Point
  let last: Point
  /// The days of the axis; charts beside each other have the same.
  var days: ClosedRange<CalendarDate>

  /// `nil` without two values on different days.
  init?(_ goal: Goal) {
    let start = goal.startOfReadings
    beginsWithBaseline = start != nil
    points =
      [start].compactMap(\.self)
      + goal.readings.map { Point(date: $0.date, value: $0.value) }
    level = start == nil ? goal.baseline : nil
    target = goal.target
    let values = points.map(\.value) + [target, level].compactMap(\.self)
    guard let first = points.first, let last = points.last, first.date < last.date,
      let scale = ValueScale(values)
    else { return nil }
    days = first.date...last.date
    self.scale = scale
    (self.first, self.last) = (first, last)
  }
}

extension Goal {
  /// The baseline as a point, where it was taken on the day of the start and before all readings.
  var startOfReadings: ReadingsChart.Point? {
    guard let baseline, let start, let first = readings.first, start <= first.date else {
      return nil
    }
    return ReadingsChart.Point(date: start, value: baseline)
  }
}

extension ReadingsChart {
  /// Where a day stands on the axis, from 0 to 1.
  func share(of date: CalendarDate) -> Double {
    let whole = days.upperBound.daysSince1970 - days.lowerBound.daysSince1970
    return Double(date.daysSince1970 - days.lowerBound.daysSince1970) / Double(max(whole, 1))
  }

  /// The first days of years that have room for their names on the axis, at most three.
  var years: [CalendarDate] {
    let all = (days.lowerBound.year...days.upperBound.year)
      .compactMap { CalendarDate(year: $0, month: 1, day: 1) }
      .filter { (0.25...0.75).contains(share(of: $0)) }
    let stride = (all.count + 2) / 3
    return all.enumerated().filter { $0.offset % max(stride, 1) == 0 }.map(\.element)
  }
}

// MARK: - Where words stand

extension ReadingsChart {
  enum End: Hashable, Sendable { case first, last }

  /// On which side of a line words stand.
  enum Side: Hashable, Sendable { case above, below }

  /// The target is named where the line does not reach, else where the line is further away.
  var endOfTarget: End? {
    target.map { target in
      if isFree(.first) { return .first }
      if isFree(.last) { return .last }
      return abs(target - first.value) >= abs(target - last.value) ? .first : .last
    }
  }

  /// A baseline without a day is named at the other end.
  var endOfLevel: End? { level.map { _ in endOfTarget == .last ? .first : .last } }

  /// The words at an end of the line keep off the line, and off the words at a level nearby.
  func side(of end: End) -> Side {
    if let level = named(at: end), isNear(level, end) {
      return value(at: end) >= level ? .above : .below
    }
    let next = end == .first ? points[1].value : points[points.count - 2].value
    return value(at: end) < next ? .below : .above
  }

  /// The words of a level stand above it, unless the words of the line's end do.
  func side(ofLevelAt end: End) -> Side {
    guard let level = named(at: end), isNear(level, end) else { return .above }
    return side(of: end) == .above ? .below : .above
  }

  /// Whether the words at the ends of the line would stand on each other.
  var isShort: Bool {
    share(of: last.date) - share(of: first.date) < 0.3 && side(of: .first) == side(of: .last)
      && abs(scale.share(of: first.value) - scale.share(of: last.value)) < room
  }

  /// Whether an end of the axis is far from the line, as when the axis is that of several charts.
  private func isFree(_ end: End) -> Bool {
    end == .first ? share(of: first.date) > 0.35 : share(of: last.date) < 0.65
  }

  private func value(at end: End) -> Double { end == .first ? first.value : last.value }

  private func named(at end: End) -> Double? {
    endOfTarget == end ? target : endOfLevel == end ? level : nil
  }

  private func isNear(_ level: Double, _ end: End) -> Bool {
    !isFree(end)
      && abs(scale.share(of: level) - scale.share(of: value(at: end))) < room
  }
}

/// The share of the height that a line of words needs.
private let room = 0.17
