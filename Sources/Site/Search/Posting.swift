/// That a word is in an entry, and how much the entry is about it.
struct Posting: Hashable, Sendable {
  /// The number of the entry in the order of the search.
  let entry: Int
  /// 1, where the word is there, to 8, where it is in the title.
  let level: Int
}

extension Posting {
  /// In 4 bytes: a build of 10,000 entries holds millions.
  struct Packed: Sendable {
    let bits: UInt32

    init(bits: UInt32) { self.bits = bits }

    init(_ posting: Posting) { bits = UInt32(posting.entry) << 3 | UInt32(posting.level - 1) }

    var posting: Posting { Posting(entry: Int(bits >> 3), level: Int(bits & 7) + 1) }
  }

  static let levels = 8

  /// How much an entry is about a word that is in it so often, each place by its weight, among so
  /// many words in all.
  ///
  /// A second time says less than the first, and a long text less than a short one (the idea of
  /// BM25, Robertson and Zaragoza 2009), without an average over all texts, so that an entry can
  /// be counted alone. The last level is for words of titles.
  static func level(weight: Int, length: Int) -> Int {
    let pull = 0.5 + 0.7 * Double(min(length, 1500)) / 300
    let share = Double(weight) / (Double(weight) + pull)
    let level = 1 + Int(share * (Double(levels) - 0.01))
    return weight >= SearchedText.titleWeight ? levels : min(level, levels - 1)
  }
}

extension Posting {
  /// The postings of two words of one stem, both in the order of their entries, as those of one word.
  static func merged(
    _ left: ArraySlice<Packed>, _ right: ArraySlice<Packed>
  ) -> [Packed] {
    var merged: [Packed] = []
    merged.reserveCapacity(left.count + right.count)
    var (left, right) = (left, right)
    while let first = left.first, let second = right.first {
      let (one, other) = (first.posting, second.posting)
      if one.entry == other.entry {
        let level = together[one.level - 1][other.level - 1]
        merged.append(Packed(Posting(entry: one.entry, level: level)))
      } else {
        merged.append(one.entry < other.entry ? first : second)
      }
      if one.entry <= other.entry { left.removeFirst() }
      if other.entry <= one.entry { right.removeFirst() }
    }
    return merged + left + right
  }

  /// The level of two words by the level of each, less 1: what has both is more about their stem.
  private static let together: [[Int]] = (1...levels).map { left in
    (1...levels).map { right in
      let weight = weight(of: left) + weight(of: right)
      let level = 1 + Int(weight / (weight + 1) * (Double(levels) - 0.01))
      return max(left, right, min(level, levels - 1))
    }
  }

  /// What weighs as much as the middle of a level, where a pull is 1.
  private static func weight(of level: Int) -> Double {
    let share = (Double(level) - 0.5) / Double(levels)
    return share / (1 - share)
  }
}

/// The entries that a word is in, as characters of a JavaScript string: the highest level first,
/// and at each level the distances from entry to entry.
///
/// Printable ASCII without `"`, `\` and `<` leaves 90 digits, so that a list needs no escape and can
/// hold no tag. The last 8 begin a level. The first 64 end a number; the next 18 say that more follows.
/// A number is the sum of its digits, each after the first worth 18 times as much as the one before.
struct PostingList: Sendable {
  private var levels: [[UInt8]] = Array(repeating: [], count: Posting.levels)
  private var last: [Int] = Array(repeating: -1, count: Posting.levels)

  /// Adds an entry; they come in order.
  mutating func append(_ posting: Posting) {
    let level = posting.level - 1
    levels[level].append(number: posting.entry - last[level] - 1)
    last[level] = posting.entry
  }

  /// The list as it stands in a file.
  var written: [UInt8] {
    var written: [UInt8] = []
    written.reserveCapacity(levels.reduce(0) { $0 + $1.count + 1 })
    for level in levels.indices.reversed() where !levels[level].isEmpty {
      written.append(PostingList.digits[firstLevel + level])
      written += levels[level]
    }
    return written
  }

  mutating func removeAll() {
    for level in levels.indices {
      levels[level].removeAll(keepingCapacity: true)
      last[level] = -1
    }
  }

  /// The first entries of a written list: those of the highest levels.
  static func first(_ limit: Int, of list: some Sequence<UInt8>) -> [Posting] {
    var found: [Posting] = []
    var (level, entry, number, factor) = (0, -1, 0, 1)
    for byte in list {
      let digit = Int(values[Int(byte)])
      if digit >= firstLevel {
        (level, entry, number, factor) = (digit - firstLevel + 1, -1, 0, 1)
      } else if digit >= lastDigits {
        number += digit * factor
        factor *= firstLevel - lastDigits
      } else {
        entry += number + digit * factor + 1
        found.append(Posting(entry: entry, level: level))
        if found.count == limit { break }
        (number, factor) = (0, 1)
      }
    }
    return found
  }

  /// The digits in order.
  static let digits: [UInt8] = (0x23...0x7E).filter {
    $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "\\")
  }

  /// The value of each digit.
  private static let values: [UInt8] = {
    var values: [UInt8] = Array(repeating: 0, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()
}

/// So many digits end a number.
private let lastDigits = 64
/// The digits from here on begin a level.
private let firstLevel = 82

extension [UInt8] {
  fileprivate mutating func append(number: Int) {
    var rest = number
    while rest >= lastDigits {
      rest -= lastDigits
      let base = firstLevel - lastDigits
      append(PostingList.digits[lastDigits + rest % base])
      rest /= base
    }
    append(PostingList.digits[rest])
  }
}
