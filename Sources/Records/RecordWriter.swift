/// A value that can be written as bytes and read back, for files that only this tool reads.
///
/// Written out by hand, part by part: nothing is found by reflection, so reading back is many
/// times faster than parsing the text again. Whoever adds a part to a type adds it here too; a test
/// holds what comes back equal to what was written.
package protocol Recorded {
  func encode(to record: inout RecordWriter)
  init(from record: inout RecordReader) throws(DamagedRecord)
}

/// Bytes that are no record, or not all of one.
package struct DamagedRecord: Error {
  package init() {}
}

/// Appends values to a record.
package struct RecordWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Seven bits a byte, the lowest first; the last byte is below 128 (LEB128).
  package mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  package mutating func write(_ number: Int32) { write(Int(number)) }

  package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Bytes whose number the reader knows.
  package mutating func write(content: [UInt8]) { bytes += content }

  package mutating func write(_ content: [UInt8]) {
    write(content.count)
    bytes.append(contentsOf: content)
  }

  /// Four bytes a number, for lists that are too long to be looked at one by one.
  package mutating func write(_ numbers: [UInt32]) {
    write(numbers.count)
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  package mutating func write(_ range: Range<Int32>) {
    write(range.lowerBound)
    write(range.upperBound - range.lowerBound)
  }

  /// Whether there is a value, and the value.
  @inlinable
  package mutating func write<Value>(
    _ value: Value?, _ write: (inout RecordWriter, Value) -> Void
  ) {
    self.write(value != nil)
    if let value { write(&self, value) }
  }

  package mutating func write(_ text: String?) { write(text) { $0.write($1) } }

  @inlinable
  package mutating func write(_ list: [some Recorded]) {
    write(list.count)
    for item in list { item.encode(to: &self) }
  }
}
