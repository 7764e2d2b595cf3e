import Templates

/// What stands in one month of a `MonthChart`: shapes beside a number that says the same.
enum MonthMark: Hashable, Sendable {
  /// A dot for each day, further on the later it is in the month.
  case dots(days: [Int])
  /// A bar as high as its share of the highest.
  case bar(count: Int, highest: Int)
}

extension MonthMark {
  /// A shape within a box of 40 units' width.
  enum Shape: Hashable, Sendable {
    case circle(x: Int)
    case bar(height: Int)
  }

  /// None of nothing.
  var shapes: [Shape] {
    switch self {
    case .dots(let days):
      // The first of a month is at the beginning, the 31st at the end.
      Set(days).sorted().map { .circle(x: radius + ($0 - 1) * (width - 2 * radius) / 30) }
    case .bar(let count, let highest):
      count > 0 && highest > 0 ? [.bar(height: max(lowest, barHeight * count / highest))] : []
    }
  }

  /// The picture, hidden from who cannot see it: the number beside it tells all.
  var svg: HTML? {
    let shapes = shapes
    guard !shapes.isEmpty else { return nil }
    var html: [UInt8] = []
    html.append("<svg viewBox=\"0 0 \(width) \(height)\" aria-hidden=\"true\">")
    for shape in shapes { html.append(element(shape)) }
    html.append("</svg>")
    return HTML(bytes: html)
  }

  /// Whether one can count what the picture shows: each dot is one, unless two fall on one day.
  var tellsCount: Bool {
    switch self {
    case .dots(let days): !days.isEmpty && Set(days).count == days.count
    case .bar: false
    }
  }

  private var height: Int {
    switch self {
    case .dots: 2 * radius
    case .bar: barHeight
    }
  }

  private func element(_ shape: Shape) -> String {
    switch shape {
    case .circle(let x):
      "<circle class=\"chart-point\" cx=\"\(x)\" cy=\"\(radius)\" r=\"\(radius)\"/>"
    case .bar(let height):
      "<rect class=\"chart-point\" x=\"10\" y=\"\(barHeight - height)\" width=\"20\""
        + " height=\"\(height)\"/>"
    }
  }
}

private let width = 40
private let radius = 6
private let barHeight = 48
/// So that one of very many is still seen.
private let lowest = 2
