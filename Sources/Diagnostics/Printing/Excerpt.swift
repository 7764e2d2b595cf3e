/// A line of a file with the words at fault underlined, cut to what fits a terminal.
struct Excerpt {
  /// The most columns that the line itself may take.
  static let widest = 100

  /// The line as printed.
  let line: String
  /// The spaces and carets to print below it; `nil` where nothing is underlined.
  let underline: String?

  /// `column` counts scalars from 1; 0 underlines the whole line.
  init(_ text: String, column: Int, length: Int) {
    let all = cells(of: text.unicodeScalars)
    let fault = Self.fault(in: text, column: column, length: length)
    let window = Self.window(of: all, around: fault)
    var line = String.UnicodeScalarView()
    if window.lowerBound > 0 { line.append("…") }
    for cell in all[window] { line.append(contentsOf: cell.scalars) }
    if window.upperBound < all.count { line.append("…") }
    self.line = String(line)
    underline = Self.underline(all, window, fault)
  }

  /// The scalars at fault, counted from 0.
  private static func fault(in text: String, column: Int, length: Int) -> Range<Int> {
    let scalars = Array(text.unicodeScalars)
    if column > 0 {
      let start = min(column - 1, scalars.count)
      return start..<max(start, min(start + max(length, 1), scalars.count))
    }
    let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" }
    let first = scalars.firstIndex { !isBlank($0) } ?? 0
    let last = scalars.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
    return first..<max(first, last)
  }

  /// The cells to show: all, or so many as fit, the fault about a third in.
  private static func window(of cells: [Cell], around fault: Range<Int>) -> Range<Int> {
    let total = cells.reduce(0) { $0 + $1.width }
    guard total > widest else { return 0..<cells.count }
    let room = widest - 2
    var start = min(fault.lowerBound, cells.count)
    var width = 0
    while start > 0, width + cells[start - 1].width <= room / 3 {
      start -= 1
      width += cells[start].width
    }
    var end = min(fault.lowerBound, cells.count)
    while end < cells.count, width + cells[end].width <= room {
      width += cells[end].width
      end += 1
    }
    while start > 0, width + cells[start - 1].width <= room {
      start -= 1
      width += cells[start].width
    }
    return start..<end
  }

  private static func underline(
    _ cells: [Cell], _ window: Range<Int>, _ fault: Range<Int>
  ) -> String? {
    guard !cells.isEmpty else { return nil }
    let before = cells[window.lowerBound..<max(window.lowerBound, fault.lowerBound)]
    let below = cells[fault.clamped(to: window)]
    let indent = before.reduce(window.lowerBound > 0 ? 1 : 0) { $0 + $1.width }
    let width = max(1, below.reduce(0) { $0 + $1.width })
    return String(repeating: " ", count: indent) + String(repeating: "^", count: width)
  }
}
