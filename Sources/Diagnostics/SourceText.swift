/// The text of one file and where its lines begin, so that a problem can be shown in its place.
///
/// Lines end with LF, CRLF or a lone CR, as in CommonMark 0.30 §2.1. Positions given and returned
/// are byte offsets into `bytes`.
package struct SourceText: Sendable {
  /// The path within the site, as messages print it.
  package let path: String
  /// The text, UTF-8.
  package let bytes: [UInt8]
  /// The byte at which each line begins.
  package let lineStarts: [Int]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lineStarts = startsOfLines(in: bytes)
  }

  package init(path: String, _ text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The place of the bytes from `range.lowerBound` up to `range.upperBound`, cut at the end of
  /// the line that it starts in.
  package func location(of range: Range<Int>) -> SourceLocation {
    let start = min(max(range.lowerBound, 0), bytes.count)
    let line = line(at: start)
    let lineStart = lineStarts[line - 1]
    let lineEnd = endOfLine(from: lineStart)
    let end = min(max(range.upperBound, start), max(lineEnd, start))
    return SourceLocation(
      path: path, line: line, column: scalars(lineStart..<start) + 1,
      length: max(1, scalars(start..<end)), excerpt: text(lineStart..<lineEnd))
  }

  /// The whole of a line, counted from 1: its first to its last character that is not a space.
  package func location(line: Int) -> SourceLocation {
    guard let lineStart = start(ofLine: line) else { return SourceLocation(path: path) }
    let lineEnd = endOfLine(from: lineStart)
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let content = bytes[lineStart..<lineEnd]
    let first = content.firstIndex { !isBlank($0) } ?? lineStart
    let last = content.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? first
    return location(of: first..<max(first, last))
  }

  /// The first place of `needle` on a line, or the whole line where it does not occur.
  package func location(line: Int, of needle: String) -> SourceLocation {
    guard let lineStart = start(ofLine: line) else { return SourceLocation(path: path) }
    let pattern = Array(needle.utf8)
    let lineEnd = endOfLine(from: lineStart)
    guard !pattern.isEmpty, lineEnd - lineStart >= pattern.count else {
      return location(line: line)
    }
    for start in lineStart...(lineEnd - pattern.count)
    where bytes[start..<(start + pattern.count)].elementsEqual(pattern) {
      return location(of: start..<(start + pattern.count))
    }
    return location(line: line)
  }

  /// The file as a whole.
  package var whole: SourceLocation { SourceLocation(path: path) }

  /// The byte at which a line, counted from 1, begins.
  package func start(ofLine line: Int) -> Int? {
    lineStarts.indices.contains(line - 1) ? lineStarts[line - 1] : nil
  }

  /// The line, counted from 1, that a byte stands on.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func endOfLine(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  private func scalars(_ range: Range<Int>) -> Int {
    bytes[range].count { $0 & 0xC0 != 0x80 }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

/// Lines end with LF, CRLF or a lone CR (CommonMark 0.30 §2.1); the first starts at 0.
private func startsOfLines(in bytes: [UInt8]) -> [Int] {
  var starts = [0]
  bytes.withUnsafeBufferPointer { bytes in
    for offset in bytes.indices where bytes[offset] == 0x0A || bytes[offset] == 0x0D {
      let isFirstOfPair =
        bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
      if !isFirstOfPair { starts.append(offset + 1) }
    }
  }
  return starts
}
