/// Finds where a formula ends that a dollar sign opens, on the bytes alone.
///
/// `$…$` begins directly before its first sign and ends directly behind its last, on at most three
/// lines; `$$…$$` may stand on many. Neither reaches over an empty line, a backtick or a link. What
/// looks like two prices, such as `$5 for tea and 3$`, is none.
struct Formula {
  let bytes: UnsafeBufferPointer<UInt8>
  /// How many `>` the line begins with.
  var quotes = 0
  /// Whether it stands in a row of a table, of which it may take no second cell.
  var isInRow = false

  /// The byte after the formula; `nil` where the sign opens none.
  func end(from start: Int) -> Int? {
    byte(start + 1) == dollar ? displayEnd(from: start) : inlineEnd(from: start)
  }

  /// Whether words in round brackets are a formula and not a remark: one sign, or signs of sums.
  static func looksLikeOne(_ words: ArraySlice<UInt8>) -> Bool {
    words.count == 1 || words.contains { "^_=+\\".utf8.contains($0) }
  }

  private func inlineEnd(from start: Int) -> Int? {
    let content = start + 1
    guard !isWordOrDollar(before(start)), let first = byte(content), !isSpace(first),
      let close = closingSign(from: content, isDisplay: false), !isSpace(bytes[close - 1]),
      !isWordOrDollar(byte(close + 1)), !isPrice(content..<close)
    else { return nil }
    return close + 1
  }

  private func displayEnd(from start: Int) -> Int? {
    let content = start + 2
    guard before(start) != dollar, byte(content) != dollar,
      let close = closingSign(from: content, isDisplay: true), byte(close + 2) != dollar,
      bytes[content..<close].contains(where: { !isSpace($0) })
    else { return nil }
    return close + 2
  }

  /// The first sign that may close it, but for those that are escaped.
  private func closingSign(from content: Int, isDisplay: Bool) -> Int? {
    var linesLeft = isDisplay ? 200 : 2
    var index = content
    var brackets = 0
    while let sign = byte(index) {
      switch sign {
      case dollar where !isDisplay || byte(index + 1) == dollar: return index
      case UInt8(ascii: "`"): return nil
      case UInt8(ascii: "]") where byte(index + 1) == UInt8(ascii: "(") && brackets == 0: return nil
      case UInt8(ascii: "["), UInt8(ascii: "]"):
        brackets += sign == UInt8(ascii: "[") ? 1 : -1
        index += 1
      case UInt8(ascii: "|") where isInRow && isSpaced(index): return nil
      case UInt8(ascii: "\\") where byte(index + 1).map { $0 > 0x20 } == true: index += 2
      case 0x0A, 0x0D:
        guard linesLeft > 0, let next = nextLine(after: index, isDisplay: isDisplay) else {
          return nil
        }
        linesLeft -= 1
        index = next
      default: index += 1
      }
    }
    return nil
  }

  /// Where the next line begins, if the formula may go on there.
  private func nextLine(after lineEnd: Int, isDisplay: Bool) -> Int? {
    let isPair = bytes[lineEnd] == 0x0D && byte(lineEnd + 1) == 0x0A
    let start = lineEnd + (isPair ? 2 : 1)
    let prefix = LinePrefix(in: bytes, from: start)
    guard !isInRow, !prefix.isBlank(in: bytes), prefix.quotes == quotes,
      isDisplay || !prefix.hasListItem, Fence(at: prefix, in: bytes) == nil
    else { return nil }
    return start
  }

  /// Whether it begins with a digit and goes on in words.
  private func isPrice(_ range: Range<Int>) -> Bool {
    guard isDigit(bytes[range.lowerBound]) else { return false }
    var letters = 0
    for index in range {
      letters = isLetter(bytes[index]) ? letters + 1 : 0
      if letters == 3, bytes[index - 3] == 0x20 { return true }
    }
    return false
  }

  private func isSpaced(_ index: Int) -> Bool {
    bytes[index - 1] == 0x20 && byte(index + 1).map(isSpace) ?? true
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private func before(_ index: Int) -> UInt8? { index > 0 ? bytes[index - 1] : nil }

  private func isWordOrDollar(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte == dollar || isLetter(byte) || isDigit(byte)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private var dollar: UInt8 { UInt8(ascii: "$") }
}
