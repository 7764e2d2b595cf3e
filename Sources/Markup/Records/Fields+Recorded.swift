package import Diagnostics
package import Records

extension String: Recorded {
  package func encode(to record: inout RecordWriter) { record.write(self) }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self = try record.text()
  }
}

extension SourceSpan: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(line)
    record.write(column)
    record.write(length)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      line: try record.number(), column: try record.number(), length: try record.number())
  }
}

extension FieldMap: Recorded {
  package func encode(to record: inout RecordWriter) {
    span.encode(to: &record)
    record.write(fields)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    let span = try SourceSpan(from: &record)
    self.init(try record.list(), at: span)
  }
}

extension FieldMap.Field: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(key)
    keySpan.encode(to: &record)
    value.encode(to: &record)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      key: try record.text(), keySpan: try SourceSpan(from: &record),
      value: try FieldValue(from: &record))
  }
}

/// Front matter is at most eight deep, so this may call itself.
extension FieldValue: Recorded {
  package func encode(to record: inout RecordWriter) {
    span.encode(to: &record)
    switch content {
    case .empty: record.write(0)
    case .text(let text, let isQuoted):
      record.write(isQuoted ? 2 : 1)
      record.write(text)
    case .list(let list):
      record.write(3)
      record.write(list)
    case .map(let map):
      record.write(4)
      map.encode(to: &record)
    }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    let span = try SourceSpan(from: &record)
    let content: Content
    switch try record.byte() {
    case 0: content = .empty
    case 1: content = .text(try record.text(), isQuoted: false)
    case 2: content = .text(try record.text(), isQuoted: true)
    case 3: content = .list(try record.list())
    case 4: content = .map(try FieldMap(from: &record))
    default: throw DamagedRecord()
    }
    self.init(content, at: span)
  }
}
