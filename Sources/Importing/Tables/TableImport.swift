import Community
import Diagnostics
package import Files

/// The import of a spreadsheet's export: an entry a row.
package struct TableImport {
  /// What the columns were taken for, and the first rows as they would be read.
  package let preview: String
  package let plan: ImportPlan

  /// - Parameters:
  ///   - own: The fields of columns as their owner decided, by heading.
  ///   - sheet: Which sheet of a workbook; else its first.
  ///   - existing: The files that the site has already.
  /// - Throws: `UnreadableInput` where there is no table.
  package init(
    _ bytes: [UInt8], named name: String, as kind: TableKind, own: [String: String],
    sheet: String? = nil, site: TargetSite = TargetSite(), existing: [RelativePath]
  ) throws(UnreadableInput) {
    let known = KnownHeadings(kind)
    let count = { (headings: [String]) in
      known.count(in: headings) + headings.count { own[$0] != nil }
    }
    let read = try Self.rows(bytes, name, sheet)
    guard let table = ForeignTable(read.rows, headings: count) else {
      throw UnreadableInput("'\(name)' has no row of headings")
    }
    try Self.check(table, name, own)
    let columns = ColumnMatching(table, as: kind, own: own)
    var plan = ImportPlan(existing: existing)
    let reading = TableReading(
      table, columns.meanings, as: kind, named: name, site: site.withMembers(of: existing))
    reading.plan(into: &plan, existing: existing)
    self.plan = plan
    preview =
      TablePreview(
        table, columns.meanings.map(\.label), read.notes + columns.notes + reading.dates.notes
      ).text
  }

  private static func rows(
    _ bytes: [UInt8], _ name: String, _ sheet: String?
  ) throws(UnreadableInput) -> (rows: [(number: Int, cells: [String])], notes: [String]) {
    if Workbook.isOne(bytes) {
      let workbook = try Workbook(bytes, named: name)
      let found = try workbook.sheet(sheet)
      return (found.rows, found.notes)
    }
    guard sheet == nil else {
      throw UnreadableInput(
        "'\(name)' is no Excel workbook (.xlsx), so it has no sheets: leave --sheet out")
    }
    guard let decoded = ForeignText(bytes) else {
      throw UnreadableInput("'\(name)' is no text: save the spreadsheet as CSV or .xlsx first")
    }
    guard let rows = ForeignTable.rows(of: decoded.text) else {
      throw UnreadableInput("'\(name)' has no row of headings")
    }
    return (rows, [decoded.note.map { "The file was \($0)." }].compactMap(\.self))
  }

  private static func check(
    _ table: ForeignTable, _ name: String, _ own: [String: String]
  ) throws(UnreadableInput) {
    guard table.headings.count <= ImportLimits.columns else {
      throw UnreadableInput(
        "'\(name)' has more than \(ImportLimits.columns) columns, the most that is read")
    }
    guard table.rows.count <= ImportLimits.items else {
      throw UnreadableInput(
        "'\(name)' has more than \(ImportLimits.items.grouped) rows, the most that is read at once: "
          + "save it in parts")
    }
    let strangers = own.keys.filter { !table.headings.contains($0) }.sorted()
    if let stranger = strangers.first {
      throw UnreadableInput(
        "there is no column '\(stranger.quotedInput)'; there are \(table.headings.joined(separator: ", "))"
      )
    }
  }
}

/// A table whose columns are understood, read row by row.
struct TableReading {
  let dates: ColumnDates
  private let kind: TableKind
  private let site: TargetSite
  private let rows: [TableRow]
  private let isForm: Bool
  private let besides: [(source: String, reason: String)]

  init(
    _ table: ForeignTable, _ meanings: [ColumnMeaning], as kind: TableKind, named name: String,
    site: TargetSite
  ) {
    self.kind = kind
    self.site = site
    var dates = ColumnDates(site: site)
    for (column, meaning) in meanings.enumerated() {
      let isDate =
        meaning == .stamp
        || kind.columns.contains { field in
          if case .date = field.type { meaning == .field(field.name) } else { false }
        }
      guard isDate, let label = meaning.label else { continue }
      dates.add(
        table.rows.map { $0.cells[column] }, label: label, heading: table.headings[column])
    }
    self.dates = dates
    rows = table.rows.map { row in
      TableRow(
        row.cells, meanings, headings: table.headings, number: row.number,
        source: "\(name), row \(row.number)")
    }
    isForm = meanings.contains(.stamp)
    besides = table.besides.map { ("\(name), row \($0.number)", $0.reason) }
  }

  func plan(into plan: inout ImportPlan, existing: [RelativePath]) {
    for beside in besides { plan.leaveOut(beside.source, because: beside.reason) }
    let none = RepeatedPeople([], isForm: false) { _, _ in false }
    let people =
      kind == .members
      ? RepeatedPeople(rows, isForm: isForm) { first, second in
        guard let one = first.stamp.flatMap({ dates.day($0, "given") }),
          let other = second.stamp.flatMap({ dates.day($0, "given") })
        else { return false }
        return one < other
      } : none
    var reading = RowReading(
      kind: kind, site: site, dates: dates, people: people, existing: existing)
    for row in rows { reading.read(row, into: &plan) }
  }
}

/// Why an import cannot begin; a sentence without a full stop.
package struct UnreadableInput: Error, Hashable, Sendable {
  package let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
