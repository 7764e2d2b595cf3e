import Diagnostics

/// Finds where in the file something stands that libcmark only gives a line for.
///
/// Inlines are met in the order they were written, so each search goes on from the last find. It
/// looks at most `reach` bytes ahead, which keeps it linear on a file that is one long line.
struct SpanFinder {
  private let source: SourceText
  private let reach = 4096
  /// The byte after the last find, and its column, so that columns are counted once.
  private var cursor = 0
  private var cursorColumn = 1

  init(_ source: SourceText) {
    self.source = source
  }

  /// The next place of the written text on a line or those after it, up to `lastLine`; the whole
  /// line where it is not found.
  mutating func span(
    of needle: some Collection<UInt8>, onLine line: Int, through lastLine: Int
  ) -> SourceSpan {
    find(needle, onLine: line, through: lastLine) ?? SourceSpan(line: line)
  }

  /// An image within a link comes after the link's address in the walk but before it in the text,
  /// so where nothing is found ahead, the line is searched from its start.
  mutating func find(
    _ needle: some Collection<UInt8>, onLine line: Int, through lastLine: Int
  ) -> SourceSpan? {
    guard let lineStart = source.start(ofLine: line) else { return nil }
    let end = source.start(ofLine: max(line, lastLine) + 1) ?? source.bytes.count
    let start = max(lineStart, min(cursor, end))
    let found =
      firstPlace(of: needle, in: start..<min(end, start + reach))
      ?? firstPlace(of: needle, in: lineStart..<min(start, lineStart + reach))
    return found.map { take($0..<($0 + needle.count)) }
  }

  private func firstPlace(of needle: some Collection<UInt8>, in range: Range<Int>) -> Int? {
    guard let first = needle.first, !range.isEmpty else { return nil }
    let length = needle.count
    return source.bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index + length <= range.upperBound {
        if bytes[index] == first, bytes[index..<(index + length)].elementsEqual(needle) {
          return index
        }
        index += 1
      }
      return nil
    }
  }

  /// The span of bytes whose place is known.
  mutating func take(_ range: Range<Int>) -> SourceSpan {
    let line = source.line(at: range.lowerBound)
    let lineStart = source.start(ofLine: line) ?? 0
    if cursor <= lineStart || cursor > range.lowerBound {
      (cursor, cursorColumn) = (lineStart, 1)
    }
    let column = cursorColumn + source.scalars(cursor..<range.lowerBound)
    let length = source.scalars(range)
    (cursor, cursorColumn) = (range.upperBound, column + length)
    return SourceSpan(line: line, column: column, length: length)
  }
}
