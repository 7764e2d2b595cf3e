import Diagnostics

extension YAMLScanner {
  /// How reading a value in brackets ended.
  private enum Ending {
    case closed(at: Int)
    /// The end came first; these would have closed it.
    case unclosed([UInt8])
  }

  /// Reads a list in `[…]` or fields in `{…}`, which may go on over several lines.
  mutating func scanBrackets() {
    if let links = wikilinks() { return scanWikilinks(links) }
    if bytes[position..<line.upperBound].starts(with: "{{".utf8)
      || bytes[position..<line.upperBound].starts(with: "{%".utf8)
    {
      return scanSpecial()
    }
    let (edits, reports) = (repair.count, diagnostics.count)
    switch readBrackets(until: block.range.upperBound) {
    case .closed(let end):
      guard end < line.upperBound, !isFinished(at: end + 1) else { return goToLine(of: end) }
      undo(edits, reports)
      report(textAfterBracket(position..<endOfText(from: position)))
      scanAsText()
    case .unclosed:
      guard isReadable else { return }
      undo(edits, reports)
      scanUnclosed()
    }
  }

  private mutating func undo(_ edits: Int, _ reports: Int) {
    repair.undo(to: edits)
    diagnostics.removeSubrange(reports...)
  }

  /// Closes the brackets at the end of the line that they opened on.
  private mutating func scanUnclosed() {
    let text = position..<endOfText(from: position)
    open = .nothing
    guard case .unclosed(let closers) = readBrackets(until: text.upperBound) else {
      isReadable = false
      return report(unclosedBracket(text, closers: []))
    }
    report(unclosedBracket(text, closers: closers.reversed()))
    repair.insert(closers.reversed(), at: text.upperBound)
  }

  private mutating func readBrackets(until limit: Int) -> Ending {
    var closers: [UInt8] = []
    var isItemStart = true
    var item = position
    var offset = position
    var lineEnd = line.upperBound
    var lastCloser = lastCloser(before: min(lineEnd, limit), from: offset)
    while offset < limit, isReadable {
      let byte = bytes[offset]
      switch byte {
      case 0x20, 0x09:
        offset += 1
      case 0x0A, 0x0D:
        guard let content = itemAfterBreak(at: offset, closers) else { return .unclosed(closers) }
        offset = content
        lineEnd = bytes[offset..<limit].firstIndex(where: \.isLineBreak) ?? limit
        lastCloser = self.lastCloser(before: lineEnd, from: offset)
      case UInt8(ascii: "#") where isItemStart || isSpaceBefore(offset):
        guard offset < lastCloser, !isSpace(at: offset + 1), !startsLine(offset) else {
          offset = min(lineEnd, limit)
          continue
        }
        if isItemStart { item = offset }
        report(hashInBrackets(offset, in: item..<itemRange(from: offset).upperBound))
        if isItemStart {
          repair.blank(offset..<(offset + 1))
        } else {
          repair.mask(byte, at: offset)
        }
        offset += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        closers.append(byte + 2)
        if levels.count + closers.count > YAMLBlock.deepest { refuseDepth(at: offset) }
        isItemStart = true
        offset += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if let closer = closers.popLast(), closer != byte {
          report(wrongCloser(offset, closer))
          repair.replace(at: offset, with: closer)
        }
        if closers.isEmpty { return .closed(at: offset) }
        isItemStart = false
        offset += 1
      case UInt8(ascii: ","):
        isItemStart = true
        offset += 1
      case UInt8(ascii: ":") where !isItemStart && isSpace(at: offset + 1):
        isItemStart = true
        offset += 1
      default:
        if isItemStart { item = offset }
        offset = isItemStart ? readItem(at: offset) : readMore(at: offset)
        isItemStart = false
      }
    }
    return .unclosed(closers)
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
    case UInt8(ascii: "@"):
      report(atSign(itemRange(from: offset)))
      repair.blank(offset..<(offset + 1))
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "%"),
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

// MARK: Wikilinks

extension YAMLScanner {
  /// The stretches of `[[…]]` that make up the value here; `nil` where it is something else.
  private func wikilinks() -> [Range<Int>]? {
    var links: [Range<Int>] = []
    var offset = position
    let end = endOfText(from: position)
    while offset < end {
      guard bytes[offset..<end].starts(with: "[[".utf8),
        let close = bytes[offset..<end].firstIndex(of: UInt8(ascii: "]")), close + 1 < end,
        bytes[close + 1] == UInt8(ascii: "]")
      else { return nil }
      links.append(offset..<(close + 2))
      offset = close + 2
      while offset < end, bytes[offset].isBlank || bytes[offset] == UInt8(ascii: ",") {
        offset += 1
      }
    }
    return links
  }

  /// `[[rubric]]` in a field, where the id alone is enough.
  private mutating func scanWikilinks(_ links: [Range<Int>]) {
    report(wikilinkInField(links))
    for link in links {
      let id = idRange(of: link)
      repair.blank(link.lowerBound..<id.lowerBound)
      repair.blank(id.upperBound..<link.upperBound)
    }
    position = links[0].lowerBound + 2
    scanText()
  }

  /// What stands before the label in `[[id|label]]`.
  func idRange(of link: Range<Int>) -> Range<Int> {
    let inner = (link.lowerBound + 2)..<(link.upperBound - 2)
    return inner.lowerBound..<(bytes[inner].firstIndex(of: UInt8(ascii: "|")) ?? inner.upperBound)
  }
}
