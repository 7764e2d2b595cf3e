/// The pieces of text without a form of its own: a note, subtitles, a program.
enum PlainText {
  /// From this many bytes on a line is taken to go on in the next: editors wrap there.
  private static let wrappedLine = 40

  /// A line each, with those that it goes on in: a wrapped name is one name, and two short lines
  /// of a list are two.
  ///
  /// - Parameter text: UTF-8; lines end with LF, CRLF or a lone CR.
  static func pieces(of text: [UInt8], isProse: Bool = true) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var paragraph: [UInt8] = []
    var first = 1
    var number = 0
    for line in lines(of: text) {
      number += 1
      if paragraph.isEmpty { first = number } else { paragraph.append(0x0A) }
      paragraph += line
      if line.count < wrappedLine || paragraph.count > longestParagraph {
        append(paragraph, first, isProse, to: &pieces)
        paragraph = []
      }
    }
    append(paragraph, first, isProse, to: &pieces)
    return pieces
  }

  /// Where nobody writes paragraphs that long, a file has wide lines and nothing is wrapped.
  private static let longestParagraph = 16_384

  private static func append(
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
