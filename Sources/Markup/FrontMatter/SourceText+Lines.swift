import Diagnostics
import Text

extension SourceText {
  /// The bytes of a line, counted from 1, without its line break.
  func line(_ number: Int, from earliest: Int = 0) -> Range<Int> {
    let start = max(earliest, start(ofLine: number) ?? bytes.count)
    var end = start
    while end < bytes.count, !bytes[end].isLineBreak { end += 1 }
    return start..<end
  }

  /// Where a line begins, or the end of the file where there is no such line.
  func startOrEnd(ofLine number: Int) -> Int {
    start(ofLine: number) ?? bytes.count
  }

  /// Whether a line holds nothing but `marker` and trailing blanks.
  func isMarker(_ line: Range<Int>, _ marker: String) -> Bool {
    bytes[line].starts(with: marker.utf8)
      && bytes[line].dropFirst(marker.utf8.count).allSatisfy(\.isBlank)
  }

  func isBlank(_ line: Range<Int>) -> Bool {
    bytes[line].allSatisfy(\.isBlank)
  }

  /// Whether a line begins as a field does: a word, then a colon.
  func looksLikeField(_ line: Range<Int>) -> Bool {
    let word = bytes[line].prefix { $0.isWordByte }
    return !word.isEmpty && word.endIndex < line.upperBound
      && bytes[word.endIndex] == UInt8(ascii: ":")
  }

  /// Whether the text begins `{ "`, as a JSON object does and a shortcode or attribute list does
  /// not.
  func beginsWithJSON(at start: Int) -> Bool {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return false }
    let next = bytes[(start + 1)...].first { !$0.isBlank && !$0.isLineBreak }
    return next == UInt8(ascii: "\"")
  }

  /// The text of a stretch of bytes.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The place of a stretch of bytes, cut at the end of its line, without its excerpt.
  func span(of range: Range<Int>) -> SourceSpan {
    let number = line(at: range.lowerBound)
    let line = line(number)
    let end = min(max(range.upperBound, range.lowerBound), max(line.upperBound, range.lowerBound))
    return SourceSpan(
      line: number, column: scalars(line.lowerBound..<range.lowerBound) + 1,
      length: max(1, scalars(range.lowerBound..<end)))
  }

  /// A span of this file with the text of its line, for a message to show.
  ///
  /// A very long line is left to be read when the message is printed.
  func location(_ span: SourceSpan) -> SourceLocation {
    guard span.line > 0 else { return whole }
    let line = line(Int(span.line))
    return SourceLocation(
      path: path, line: Int(span.line), column: Int(span.column), length: Int(span.length),
      excerpt: line.count <= 1000 ? text(line) : nil)
  }

  func scalars(_ range: Range<Int>) -> Int {
    bytes[range].count { $0 & 0xC0 != 0x80 }
  }
}

extension UInt8 {
  /// A space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// LF or CR.
  var isLineBreak: Bool { self == 0x0A || self == 0x0D }

  /// A letter, digit, hyphen or underscore of ASCII, or any byte of another character.
  var isWordByte: Bool {
    isDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self >= 0x80
      || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
