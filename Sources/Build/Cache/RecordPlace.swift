import Files
import Markup
import Records

/// Where a record is in a file of records, and what it is told by.
struct RecordPlace: Hashable, Sendable {
  /// In bytes from the beginning of the file.
  let start: Int
  /// In bytes.
  let count: Int
  /// The fingerprint of the record.
  let seal: Fingerprint
}

extension RecordFile {
  /// Adds what is to be kept; `nil` where it can't be.
  func add(_ kept: some Recorded) -> RecordPlace? {
    var record = RecordWriter()
    kept.encode(to: &record)
    guard let start = append(record.bytes) else { return nil }
    return RecordPlace(start: start, count: record.bytes.count, seal: Fingerprint(record.bytes))
  }

  /// What was kept at a place; `nil` where it is damaged.
  func kept<Kept: Recorded>(at place: RecordPlace) -> Kept? {
    guard let bytes = bytes(at: place.start, count: place.count), Fingerprint(bytes) == place.seal
    else { return nil }
    var reader = RecordReader(bytes)
    guard let kept = try? Kept(from: &reader), reader.isAtEnd else { return nil }
    return kept
  }

  /// Erases what an earlier build kept and this one does not: it may be of somebody who has left.
  func erase(_ old: some Sequence<RecordPlace>, but kept: some Sequence<RecordPlace>) {
    var left = Set(old)
    for place in kept { left.remove(place) }
    for place in left { erase(at: place.start, count: place.count) }
  }

  /// Whether at least half of it is still used.
  func isWorthKeeping(for places: some Sequence<RecordPlace>) -> Bool {
    places.reduce(0) { $0 + $1.count } >= size / 2
  }
}

extension RecordPlace: Recorded {
  func encode(to record: inout RecordWriter) {
    record.write(start)
    record.write(count)
    seal.encode(to: &record)
  }

  init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(
      start: try record.number(), count: try record.number(), seal: try Fingerprint(from: &record))
  }
}
