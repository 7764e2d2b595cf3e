import Records

extension Dialect {
  /// All that it says, as bytes: what was read by one dialect is read again by any other.
  package var record: [UInt8] {
    var record = RecordWriter()
    record.write(isExtended)
    record.write(minuteWords) { $1.write(to: &$0) }
    record.write(presenceWords) { $1.write(to: &$0) }
    return record.bytes
  }
}

extension MinuteWords {
  fileprivate func write(to record: inout RecordWriter) {
    for terms in [actions, decisions] {
      for words in [terms.headings, terms.names, terms.openers] { record.write(words.sorted()) }
    }
    for words in [none, besides] { record.write(words.sorted()) }
  }
}

extension PresenceWords {
  fileprivate func write(to record: inout RecordWriter) {
    for words in [present, absent, nobody] { record.write(words.sorted()) }
  }
}
