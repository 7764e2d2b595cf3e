/// A table as it will be read, for its owner to look over: the fields above, a few rows below.
struct TablePreview {
  let text: String

  init(_ table: ForeignTable, _ fields: [String?], _ notes: [String]) {
    let columns = fields.indices.filter { fields[$0] != nil }
    let head = columns.map { fields[$0] ?? "" }
    let body = table.rows.prefix(5).map { row in columns.map { row.cells[$0].inPreview } }
    var lines = Self.aligned([head] + body)
    if !lines.isEmpty {
      lines.insert(String(repeating: "-", count: min(78, lines[0].unicodeScalars.count)), at: 1)
    }
    let rest = table.rows.count - body.count
    if rest > 0 { lines.append("… and \(rest) more") }
    text = (lines + (notes.isEmpty ? [] : [""] + notes)).joined(separator: "\n")
  }

  private static func aligned(_ rows: [[String]]) -> [String] {
    guard let first = rows.first, !first.isEmpty else { return [] }
    let widths = first.indices.map { column in
      rows.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.unicodeScalars.count)
      }
      return cells.joined(separator: "  ").trimmedEnd
    }
  }
}

extension String {
  /// Short enough for a column, on one line.
  fileprivate var inPreview: String {
    let line = onOneLine
    return line.unicodeScalars.count <= 24 ? line : String(line.unicodeScalars.prefix(23)) + "…"
  }

  fileprivate var trimmedEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
