import Diagnostics
import Markup

/// The changes to the text of one meeting's minutes.
struct AttendanceFixing {
  private let source: SourceText
  private let names: NamesOfMembers
  private(set) var fixes: [Fix] = []
  /// The members who were named, each once.
  private(set) var found: [EntryIndex] = []
  /// The lines that are taken out.
  private var removed: Set<Int> = []

  init(_ source: SourceText, _ names: NamesOfMembers) {
    self.source = source
    self.names = names
  }

  mutating func read(_ presences: [Body.Presence]) {
    for presence in presences where presence.cell == nil && presence.isWholeLine {
      if presence.isAbsence { remove(presence.lines) } else { takeMembers(from: presence.lines) }
    }
    let cells = presences.filter { $0.cell != nil }
    for row in Set(cells.map(\.lines.lowerBound)).sorted() {
      fixRow(row, cells.filter { $0.lines.lowerBound == row })
    }
    closeGaps()
  }

  private mutating func note(_ members: [EntryIndex]) {
    found += members.filter { !found.contains($0) }
  }
}

// MARK: - Lines

extension AttendanceFixing {
  /// Takes members out of a label's line and the lines that it heads; the whole goes where nobody
  /// else is left in it.
  private mutating func takeMembers(from lines: Range<Int>) {
    var changes: [(line: Int, text: String?)] = []
    var isEmptied = true
    for line in lines {
      let written = source.text(ofLine: line)
      let start = line == lines.lowerBound ? written.endOfLabel : written.endOfMarker
      let names = written[start...]
      if names.allSatisfy(\.isWhitespace) { continue }
      guard let taken = self.names.taken(outOf: String(names)) else {
        isEmptied = false
        continue
      }
      note(taken.members)
      let isGone = taken.rest.isEmpty && line > lines.lowerBound
      changes.append((line, isGone ? nil : String(written[..<start]) + taken.rest))
      if !taken.rest.isEmpty { isEmptied = false }
    }
    guard !changes.isEmpty else { return }
    if isEmptied { return remove(lines) }
    for change in changes { fixes.append(fix(change.line, change.text)) }
  }

  private mutating func remove(_ lines: Range<Int>) {
    removed.formUnion(lines)
    for line in lines { fixes.append(fix(line, nil)) }
  }

  /// Takes out one of two blank lines between which nothing is left.
  private mutating func closeGaps() {
    for line in removed.sorted() where !removed.contains(line + 1) {
      var first = line
      while removed.contains(first - 1) { first -= 1 }
      let isLast = source.start(ofLine: line + 1) == nil
      if !isLast, isBlank(first - 1), isBlank(line + 1) { fixes.append(fix(line + 1, nil)) }
    }
  }

  private func isBlank(_ line: Int) -> Bool {
    source.text(ofLine: line).allSatisfy(\.isWhitespace)
  }

  /// A line in other words, or without any.
  private func fix(_ line: Int, _ text: String?) -> Fix {
    let length = source.text(ofLine: line).unicodeScalars.count
    let span = SourceSpan(line: line, column: 1, length: length)
    return Fix(span, with: text ?? "", takingLineBreak: text == nil)
  }
}

// MARK: - Rows of tables

extension AttendanceFixing {
  private mutating func fixRow(_ row: Int, _ cells: [Body.Presence]) {
    var written = source.text(ofLine: row)
    var isChanged = false
    // The last first, so that the places of the others stay.
    for presence in cells.sorted(by: { $0.cell ?? 0 > $1.cell ?? 0 }) {
      let ranges = written.rangesOfCells
      guard let cell = presence.cell, cell < ranges.count else { continue }
      let text = String(written[ranges[cell]])
      if presence.isAbsence {
        written.replaceSubrange(ranges[cell], with: " ")
      } else if let taken = names.taken(outOf: text) {
        note(taken.members)
        written.replaceSubrange(ranges[cell], with: taken.rest.isEmpty ? " " : " \(taken.rest) ")
      } else {
        continue
      }
      isChanged = true
    }
    if isChanged { fixes.append(fix(row, written)) }
  }
}

extension String {
  /// The cells of a table's row, between the borders.
  fileprivate var rangesOfCells: [Range<Index>] {
    var cells: [Range<Index>] = []
    var start = startIndex
    var isEscaped = false
    for index in indices {
      if self[index] == "|", !isEscaped {
        cells.append(start..<index)
        start = self.index(after: index)
      }
      isEscaped = self[index] == "\\" && !isEscaped
    }
    cells.append(start..<endIndex)
    if let first = cells.first, self[first].allSatisfy({ $0.isWhitespace || $0 == ">" }) {
      cells.removeFirst()
    }
    return cells
  }

  /// Where the words of a line begin, after the marks of quotes, lists and headings.
  fileprivate var endOfMarker: Index {
    var rest = self[...].drop { " \t>".contains($0) }
    let number = rest.prefix { $0.isASCII && $0.isNumber }
    let mark = rest.dropFirst(number.count)
    let isItem =
      number.isEmpty
      ? mark.first.map("-*+".contains) == true : mark.first.map(".)".contains) == true
    if isItem, mark.dropFirst().first == " " { rest = mark.dropFirst().drop { $0 == " " } }
    if rest.first == "#" { rest = rest.drop { $0 == "#" || $0 == " " } }
    return rest.startIndex
  }

  /// Where the names begin after a label: behind its colon or dash, or nowhere.
  fileprivate var endOfLabel: Index {
    let start = endOfMarker
    guard let mark = self[start...].prefix(80).firstIndex(where: { ":：–—".contains($0) }) else {
      return endIndex
    }
    return self[index(after: mark)...].drop { " *_".contains($0) }.startIndex
  }
}

extension SourceText {
  /// A line without its break.
  fileprivate func text(ofLine number: Int) -> String {
    guard let start = start(ofLine: number) else { return "" }
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
