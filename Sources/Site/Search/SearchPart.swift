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
  let records: [[UInt8]]

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
    for field in context.searchedFields(entry) {
      count.weight = field.weight
      scanner.scan(field.text, into: &count)
    }
    read(context.body(of: entry))
    count.weight = 1
    for tag in entry.tags { count.take(SearchKey.tag(tag.id)) }
    for goal in context.handbook.entries(entry.common.goals) {
      count.take(SearchKey.goal(goal.id.name))
    }
    for mark in context.plan.overview.facets.marks(of: entry.index) {
      count.take(SearchKey.facet(mark))
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
  /// Of the entry at hand: the weight of each word, the words that have any, all words.
  private var weights: [Int32] = []
  private var met: [Int32] = []
  private var length = 0

  mutating func take(_ word: [UInt8]) {
    let number = words.number(of: word)
    if number == weights.count { weights.append(0) }
    if weights[number] == 0 { met.append(Int32(number)) }
    weights[number] += Int32(weight)
    length += 1
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

/// Words of the index that nobody types: what a filter chooses.
enum SearchKey {
  static func tag(_ id: String) -> [UInt8] { Array("#t:\(id)".utf8) }
  static func goal(_ id: String) -> [UInt8] { Array("#g:\(id)".utf8) }
  static func facet(_ mark: String) -> [UInt8] { Array("#f:\(mark)".utf8) }
}
