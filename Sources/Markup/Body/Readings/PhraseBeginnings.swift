/// A quick look whether a text may begin with one of several phrases, by its first two bytes.
///
/// It may say yes too often, never too seldom. Every paragraph of minutes is asked, and for almost
/// all of them this settles it without a string.
struct PhraseBeginnings: Hashable, Sendable {
  /// Of each pair of first bytes the low five bits count: those hold a letter without its case.
  private var known = [UInt64](repeating: 0, count: 16)

  /// The phrases must be folded.
  init(_ phrases: some Sequence<String>) {
    for phrase in phrases {
      let bytes = Array(phrase.utf8.prefix(2))
      guard let first = bytes.first, first < 0x80 else { continue }
      // The second letter of a text may have an accent, which folds to the plain one.
      let seconds = bytes.count > 1 ? [bytes[1]] : Array(0..<0x20)
      for second in seconds { note(first, second) }
    }
  }

  private mutating func note(_ first: UInt8, _ second: UInt8) {
    let place = Self.place(first, second)
    known[place >> 6] |= 1 << UInt64(place & 63)
  }

  /// Whether a text may begin with one of the phrases, in whatever case.
  func mayBegin(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first, let second = text.dropFirst().first else { return true }
    // Letters with accents fold to plain ones, and signs before a word are dropped.
    guard first < 0x80, second < 0x80, (first | 0x20) &- 0x61 < 26 else { return true }
    let place = Self.place(first, second)
    return known[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  private static func place(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 0x1F) << 5 | Int(second & 0x1F)
  }
}
