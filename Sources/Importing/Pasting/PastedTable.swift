/// A table of a clipboard: of a spreadsheet, a word processor or a page.
struct PastedTable {
  private(set) var rows: [[[PastedRun]]] = []
  /// How many rows of a column are still taken by a cell above.
  private var taken: [Int: Int] = [:]
  private var span = 1
  /// What stands before its first cell.
  private var caption: [PastedRun] = []
  /// Whether it only places what stands in it.
  var isLayout = false

  private static let mostColumns = 60
  private static let mostRows = 2_000

  init(isLayout: Bool) { self.isLayout = isLayout }

  /// Rows of cells with tabs between them, as a spreadsheet writes plain text; `nil` for other text.
  init?(tabbed text: String) {
    let lines = text.split(separator: "\n")
    guard lines.count > 1, lines.allSatisfy({ $0.contains("\t") }) else { return nil }
    rows = lines.prefix(Self.mostRows).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).prefix(Self.mostColumns).map {
        [PastedRun(text: String($0).withoutCellQuotes)].trimmed
      }
    }
  }

  mutating func beginRow() {
    guard rows.count < Self.mostRows else { return }
    rows.append([])
  }

  mutating func beginCell(_ element: HTMLElement) {
    if rows.isEmpty { beginRow() }
    skipTaken()
    let column = rows[rows.count - 1].count
    guard column < Self.mostColumns else { return }
    rows[rows.count - 1].append([])
    span = min(max(Int(element["colspan"] ?? "") ?? 1, 1), Self.mostColumns)
    let height = min(max(Int(element["rowspan"] ?? "") ?? 1, 1), Self.mostRows)
    if height > 1 { for each in column..<(column + span) { taken[each] = height - 1 } }
  }

  private mutating func skipTaken() {
    while rows[rows.count - 1].count < Self.mostColumns,
      let height = taken[rows[rows.count - 1].count], height > 0
    {
      taken[rows[rows.count - 1].count] = height - 1
      rows[rows.count - 1].append([])
    }
  }

  mutating func add(_ runs: [PastedRun]) {
    guard let row = rows.indices.last, let cell = rows[row].indices.last else {
      caption += runs.onOneLine
      return
    }
    if !rows[row][cell].isEmpty { rows[row][cell].append(PastedRun(text: " ")) }
    rows[row][cell] += runs.onOneLine
  }

  mutating func endCell() {
    guard let row = rows.indices.last, !rows[row].isEmpty else { return }
    let width = min(rows[row].count + span - 1, Self.mostColumns)
    while rows[row].count < width { rows[row].append([]) }
    span = 1
  }

  /// What it comes to: a table without empty rows and columns, after its title where it has one.
  func blocks(quotes: Int, level: Int) -> [PastedBlock] {
    var rows = filled
    var blocks: [PastedBlock.Content] = []
    if !caption.isEmpty { blocks.append(.words(caption)) }
    if !isLayout, rows.count > 2, let title = rows.title {
      blocks.append(.words(title))
      rows.removeFirst()
    }
    if isLayout || rows.count == 1 && rows[0].count == 1 {
      blocks += rows.flatMap { $0 }.filter { !$0.isEmpty }.map { .words($0) }
    } else if !rows.isEmpty {
      blocks.append(.table(rows))
    }
    return blocks.map { PastedBlock(content: $0, quotes: quotes, level: level, item: nil) }
  }

  private var filled: [[[PastedRun]]] {
    let width = rows.map(\.count).max() ?? 0
    let columns = (0..<width).filter { column in
      rows.contains { column < $0.count && !$0[column].isEmpty }
    }
    return rows.map { row in columns.map { $0 < row.count ? row[$0] : [] } }
      .filter { !$0.allSatisfy(\.isEmpty) }
  }
}

extension [[[PastedRun]]] {
  /// The words above a table that stand in a row of their own.
  fileprivate var title: [PastedRun]? {
    guard let first, first.count > 1, !first[0].isEmpty,
      first.dropFirst().allSatisfy(\.isEmpty)
    else { return nil }
    return first[0]
  }
}

extension [PastedRun] {
  fileprivate var onOneLine: [PastedRun] {
    map { run in
      let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false)
      return PastedRun(text: lines.joined(separator: " "), style: run.style, link: run.link)
    }
  }
}

extension String {
  /// A cell without the quotes that a spreadsheet puts around it, and with one for each two in it.
  fileprivate var withoutCellQuotes: String {
    guard count > 1, hasPrefix("\""), hasSuffix("\"") else { return self }
    return dropFirst().dropLast().split(separator: "\"\"", omittingEmptySubsequences: false)
      .joined(separator: "\"")
  }
}
