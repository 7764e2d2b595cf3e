import Diagnostics

/// How a table's column is aligned, by the colons of its delimiter row.
enum TableAlignment: Hashable {
  case unset, left, center, right
}

extension Lifter {
  /// The most that a page can show and a reader can use.
  private static let mostRows = 1_000
  private static let mostColumns = 50
  private static let mostCells = 50_000

  /// Reads a table whose header is the line before: GitHub Flavored Markdown §4.10.
  ///
  /// - Returns: Where the line after the table begins; `nil` where there is no table.
  mutating func readTable(below header: PreviousLine, delimiters prefix: LinePrefix) -> Int? {
    guard let alignments = delimiterRow(prefix), isHeader(header, for: prefix) else { return nil }
    let cells = cellRanges(header.prefix.content..<endOfLine(from: header.prefix.content))
    guard cells.count == alignments.count else { return nil }
    let delimiterLine = line
    takeBack(to: header.mark)
    output.append(contentsOf: bytes[copied..<header.prefix.start])
    findings.tables.append(LiftedText.Table(alignments: alignments, rows: 1))
    line = header.line
    if isTooLarge(findings.tables.count - 1) { return bytes.count }
    writeRow(cells, row: 0, from: header.prefix, then: prefix)
    line = delimiterLine
    copied = readRows(from: nextLine(after: prefix.content), like: prefix)
    return copied
  }

  private mutating func readRows(from start: Int, like prefix: LinePrefix) -> Int {
    let table = findings.tables.count - 1
    var index = start
    while index < bytes.count {
      let row = LinePrefix(in: bytes, from: index)
      guard isRow(row, like: prefix) else { break }
      let number = findings.tables[table].rows
      findings.tables[table].rows += 1
      let cells = cellRanges(row.content..<endOfLine(from: row.content))
      writeRow(cells, row: number, from: row, then: row)
      if isTooLarge(table) { return bytes.count }
      index = nextLine(after: row.content)
    }
    return index
  }

  /// Writes a row as a heading, or each of its cells as one, within the same quotes and list items.
  private mutating func writeRow(
    _ cells: [Range<Int>], row: Int, from first: LinePrefix, then others: LinePrefix
  ) {
    let table = findings.tables.count - 1
    let columns = findings.tables[table].alignments.count
    let isRow = isParsedWhole(cells.prefix(columns))
    for (column, cell) in cells.prefix(columns).enumerated() {
      if isRow, column > 0 {
        output.append(0x20)
        output.append(.cellEnd)
        output.append(0x20)
      } else {
        if column > 0 { output.append(0x0A) }
        let prefix = column == 0 ? first : others
        output.append(contentsOf: bytes[prefix.start..<prefix.content])
        output.append("# ")
        findings.lines.append(Int32(clamping: line))
        findings.cells.append(
          LiftedText.Cell(
            line: findings.lines.count, table: table, row: row, column: column, isRow: isRow))
      }
      writeCell(cell)
      if !isRow || column + 1 == min(cells.count, columns) { guardClosingSequence() }
    }
    if !cells.isEmpty { output.append(0x0A) }
    if let lost = cells.dropFirst(columns).first(where: { !$0.isEmpty }) {
      findings.diagnostics.append(tooManyCells(source, at: lost))
    }
  }

  /// Whether the cells of a row may be parsed as one text.
  ///
  /// An inline that reaches from one cell into another shows in the tree, but not that a bracket
  /// left open in one kept another from being a link; and the tree tells nothing of tildes.
  private func isParsedWhole(_ cells: ArraySlice<Range<Int>>) -> Bool {
    cells.count > 1 && !misread.crossed.contains(line) && cells.allSatisfy(hasClosedBrackets)
  }

  private func hasClosedBrackets(_ cell: Range<Int>) -> Bool {
    var depth = 0
    var hasBracket = false
    var hasBackslash = false
    for index in cell {
      switch bytes[index] {
      case UInt8(ascii: "["):
        depth += 1
        hasBracket = true
      case UInt8(ascii: "]"):
        depth -= 1
        if depth < 0 { return false }
      case UInt8(ascii: "\\"): hasBackslash = true
      case UInt8(ascii: "~"): return false
      default: break
      }
    }
    return depth == 0 && !(hasBracket && hasBackslash)
  }

  private mutating func writeCell(_ cell: Range<Int>) {
    copied = cell.lowerBound
    isInCell = true
    readInline(cell)
    isInCell = false
    output.append(contentsOf: bytes[copied..<cell.upperBound])
    copied = cell.upperBound
  }

  /// Escapes the last of `#`s that would be taken for the end of the heading: §4.2.
  private mutating func guardClosingSequence() {
    var index = output.count
    while output[index - 1] == UInt8(ascii: "#") { index -= 1 }
    if index < output.count, output[index - 1] == 0x20 {
      output.insert(UInt8(ascii: "\\"), at: output.count - 1)
    }
  }

  // MARK: Rows

