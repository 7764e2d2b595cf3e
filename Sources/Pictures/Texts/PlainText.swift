/// The pieces of text without a form of its own: a note, a program.
enum PlainText {
  /// From this many bytes on a line is taken to go on in the next: editors wrap there.
  private static let wrappedLine = 40
  /// Of shorter lines from this width on, one goes on in the next where its first word would not
  /// have fitted on it.
  private static let narrowest = 20

  /// A line each, with those that it goes on in: a wrapped name is one name, and two short lines
  /// of a list are two.
  ///
  /// - Parameter text: UTF-8; lines end with LF, CRLF or a lone CR.
  static func pieces(of text: [UInt8], isProse: Bool = true) -> [TextPiece] {
    let lines = lines(of: text)
    let widths = widthsOfColumns(lines)
    var pieces: [TextPiece] = []
    var paragraph: [UInt8] = []
    var first = 1
    var number = 0
    for line in lines {
      number += 1
      if paragraph.isEmpty { first = number } else { paragraph.append(0x0A) }
      paragraph += line
      let goesOn = line.count >= wrappedLine || isWrapped(number - 1, lines, widths)
      if !goesOn || paragraph.count > longestParagraph {
        appendPiece(paragraph, first, isProse, to: &pieces)
        paragraph = []
      }
    }
    appendPiece(paragraph, first, isProse, to: &pieces)
    return pieces
  }

  /// Of each line, how long the longest of its paragraph is.
  private static func widthsOfColumns(_ lines: [ArraySlice<UInt8>]) -> [Int] {
    var widths: [Int] = []
    widths.reserveCapacity(lines.count)
    var start = 0
    for (index, line) in lines.enumerated() where line.isEmpty || index == lines.count - 1 {
      let width = lines[start...index].map(\.count).max() ?? 0
      widths += repeatElement(width, count: index + 1 - start)
      start = index + 1
    }
    return widths
  }

  /// Whether a line of several words ends where the first word of the next would have been too much
  /// for its column.
  private static func isWrapped(
    _ index: Int, _ lines: [ArraySlice<UInt8>], _ widths: [Int]
  ) -> Bool {
    guard index + 1 < lines.count, widths[index] >= narrowest else { return false }
    let (line, next) = (lines[index], lines[index + 1])
    let word = next.prefix { !$0.isSpace }
    guard let first = word.first, !"-*+#>|".utf8.contains(first), !first.isASCIIDigit,
      line.contains(0x20), !line.contains(0x09), let last = line.last,
      !".!?:;|".utf8.contains(last)
    else { return false }
    return line.count + 1 + word.count > widths[index]
  }

  /// Where nobody writes paragraphs that long, a file has wide lines and nothing is wrapped.
  private static let longestParagraph = 16_384

  private static func appendPiece(
    _ text: [UInt8], _ line: Int, _ isProse: Bool, to pieces: inout [TextPiece]
  ) {
    guard text.contains(where: { !$0.isSpace }) else { return }
    pieces.append(TextPiece(text, line: line, isProse: isProse))
  }

  /// The lines, without what ends them.
  static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      offset += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(text[start..<offset - 1])
      if byte == 0x0D, offset < text.count, text[offset] == 0x0A { offset += 1 }
      start = offset
    }
    lines.append(text[start...])
    return lines
  }
}
