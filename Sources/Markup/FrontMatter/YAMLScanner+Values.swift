import Diagnostics
import Text

extension YAMLScanner {
  /// The column that text must be indented beyond to go on with the value being read.
  private var parent: Int { levels.last?.column ?? -1 }

  /// Reads the value that begins at this byte, of a field or of a list item.
  mutating func scanValue(isField: Bool) {
    switch bytes[position] {
    case UInt8(ascii: "#"): scanHash()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): scanQuoted()
    case UInt8(ascii: "["), UInt8(ascii: "{"): scanBrackets()
    case UInt8(ascii: "|"), UInt8(ascii: ">"): scanBlockText()
    case UInt8(ascii: "@"): scanAt()
    case UInt8(ascii: "-") where isField && isSpace(at: position + 1): scanListOnLine()
    case UInt8(ascii: ":") where isSpace(at: position + 1): scanSpecial()
    case UInt8(ascii: "?") where isSpace(at: position + 1): scanSpecial()
    case let byte where cannotBegin.contains(byte): scanSpecial()
    default: scanText()
    }
  }

  /// Plain text up to the end of the line or a comment.
  ///
  /// Colons that YAML would take for structure are reported, unless that has been done, and made
  /// text.
  mutating func scanText(isReported: Bool = false) {
    var isReported = isReported
    let text = position..<endOfText(from: position)
    for offset in text {
      let byte = bytes[offset]
      if isColon(at: offset) {
        if !isReported { report(colonInValue(text)) }
        isReported = true
        repair.mask(byte, at: offset)
      } else if dangerous.contains(byte) {
        repair.mask(byte, at: offset)
      }
    }
    warnOfComment(after: text)
    open = hasComment(after: text) ? .nothing : .text(of: parent)
  }

  private func hasComment(after text: Range<Int>) -> Bool {
    bytes[text.upperBound..<line.upperBound].contains(UInt8(ascii: "#"))
  }

  /// A `#` that follows a value, and no space or only a number follows it: a comment to YAML, part
  /// of the words to the author.
  private mutating func warnOfComment(after text: Range<Int>) {
    guard let hash = bytes[text.upperBound..<line.upperBound].firstIndex(of: UInt8(ascii: "#")),
      !isSpace(at: hash + 1) || isNumber(after: hash)
    else { return }
    report(hashStartsComment(hash, after: text))
  }

  /// Whether a line ends with a number of a few digits after a `#`: `Lesson # 2`.
  private func isNumber(after hash: Int) -> Bool {
    let rest = bytes[(hash + 1)..<line.upperBound]
    let digits = rest.filter { $0 > 0x20 }
    return (1...4).contains(digits.count)
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// A value that begins with `#`: all of it is a comment.
  private mutating func scanHash() {
    guard !isSpace(at: position + 1) else { return }
    report(hashStartsValue())
  }

  /// A value whose first character means something else to YAML.
  mutating func scanSpecial() {
    report(valueCannotBegin(position..<endOfText(from: position)))
    scanAsText()
  }

  /// Makes the rest of the line text, whatever it looks like.
  mutating func scanAsText() {
    let text = position..<endOfText(from: position)
    for offset in text where offset == position || isColon(at: offset) {
      repair.mask(bytes[offset], at: offset)
    }
    for offset in text.dropFirst() where dangerous.contains(bytes[offset]) {
      repair.mask(bytes[offset], at: offset)
    }
    open = .text(of: parent)
  }

  /// `@ada`, where an id is enough; in a field of words, such as a title, the sign is one of them.
  private mutating func scanAt() {
    guard namesPeople(at: position) else { return scanSpecial() }
    let text = position..<endOfText(from: position)
    report(atSign(text))
    for offset in text where bytes[offset] == UInt8(ascii: "@") && isSpaceBefore(offset) {
      repair.blank(offset..<(offset + 1))
    }
    position += 1
    scanText()
  }

  /// `tags: - maths - physics`.
  private mutating func scanListOnLine() {
    let text = position..<endOfText(from: position)
    guard text.count > 1 else { return scanSpecial() }
    report(listOnOneLine(text))
    for offset in text
    where bytes[offset] == UInt8(ascii: "-") && isSpaceBefore(offset) && isSpace(at: offset + 1) {
      repair.replace(at: offset, with: UInt8(ascii: offset == text.lowerBound ? " " : ","))
    }
    open = .text(of: parent)
  }

  /// `|` or `>`: the lines below that are indented further are text.
  private mutating func scanBlockText() {
    let header = bytes[position..<endOfText(from: position)].dropFirst()
    let isHeader = header.allSatisfy {
      $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
    }
    guard isHeader, header.count <= 2 else { return scanSpecial() }
    let parent = parent
    open = .nothing
    var indentation = header.first(where: \.isDigit).map { max(parent, 0) + Int($0) - 0x30 }
    while next < block.range.upperBound {
      let current = (line, position, next)
      beginLine(at: next)
      guard position < line.upperBound else { continue }
      let width = bytes[line.lowerBound..<position].prefix { $0 == 0x20 }.count
      guard width > parent, width >= indentation ?? 0, !isMarginMarker(width) else {
        (line, position, next) = current
        return
      }
      indentation = indentation ?? width
      maskText(line)
    }
  }

  /// Whether this line, at the margin of a block that has no level yet, is a document marker.
  private func isMarginMarker(_ width: Int) -> Bool {
    width == 0 && (block.source.isMarker(line, "---") || block.source.isMarker(line, "..."))
  }

  /// Makes what could be structure, in text that is known to be text, harmless.
  mutating func maskText(_ range: Range<Int>) {
    for offset in range {
      let byte = bytes[offset]
      let isItem = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?")
      if dangerous.contains(byte) || (isItem && isSpace(at: offset + 1)) {
        repair.mask(byte, at: offset)
      }
    }
  }
}

/// The characters that open something in YAML; as text they are masked wherever they stand.
private let dangerous = Array("&*[{".utf8)

/// The characters that no plain value can begin with.
private let cannotBegin = Array("&*!%`,]}".utf8)
