package import Records

/// What the parsers make of an entry's file, before the rules of its kind are applied: all that
/// takes long to find out about a text.
///
/// With the file's name it is all that an entry is made of, so whoever keeps it need not parse the
/// file again. A file of which the parsers had something to say is not kept: to say it again, it
/// is parsed again.
package struct ParsedFile: Hashable, Sendable {
  /// The file's bytes as far as they are looked into again: all of them where the text has tasks or
  /// decisions, else those above its body, at least the first line.
  package let source: [UInt8]
  package let fields: FieldMap
  package let body: Body
  /// The record of the dialect that the body was read in: in another it may be another.
  package let dialect: [UInt8]

  package init(source: [UInt8], fields: FieldMap, body: Body, dialect: [UInt8]) {
    self.source = source
    self.fields = fields
    self.body = body
    self.dialect = dialect
  }
}

extension ParsedFile: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(source)
    fields.encode(to: &record)
    body.encode(to: &record)
    record.write(dialect)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      source: try record.content(), fields: try FieldMap(from: &record),
      body: try Body(from: &record), dialect: try record.content())
  }
}
