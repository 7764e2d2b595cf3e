import SwiftCSV
import Text

/// A table as a spreadsheet has it: a row of headings, and rows of cells.
struct ForeignTable: Sendable {
  let headings: [String]
  /// Each as long as `headings`, with the number that it has in the spreadsheet.
  let rows: [(number: Int, cells: [String])]
  /// Rows that hold nobody and nothing: sums, and headings that are repeated.
  let besides: [(number: Int, reason: String)]

  /// Takes the headings from the row that looks most like them, so that a title may stand above.
  ///
  /// - Parameter count: How many cells of a row are headings that are understood.
  init?(_ all: [(number: Int, cells: [String])], headings count: ([String]) -> Int) {
    let filled = all.filter { !$0.cells.allSatisfy(\.isEmpty) }
    guard let position = Self.headings(of: filled.map(\.cells), count) else { return nil }
    let headings = filled[position].cells.dropLastEmpty
    guard headings.contains(where: { !$0.isEmpty }) else { return nil }
    self.headings = headings
    var (rows, besides): ([(Int, [String])], [(Int, String)]) = ([], [])
    for row in filled.dropFirst(position + 1) {
      let cells = headings.indices.map { $0 < row.cells.count ? row.cells[$0] : "" }
      if cells == headings {
        besides.append((row.number, "it is the headings again"))
      } else if cells.isSum {
        besides.append((row.number, "it adds up the others"))
      } else if !cells.allSatisfy(\.isEmpty) {
        rows.append((row.number, cells))
      }
    }
    self.rows = rows
    self.besides = besides
  }

  /// The row with most known headings, of the first few; else the first that is more than a title.
  private static func headings(of rows: [[String]], _ count: ([String]) -> Int) -> Int? {
    let first = rows.prefix(12)
    guard !first.isEmpty else { return nil }
    let counts = first.map { count($0) }
    if let most = counts.max(), most > 0, let position = counts.firstIndex(of: most) {
      // A row of words that happen to be headings is none where one stands above it.
      let early = counts.firstIndex { $0 * 2 >= most } ?? position
      return counts[early] == most ? early : position
    }
    let width = first.map(\.filledCount).max() ?? 0
    return first.firstIndex { $0.filledCount * 2 >= width }
  }
}

extension ForeignTable {
  /// A table whose headings are known.
  init(headings: [String], rows: [(number: Int, cells: [String])]) {
    self.headings = headings
    self.rows = rows
    besides = []
  }

  /// Reads text whose cells are separated by commas, semicolons or tabs, quoted where they hold one of
  /// these or a line's end (RFC 4180); `nil` where there is no row of headings.
  init?(_ text: String, headings count: ([String]) -> Int = { $0.filledCount }) {
    guard let rows = Self.rows(of: text) else { return nil }
    self.init(rows, headings: count)
  }

  static func rows(of text: String) -> [(number: Int, cells: [String])]? {
    guard let delimiter = delimiter(of: text),
      let read = try? CSV<Enumerated>(
        string: StrayQuotes.fixed(text, delimiter), delimiter: .character(delimiter),
        loadColumns: false)
    else { return nil }
    return ([read.header] + read.rows).enumerated().map { ($0 + 1, $1.map(\.trimmed)) }
  }

  /// The one of the three that most of the first lines have alike, outside of quotes.
  private static func delimiter(of text: String) -> Character? {
    guard !text.isEmpty else { return nil }
    var lines: [[Character: Int]] = [[:]]
    var isQuoted = false
    for character in text.prefix(20_000) {
      if character == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if character.isNewline {
        if lines.count == 20 { break }
        lines.append([:])
      } else if ",;\t".contains(character) {
        lines[lines.count - 1][character, default: 0] += 1
      }
    }
    let marks: [Character] = [",", ";", "\t"]
    let scores: [(Character, Int)] = marks.map { mark in
      var counts: [Int: Int] = [:]
      for line in lines { if let count = line[mark] { counts[count, default: 0] += 1 } }
      return (mark, counts.map { $0.value * 100 + $0.key }.max() ?? 0)
    }
    return scores.max { ($0.1, $1.0) < ($1.1, $0.0) }.flatMap { $0.1 > 0 ? $0.0 : "," }
  }
}

extension [String] {
  var filledCount: Int { count { !$0.isEmpty } }

  fileprivate var dropLastEmpty: [String] {
    var cells = self
    while cells.last?.isEmpty == true { cells.removeLast() }
    return cells
  }

  /// Whether a row says how many or how much the others are together.
  fileprivate var isSum: Bool {
    guard let first = first(where: { !$0.isEmpty }) else { return false }
    let word = first.foldedForComparison.filter { $0.isLetter || $0 == " " }.trimmed
    let others = filter { !$0.isEmpty }.dropFirst()
    return sums.contains(word)
      && others.allSatisfy { $0.allSatisfy { $0.isNumber || ".,% ".contains($0) } }
  }
}

private let sums: Set<String> = [
  "total", "totals", "sum", "subtotal", "grand total", "count", "average", "summe", "gesamt",
  "insgesamt", "anzahl", "somme", "total general", "totaux", "moyenne", "suma", "totales",
  "cyfanswm", "المجموع", "الاجمالي", "الإجمالي",
]
