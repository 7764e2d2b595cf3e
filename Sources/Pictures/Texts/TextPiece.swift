/// A piece of what a file says, such as a paragraph, the cells of a row or a title.
///
/// Its text is UTF-8, with whatever the format escapes decoded. The byte 0x1F parts two cells. A
/// newline in it is one of the file, so that the line of each word is known; so is the byte 0x0B,
/// where words go on over a line that is not one of theirs.
package struct TextPiece: Sendable, Hashable {
  package let text: [UInt8]
  /// The line on which it begins, counted from 1; 0 where the file has no lines to count.
  package let line: Int
  /// Whether people wrote it for people.
  ///
  /// Elsewhere (code, geometry, ids) names are looked for, but digits mean nothing.
  package let isProse: Bool

  package init(_ text: [UInt8], line: Int, isProse: Bool = true) {
    self.text = text
    self.line = line
    self.isProse = isProse
  }

  /// What parts two cells of a row: ASCII's "unit separator".
  package static let cellBorder: UInt8 = 0x1F
  /// What stands for the end of a line beside one that is left out: ASCII's "vertical tab".
  package static let silentLine: UInt8 = 0x0B
}