  private func isHeader(_ header: PreviousLine, for delimiters: LinePrefix) -> Bool {
    guard !misread.plain.contains(header.line), header.prefix.quotes == delimiters.quotes,
      !header.prefix.isBlank(in: bytes), !beginsBlock(header.prefix)
    else { return false }
    return !header.prefix.hasListItem || delimiters.column >= header.prefix.column
  }

  private func isRow(_ row: LinePrefix, like delimiters: LinePrefix) -> Bool {
    !misread.plain.contains(line) && row.quotes == delimiters.quotes && !row.hasListItem
      && !row.isBlank(in: bytes) && !beginsBlock(row)
  }

  /// Whether a line's content begins a heading, a fence, a thematic break or a footnote.
  private func beginsBlock(_ prefix: LinePrefix) -> Bool {
    switch bytes[prefix.content] {
    case UInt8(ascii: "#"):
      var end = prefix.content
      while byte(end) == UInt8(ascii: "#") { end += 1 }
      return end - prefix.content <= 6 && (byte(end).map { $0 <= 0x20 } ?? true)
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return Fence(at: prefix, in: bytes) != nil
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      let sign = bytes[prefix.content]
      let line = bytes[prefix.content..<endOfLine(from: prefix.content)]
      return line.count { $0 == sign } >= 3
        && line.allSatisfy { $0 == sign || $0 == 0x20 || $0 == 0x09 }
    case UInt8(ascii: "["): return byte(prefix.content + 1) == UInt8(ascii: "^")
    default: return false
    }
  }

  /// The alignments that a delimiter row gives; `nil` where the line is none.
  private func delimiterRow(_ prefix: LinePrefix) -> [TableAlignment]? {
    guard !prefix.hasListItem, let first = byte(prefix.content),
      first == UInt8(ascii: "|") || first == UInt8(ascii: ":") || first == UInt8(ascii: "-")
    else { return nil }
    let row = prefix.content..<endOfLine(from: prefix.content)
    guard bytes[row].contains(UInt8(ascii: "|")) || bytes[row].contains(UInt8(ascii: ":")) else {
      return nil
    }
    var alignments: [TableAlignment] = []
    for cell in cellRanges(row) {
      guard let alignment = alignment(of: bytes[cell]) else { return nil }
      alignments.append(alignment)
    }
    return alignments
  }

  private func alignment(of cell: Slice<UnsafeBufferPointer<UInt8>>) -> TableAlignment? {
    var dashes = cell
    let isLeft = dashes.first == UInt8(ascii: ":")
    if isLeft { dashes = dashes.dropFirst() }
    let isRight = dashes.last == UInt8(ascii: ":")
    if isRight { dashes = dashes.dropLast() }
    guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    return isLeft ? (isRight ? .center : .left) : (isRight ? .right : .unset)
  }

  /// The cells of a row, trimmed: separated by `|`, but not by `\|` nor by one within `[[…|…]]`
  /// or a formula.
  private func cellRanges(_ row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    cells.reserveCapacity(8)
    var start = row.lowerBound
    if byte(start) == UInt8(ascii: "|") { start += 1 }
    var index = start
    while index < row.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "|"):
        cells.append(trimmed(start..<index))
        index += 1
        start = index
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "$"):
        let end = Formula(bytes: bytes, isInRow: true).end(from: index) ?? index + 1
        index = end <= row.upperBound ? end : index + 1
      case UInt8(ascii: "["):
        let end = WikiLink.end(in: bytes, from: index) ?? index + 1
        index = end <= row.upperBound ? end : index + 1
      default: index += 1
      }
    }
    let last = trimmed(start..<max(start, row.upperBound))
    if !last.isEmpty { cells.append(last) }
    return cells
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  func endOfLine(from index: Int) -> Int {
    var end = index
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, !isLineSeparator(at: end) {
      end += 1
    }
    return end
  }

  private mutating func nextLine(after index: Int) -> Int {
    let end = endOfLine(from: index)
    guard let first = byte(end) else { return end }
    if first == 0xE2 { return end + 3 }
    line += 1
    return first == 0x0D && byte(end + 1) == 0x0A ? end + 2 : end + 1
  }

  private mutating func isTooLarge(_ table: Int) -> Bool {
    let found = findings.tables[table]
    cellCount += found.alignments.count
    guard
      found.rows > Self.mostRows + 1 || found.alignments.count > Self.mostColumns
        || cellCount > Self.mostCells
    else { return false }
    findings.diagnostics.append(tableTooLarge(source, line: line))
    return true
  }
}

// MARK: - Messages

private func tableTooLarge(_ source: SourceText, line: Int) -> Diagnostic {
  Diagnostic(
    .error, "table-too-large", at: SourceLocation(path: source.path, line: line),
    "a table may have at most 1,000 rows and 50 columns, and an entry's tables 50,000 cells",
    hints: ["put the data in a spreadsheet, keep it in assets/ and link to it"])
}

private func tooManyCells(_ source: SourceText, at range: Range<Int>) -> Diagnostic {
  Diagnostic(
    .warning, "table-row-too-long",
    at: SourceLocation(path: source.path, span: source.span(of: range)),
    "this row has more cells than the table's header; the rest is left out",
    hints: [#"write \| for a vertical line that is part of the text"#])
}
