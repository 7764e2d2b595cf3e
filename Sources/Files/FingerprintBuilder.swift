/// Takes the fingerprint of bytes that come in pieces.
///
/// How they are cut does not matter, so a caller who feeds several fields feeds each one's length
/// too: `ab` + `c` and `a` + `bc` are the same bytes.
package struct FingerprintBuilder: Sendable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var length: UInt64 = 0
  /// The last bytes, fewer than 16, that do not yet fill a block: little-endian, low half first.
  private var waiting: (low: UInt64, high: UInt64) = (0, 0)

  package init() {}

  package mutating func append(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset < bytes.count, !length.isMultiple(of: 16) {
      append(byte: bytes[offset])
      offset += 1
    }
    let blocks = (bytes.count - offset) / 16
    for _ in 0..<blocks {
      mix(
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)))
      offset += 16
    }
    length &+= UInt64(blocks) &* 16
    while offset < bytes.count {
      append(byte: bytes[offset])
      offset += 1
    }
  }

  package mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { append($0) }
  }

  /// Feeds a number as eight bytes, the lowest first.
  package mutating func append(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { append($0) }
  }

  package mutating func append(_ number: Int) {
    append(UInt64(bitPattern: Int64(number)))
  }

  /// Feeds a text's UTF-8 bytes.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// The fingerprint of all that was fed so far.
  package var fingerprint: Fingerprint {
    var left = first
    var right = second
    right ^= scrambledSecond(waiting.high)
    left ^= scrambledFirst(waiting.low)
    left ^= length
    right ^= length
    left &+= right
    right &+= left
    left = avalanche(left)
    right = avalanche(right)
    left &+= right
    right &+= left
    return Fingerprint(high: left, low: right)
  }

  private mutating func append(byte: UInt8) {
    let place = length % 16
    if place < 8 {
      waiting.low |= UInt64(byte) << (place * 8)
    } else {
      waiting.high |= UInt64(byte) << ((place - 8) * 8)
    }
    length &+= 1
    if place == 15 {
      mix(waiting.low, waiting.high)
      waiting = (0, 0)
    }
  }

  private mutating func mix(_ low: UInt64, _ high: UInt64) {
    first ^= scrambledFirst(low)
    first = rotated(first, 27) &+ second
    first = first &* 5 &+ 0x52DC_E729
    second ^= scrambledSecond(high)
    second = rotated(second, 31) &+ first
    second = second &* 5 &+ 0x3849_5AB5
  }
}

private let firstFactor: UInt64 = 0x87C3_7B91_1142_53D5
private let secondFactor: UInt64 = 0x4CF5_AD43_2745_937F

@inline(__always)
private func scrambledFirst(_ word: UInt64) -> UInt64 {
  rotated(word &* firstFactor, 31) &* secondFactor
}

@inline(__always)
private func scrambledSecond(_ word: UInt64) -> UInt64 {
  rotated(word &* secondFactor, 33) &* firstFactor
}

@inline(__always)
private func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
  word &<< bits | word &>> (64 &- bits)
}

/// Lets every bit of a word change every other.
private func avalanche(_ word: UInt64) -> UInt64 {
  var word = word
  word ^= word >> 33
  word = word &* 0xFF51_AFD7_ED55_8CCD
  word ^= word >> 33
  word = word &* 0xC4CE_B9FE_1A85_EC53
  return word ^ word >> 33
}
