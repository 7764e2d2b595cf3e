import Community
import Dates
import Markup
import Templates

/// The readings of a goal as a line over time, with its target as a dashed one.
///
/// Only shapes, which the style sheet colours: words in a picture would shrink with it, so they
/// stand below it and in the table of readings.
struct ReadingsChart {
  /// A value on a day.
  struct Point: Hashable, Sendable {
    let date: CalendarDate
    let value: Double
  }

  /// Where the line begins and ends.
  let first: Point
  let last: Point
  private let points: [Point]
  private let target: Double?

  /// `nil` without two readings of different days; a baseline with the day of the start counts.
  init?(_ goal: Goal) {
    var points = goal.readings.map { Point(date: $0.date, value: $0.value) }
    if let baseline = goal.baseline, let start = goal.start,
      points.first.map({ start < $0.date }) ?? false
    {
      points.insert(Point(date: start, value: baseline), at: 0)
    }
    guard let first = points.first, let last = points.last, first.date < last.date else {
      return nil
    }
    self.points = points
    self.first = first
    self.last = last
    target = goal.target
  }
}

extension ReadingsChart {
  /// The picture under a name for those who do not see it.
  func svg(named name: String) -> HTML {
    var html: [UInt8] = []
    html.append("<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"")
    html.append(escaped: name)
    html.append("\">")
    if let target {
      let y = self.y(target)
      html.append("<line class=\"chart-target\" x1=\"0\" y1=\"\(y)\" x2=\"\(width)\" y2=\"\(y)\"/>")
    }
    let places = points.map { (x($0.date), y($0.value)) }
    let line = places.map { "\($0),\($1)" }.joined(separator: " ")
    html.append("<polyline class=\"chart-line\" points=\"\(line)\"/>")
    for (x, y) in places {
      html.append("<circle class=\"chart-point\" cx=\"\(x)\" cy=\"\(y)\" r=\"6\"/>")
    }
    html.append("</svg>")
    return HTML(bytes: html)
  }

  private func x(_ date: CalendarDate) -> Int {
    let day = date.daysSince1970 - first.date.daysSince1970
    let days = last.date.daysSince1970 - first.date.daysSince1970
    return margin + (width - 2 * margin) * day / days
  }

  /// The highest value is at the top; a line that never moves runs in the middle.
  private func y(_ value: Double) -> Int {
    let values = points.map(\.value) + [target].compactMap(\.self)
    guard let low = values.min(), let high = values.max(), low < high else { return height / 2 }
    let share = (value - low) / (high - low)
    return height - margin - Int((share * Double(height - 2 * margin)).rounded())
  }
}

private let width = 600
private let height = 200
/// Room for the points at the edges.
private let margin = 12
