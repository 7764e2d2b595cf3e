import Community
import Markup

/// The words of a run of entries, and what a list of results says of each.
///
/// Parts are made alone, in parallel, and joined in the order of their entries.
package struct SearchPart: Sendable {
  let words: WordTable
  /// By the number of the word here, in the order of the entries.
  let postings: Groups<Posting.Packed>
  /// By entry: an element of a records file.
  package let records: [[UInt8]]

  /// Looks through the entries of a run.
  init(_ entries: ArraySlice<PublishedEntry>, _ context: PageContext) {
    var reader = EntryWords(context: context)
    for (number, entry) in zip(entries.indices, entries) { reader.read(entry, number: number) }
    words = reader.count.words
    postings = Groups(reader.count.packed, by: reader.count.keys, count: words.count)
    records = entries.map(context.searchRecord)
  }
}

/// Takes the words of entries from their texts.
private struct EntryWords {
  let context: PageContext
  var scanner = WordScanner()
  var count = WordCount()

  mutating func read(_ entry: PublishedEntry, number: Int) {
    count.mark = SearchKey.mark(of: entry.language, in: context.words.language)
    for field in context.searchedFields(entry) {
      count.weight = field.weight
      scanner.scan(field.text, into: &count)
    }
    read(context.body(of: entry))
    count.weight = 1
    for tag in entry.tags { count.take(key: SearchKey.tag(tag.id)) }
    for goal in context.handbook.entries(entry.common.goals) {
      count.take(key: SearchKey.goal(goal.id.name))
    }
    for mark in context.plan.overview.facets.marks(of: entry.index) {
      count.take(key: SearchKey.facet(mark))
    }
    count.endEntry(number)
  }

  private mutating func read(_ body: PublishedBody) {
    for block in body.prose.blocks {
      count.weight = block.kind == .heading ? SearchedText.headingWeight : 1
      for part in body.cuts.parts(of: block.range) {
        scanner.scan(
          body.prose.text, in: Int(part.range.lowerBound)..<Int(part.range.upperBound), into: &count
        )
      }
    }
    count.weight = 1
    for filling in context.searchedFillings(body) { scanner.scan(filling, into: &count) }
  }
}

/// Counts words, entry by entry.
private struct WordCount: WordSink {
  var words = WordTable()
  private(set) var packed: [Posting.Packed] = []
  /// The word of each posting.
  private(set) var keys: [Int32] = []
  /// What the next words weigh.
  var weight = 1
  /// What the words of the entry at hand end with in the index.
  var mark: [UInt8] = []
  /// Of the entry at hand: the weight of each word, the words that have any, all words.
  private var weights: [Int32] = []
  private var met: [Int32] = []
  private var length = 0

  mutating func take(_ word: [UInt8]) { take(key: mark.isEmpty ? word : word + mark) }

  mutating func take(joined word: [UInt8], cuts: [Int]) {
    take(word)
    if let key = SearchKey.cut(word, at: cuts) { take(key) }
  }

  /// Takes a word as it stands in the index.
  mutating func take(key word: [UInt8]) {
    let number = words.number(of: word)
    if number == weights.count { weights.append(0) }
    if weights[number] == 0 { met.append(Int32(number)) }
    weights[number] = sum(weights[number], Int32(weight))
    length += 1
  }

  /// However often a word stands in a text, it weighs less than in the title, which is read first.
  private func sum(_ old: Int32, _ more: Int32) -> Int32 {
    let title = Int32(SearchedText.titleWeight)
    return old >= title || more >= title ? old + more : min(old + more, title - 1)
  }

  mutating func endEntry(_ entry: Int) {
    for number in met {
      let level = Posting.level(weight: Int(weights[Int(number)]), length: length)
      packed.append(Posting.Packed(Posting(entry: entry, level: level)))
      keys.append(number)
      weights[Int(number)] = 0
    }
    met.removeAll(keepingCapacity: true)
    length = 0
  }
}

/// What words are called in the index.
///
/// A word has letters, digits and the signs of `c++` and `c#`. So nobody types what stands behind a
/// full stop or an equals sign, nor what begins with `#`.
enum SearchKey {
  /// What the words of a text end with: nothing in the site's language, `.de` in another, so that
  /// the stem of a word of one language is not mistaken for a word of another.
  static func mark(of language: String, in siteLanguage: String) -> [UInt8] {
    let (own, site) = (primary(language), primary(siteLanguage))
    return own == site ? [] : Array(".\(own)".utf8)
  }

  /// A language's tag without the region: `en` of `en-GB`.
  static func primary(_ language: String) -> String {
    String(language.prefix { $0 != "-" }).lowercased()
  }

  /// That a word was written with hyphens after so many letters: `wellbeing=4`.
  ///
  /// `nil` where a part is a single letter: `email` says nothing of `mail`.
  static func cut(_ word: [UInt8], at cuts: [Int]) -> [UInt8]? {
    let ends = [0] + cuts + [word.count]
    guard zip(ends, ends.dropFirst()).allSatisfy({ $1 - $0 > 1 }) else { return nil }
    return word + cuts.flatMap { "=\($0)".utf8 }
  }

  /// A key's word, and what nobody types of it.
  static func parts(of key: ArraySlice<UInt8>) -> (word: [UInt8], rest: ArraySlice<UInt8>) {
    let end = key.firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "=") } ?? key.endIndex
    return (Array(key[..<end]), key[end...])
  }

  // What a filter chooses.
  static func tag(_ id: String) -> [UInt8] { Array("#t:\(id)".utf8) }
  static func goal(_ id: String) -> [UInt8] { Array("#g:\(id)".utf8) }
  static func facet(_ mark: String) -> [UInt8] { Array("#f:\(mark)".utf8) }
}
