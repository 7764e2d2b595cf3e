import Dates
import Markup
import Templates

/// A chart of readings as SVG.
///
/// Places across and down are percentages, so that the picture fills any width and its words keep
/// the size of the text around them. The style sheet gives height, margins and colours.
struct ReadingsDrawing {
  enum Size: Hashable, Sendable {
    /// With marks of the scale: the page of a goal.
    case full
    /// With the ends and the target alone: several beside each other.
    case small
  }

  /// All words of a chart.
  struct Labels: Hashable, Sendable {
    /// For those who do not see it.
    let name: String
    let first: String
    let last: String
    var target: String?
    var level: String?
    /// The ends of the axis.
    let from: String
    let to: String
    /// In the order of the scale's ticks.
    let ticks: [String]
  }

  let chart: ReadingsChart
  let labels: Labels
  let size: Size
  /// Whether time runs from right to left, as the text does.
  let isMirrored: Bool

  var svg: HTML {
    var html: [UInt8] = []
    html.append("<svg class=\"plot\(classes)\" role=\"img\" aria-label=\"")
    html.append(escaped: labels.name)
    html.append("\">")
    if size == .full { drawScale(&html) }
    drawAxis(&html)
    drawLevels(&html)
    drawLine(&html)
    drawNames(&html)
    html.append("</svg>")
    return HTML(bytes: html)
  }

  /// Long numbers beside the scale need a wider margin.
  private var classes: String {
    guard size == .full else { return " plot-small" }
    return labels.ticks.contains { $0.count > 5 } ? " plot-wide" : ""
  }
}

// MARK: - Lines

extension ReadingsDrawing {
  private func drawScale(_ html: inout [UInt8]) {
    for (tick, label) in zip(chart.scale.ticks, labels.ticks) {
      let y = self.y(tick)
      line("grid", from: (0, y), to: (100, y), &html)
      text("tick", label, at: (edge(.first), y), anchor: "end", dx: beside, dy: ".35em", &html)
    }
    for year in chart.years {
      let x = self.x(year)
      line("grid", from: (x, y(share: 1)), to: (x, y(share: 0)), &html)
      text("tick", "\(year.year)", at: (x, 100), anchor: "middle", dy: below, &html)
    }
  }

  /// The days below, and the line above them: zero where the scale holds it.
  private func drawAxis(_ html: inout [UInt8]) {
    let foot = chart.scale.ticks.contains(0) ? y(0) : y(share: 0)
    line("axis", from: (0, foot), to: (100, foot), &html)
    text("tick", labels.from, at: (edge(.first), 100), anchor: "start", dy: below, &html)
    text("tick", labels.to, at: (edge(.last), 100), anchor: "end", dy: below, &html)
  }

  private func drawLevels(_ html: inout [UInt8]) {
    for (kind, level) in [("target", chart.target), ("level", chart.level)] {
      guard let level else { continue }
      line(kind, from: (0, y(level)), to: (100, y(level)), &html)
    }
  }

  /// The line is a picture of its own that is stretched, and its points are not.
  private func drawLine(_ html: inout [UInt8]) {
    html.append(
      "<svg viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\" width=\"100%\" height=\"100%\">"
        + "<polyline class=\"chart-line\" points=\"")
    var places = chart.points.map { "\(thousandths(x($0.date))),\(thousandths(y($0.value)))" }
    // Very many readings have places that no eye tells apart.
    places = runs(of: places[...]) { $0 }.map(\.0)
    html.append(places.joined(separator: " "))
    html.append("\"/></svg>")
    for (number, point) in chart.points.enumerated() where isMarked(number) {
      let kind = number == 0 && chart.beginsWithBaseline ? "chart-begin" : "chart-point"
      html.append(
        "<circle class=\"\(kind)\" cx=\"\(percent(x(point.date)))\" cy=\"\(percent(y(point.value)))\""
          + " r=\"4\"/>")
    }
  }

