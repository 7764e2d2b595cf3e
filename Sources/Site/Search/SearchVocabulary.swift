/// What the words of a site are found by, in the order of the alphabet, and where their postings are.
///
/// Words of one stem have one list.
package struct SearchVocabulary: Sendable {
  private var parts: [SearchPart]
  /// Words, and stems of words.
  private let keys: WordTable
  /// The numbers of the keys, in the order of their bytes.
  private let sorted: [Int32]
  /// By the number of the key: the words of parts that it stands for, part by part.
  private var places: Groups<Place>
  /// The words as they are written, for those who make a slip.
  let spellings: Spellings

  private struct Place: Sendable {
    let part: Int32
    let word: Int32
  }

  package init(_ parts: [SearchPart], in language: String) {
    var words = WordTable()
    var numbers: [Int32] = []
    var places: [Place] = []
    var counts: [Int] = []
    for (part, found) in parts.enumerated() {
      for word in 0..<found.words.count {
        let number = words.number(of: word, of: found.words)
        if number == counts.count { counts.append(0) }
        counts[number] += found.postings[word].count
        numbers.append(Int32(number))
        places.append(Place(part: Int32(part), word: Int32(word)))
      }
    }
    let stems = StemTable(words, in: language)
    self.parts = parts
    keys = stems.keys
    self.places = Groups(
      places, by: numbers.map { stems.numbers[Int($0)] }, count: stems.keys.count)
    sorted = stems.keys.sorted
    spellings = Spellings(words, counts, stems)
  }

  /// The same words, once their lists are written.
  package var withoutPostings: SearchVocabulary {
    var vocabulary = self
    vocabulary.parts = []
    vocabulary.places = Groups(values: [], starts: [0])
    return vocabulary
  }

  var count: Int { sorted.count }

  /// A key by its position in the alphabet.
  func word(_ position: Int) -> ArraySlice<UInt8> { keys.word(Int(sorted[position])) }

  /// Runs of keys that are as much work as each other, by position.
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

  /// The written lists of a run of keys.
  package func lists(of run: Range<Int>) -> [[UInt8]] {
    var list = PostingList()
    return run.map { position in
      list.removeAll()
      for part in merged(position) {
        for packed in part { list.append(packed.posting) }
      }
      return list.written
    }
  }

  private func postings(_ position: Int) -> [ArraySlice<Posting.Packed>] {
    places[Int(sorted[position])].map(postings)
  }

  private func postings(_ place: Place) -> ArraySlice<Posting.Packed> {
    parts[Int(place.part)].postings[Int(place.word)]
  }

  /// The postings of each part, in which an entry comes once.
  private func merged(_ position: Int) -> [ArraySlice<Posting.Packed>] {
    var merged: [ArraySlice<Posting.Packed>] = []
    var part: Int32 = -1
    for place in places[Int(sorted[position])] {
      if place.part == part, let last = merged.popLast() {
        merged.append(Posting.merged(last, postings(place))[...])
      } else {
        merged.append(postings(place))
        part = place.part
      }
    }
    return merged
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
