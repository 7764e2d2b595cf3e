import Diagnostics

/// Where the words of a section end.
struct SectionEnd {
  /// The last line that is not blank; `nil` where there is none.
  let lastLine: Int?
  /// The byte behind its words, or the first of the text.
  let offset: Int
  /// Whether no line break follows.
  let isAtEndOfText: Bool
  /// Whether the next heading follows without a blank line between.
  let isCrowded: Bool
  /// The mark of the list that the section ends with, if it ends with one.
  let bullet: String?
  /// As the text has them.
  let lineBreak: String

  init(_ section: MinutesSection, _ source: SourceText) {
    let lines = SectionLines(source)
    lineBreak = lines.lineBreak
    let last = section.lines.last { !lines.isBlank($0) }
    lastLine = last
    offset = last.map { lines.end(of: $0) } ?? lines.startOfText
    isAtEndOfText = offset == source.bytes.count
    let next = (last ?? 0) + 1
    isCrowded = next <= source.lineStarts.count && !lines.isBlank(next)
    let first = section.level == 0 ? section.lines.lowerBound : section.lines.lowerBound + 1
    let outer = last.flatMap { last in
      first > last ? nil : (first...last).last { !lines.isBlank($0) && !lines.isIndented($0) }
    }
    bullet = outer.flatMap { lines.bullet(of: $0) }
  }
}

/// The lines of a text, counted from 1.
private struct SectionLines {
  let source: SourceText

  init(_ source: SourceText) { self.source = source }

  func end(of line: Int) -> Int {
    var end = source.start(ofLine: line) ?? source.bytes.count
    while end < source.bytes.count, source.bytes[end] != 0x0A, source.bytes[end] != 0x0D {
      end += 1
    }
    return end
  }

  func isBlank(_ line: Int) -> Bool {
    guard let start = source.start(ofLine: line) else { return true }
    return source.bytes[max(start, startOfText)..<max(end(of: line), startOfText)]
      .allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  func isIndented(_ line: Int) -> Bool {
    guard let start = source.start(ofLine: line), start < source.bytes.count else { return false }
    return source.bytes[start] == 0x20 || source.bytes[start] == 0x09
  }

  func bullet(of line: Int) -> String? {
    guard let start = source.start(ofLine: line) else { return nil }
    return LineBeginning(source.bytes, from: start).bullet.map { String(UnicodeScalar($0)) }
  }

  /// Behind a byte order mark.
  var startOfText: Int { source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// That of the first line; a line feed where there is none.
  var lineBreak: String {
    let end = end(of: 1)
    guard end < source.bytes.count, source.bytes[end] == 0x0D else { return "\n" }
    return end + 1 < source.bytes.count && source.bytes[end + 1] == 0x0A ? "\r\n" : "\r"
  }
}
