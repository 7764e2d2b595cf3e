/// A quick look for words that begin with one of a set, in whatever case.
///
/// It may say yes too often, never too seldom. Every text of a site is looked through, and in almost
/// all of them this settles it. The first three bytes of a word are told at once; only where they
/// are known is the rest compared.
struct WordBeginnings: Sendable {
  /// By three bytes, of each of which the low five bits count, since those hold a plain letter
  /// without its case: the place in `rests` of what may follow them; 0 where none is known.
  private var known = Array(repeating: 0, count: 1 << 15)
  /// What follows the first three bytes, to the first that is not ASCII: in order, and none that
  /// begins with another.
  private var rests: [[[UInt8]]] = [[]]
  /// Whether one byte may be a word of its own, such as an initial.
  private var single = Array(repeating: false, count: 1 << 5)
  /// Whether two may.
  private var double = Array(repeating: false, count: 1 << 10)
  /// By a byte: in the lowest bit whether it is a plain letter or a digit, in the next whether a
  /// word may begin with it.
  private var signs: [UInt8] = (0...255).map { byte in
    byte >= 0x80 ? 0b10 : isPartOfWord(byte) ? 0b01 : 0
  }

  /// Adds a word, its case and accents folded.
  mutating func insert(_ word: String) {
    let bytes = Array(word.utf8)
    if let first = bytes.first, first < 0x80 {
      signs[Int(first)] |= 0b10
      if first &- 0x61 < 26 { signs[Int(first & 0xDF)] |= 0b10 }
    }
    let start = bytes.prefix(3).reduce(0) { $0 << 5 | Int($1 & 0x1F) }
    switch bytes.count {
    case 0: break
    case 1: single[start] = true
    case 2: double[start] = true
    default: insert(rest: bytes.dropFirst(3).prefix { $0 < 0x80 }, behind: start)
    }
  }

  private mutating func insert(rest: ArraySlice<UInt8>, behind start: Int) {
    if known[start] == 0 {
      known[start] = rests.count
      rests.append([])
    }
    rests[known[start]].insert(beginning: Array(rest))
  }

  /// Whether any word of a text begins with one of these.
  ///
  /// 64 bytes are told apart at a time, without a branch for any of them. Other scripts' letters and
  /// signs are not told apart: a word may begin behind either.
  func mayBegin(aWordOf text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      signs.withUnsafeBufferPointer { signs in
        var before: UInt8 = 0
        for start in stride(from: 0, to: text.count, by: 64) {
          var places: UInt64 = 0
          for index in start..<min(start + 64, text.count) {
            let sign = signs[Int(text[index])]
            places |= UInt64(sign >> 1 & ~before & 1) << (index - start)
            before = sign
          }
          while places != 0 {
            if mayBegin(at: start + places.trailingZeroBitCount, in: text) { return true }
            places &= places - 1
          }
        }
        return false
      }
    }
  }

  /// Whether the word that begins at an index begins with one of these.
  @inline(__always)
  func mayBegin(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = text[index]
    let second = index + 1 < text.count ? text[index + 1] : 0
    let third = index + 2 < text.count ? text[index + 2] : 0
    // An accented letter folds to a plain one, and a mark behind a letter to none.
    if first | second | third >= 0x80 { return true }
    if !isPartOfWord(second) { return single[Int(first & 0x1F)] }
    let two = Int(first & 0x1F) << 5 | Int(second & 0x1F)
    guard isPartOfWord(third) else { return double[two] }
    let place = known[two << 5 | Int(third & 0x1F)]
    return place != 0 && goesOn(with: rests[place], from: index + 3, in: text)
  }

  /// Whether a text goes on with one of some rests, or with what may fold to one.
  ///
  /// Half of those that are left are passed over at each look, so that a text takes hardly longer in
  /// a community of thousands.
  private func goesOn(
    with rests: [[UInt8]], from start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var low = 0
    var high = rests.count
    while low < high {
      let middle = (low + high) / 2
      switch place(of: rests[middle], from: start, in: text) {
      case .there: return true
      case .before: low = middle + 1
      case .behind: high = middle
      }
    }
    return false
  }

  /// Where letters stand in the order of rests, seen from what a text goes on with.
  private enum Place {
    case before, there, behind
  }

  private func place(
    of letters: [UInt8], from start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Place {
    var index = start
    for letter in letters {
      guard index < text.count else { return .behind }
      if text[index] >= 0x80 { return .there }
      let written = text[index] | 0x20
      if written != letter { return letter < written ? .before : .behind }
      index += 1
    }
    return .there
  }
}

extension [[UInt8]] {
  /// Adds what words may begin with, where none that is there says so already, in its place; leaves
  /// out those that begin with it.
  fileprivate mutating func insert(beginning letters: [UInt8]) {
    let place = firstIndex { !$0.lexicographicallyPrecedes(letters) } ?? count
    if place > 0, letters.starts(with: self[place - 1]) { return }
    let end = self[place...].firstIndex { !$0.starts(with: letters) } ?? count
    if end == place + 1, self[place] == letters { return }
    replaceSubrange(place..<end, with: [letters])
  }
}

@inline(__always)
private func isPartOfWord(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
}
