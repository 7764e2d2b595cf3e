import Diagnostics
import Text

extension Lifter {
  /// Reads to the end of the line, and returns where the next begins.
  mutating func readInline(from start: Int) -> Int {
    var index = start
    while true {
      index = nextSpecial(from: index, to: bytes.count)
      guard index < bytes.count else { break }
      switch bytes[index] {
      case 0x0A:
        endLine()
        return index + 1
      case 0x0D:
        endLine()
        return byte(index + 1) == 0x0A ? index + 2 : index + 1
      case 0xE2 where isLineSeparator(at: index):
        findings.lines.append(Int32(clamping: line))
        return replace(index..<(index + 3)) { $0.append(0x0A) }
      default: index = readByte(at: index)
      }
    }
    findings.lines.append(Int32(clamping: line))
    return index
  }

  /// Reads a stretch that holds no line break.
  mutating func readInline(_ range: Range<Int>) {
    var index = nextSpecial(from: range.lowerBound, to: range.upperBound)
    while index < range.upperBound {
      index = nextSpecial(from: readByte(at: index), to: range.upperBound)
    }
  }

  /// Skips what begins nothing: letters, digits, most marks.
  private func nextSpecial(from start: Int, to end: Int) -> Int {
    let isSpecial = specialBytes
    var index = start
    while index < end, !isSpecial[Int(bytes[index])] { index += 1 }
    return index
  }

  mutating func endLine() {
    findings.lines.append(Int32(clamping: line))
    line += 1
  }

  private mutating func readByte(at index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "["): return readBracket(at: index)
    case UInt8(ascii: "\\"): return readBackslash(at: index)
    case UInt8(ascii: "&"): return readEntity(at: index)
    case UInt8(ascii: "~"): findings.hints.hasTilde = true
    case UInt8(ascii: ":") where byte(index + 1) == UInt8(ascii: "/"),
      UInt8(ascii: "w") where byte(index + 1) == UInt8(ascii: "w"):
      findings.hints.hasWebAddress = true
    case UInt8(ascii: "{"): return readBrace(at: index)
    case UInt8(ascii: "$"): return readDollar(at: index)
    case UInt8(ascii: "%") where byte(index + 1) == UInt8(ascii: "%"):
      findings.hints.hasForeignMark = true
    case 0xD6...0xDF: findings.hints.hasRightToLeft = true
    case 0xE2: return readGeneralPunctuation(at: index)
    case 0xEF: return readNoncharacter(at: index)
    default: break
    }
    return index + 1
  }

  private mutating func readBrace(at index: Int) -> Int {
    switch byte(index + 1) {
    case UInt8(ascii: "%"): findings.hints.hasShortcode = true
    case UInt8(ascii: "{"):
      let next = byte(index + 2)
      if next == UInt8(ascii: "<") || next == UInt8(ascii: "%") {
        findings.hints.hasShortcode = true
      }
    case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "#"), UInt8(ascii: " "):
      findings.hints.hasForeignMark = true
      if !isInFence, let anchor = HeadingAnchor(in: bytes, at: index) {
        return lift(anchor, at: index)
      }
    default: break
    }
    return index + 1
  }

  private mutating func readBracket(at index: Int) -> Int {
    if byte(index + 1) == UInt8(ascii: "^") { return readFootnoteReference(at: index) }
    guard let end = WikiLink.end(in: bytes, from: index) else { return index + 1 }
    return lift(index..<end, .link)
  }

  mutating func lift(_ range: Range<Int>, _ kind: LiftedText.Lift.Kind) -> Int {
    let index = findings.lifts.count
    findings.lifts.append(LiftedText.Lift(kind: kind, range: range))
    return replace(range) { $0.appendLift(index) }
  }

  /// An escaped character begins nothing: `\[[x]]` and `\&#xFDD0;` are text.
  private mutating func readBackslash(at index: Int) -> Int {
    guard let next = byte(index + 1) else { return index + 1 }
    switch next {
    case 0x0A, 0x0D, 0x80...: return index + 1
    case UInt8(ascii: "("):
      findings.hints.hasForeignMark = true
      return index + 2
    case UInt8(ascii: "@"): return replace(index..<(index + 2)) { $0.append(.atSign) }
    case UInt8(ascii: "~"): return replace(index..<(index + 2)) { $0.append(.tilde) }
    case UInt8(ascii: "|") where isInCell:
      return replace(index..<(index + 2)) { $0.append(UInt8(ascii: "|")) }
    default: return index + 2
    }
  }

  func isLineSeparator(at index: Int) -> Bool {
    byte(index + 1) == 0x80 && (byte(index + 2) == 0xA8 || byte(index + 2) == 0xA9)
  }

  /// Controls of direction warn, once a line.
  private mutating func readGeneralPunctuation(at index: Int) -> Int {
    guard let second = byte(index + 1), let third = byte(index + 2) else { return index + 1 }
    if DirectionControl.isOne(second, third) {
      if line != lineOfLastWarning {
        let span = source.span(of: index..<(index + 3))
        findings.diagnostics.append(
          .directionControl(at: SourceLocation(path: source.path, span: span)))
      }
      lineOfLastWarning = line
    }
    return index + 3
  }

  private mutating func readNoncharacter(at index: Int) -> Int {
    guard let second = byte(index + 1), let third = byte(index + 2) else { return index + 1 }
    switch (second, third) {
    case (0xB7, 0x90...0xAF), (0xBF, 0xBE), (0xBF, 0xBF):
      let scalar = 0xF000 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      findings.diagnostics.append(noncharacter(scalar, source, at: index..<(index + 3)))
    default: break
    }
    return index + 3
  }

  private mutating func readEntity(at index: Int) -> Int {
    guard let entity = NumericEntity(in: bytes, at: index) else { return index + 1 }
    if entity.isNoncharacter {
      findings.diagnostics.append(noncharacter(entity.scalar, source, at: entity.range))
    }
    return entity.range.upperBound
  }
}

/// The bytes at which something may begin that `readByte` or the end of a line looks at.
private let specialBytes: [Bool] = {
  var isSpecial = [Bool](repeating: false, count: 256)
  for byte in "[\\&~:w{$%\n\r".utf8 { isSpecial[Int(byte)] = true }
  for byte in 0xD6...0xDF { isSpecial[byte] = true }
  isSpecial[0xE2] = true
  isSpecial[0xEF] = true
  return isSpecial
}()

/// `&#64976;` or `&#xFDD0;`: CommonMark 0.30 §2.5.
private struct NumericEntity {
  let scalar: UInt32
  let range: Range<Int>

  var isNoncharacter: Bool {
    (0xFDD0...0xFDEF).contains(scalar) || scalar & 0xFFFE == 0xFFFE
  }

  init?(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard start + 3 < bytes.count, bytes[start + 1] == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
    let first = isHexadecimal ? start + 3 : start + 2
    var end = first
    var value: UInt32 = 0
    while end < bytes.count, end - first < 7,
      let digit = bytes[end].hexadecimalValue,
      isHexadecimal || digit < 10
    {
      value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
      end += 1
    }
    guard end > first, end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
    self.scalar = value
    self.range = start..<(end + 1)
  }
}

// MARK: - Messages

private func noncharacter(
  _ scalar: UInt32, _ source: SourceText, at range: Range<Int>
)
  -> Diagnostic
{
  Diagnostic(
    .error, "noncharacter", at: SourceLocation(path: source.path, span: source.span(of: range)),
    "U+\(String(scalar, radix: 16, uppercase: true)) is not a character and cannot be in a text",
    hints: ["delete it; it may not show in your editor, so type the words around it again"])
}
