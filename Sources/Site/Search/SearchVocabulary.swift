/// All words of a site in the order of the alphabet, and where their postings are.
package struct SearchVocabulary: Sendable {
  private let parts: [SearchPart]
  private let words: WordTable
  /// The numbers of the words, in the order of their bytes.
  private let sorted: [Int32]
  /// By the number of the word: the parts that have it.
  private let places: Groups<Place>

  private struct Place: Sendable {
    let part: Int32
    let word: Int32
  }

  package init(_ parts: [SearchPart]) {
    var words = WordTable()
    var keys: [Int32] = []
    var places: [Place] = []
    for (part, found) in parts.enumerated() {
      for word in 0..<found.words.count {
        keys.append(Int32(words.number(of: word, of: found.words)))
        places.append(Place(part: Int32(part), word: Int32(word)))
      }
    }
    self.parts = parts
    self.words = words
    self.places = Groups(places, by: keys, count: words.count)
    sorted = words.sorted
  }

  var count: Int { sorted.count }

  /// A word by its position in the alphabet.
  func word(_ position: Int) -> ArraySlice<UInt8> { words.word(Int(sorted[position])) }

  /// Runs of words that are as much work as each other, by position.
  package var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    var (start, size) = (0, 0)
    for position in sorted.indices {
      size += postings(position).reduce(0) { $0 + $1.count }
      if size >= 100_000 || position == sorted.count - 1 {
        runs.append(start..<(position + 1))
        (start, size) = (position + 1, 0)
      }
    }
    return runs
  }

  /// The written lists of a run of words.
  package func lists(of run: Range<Int>) -> [[UInt8]] {
    var list = PostingList()
    return run.map { position in
      list.removeAll()
      for part in postings(position) {
        for packed in part { list.append(packed.posting) }
      }
      return list.written
    }
  }

  private func postings(_ position: Int) -> [ArraySlice<Posting.Packed>] {
    places[Int(sorted[position])].map { parts[Int($0.part)].postings[Int($0.word)] }
  }
}

extension WordTable {
  /// The numbers of all words in the order of their bytes.
  fileprivate var sorted: [Int32] {
    // The first eight bytes as a number decide nearly always.
    let heads = (0..<count).map { number in
      (head: word(number).head, number: Int32(number))
    }
    return heads.sorted { left, right in
      left.head != right.head
        ? left.head < right.head
        : word(Int(left.number)).lexicographicallyPrecedes(word(Int(right.number)))
    }.map(\.number)
  }
}

extension ArraySlice<UInt8> {
  fileprivate var head: UInt64 {
    var head: UInt64 = 0
    for byte in prefix(8) { head = head << 8 | UInt64(byte) }
    return head << UInt64(8 * (8 - Swift.min(count, 8)))
  }
}
