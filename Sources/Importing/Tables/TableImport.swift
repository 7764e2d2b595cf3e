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
  ///   - existing: The files that the site has already.
  /// - Throws: `UnreadableInput` where there is no table.
  package init(
    _ bytes: [UInt8], named name: String, as kind: TableKind, own: [String: String],
    existing: [RelativePath]
  ) throws(UnreadableInput) {
    guard let decoded = ForeignText(bytes) else {
      throw UnreadableInput("'\(name)' is no text: save the spreadsheet as CSV first")
    }
    guard let table = ForeignTable(decoded.text) else {
      throw UnreadableInput("'\(name)' has no row of headings")
    }
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
    let columns = ColumnMatching(table.headings, as: kind, own: own)
    var plan = ImportPlan(existing: existing)
    var rows = RowReading(kind: kind, existing: existing)
    rows.noteNamesakes(table.rows.map(\.cells), columns.fields)
    for row in table.rows {
      rows.read(row.cells, columns.fields, from: "\(name), row \(row.number)", into: &plan)
    }
    self.plan = plan
    let notes = [decoded.note.map { "The file was \($0)." }].compactMap(\.self) + columns.notes
    preview = TablePreview(table, columns.fields, notes).text
  }
}

/// Why an import cannot begin; a sentence without a full stop.
package struct UnreadableInput: Error, Hashable, Sendable {
  package let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
