package import Diagnostics
package import Records

extension Diagnostic: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(severity.rawValue)
    record.write(id.rawValue)
    record.write(location) { $1.encode(to: &$0) }
    record.write(summary)
    record.write(explanation)
    record.write(hints)
    record.write(fix) { $1.encode(to: &$0) }
    record.write(words)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    guard let severity = Severity(rawValue: try record.text()) else { throw DamagedRecord() }
    let id = DiagnosticID(rawValue: try record.text())
    let location = try record.flag() ? try SourceLocation(from: &record) : nil
    self.init(
      severity, id, at: location, try record.text(), because: try record.optionalText(),
      hints: try record.list(), fix: try record.flag() ? try Fix(from: &record) : nil,
      words: try record.optionalText())
  }
}

extension SourceLocation: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(path)
    record.write(line)
    record.write(column)
    record.write(length)
    record.write(excerpt)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      path: try record.text(), line: try record.number(), column: try record.number(),
      length: try record.number(), excerpt: try record.optionalText())
  }
}

extension Fix: Recorded {
  package func encode(to record: inout RecordWriter) {
    span.encode(to: &record)
    record.write(replacement)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    let span = try SourceSpan(from: &record)
    self.init(span, with: try record.text())
  }
}
