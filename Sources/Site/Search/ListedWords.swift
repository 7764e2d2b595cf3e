/// The words of a site with their lists, and the beginnings that too many words share.
package struct ListedWords: Sendable {
  let vocabulary: SearchVocabulary
  /// By the position of the word in the alphabet.
  let lists: [[UInt8]]

  package init(_ vocabulary: SearchVocabulary, lists: [[UInt8]]) {
    self.vocabulary = vocabulary
    self.lists = lists
  }

  /// A beginning whose words are more than a browser should fetch while somebody is typing.
  package struct Beginning: Hashable, Sendable {
    /// In bytes.
    let length: Int
    /// The positions of the words that begin so.
    let words: Range<Int>
  }

  /// Every such beginning of two letters or more, in the order in which they stand in the index.
  package var beginnings: [Beginning] {
    var found: [Beginning] = []
    var open: [(length: Int, start: Int)] = []
    var sizes = [0]
    for list in lists { sizes.append(sizes[sizes.count - 1] + list.count) }
    func close(downTo length: Int, at end: Int) {
      while let last = open.last, last.length > length {
        open.removeLast()
        let isLarge = sizes[end] - sizes[last.start] > largestBeginning
        guard isLarge, end - last.start > 1 else { continue }
        found.append(Beginning(length: last.length, words: last.start..<end))
      }
    }
    var previous: ArraySlice<UInt8> = []
    for position in 0..<vocabulary.count {
      let word = vocabulary.word(position)
      let shared = zip(previous, word).prefix { $0 == $1 }.count
      close(downTo: shared, at: position)
      for length in word.beginnings where length > shared { open.append((length, position)) }
      previous = word
    }
    close(downTo: 0, at: vocabulary.count)
    return found.sorted {
      ($0.words.lowerBound, $0.length) < ($1.words.lowerBound, $1.length)
    }
  }

  /// The list of what is most about any word of a beginning.
  package func summary(of beginning: Beginning) -> [UInt8] {
    var byLevel: [[Int]] = Array(repeating: [], count: Posting.levels + 1)
    for word in beginning.words {
      for posting in PostingList.first(mostOfBeginning, of: lists[word]) {
        byLevel[posting.level].append(posting.entry)
      }
    }
    var chosen: Set<Int> = []
    var list = PostingList()
    for level in byLevel.indices.reversed() where chosen.count < mostOfBeginning {
      for entry in byLevel[level].sorted()
      where chosen.count < mostOfBeginning && chosen.insert(entry).inserted {
        list.append(Posting(entry: entry, level: level))
      }
    }
    return list.written
  }
}

/// In bytes of lists.
private let largestBeginning = 6_000
/// So many entries stand for a beginning.
private let mostOfBeginning = 64

extension ArraySlice<UInt8> {
  /// The lengths of the beginnings of two letters or more; none for what nobody types.
  fileprivate var beginnings: [Int] {
    guard first != UInt8(ascii: "#") else { return [] }
    // A letter begins with every byte that does not go on with another (RFC 3629, section 3).
    let starts = indices.filter { self[$0] & 0xC0 != 0x80 }.map { $0 - startIndex } + [count]
    return Array<Int>(starts.dropFirst(2))
  }
}
