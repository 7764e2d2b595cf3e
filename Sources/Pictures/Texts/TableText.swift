/// The rows of a table in CSV or TSV (RFC 4180), whatever parts its cells.
struct TableText {
  private let text: [UInt8]
  private let separator: UInt8
  private var offset = 0
  private var line = 1

  /// The rows, the cells of each separated by `TextPiece.cellBorder`.
  static func pieces(of text: [UInt8]) -> [TextPiece] {
    var table = TableText(text: text, separator: separator(of: text))
    var rows: [TextPiece] = []
    while table.offset < text.count {
      let line = table.line
      let row = table.row()
      if row.contains(where: { !$0.isSpace && $0 != TextPiece.cellBorder }) {
        rows.append(TextPiece(row, line: line))
      }
    }
    return rows
  }

  private init(text: [UInt8], separator: UInt8) {
    self.text = text
    self.separator = separator
  }

  /// A comma, a semicolon (where numbers have the comma), a tab or a bar: what the first line has most
  /// of.
  private static func separator(of text: [UInt8]) -> UInt8 {
    let first = text.prefix { $0 != 0x0A && $0 != 0x0D }
    let candidates: [UInt8] = [0x09, 0x3B, 0x2C, 0x7C]
    func count(_ byte: UInt8) -> Int { first.count { $0 == byte } }
    let most = candidates.max { count($0) < count($1) } ?? 0x2C
    return count(most) > 0 ? most : 0x2C
  }

  private mutating func row() -> [UInt8] {
    var row: [UInt8] = []
    while offset < text.count {
      let isQuoted = text[offset] == 0x22
      if isQuoted { quotedCell(into: &row) }
      while offset < text.count, text[offset] != separator, !isLineEnd { take(into: &row) }
      guard offset < text.count, !isLineEnd else { break }
      row.append(TextPiece.cellBorder)
      offset += 1
    }
    endLine()
    return row
  }

  /// A cell in quotation marks, in which two of them stand for one.
  private mutating func quotedCell(into row: inout [UInt8]) {
    offset += 1
    while offset < text.count {
      if text[offset] == 0x22 {
        offset += 1
        guard offset < text.count, text[offset] == 0x22 else { return }
      } else if text[offset] == 0x0A {
        line += 1
      }
      take(into: &row)
    }
  }

  private mutating func take(into row: inout [UInt8]) {
    row.append(text[offset])
    offset += 1
  }

  private var isLineEnd: Bool { text[offset] == 0x0A || text[offset] == 0x0D }

  private mutating func endLine() {
    guard offset < text.count else { return }
    let isPair = text[offset] == 0x0D && offset + 1 < text.count && text[offset + 1] == 0x0A
    offset += isPair ? 2 : 1
    line += 1
  }
}
