import Text

/// The places of a text where a personal detail may begin, or the `@` of an address may stand: every
/// other byte is passed over.
///
/// Every text of a site comes by here, most of them twice. So 64 bytes are told apart at a time,
/// without a branch for any of them.
struct DetailPlaces: Sequence, IteratorProtocol {
  private let text: UnsafeBufferPointer<UInt8>
  /// Where the next 64 bytes begin.
  private var start = 0
  /// Those of the last 64 that are still to be given, the first in the lowest bit.
  private var places: UInt64 = 0
  private var before = Interest()

  /// The text must stand as long as the places are asked for.
  init(in text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  mutating func next() -> Int? {
    while true {
      while places == 0 {
        guard start < text.count else { return nil }
        tellApart()
      }
      let place = start - 64 + places.trailingZeroBitCount
      places &= places - 1
      if text.mayBeginDetail(at: place) { return place }
    }
  }

  private mutating func tellApart() {
    let end = Swift.min(start + 64, text.count)
    interests.withUnsafeBufferPointer { interests in
      for index in start..<end {
        let interest = interests[Int(text[index])]
        places |= UInt64(truncatingIfNeeded: interest.beginsPlace(after: before)) << (index - start)
        before = interest
      }
    }
    start += 64
  }
}

/// What a byte may be, in the bits of a number.
private struct Interest {
  var bits: UInt8 = 0

  static let partOfWord: UInt8 = 1
  /// The beginning of a word that may tell of a school year, or of a meeting.
  static let beginning: UInt8 = 2
  /// A detail, wherever it stands.
  static let sign: UInt8 = 4

  /// 1 where a detail may begin, 0 where none can.
  @inline(__always)
  func beginsPlace(after before: Interest) -> UInt8 {
    (bits >> 2 | bits >> 1 & ~before.bits) & 1
  }
}

private let interests: [Interest] = (0...255).map { (byte: UInt8) in
  var bits = byte.isPartOfWord ? Interest.partOfWord : 0
  if byte.isDigit || "@+(".utf8.contains(byte) { bits |= Interest.sign }
  if "YGRNBFM".utf8.contains(byte) || "pPmtwcCkKzZ".utf8.contains(byte) {
    bits |= Interest.beginning
  }
  // The first letters of Arabic words about a meeting.
  if byte == 0xD8 || byte == 0xD9 { bits |= Interest.beginning }
  return Interest(bits: bits)
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the first letters are those of a word about a meeting (`MeetingPasscodes.swift`); every
  /// other beginning may be one.
  fileprivate func mayBeginDetail(at place: Int) -> Bool {
    switch self[place] {
    case UInt8(ascii: "p"), UInt8(ascii: "P"): "aiw".utf8.contains(small(place + 1))
    case UInt8(ascii: "c"), UInt8(ascii: "C"):
      "oy".utf8.contains(small(place + 1)) || holds("lav", at: place + 1)
        // *código*, *côd*
        || place + 1 < count && self[place + 1] == 0xC3
    case UInt8(ascii: "m"): small(place + 1) == UInt8(ascii: "e") || holds("ot", at: place + 1)
    case UInt8(ascii: "t"), UInt8(ascii: "w"): small(place + 1) == UInt8(ascii: "e")
    case UInt8(ascii: "k"), UInt8(ascii: "K"): holds("en", at: place + 1)
    case UInt8(ascii: "z"), UInt8(ascii: "Z"): holds("ugang", at: place + 1)
    // Kaf, ra, alef.
    case 0xD8: place + 1 < count && (self[place + 1] == 0xB1 || self[place + 1] == 0xA7)
    case 0xD9: place + 1 < count && self[place + 1] == 0x83
    default: true
    }
  }

  private func holds(_ letters: StaticString, at place: Int) -> Bool {
    letters.withUTF8Buffer { letters in
      letters.indices.allSatisfy { small(place + $0) == letters[$0] }
    }
  }

  /// A letter, a capital made small.
  private func small(_ place: Int) -> UInt8 { place < count ? self[place] | 0x20 : 0 }
}
