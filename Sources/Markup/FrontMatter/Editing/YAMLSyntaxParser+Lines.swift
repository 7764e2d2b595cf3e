import Diagnostics

extension YAMLSyntaxParser {
  // MARK: Taking

  /// Makes all bytes up to an offset a piece; none where it has been reached.
  mutating func take(_ kind: YAMLSyntax.Piece.Kind, to offset: Int) {
    guard offset > position else { return }
    pieces.append(YAMLSyntax.Piece(kind: kind, range: position..<offset))
    position = offset
  }

  /// Takes a line with its break, such as `---`.
  mutating func takeMarker(to offset: Int) {
    var text = offset
    while text > position, bytes[text - 1].isLineBreak { text -= 1 }
    take(.marker, to: text)
    take(.lineBreak, to: offset)
  }

  /// Takes blanks, breaks and comments up to an offset.
  mutating func takeTrivia(to offset: Int) {
    while position < offset {
      if bytes[position].isLineBreak {
        take(.lineBreak, to: min(afterBreak(position), offset))
      } else if bytes[position].isBlank {
        take(.space, to: firstIndex(from: position, to: offset) { !$0.isBlank })
      } else if bytes[position] == UInt8(ascii: "#") {
        take(.comment, to: firstIndex(from: position, to: offset) { $0.isLineBreak })
      } else {
        return
      }
    }
  }

  /// Takes what stands before the content of a line; tabs there are no indentation.
  mutating func takeLead(to line: ContentLine) throws(Fault) {
    takeTrivia(to: line.start)
    guard position == line.start, bytes[line.start..<line.content].allSatisfy({ $0 == 0x20 }) else {
      throw fault
    }
    take(.indentation, to: line.content)
  }

  /// Takes what stands before the next line at a column, if it is of a kind.
  mutating func takeLead(
    toColumn column: Int, _ isNext: (Self, Int) -> Bool
  ) throws(Fault) -> Bool {
    guard let line = contentLine(from: position), line.column >= column,
      !isMarker(line.start, "...")
    else { return false }
    guard line.column == column else { throw Fault(offset: line.content) }
    guard isNext(self, line.content) else { return false }
    try takeLead(to: line)
    return true
  }

  /// Takes the rest of a line, which is blank or a comment, and its break.
  mutating func finishLine() throws(Fault) {
    let next = afterLine(position)
    takeTrivia(to: next)
    guard position == next else { throw fault }
  }

  // MARK: Looking

  /// The column of the byte being read, from 0.
  var column: Int { position - startOfLine(position) }

  var endOfLine: Int { endOfLine(position) }

  func endOfLine(_ offset: Int) -> Int { firstIndex(from: offset, to: end) { $0.isLineBreak } }

  func afterBreak(_ offset: Int) -> Int {
    let isPair = bytes[offset] == 0x0D && offset + 1 < end && bytes[offset + 1] == 0x0A
    return offset + (isPair ? 2 : 1)
  }

  /// Where the line below begins, or the end.
  func afterLine(_ offset: Int) -> Int {
    let text = endOfLine(offset)
    return text < end ? afterBreak(text) : end
  }

  func startOfLine(_ offset: Int) -> Int {
    var start = offset
    while start > 0, !bytes[start - 1].isLineBreak, start > startOfText { start -= 1 }
    return start
  }

  private var startOfText: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The end of the last line that was read, without its break.
  var endOfContent: Int {
    var text = position
    if text > 0, bytes[text - 1] == 0x0A { text -= 1 }
    if text > 0, bytes[text - 1] == 0x0D { text -= 1 }
    return text
  }

  func firstIndex(from start: Int, to end: Int, _ isFound: (UInt8) -> Bool) -> Int {
    var offset = start
    while offset < end, !isFound(bytes[offset]) { offset += 1 }
    return offset
  }

  /// The next line, from the start of one on, that is neither blank nor a comment.
  func contentLine(from start: Int, skippingComments: Bool = true) -> ContentLine? {
    var start = start
    while start < end {
      let content = firstIndex(from: start, to: end) { !$0.isBlank }
      if content < end, !bytes[content].isLineBreak,
        !skippingComments || bytes[content] != UInt8(ascii: "#")
      {
        return ContentLine(start: start, content: content)
      }
      start = afterLine(content)
    }
    return nil
  }

  func isMarker(_ start: Int, _ marker: String) -> Bool {
    bytes[start..<end].starts(with: marker.utf8)
      && bytes[(start + 3)..<max(start + 3, endOfLine(start))].allSatisfy(\.isBlank)
  }

  func isSpace(at offset: Int) -> Bool {
    offset >= end || bytes[offset].isBlank || bytes[offset].isLineBreak
  }

  func isHyphen(at offset: Int) -> Bool {
    offset < end && bytes[offset] == UInt8(ascii: "-") && isSpace(at: offset + 1)
  }

  /// Where the text from `start` ends on its line: before a comment and the blanks.
  func endOfText(from start: Int, to limit: Int? = nil) -> Int {
    let line = limit ?? endOfLine(start)
    var text = start
    for offset in start..<max(start, line) {
      if bytes[offset] == UInt8(ascii: "#"), offset > start, bytes[offset - 1].isBlank { break }
      if !bytes[offset].isBlank { text = offset + 1 }
    }
    return text
  }

  /// Whether a comment follows on the line of an offset.
  func hasComment(after offset: Int) -> Bool {
    bytes[offset..<endOfLine(offset)].contains(UInt8(ascii: "#"))
  }

  /// The colon that ends a field's name, if the text at the byte being read is one.
  func colonOfKey() -> Int? {
    guard position < end else { return nil }
    let first = bytes[position]
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return nil }
    var start = position
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      guard let close = closingQuote(from: position, parent: nil) else { return nil }
      start = firstIndex(from: close + 1, to: endOfLine) { !$0.isBlank }
      return isColon(at: start) ? start : nil
    }
    return (start..<max(start, endOfText(from: start))).first { isColon(at: $0) }
  }

  private func isColon(at offset: Int) -> Bool {
    offset < end && bytes[offset] == UInt8(ascii: ":") && isSpace(at: offset + 1)
  }
}
