import CCmark

/// A table whose cells are being read.
struct OpenTable {
  let table: LiftedText.Table
  /// The node of the last cell, after which the next must come.
  var lastCell: Node
  var row = 0
  /// How many cells of the row are written.
  var columns = 0
  /// Whether the heading holds the whole row, and how deep it stands in the tree.
  var isRow = false
  var depth = 0
  /// Where the open cell begins in the output, and where its content does.
  var cellStart: PieceWriter.Mark?
  var contentStart: PieceWriter.Mark?
}

extension BodyReader {
  /// Begins a cell, where the heading is one; `false` where it is an author's own.
  mutating func enterCell(_ node: Node) -> Bool {
    guard nextCell < text.findings.cells.count else { return false }
    skipCells(before: node.firstLine)
    guard nextCell < text.findings.cells.count else { return false }
    let cell = text.findings.cells[nextCell]
    guard cell.line == node.firstLine else { return false }
    if cell.row == 0, cell.column == 0 {
      table = OpenTable(table: text.findings.tables[cell.table], lastCell: node)
      startTable()
      tellTable(line: text.sourceLine(cell.line))
    } else if node.previous != table?.lastCell {
      misread.plain.insert(text.sourceLine(cell.line))
    }
    move(to: cell)
    table?.lastCell = node
    table?.isRow = cell.isRow
    table?.depth = depth
    startCell(isHeader: cell.row == 0, column: cell.column)
    open(node, as: .cell)
    return true
  }

  /// Ends a cell, and the table after its last; `false` where the heading is an author's own.
  mutating func leaveCell(_ node: Node) -> Bool {
    guard let open = table, open.lastCell == node else { return false }
    endCell()
    table?.isRow = false
    let cells = text.findings.cells
    let isLast =
      nextCell + 1 == cells.count || cells[nextCell + 1].table != cells[nextCell].table
    nextCell += 1
    if isLast { endTable() }
    return true
  }

  /// Ends a cell.
  ///
  /// An empty one is no header: a screen reader would announce a column without a name.
  private mutating func endCell() {
    guard let open = table else { return }
    let range = prose.close()
    notePresence(
      cell: range, row: open.row, column: open.columns,
      line: text.sourceLine(open.lastCell.firstLine))
    if open.row == 0, let start = open.cellStart, writer.mark == open.contentStart {
      writer.cut(backTo: start)
      startCell(isHeader: false, column: open.columns)
      writer.append("</td>\n")
    } else {
      writer.append(open.row == 0 ? "</th>\n" : "</td>\n")
    }
    table?.columns += 1
  }

  /// Reads text of a row that is parsed whole: at each mark a cell ends and the next begins.
  mutating func readRowText(_ literal: UnsafeBufferPointer<UInt8>, line: Int) {
    var rest = literal
    while let mark = rest.firstCellEnd, let open = table, depth == open.depth {
      let isSpaced = mark > 0 && rest[mark - 1] == 0x20
      readText(UnsafeBufferPointer(rebasing: rest[..<(isSpaced ? mark - 1 : mark)]), line: line)
      while let last = rawElements.last, last.depth >= depth { closeRawElement() }
      endCell()
      startCell(isHeader: open.row == 0, column: open.columns + 1)
      self.open(open.lastCell, as: .cell)
      let next = mark + Sigil.length
      let start = next < rest.count && rest[next] == 0x20 ? next + 1 : next
      rest = UnsafeBufferPointer(rebasing: rest[start...])
    }
    readText(rest, line: line)
  }

  /// Notes a row, parsed whole, in which an inline reaches from one cell into the next: there each
  /// cell must be parsed by itself.
  mutating func checkRow(_ node: Node) {
    guard let open = table else { return }
    let isCrossing =
      switch node.kind {
      case CMARK_NODE_TEXT: depth > open.depth && node.literal.firstCellEnd != nil
      case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE: node.literal.firstCellEnd != nil
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        node.address.firstCellEnd != nil || node.title?.firstCellEnd != nil
      default: false
      }
    if isCrossing { misread.crossed.insert(text.sourceLine(open.lastCell.firstLine)) }
  }

  /// Notes the cells that stand before a line and were not met: what they were taken from is no
  /// table, but code, or a link definition.
  mutating func skipCells(before line: Int) {
    while nextCell < text.findings.cells.count, text.findings.cells[nextCell].line < line {
      misread.plain.insert(text.sourceLine(text.findings.cells[nextCell].line))
      nextCell += 1
    }
  }

  /// Ends the rows before a cell's, filling up those that are short.
  private mutating func move(to cell: LiftedText.Cell) {
    while let open = table, open.row < cell.row {
      endRow()
      table?.row += 1
      table?.columns = 0
      writer.append(open.row == 0 ? "</thead>\n<tbody>\n<tr>\n" : "<tr>\n")
    }
  }

  private mutating func endRow() {
    guard let open = table else { return }
    for column in open.columns..<max(open.columns, open.table.alignments.count) {
      startCell(isHeader: open.row == 0, column: column)
      writer.append(open.row == 0 ? "</th>\n" : "</td>\n")
    }
    writer.append("</tr>\n")
  }

  /// A wide table scrolls by itself, so the element around it can be focused and has a name.
  ///
  /// It is a group and no region: a page with five tables would have five landmarks of one name.
  private mutating func startTable() {
    writer.startLine()
    writer.append("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"")
    writer.add(.word(.table))
    writer.append("\">\n<table>\n<thead>\n<tr>\n")
  }

  private mutating func endTable() {
    guard let open = table else { return }
    endRow()
    writer.append(open.row == 0 ? "</thead>\n" : "</tbody>\n")
    writer.append("</table>\n</div>\n")
    table = nil
  }

  private mutating func startCell(isHeader: Bool, column: Int) {
    table?.cellStart = writer.mark
    writer.append(isHeader ? "<th scope=\"col\"" : "<td")
    switch table?.table.alignments[column] {
    case .left: writer.append(" class=\"align-left\"")
    case .center: writer.append(" class=\"align-center\"")
    case .right: writer.append(" class=\"align-right\"")
    case .unset, nil: break
    }
    start("")
    table?.contentStart = writer.mark
  }
}
