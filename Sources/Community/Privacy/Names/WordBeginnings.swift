/// A quick look for words that begin as one of a set does, in whatever case.
///
/// It tells three bytes of a word at once, and may say yes too often, never too seldom. Every text
/// of a site is looked through, and in almost all of them this settles it.
struct WordBeginnings: Sendable {
  /// Whether a word may begin with three bytes, of each of which the low five bits count: those
  /// hold a plain letter without its case.
  private var known = Array(repeating: false, count: 1 << 15)
  /// Whether one byte may be a word of its own, such as an initial.
  private var single = Array(repeating: false, count: 1 << 5)
  /// Whether two may.
  private var double = Array(repeating: false, count: 1 << 10)

  /// Adds a word, its case and accents folded.
  mutating func insert(_ word: String) {
    let bytes = Array(word.utf8.prefix(3))
    let start = bytes.reduce(0) { $0 << 5 | Int($1 & 0x1F) }
    switch bytes.count {
    case 0: break
    case 1: single[start] = true
    case 2: double[start] = true
    default: known[start] = true
    }
  }

  /// Whether any word of a text begins as one of these.
  func mayBegin(aWordOf text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      var isInWord = false
      for index in text.indices {
        let isPart = isPartOfWord(text[index])
        if isPart, !isInWord, mayBegin(at: index, in: text) { return true }
        // Other scripts' letters and signs are not told apart: a word may begin behind either.
        isInWord = isPart && text[index] < 0x80
      }
      return false
    }
  }

  /// Whether the word that begins at an index begins as one of these.
  @inline(__always)
  func mayBegin(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = text[index]
    let second = index + 1 < text.count ? text[index + 1] : 0
    let third = index + 2 < text.count ? text[index + 2] : 0
    // An accented letter folds to a plain one, and a mark behind a letter to none.
    if first | second | third >= 0x80 { return true }
    if !isPartOfWord(second) { return single[Int(first & 0x1F)] }
    let two = Int(first & 0x1F) << 5 | Int(second & 0x1F)
    return isPartOfWord(third) ? known[two << 5 | Int(third & 0x1F)] : double[two]
  }
}

@inline(__always)
private func isPartOfWord(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
}
