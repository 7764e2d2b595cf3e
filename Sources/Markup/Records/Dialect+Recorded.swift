package import Records

extension Dialect: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(isExtended)
    record.write(minuteWords) { $1.encode(to: &$0) }
    record.write(presenceWords) { $1.encode(to: &$0) }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    let isExtended = try record.flag()
    self.init(
      isExtended: isExtended,
      minuteWords: try record.flag() ? try MinuteWords(from: &record) : nil,
      presenceWords: try record.flag() ? try PresenceWords(from: &record) : nil)
  }
}

extension PresenceWords: Recorded {
  package func encode(to record: inout RecordWriter) {
    for words in [present, absent, nobody] { record.write(words.sorted()) }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      present: try record.list(), absent: try record.list(), nobody: try record.list())
  }
}

extension MinuteWords: Recorded {
  package func encode(to record: inout RecordWriter) {
    actions.encode(to: &record)
    decisions.encode(to: &record)
    for words in [none, besides] { record.write(words.sorted()) }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      actions: try Terms(from: &record), decisions: try Terms(from: &record),
      none: try record.list(), besides: try record.list())
  }
}

extension MinuteWords.Terms: Recorded {
  package func encode(to record: inout RecordWriter) {
    for words in [headings, names, openers] { record.write(words.sorted()) }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(headings: try record.list(), openers: [])
    names = Set(try record.list())
    openers = Set(try record.list())
  }
}
