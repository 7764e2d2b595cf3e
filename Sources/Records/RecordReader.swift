/// Takes values off a record in the order in which they were written.
///
/// Nothing that the bytes say is believed: a length that leads out of them, a kind that there is
/// not, is a `DamagedRecord`.
package struct RecordReader: Sendable {
  private let bytes: [UInt8]
  /// How many bytes have been read.
  package private(set) var offset: Int

  package init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    offset = start
  }

  /// Whether all has been read.
  package var isAtEnd: Bool { offset == bytes.count }

  package mutating func byte() throws(DamagedRecord) -> UInt8 {
    guard offset < bytes.count else { throw DamagedRecord() }
    defer { offset += 1 }
    return bytes[offset]
  }

  package mutating func number() throws(DamagedRecord) -> Int {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let next = try byte()
      number |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return Int(truncatingIfNeeded: Int64(bitPattern: number)) }
    }
    throw DamagedRecord()
  }

  package mutating func shortNumber() throws(DamagedRecord) -> Int32 {
    guard let number = Int32(exactly: try number()) else { throw DamagedRecord() }
    return number
  }

  package mutating func flag() throws(DamagedRecord) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw DamagedRecord()
    }
  }

  package mutating func content() throws(DamagedRecord) -> [UInt8] { Array(bytes[try counted()]) }

  /// Numbers of four bytes each.
  package mutating func numbers() throws(DamagedRecord) -> [UInt32] {
    let count = try count()
    guard count <= (bytes.count - offset) / 4 else { throw DamagedRecord() }
    defer { offset += 4 * count }
    return bytes.withUnsafeBytes { bytes in
      (0..<count).map { bytes.loadUnaligned(fromByteOffset: offset + 4 * $0, as: UInt32.self) }
    }
  }

  package mutating func text() throws(DamagedRecord) -> String {
    String(decoding: bytes[try counted()], as: UTF8.self)
  }

  package mutating func range() throws(DamagedRecord) -> Range<Int32> {
    let start = try shortNumber()
    let (end, overflow) = start.addingReportingOverflow(try shortNumber())
    guard !overflow, start <= end else { throw DamagedRecord() }
    return start..<end
  }

  package mutating func optionalText() throws(DamagedRecord) -> String? {
    try flag() ? try text() : nil
  }

  @inlinable
  package mutating func list<Item: Recorded>(
    of type: Item.Type = Item.self
  ) throws(DamagedRecord) -> [Item] {
    let count = try count()
    var list: [Item] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try Item(from: &self)) }
    return list
  }

  /// How many things follow; each is a byte at least.
  package mutating func count() throws(DamagedRecord) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - offset else { throw DamagedRecord() }
    return count
  }

  private mutating func counted() throws(DamagedRecord) -> Range<Int> {
    let count = try count()
    defer { offset += count }
    return offset..<(offset + count)
  }
}
