/// A quick look for words that begin as one of a set does, in whatever case.
///
/// It tells three bytes of a word at once, and may say yes too often, never too seldom. Every text
/// of a site is looked through, and in almost all of them this settles it.
struct WordBeginnings: Sendable {
  /// Whether a word may begin with three bytes, of each of which the low five bits count: those
  /// hold a plain letter without its case.
  private var known = Array(repeating: false, count: 1 << 15)

  /// Adds a word, its case and accents folded.
  mutating func insert(_ word: String) {
    let bytes = Array(word.utf8.prefix(3))
    // What follows a short word may be anything.
    let missing = 3 - bytes.count
    for rest in 0..<(1 << (5 * missing)) {
      let start = bytes.reduce(0) { $0 << 5 | Int($1 & 0x1F) }
      known[start << (5 * missing) | rest] = true
    }
  }

  /// Whether any word of a text begins as one of these.
  func mayBegin(aWordOf text: [UInt8]) -> Bool {
    var isInWord = false
    for index in text.indices {
      let isPart = isPartOfWord(text[index])
      if isPart, !isInWord, mayBegin(at: index, in: text) { return true }
      // Other scripts' letters and signs are not told apart: a word may begin behind either.
      isInWord = isPart && text[index] < 0x80
    }
    return false
  }

  @inline(__always)
  private func mayBegin(at index: Int, in text: [UInt8]) -> Bool {
    let (second, third) = (byte(at: index + 1, in: text), byte(at: index + 2, in: text))
    // An accented letter folds to a plain one.
    if text[index] | second | third >= 0x80 { return true }
    return known[Int(text[index] & 0x1F) << 10 | Int(second & 0x1F) << 5 | Int(third & 0x1F)]
  }

  @inline(__always)
  private func byte(at index: Int, in text: [UInt8]) -> UInt8 {
    index < text.count ? text[index] : 0
  }
}

@inline(__always)
private func isPartOfWord(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
}
