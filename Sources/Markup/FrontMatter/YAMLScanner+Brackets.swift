import Diagnostics

extension YAMLScanner {
  /// How reading a value in brackets ended.
  enum Ending {
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
    guard !holdsWords(at: links[0].lowerBound) else { return scanSpecial() }
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
