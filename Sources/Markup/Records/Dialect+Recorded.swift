extension Dialect: Recorded {
  package func write(to record: inout RecordWriter) {
    record.write(isExtended)
    record.write(decisionWords) { $1.write(to: &$0) }
    record.write(presenceWords) { $1.write(to: &$0) }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    let isExtended = try record.flag()
    self.init(
      isExtended: isExtended,
      decisionWords: try record.flag() ? try DecisionWords(from: &record) : nil,
      presenceWords: try record.flag() ? try PresenceWords(from: &record) : nil)
  }
}

extension PresenceWords: Recorded {
  package func write(to record: inout RecordWriter) {
    for words in [present, absent, nobody] { record.write(words.sorted()) }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      present: try record.list(), absent: try record.list(), nobody: try record.list())
  }
}

extension DecisionWords: Recorded {
  package func write(to record: inout RecordWriter) {
    for words in [headings, openers, none] { record.write(words.sorted()) }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      headings: try record.list(), openers: try record.list(), none: try record.list())
  }
}