  /// Of very many readings only the ends have a point.
  private func isMarked(_ number: Int) -> Bool {
    chart.points.count <= mostPoints || number == 0 || number == chart.points.count - 1
  }

  private func line(
    _ kind: String, from start: (x: Double, y: Double), to end: (x: Double, y: Double),
    _ html: inout [UInt8]
  ) {
    html.append(
      "<line class=\"chart-\(kind)\" x1=\"\(percent(start.x))\" y1=\"\(percent(start.y))\""
        + " x2=\"\(percent(end.x))\" y2=\"\(percent(end.y))\"/>")
  }
}

// MARK: - Words

extension ReadingsDrawing {
  /// Above the lines, so that none crosses a word.
  private func drawNames(_ html: inout [UInt8]) {
    if let target = chart.target, let name = labels.target, let end = chart.endOfTarget {
      draw("level-name", name, at: end, target, chart.side(ofLevelAt: end), &html)
    }
    if let level = chart.level, let name = labels.level, let end = chart.endOfLevel {
      draw("level-name", name, at: end, level, chart.side(ofLevelAt: end), &html)
    }
    for (end, point, name) in [
      (ReadingsChart.End.first, chart.first, labels.first), (.last, chart.last, labels.last),
    ] where end == .last || !chart.isShort {
      let place = isAtEdge(point.date, end) ? nil : x(point.date)
      draw("value", name, at: end, point.value, chart.side(of: end), x: place, &html)
    }
  }

  /// Words at an end of the line, or of a level; `x` where the line ends within the picture.
  private func draw(
    _ kind: String, _ name: String, at end: ReadingsChart.End, _ value: Double,
    _ side: ReadingsChart.Side, x: Double? = nil, _ html: inout [UInt8]
  ) {
    let anchor = x != nil ? "middle" : end == .first ? "start" : "end"
    text(
      kind, name, at: (x ?? edge(end), y(value)), anchor: anchor,
      dy: side == .above ? "-.7em" : "1.45em", &html)
  }

  /// Words of a point near the edge are set from the edge inwards.
  private func isAtEdge(_ date: CalendarDate, _ end: ReadingsChart.End) -> Bool {
    let share = chart.share(of: date)
    return end == .first ? share < 0.12 : share > 0.88
  }

  /// The start of a text is on the right where it runs from right to left.
  private func text(
    _ kind: String, _ text: String, at place: (x: Double, y: Double), anchor: String,
    dx: String? = nil, dy: String, _ html: inout [UInt8]
  ) {
    html.append("<text class=\"chart-\(kind)\" x=\"\(percent(place.x))\"")
    html.append(" y=\"\(percent(place.y))\" text-anchor=\"\(anchor)\"")
    if let dx { html.append(" dx=\"\(dx)\"") }
    html.append(" dy=\"\(dy)\">")
    html.append(escaped: text)
    html.append("</text>")
  }
}

// MARK: - Places

extension ReadingsDrawing {
  private func x(_ date: CalendarDate) -> Double {
    let share = chart.share(of: date) * 100
    return isMirrored ? 100 - share : share
  }

  private func edge(_ end: ReadingsChart.End) -> Double {
    (end == .first) == isMirrored ? 100 : 0
  }

  /// From the edge into the margin.
  private var beside: String { isMirrored ? ".5em" : "-.5em" }

  private func y(_ value: Double) -> Double { y(share: chart.scale.share(of: value)) }

  /// Words above the highest and below the lowest have their room.
  private func y(share: Double) -> Double {
    let (top, foot) = size == .full ? (10.0, 87.0) : (18.0, 78.0)
    return foot - share * (foot - top)
  }
}

/// `12.3%`, without a needless zero.
private func percent(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
}

private func thousandths(_ percent: Double) -> Int { Int((percent * 10).rounded()) }

private let mostPoints = 40
/// Under the foot of the picture: the style sheet leaves a margin there.
private let below = ".8em"
