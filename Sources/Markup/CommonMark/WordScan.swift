#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Questions about text, asked eight bytes at a time: most text needs nothing done to it.
extension UnsafeBufferPointer<UInt8> {
  /// Whether a byte occurs.
  func holds(_ byte: UInt8) -> Bool {
    guard let start = baseAddress else { return false }
    return memchr(start, Int32(byte), count) != nil
  }

  /// Where a byte first occurs in a range.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard let start = baseAddress,
      let found = memchr(start + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
  }

  /// Whether no byte is one of `&`, `<`, `>` and `"`.
  var needsNoEscape: Bool {
    allWords { word in
      zeroBytes(word ^ repeated(0x26)) | zeroBytes(word ^ repeated(0x3C))
        | zeroBytes(word ^ repeated(0x3E)) | zeroBytes(word ^ repeated(0x22))
    }
  }

  /// Whether the only white space is single spaces between words.
  var isFolded: Bool {
    guard let first, let last, first > 0x20, last > 0x20 else { return false }
    var endsInSpace: UInt64 = 0
    return allWords { word in
      let spaces = zeroBytes(word ^ repeated(0x20))
      let doubled = spaces & (spaces << 8 | endsInSpace)
      endsInSpace = spaces >> 56
      return doubled | bytesBelowSpace(word)
    }
  }

  /// Whether `marks` is 0 for every eight bytes; the last are filled up with letters.
  @inline(__always)
  private func allWords(_ marks: (UInt64) -> UInt64) -> Bool {
    let raw = UnsafeRawBufferPointer(self)
    var index = 0
    while index + 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if marks(word) != 0 { return false }
      index += 8
    }
    var last = repeated(0x61)
    for offset in 0..<(count - index) {
      let shift = UInt64(offset * 8)
      last = last & ~(0xFF << shift) | UInt64(self[index + offset]) << shift
    }
    return marks(last) == 0
  }
}

@inline(__always)
private func repeated(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

/// The high bit of each byte that is 0.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 {
  let low = repeated(0x7F)
  return ~((word & low &+ low) | word | low)
}

/// The high bit of each byte below 0x20.
@inline(__always)
private func bytesBelowSpace(_ word: UInt64) -> UInt64 {
  zeroBytes(word & repeated(0xE0))
}
