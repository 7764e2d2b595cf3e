import Text

/// A text as a reader takes it in: without what nobody sees, and with a plain space, hyphen, digit
/// or `@` in place of those that word processors and other scripts have.
///
/// `020–7946–0991`, with the dashes of a word processor, rings as `020-7946-0991` does.
struct ReadableText {
  private(set) var bytes: [UInt8]
  /// From each place on, by how many bytes the written text is ahead; the places ascend.
  private var shifts: [(place: Int, by: Int)] = []

  init(_ written: [UInt8]) {
    bytes = written
    // Without a branch for each byte, as most texts have plain letters alone.
    guard written.reduce(0, |) >= 0x80, written.contains(where: isLead) else { return }
    bytes = []
    bytes.reserveCapacity(written.count)
    var offset = 0
    while offset < written.count {
      guard isLead(written[offset]), let (scalar, length) = written.scalar(at: offset) else {
        bytes.append(written[offset])
        offset += 1
        continue
      }
      append(reading(of: scalar, after: bytes.last), written[offset..<offset + length])
      offset += length
      noteShift(offset - bytes.count)
    }
  }

  private mutating func append(_ reading: Reading, _ written: ArraySlice<UInt8>) {
    switch reading {
    case .itself: bytes += written
    case .nothing: break
    case .byte(let byte): bytes.append(byte)
    }
  }

  private mutating func noteShift(_ ahead: Int) {
    if ahead != shifts.last?.by ?? 0 { shifts.append((bytes.count, ahead)) }
  }

  /// Where a range of the readable text stands in the written one.
  func written(_ range: Range<Int>) -> Range<Int> {
    written(range.lowerBound)..<written(range.upperBound)
  }

  private func written(_ offset: Int) -> Int {
    var (low, high) = (0, shifts.count)
    while low < high {
      let middle = (low + high) / 2
      if shifts[middle].place <= offset { low = middle + 1 } else { high = middle }
    }
    return offset + (low > 0 ? shifts[low - 1].by : 0)
  }
}

/// What a reader takes a character for.
private enum Reading {
  case itself, nothing
  case byte(UInt8)
}

private func reading(of scalar: Unicode.Scalar, after previous: UInt8?) -> Reading {
  switch scalar.value {
  case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
    0xFE00...0xFE0F,
    0xFEFF, 0xE0000...0xE01EF:
    .nothing
  case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .byte(UInt8(ascii: " "))
  case 0x2010, 0x2011, 0x2212, 0xFE63, 0xFF0D: .byte(UInt8(ascii: "-"))
  // Between words a dash parts sentences, and belongs to no address that stands before it.
  case 0x2012...0x2015, 0xFE58:
    previous.map { $0.isDigit || ") ".utf8.contains($0) } == true
      ? .byte(UInt8(ascii: "-")) : .itself
  case 0x660...0x669: .byte(UInt8(scalar.value - 0x660 + 0x30))
  case 0x6F0...0x6F9: .byte(UInt8(scalar.value - 0x6F0 + 0x30))
  case 0xFF10...0xFF19: .byte(UInt8(scalar.value - 0xFF10 + 0x30))
  case 0xFE6B, 0xFF20: .byte(UInt8(ascii: "@"))
  case 0xFE62, 0xFF0B: .byte(UInt8(ascii: "+"))
  case 0xFF08: .byte(UInt8(ascii: "("))
  case 0xFF09: .byte(UInt8(ascii: ")"))
  case 0xFF0E: .byte(UInt8(ascii: "."))
  default: .itself
  }
}

/// The first bytes of the characters that are read otherwise.
private func isLead(_ byte: UInt8) -> Bool {
  switch byte {
  case 0xC2, 0xCD, 0xD8, 0xD9, 0xDB, 0xE1, 0xE2, 0xE3, 0xEF, 0xF3: true
  default: false
  }
}

extension [UInt8] {
  /// The character beyond ASCII that begins at an offset, and its length in bytes.
  func scalar(at offset: Int) -> (Unicode.Scalar, length: Int)? {
    let length =
      switch self[offset] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0, offset + length <= count else { return nil }
    let text = String(validating: self[offset..<offset + length], as: UTF8.self)
    return text?.unicodeScalars.first.map { ($0, length) }
  }

  /// The character beyond ASCII that ends right before an offset, and its length in bytes.
  func scalar(before end: Int) -> (Unicode.Scalar, length: Int)? {
    var start = end - 1
    while start > 0, end - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= 0, let (scalar, length) = scalar(at: start), start + length == end else {
      return nil
    }
    return (scalar, length)
  }
}
