import Markup
package import Records

extension SearchPart: Recorded {
  package func encode(to record: inout RecordWriter) {
    words.encode(to: &record)
    record.write(postings.sizes)
    record.write(postings.values.map(\.bits))
    record.write(records.map { UInt32($0.count) })
    record.write(Array(records.joined()))
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    words = try WordTable(from: &record)
    let sizes = try record.numbers()
    let bits = try record.numbers()
    guard sizes.count == words.count,
      let groups = Groups(bits.map { Posting.Packed(bits: $0) }, sizes)
    else { throw DamagedRecord() }
    postings = groups
    let lengths = try record.numbers()
    let bytes = try record.content()
    guard let ranges = consecutiveRanges(lengths, of: bytes.count) else { throw DamagedRecord() }
    records = ranges.map { Array(bytes[$0]) }
  }
}

extension WordTable: Recorded {
  func encode(to record: inout RecordWriter) {
    let words = (0..<count).map { word($0) }
    record.write(words.map { UInt32($0.count) })
    record.write(Array(words.joined()))
  }

  init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init()
    let lengths = try record.numbers()
    let bytes = try record.content()
    guard let ranges = consecutiveRanges(lengths, of: bytes.count) else { throw DamagedRecord() }
    for range in ranges { _ = number(of: Array(bytes[range])) }
    guard count == lengths.count else { throw DamagedRecord() }
  }
}

extension Groups {
  /// How many values each group has.
  fileprivate var sizes: [UInt32] { (0..<count).map { UInt32(self[$0].count) } }

  /// Puts values back that lie group by group; `nil` where the sizes are not theirs.
  fileprivate init?(_ values: [Value], _ sizes: [UInt32]) {
    guard let ranges = consecutiveRanges(sizes, of: values.count) else { return nil }
    self.init(values: values, starts: ranges.map(\.lowerBound) + [values.count])
  }
}

/// Ranges of these lengths, one after another; `nil` where they do not fill `count`.
private func consecutiveRanges(_ lengths: [UInt32], of count: Int) -> [Range<Int>]? {
  var ranges: [Range<Int>] = []
  ranges.reserveCapacity(lengths.count)
  var start = 0
  for length in lengths {
    let end = start + Int(length)
    guard end <= count else { return nil }
    ranges.append(start..<end)
    start = end
  }
  return start == count ? ranges : nil
}
