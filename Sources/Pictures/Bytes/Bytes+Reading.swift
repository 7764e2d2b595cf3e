/// Reading numbers and names out of a file at a given place: `nil` or `false` past its end, so
/// that a hostile header can lead nowhere.
extension [UInt8] {
  func byte(at offset: Int) -> Int? {
    indices.contains(offset) ? Int(self[offset]) : nil
  }

  func bigEndian16(at offset: Int) -> Int? {
    number(at: offset, of: [8, 0])
  }

  func bigEndian32(at offset: Int) -> Int? {
    number(at: offset, of: [24, 16, 8, 0])
  }

  func littleEndian16(at offset: Int) -> Int? {
    number(at: offset, of: [0, 8])
  }

  func littleEndian24(at offset: Int) -> Int? {
    number(at: offset, of: [0, 8, 16])
  }

  func littleEndian32(at offset: Int) -> Int? {
    number(at: offset, of: [0, 8, 16, 24])
  }

  /// Whether the ASCII `text` stands at `offset`.
  func holds(_ text: String, at offset: Int = 0) -> Bool {
    guard offset >= 0, count - offset >= text.utf8.count else { return false }
    return self[offset...].starts(with: text.utf8)
  }

  /// Whether `other` stands at `offset`.
  func holds(_ other: [UInt8], at offset: Int = 0) -> Bool {
    guard offset >= 0, count - offset >= other.count else { return false }
    return self[offset...].starts(with: other)
  }

  /// Whether the ASCII `text`, given in lower case, stands at `offset` in any case.
  func holdsIgnoringCase(_ text: String, at offset: Int = 0) -> Bool {
    guard offset >= 0, count - offset >= text.utf8.count else { return false }
    return self[offset...].lazy.map(\.lowercased).starts(with: text.utf8)
  }

  /// Where the ASCII `text` next stands within `range`.
  func firstOffset(of text: String, in range: Range<Int>) -> Int? {
    guard let first = text.utf8.first else { return nil }
    var offset = range.lowerBound
    while offset + text.utf8.count <= range.upperBound {
      if self[offset] == first, holds(text, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  private func number(at offset: Int, of shifts: [Int]) -> Int? {
    guard offset >= 0, offset <= count - shifts.count else { return nil }
    return shifts.enumerated().reduce(0) { $0 | Int(self[offset + $1.offset]) << $1.element }
  }
}

extension UInt8 {
  /// This byte with an ASCII capital made small.
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }

  var isASCIILetter: Bool { (0x61...0x7A).contains(lowercased) }

  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }

  /// Tab, line feed, form feed, carriage return, space: what HTML calls ASCII whitespace.
  var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }
}
