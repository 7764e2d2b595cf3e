import Diagnostics

/// How far the reading of a value in brackets has come.
private struct Brackets {
  let limit: Int
  var offset: Int
  /// What closes each bracket that is open, the innermost last.
  var closers: [UInt8] = []
  /// Where the item being read began.
  var item: Int
  var isItemStart = true
  /// The end of the line being read, and the last closing bracket before it.
  var lineEnd: Int
  var lastCloser: Int
}

extension YAMLScanner {
  /// Reads from the opening bracket at `position` to the one that closes it, on this line and those
  /// below, up to `limit`.
  mutating func readBrackets(until limit: Int) -> Ending {
    let lineEnd = min(line.upperBound, limit)
    var brackets = Brackets(
      limit: limit, offset: position, item: position, lineEnd: lineEnd,
      lastCloser: lastCloser(before: lineEnd, from: position))
    while brackets.offset < limit, isReadable {
      if let ending = readToken(&brackets) { return ending }
    }
    return .unclosed(brackets.closers)
  }

  private mutating func readToken(_ brackets: inout Brackets) -> Ending? {
    let offset = brackets.offset
    let byte = bytes[offset]
    switch byte {
    case 0x20, 0x09: brackets.offset += 1
    case 0x0A, 0x0D: return readBreak(&brackets)
    case UInt8(ascii: "#") where brackets.isItemStart || isSpaceBefore(offset): readHash(&brackets)
    case UInt8(ascii: "["), UInt8(ascii: "{"): openBracket(byte, &brackets)
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return closeBracket(byte, &brackets)
    case UInt8(ascii: ","): beginItem(&brackets)
    case UInt8(ascii: ":") where !brackets.isItemStart && isSpace(at: offset + 1):
      beginItem(&brackets)
    default:
      if brackets.isItemStart { brackets.item = offset }
      brackets.offset = brackets.isItemStart ? readItem(at: offset) : readMore(at: offset)
      brackets.isItemStart = false
    }
    return nil
  }

  private func beginItem(_ brackets: inout Brackets) {
    brackets.isItemStart = true
    brackets.offset += 1
  }

  private mutating func openBracket(_ byte: UInt8, _ brackets: inout Brackets) {
    // In ASCII a closing bracket stands two after its opening one.
    brackets.closers.append(byte + 2)
    if levels.count + brackets.closers.count > YAMLBlock.deepest {
      refuseDepth(at: brackets.offset)
    }
    beginItem(&brackets)
  }

  private mutating func closeBracket(_ byte: UInt8, _ brackets: inout Brackets) -> Ending? {
    if let closer = brackets.closers.popLast(), closer != byte {
      report(wrongCloser(brackets.offset, closer))
      repair.replace(at: brackets.offset, with: closer)
    }
    if brackets.closers.isEmpty { return .closed(at: brackets.offset) }
    brackets.isItemStart = false
    brackets.offset += 1
    return nil
  }

  private func readBreak(_ brackets: inout Brackets) -> Ending? {
    guard let content = itemAfterBreak(at: brackets.offset, brackets.closers) else {
      return .unclosed(brackets.closers)
    }
    let rest = bytes[content..<max(content, brackets.limit)]
    brackets.offset = content
    brackets.lineEnd = rest.firstIndex(where: \.isLineBreak) ?? brackets.limit
    brackets.lastCloser = lastCloser(before: brackets.lineEnd, from: content)
    return nil
  }

  /// A `#` that would hide a closing bracket is taken for text; any other begins a comment.
  private mutating func readHash(_ brackets: inout Brackets) {
    let offset = brackets.offset
    guard offset < brackets.lastCloser, !isSpace(at: offset + 1), !startsLine(offset) else {
      brackets.offset = min(brackets.lineEnd, brackets.limit)
      return
    }
    if brackets.isItemStart { brackets.item = offset }
    report(hashInBrackets(offset, in: brackets.item..<itemRange(from: offset).upperBound))
    if brackets.isItemStart {
      repair.blank(offset..<(offset + 1))
    } else {
      repair.mask(UInt8(ascii: "#"), at: offset)
    }
    brackets.offset += 1
  }

  /// Where an item goes on after a line break; `nil` where the next line can't belong to it.
  private func itemAfterBreak(at offset: Int, _ closers: [UInt8]) -> Int? {
    let content = contentAfterBreak(at: offset)
    guard content.offset < block.range.upperBound else { return nil }
    guard content.column <= max(levels.last?.column ?? 0, 0), closers == [UInt8(ascii: "]")] else {
      return content.offset
    }
    let word = bytes[content.offset..<block.range.upperBound].prefix { $0.isWordByte }
    let isField =
      !word.isEmpty && word.endIndex < block.range.upperBound
      && bytes[word.endIndex] == UInt8(ascii: ":") && isSpace(at: word.endIndex + 1)
    return isField ? nil : content.offset
  }

  /// Reads the first character of an item, or all of it where it is in quotes.
  private mutating func readItem(at offset: Int) -> Int {
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return readQuotedItem(at: offset)
    case UInt8(ascii: "@") where namesPeople(at: offset):
      report(atSign(itemRange(from: offset)))
      repair.blank(offset..<(offset + 1))
    case UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
      UInt8(ascii: "%"),
      UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: ">"):
      report(itemCannotBegin(itemRange(from: offset)))
      repair.mask(byte, at: offset)
    case UInt8(ascii: "?"), UInt8(ascii: ":"):
      repair.mask(byte, at: offset)
    case UInt8(ascii: "-") where isSpace(at: offset + 1):
      repair.mask(byte, at: offset)
    default:
      break
    }
    return offset + 1
  }

  private mutating func readMore(at offset: Int) -> Int {
    let byte = bytes[offset]
    if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") { repair.mask(byte, at: offset) }
    return offset + 1
  }

  private mutating func readQuotedItem(at offset: Int) -> Int {
    let item = itemRange(from: offset)
    guard let end = closingQuote(from: offset) else {
      report(unclosedQuote(item))
      repair.mask(bytes[offset], at: offset)
      return offset + 1
    }
    let after = bytes[(end + 1)..<block.range.upperBound].first { !$0.isBlank }
    guard let after, !after.isLineBreak, !Array(",]}:#".utf8).contains(after) else {
      maskText((offset + 1)..<end)
      return end + 1
    }
    report(textAfterQuote(offset..<max(end + 1, itemRange(from: end + 1).upperBound)))
    repair.mask(bytes[offset], at: offset)
    return offset + 1
  }

  /// What stands before the next comma, bracket or line break.
  private func itemRange(from start: Int) -> Range<Int> {
    var end = start
    var offset = start
    while offset < block.range.upperBound, !bytes[offset].isLineBreak,
      !Array(",]}".utf8).contains(bytes[offset])
    {
      if !bytes[offset].isBlank { end = offset + 1 }
      offset += 1
    }
    return start..<end
  }

  private func lastCloser(before end: Int, from start: Int) -> Int {
    guard start < end else { return start }
    return bytes[start..<end].lastIndex { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "}") }
      ?? start
  }

  private func startsLine(_ offset: Int) -> Bool {
    var before = offset
    while before > block.range.lowerBound, bytes[before - 1].isBlank { before -= 1 }
    return before == block.range.lowerBound || bytes[before - 1].isLineBreak
  }
}
