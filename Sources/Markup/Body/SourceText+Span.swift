import Diagnostics

extension SourceText {
  /// The span of a range of bytes, cut at the end of its line; no excerpt is made.
  func span(of range: Range<Int>) -> SourceSpan {
    let line = line(at: range.lowerBound)
    let lineStart = start(ofLine: line) ?? 0
    let nextLine = start(ofLine: line + 1) ?? bytes.count
    let end = min(range.upperBound, nextLine)
    return SourceSpan(
      line: line, column: scalars(lineStart..<range.lowerBound) + 1,
      length: scalars(range.lowerBound..<max(end, range.lowerBound)))
  }

  /// How many Unicode scalars begin in a range of bytes.
  func scalars(_ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      bytes[range].reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
    }
  }
}
