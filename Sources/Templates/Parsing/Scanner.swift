/// One tag as it stands in the text.
struct Tag {
  enum Kind {
    case variable, unescaped, section, inverted, close, partial, parent, block, comment, delimiters
  }

  let kind: Kind
  /// The whole tag, delimiters included.
  let range: Range<Int>
  /// What it says, without its sign and the white space around it.
  let content: Range<Int>
  /// Where its line starts, and whether only white space comes before it there.
  let lineStart: Int
  let isFirstOnLine: Bool
  /// The line break after it, and whether only white space comes before that.
  let lineBreak: Range<Int>
  let isLastOnLine: Bool

  /// Whether it has its line to itself; such a line is taken out with the tag.
  var isStandalone: Bool { isFirstOnLine && isLastOnLine }
  var indentation: Range<Int> { lineStart..<range.lowerBound }
}

/// Finds the tags of a template by its bytes.
struct Scanner {
  let bytes: [UInt8]
  private(set) var position = 0
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  enum Result {
    case tag(Tag)
    /// A tag that is opened and not closed, with what would close it.
    case unclosed(Range<Int>, closing: String)
  }

  /// The next tag, or `nil` at the end.
  mutating func next() -> Result? {
    guard let start = find(opening, from: position) else { return nil }
    let afterOpening = start + opening.count
    let (kind, signEnd) = sign(at: skipBlanks(from: afterOpening, lineBreaks: true))
    let closing = closing(of: kind, at: signEnd)
    let end = find(closing, from: signEnd)
    let mayHoldOpening = kind == .comment || kind == .delimiters || opening == self.closing
    let next = mayHoldOpening ? nil : find(opening, from: signEnd)
    if let end, end <= next ?? end {
      position = end + closing.count
      return .tag(tag(kind, start..<position, content: trimmed(signEnd..<end)))
    }
    position = next ?? bytes.count
    return .unclosed(start..<position, closing: String(decoding: closing, as: UTF8.self))
  }

  /// Takes new delimiters from what a tag such as `{{=<% %>=}}` says; `false` where it doesn't
  /// hold two.
  mutating func setDelimiters(_ content: Range<Int>) -> Bool {
    let parts = bytes[content].split(whereSeparator: isSpace)
    guard parts.count == 2, !bytes[content].contains(UInt8(ascii: "=")) else { return false }
    opening = Array(parts[0])
    closing = Array(parts[1])
    return true
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard let first = bytes[range].firstIndex(where: { !isSpace($0) }),
      let last = bytes[range].lastIndex(where: { !isSpace($0) })
    else { return range.lowerBound..<range.lowerBound }
    return first..<(last + 1)
  }

  /// The spaces and tabs at the start of the first line in a range that holds anything else.
  func margin(of range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(skipBlanks(from: start), range.upperBound)
      guard let next = lineBreak(at: end), !next.isEmpty else { return start..<end }
      start = next.upperBound
    }
    return range.lowerBound..<range.lowerBound
  }

  func isLineStart(_ index: Int) -> Bool {
    index == 0 || bytes[index - 1] == UInt8(ascii: "\n")
  }

  private func tag(_ kind: Tag.Kind, _ range: Range<Int>, content: Range<Int>) -> Tag {
    var lineStart = range.lowerBound
    while lineStart > 0, isBlank(bytes[lineStart - 1]) { lineStart -= 1 }
    let lineBreak = lineBreak(at: skipBlanks(from: range.upperBound))
    return Tag(
      kind: kind, range: range, content: content, lineStart: lineStart,
      isFirstOnLine: isLineStart(lineStart),
      lineBreak: lineBreak ?? range.upperBound..<range.upperBound, isLastOnLine: lineBreak != nil)
  }

  private func sign(at index: Int) -> (Tag.Kind, end: Int) {
    guard index < bytes.count, let kind = signs[bytes[index]] else { return (.variable, index) }
    return (kind, index + 1)
  }

  /// What closes a tag: `{{{` and `{{=` want their sign again.
  private func closing(of kind: Tag.Kind, at signEnd: Int) -> [UInt8] {
    switch kind {
    case .delimiters: [UInt8(ascii: "=")] + closing
    case .unescaped where bytes[signEnd - 1] == UInt8(ascii: "{"): [UInt8(ascii: "}")] + closing
    default: closing
    }
  }

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + pattern.count <= bytes.count {
      if bytes[index] == pattern[0],
        bytes[index..<(index + pattern.count)].elementsEqual(pattern)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private func skipBlanks(from start: Int, lineBreaks: Bool = false) -> Int {
    var index = start
    while index < bytes.count, lineBreaks ? isSpace(bytes[index]) : isBlank(bytes[index]) {
      index += 1
    }
    return index
  }

  /// The line break at an index, LF or CRLF, empty at the end of the text; `nil` where the line
  /// goes on.
  private func lineBreak(at index: Int) -> Range<Int>? {
    if index == bytes.count { return index..<index }
    if bytes[index] == UInt8(ascii: "\n") { return index..<(index + 1) }
    let isPair =
      bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count
      && bytes[index + 1] == UInt8(ascii: "\n")
    return isPair ? index..<(index + 2) : nil
  }
}

private let signs: [UInt8: Tag.Kind] = [
  UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .close,
  UInt8(ascii: ">"): .partial, UInt8(ascii: "<"): .parent, UInt8(ascii: "$"): .block,
  UInt8(ascii: "!"): .comment, UInt8(ascii: "="): .delimiters,
  UInt8(ascii: "&"): .unescaped, UInt8(ascii: "{"): .unescaped,
]

/// Space or tab.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

private func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || (0x0A...0x0D).contains(byte) }
