import SwiftCSV

/// A table as a spreadsheet exports it: a row of headings, and rows of cells.
struct ForeignTable: Sendable {
  let headings: [String]
  /// Each as long as `headings`, with the line that it begins on in the spreadsheet.
  let rows: [(number: Int, cells: [String])]

  /// Reads a table whose cells are parted by commas, semicolons or tabs, quoted where they hold
  /// one of these or a line's end (RFC 4180); `nil` where there is no row of headings.
  init?(_ text: String) {
    guard let delimiter = Self.delimiter(of: text),
      let read = try? CSV<Enumerated>(
        string: text, delimiter: .character(delimiter), loadColumns: false)
    else { return nil }
    let headings = read.header.map { $0.trimmed }
    guard headings.contains(where: { !$0.isEmpty }) else { return nil }
    self.headings = headings
    rows = read.rows.enumerated().compactMap { index, row in
      let cells = headings.indices.map { $0 < row.count ? row[$0].trimmed : "" }
      return cells.allSatisfy(\.isEmpty) ? nil : (index + 2, cells)
    }
  }

  /// The one of the three that the headings have most of, outside of quotes.
  private static func delimiter(of text: String) -> Character? {
    var counts: [Character: Int] = [:]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if character.isNewline { break }
      if ",;\t".contains(character) { counts[character, default: 0] += 1 }
    }
    guard !text.isEmpty else { return nil }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ","
  }
}
