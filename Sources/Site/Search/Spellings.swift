/// The words of a site as they are written, for a browser that finds nothing under what was typed.
///
/// A slip changes one place of a word. What stands before it or behind it is right, so the word that
/// was meant has the same two first letters or the same two last ones. Words lie in groups by the
/// first two, and once more by the last two, and a browser fetches one group of each.
struct Spellings: Sendable {
  /// Groups by what their words share, in order.
  let byBeginning: [Group]
  let byEnd: [Group]

  struct Group: Sendable {
    /// Two letters.
    let shared: [UInt8]
    /// The rest of each word and how common it is, the commonest first.
    let words: [UInt8]
  }

  init(_ words: WordTable, _ counts: [Int], _ stems: StemTable) {
    var known: [[UInt8]: Int] = [:]
    for number in 0..<words.count {
      let word = words.word(number)
      guard word.first != UInt8(ascii: "#"), !word.contains(UInt8(ascii: "=")) else { continue }
      let spelling = stems.spelling(word)
      guard spelling.isSpelling else { continue }
      known[spelling, default: 0] += counts[number]
    }
    let ordered = known.sorted { left, right in
      left.value != right.value
        ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
    }
    byBeginning = groups(ordered) { word in
      let cut = word.letterEnds[1]
      return (word[..<cut], word[cut...])
    }
    byEnd = groups(ordered) { word in
      let ends = word.letterEnds
      let cut = ends[ends.count - 3]
      return (word[cut...], word[..<cut])
    }
  }
}

/// Of each group as many of the commonest words as a browser should fetch at once.
private func groups(
  _ words: [(key: [UInt8], value: Int)], _ cut: ([UInt8]) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)
) -> [Spellings.Group] {
  var groups: [ArraySlice<UInt8>: [UInt8]] = [:]
  for (word, count) in words {
    let (shared, rest) = cut(word)
    var group = groups[shared] ?? []
    guard group.count + rest.count + 2 <= largestGroup else { continue }
    if !group.isEmpty { group.append(UInt8(ascii: " ")) }
    group += rest
    group.append(UInt8(ascii: "0") + UInt8(min(9, logarithm(count))))
    groups[shared] = group
  }
  return groups.map { Spellings.Group(shared: Array($0.key), words: $0.value) }
    .sorted { $0.shared.lexicographicallyPrecedes($1.shared) }
}

/// In bytes.
private let largestGroup = 4_900

/// How often a number can be halved.
private func logarithm(_ count: Int) -> Int { Int.bitWidth - 1 - max(1, count).leadingZeroBitCount }

extension [UInt8] {
  /// Whether a slip in a word may be fixed to this one: four letters or more, nothing else.
  fileprivate var isSpelling: Bool {
    allSatisfy { $0 >= 0x80 || $0 &- 0x61 < 26 } && letterEnds.count >= 4
  }

  /// Where each letter ends; one goes on with every byte of 10xxxxxx (RFC 3629, section 3).
  fileprivate var letterEnds: [Int] {
    indices.filter { $0 + 1 == count || self[$0 + 1] & 0xC0 != 0x80 }.map { $0 + 1 }
  }
}
