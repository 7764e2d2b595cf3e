/// A table of HTML, whose rows become those of a table in Markdown.
struct HTMLTable {
  private var rows: [[[UInt8]]] = []
  private var hasHead = false
  private var links: [String?] = []
  private let keepsTemplates: Bool

  init(keepsTemplates: Bool) { self.keepsTemplates = keepsTemplates }

  mutating func beginRow() { rows.append([]) }

  mutating func beginCell(isHead: Bool) {
    if rows.isEmpty { rows.append([]) }
    if rows.count == 1, isHead { hasHead = true }
    guard rows[rows.count - 1].count < 100 else { return }
    rows[rows.count - 1].append([])
  }

  mutating func text(_ bytes: [UInt8]) {
    let escaped = MarkdownWriter.escaped(
      bytes, isAtLineStart: false, keepsTemplates: keepsTemplates)
    raw(String(decoding: escaped, as: UTF8.self))
  }

  mutating func raw(_ text: String) {
    guard let row = rows.indices.last, let cell = rows[row].indices.last else { return }
    rows[row][cell] += text.utf8
  }

  mutating func beginLink(_ href: String?) {
    links.append(href)
    guard href != nil, let row = rows.indices.last, let cell = rows[row].indices.last else {
      return
    }
    rows[row][cell].escapeLastMark()
    raw("[")
  }

  mutating func endLink() {
    if let href = links.popLast(), let href { raw("](\(href.asDestination))") }
  }

  /// `nil` for a table without cells.
  var markdown: String? {
    let written = rows.filter { !$0.isEmpty }.map { row in
      row.map { cell in
        let text = String(decoding: cell, as: UTF8.self).onOneLine
        return text.split(separator: " ").joined(separator: " ")
          .split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
      }
    }
    guard var head = written.first else { return nil }
    let width = written.map(\.count).max() ?? 0
    var body = written.dropFirst()
    if !hasHead {
      body = written[...]
      head = []
    }
    let line: ([String]) -> String = { cells in
      "| " + (cells + Array(repeating: "", count: width - cells.count)).joined(separator: " | ")
        + " |"
    }
    let rule = "|" + String(repeating: " --- |", count: width)
    return ([line(head), rule] + body.map(line)).joined(separator: "\n")
  }
}
