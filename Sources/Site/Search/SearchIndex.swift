import Community
import Files

/// The files that a search in the browser reads.
///
/// - `start.js`: how many entries there are, which words are where, and how words are cut to stems.
/// - `w0.js` and so on: stems with their lists, in the order of the alphabet.
/// - `r0.js` and so on: what results say of entries.
/// - `t0.js` and so on: whole texts, for what stands further on in them. A large site has none; a
///   browser fetches the page instead.
/// - `b0.js` and `e0.js` and so on: words by how they begin and end, for slips.
///
/// How they are read is in `templates/assets/search-index.js`.
package struct SearchIndex: Sendable {
  /// A file of the index.
  package enum File: Hashable, Sendable {
    case start
    case words(Int)
    case records(Int)
    case texts(Int)
    case beginnings(Int)
    case ends(Int)

    /// Whether it shows texts as a page does, and so need not be rebuilt for others.
    package var showsTexts: Bool { if case .texts = self { true } else { false } }
  }

  private let start: [UInt8]
  private let words: [[UInt8]]
  private let beginnings: [[UInt8]]
  private let ends: [[UInt8]]
  /// By entry.
  private let records: [[UInt8]]
  private let recordsPerFile: Int
  private let entries: [PublishedEntry]
}

extension SearchIndex {
  package init(
    _ records: [[UInt8]], _ words: ListedWords, summaries: [(ListedWords.Beginning, [UInt8])],
    of searched: SearchedEntries, in language: Words
  ) {
    var shards = WordShards()
    shards.writeWords(words, summaries)
    let beginnings = SpellingFiles(words.vocabulary.spellings.byBeginning, named: "b")
    let ends = SpellingFiles(words.vocabulary.spellings.byEnd, named: "e")
    entries = searched.entries
    self.records = records
    recordsPerFile = Self.recordsPerFile(records)
    self.words = shards.files
    self.beginnings = beginnings.files
    self.ends = ends.files
    let files = shards.files + beginnings.files + ends.files + records
    var start = StartFile(version: fingerprint(files))
    start.appendCounts(searched, recordsPerFile, Self.textsPerFile(of: records.count))
    start.appendFirsts("words", shards.firstWords)
    start.appendFirsts("beginnings", beginnings.firsts)
    start.appendFirsts("ends", ends.firsts)
    start.appendLanguages(of: searched, in: language.language)
    start.appendWords(language)
    self.start = start.ended
  }

  /// As many as come to about 1.4 KB: results seldom stand in one file, and each file takes time to
  /// write and to publish.
  private static func recordsPerFile(_ records: [[UInt8]]) -> Int {
    let size = records.reduce(0) { $0 + $1.count }
    return max(1, 1400 * records.count / max(1, size))
  }

  /// How many texts lie in a file; 0 where the site has no files of texts.
  private var textsPerFile: Int { Self.textsPerFile(of: records.count) }

  /// Few, since a browser fetches all of a file for one text.
  ///
  /// Where the texts would make too many files, there are none.
  private static func textsPerFile(of count: Int) -> Int { count <= 1_000 ? 2 : 0 }

  /// All files of the index.
  package var files: [File] {
    let recordFiles = (records.count + recordsPerFile - 1) / recordsPerFile
    let textFiles = textsPerFile == 0 ? 0 : (records.count + textsPerFile - 1) / textsPerFile
    return [.start] + words.indices.map(File.words) + (0..<recordFiles).map(File.records)
      + (0..<textFiles).map(File.texts) + beginnings.indices.map(File.beginnings)
      + ends.indices.map(File.ends)
  }

  /// The bytes of a file; nothing of one of texts, which is made as a page is.
  func bytes(of file: File) -> [UInt8] {
    switch file {
    case .start: return start
    case .words(let number): return words[number]
    case .beginnings(let number): return beginnings[number]
    case .ends(let number): return ends[number]
    case .texts: return []
    case .records(let number):
      let first = number * recordsPerFile
      return recordsFile(number, records[first..<min(first + recordsPerFile, records.count)])
    }
  }

  /// The entries whose texts are in a file.
  func entries(ofTexts number: Int) -> ArraySlice<PublishedEntry> {
    let first = number * textsPerFile
    return entries[first..<min(first + textsPerFile, entries.count)]
  }
}

extension PageContent {
  /// The whole texts of some entries.
  static func searchTexts(_ number: Int) -> PageContent {
    PageContent { context, renderer, output in
      guard let index = renderer.search else { return }
      output += context.searchTexts(index.entries(ofTexts: number), number)
    }
  }
}

/// Words and lists, cut into files.
private struct WordShards {
  private(set) var files: [[UInt8]] = []
  /// Of each file, as much of its first word as tells it from the word before.
  private(set) var firstWords: [ArraySlice<UInt8>] = []
  private var body: [UInt8] = []
  private var last: ArraySlice<UInt8> = []

  mutating func writeWords(
    _ words: ListedWords, _ summaries: [(beginning: ListedWords.Beginning, list: [UInt8])]
  ) {
    var next = summaries[...]
    for position in 0..<words.vocabulary.count {
      let word = words.vocabulary.word(position)
      var own: [UInt8]?
      while let first = next.first, first.beginning.words.lowerBound == position {
        next.removeFirst()
        if first.beginning.length == word.count {
          own = first.list
        } else {
          writeWord(word.prefix(first.beginning.length) + [UInt8(ascii: "*")], first.list)
        }
      }
      writeWord(word, words.lists[position])
      if let own { writeWord(word + [UInt8(ascii: "*")], own) }
    }
    end()
  }

  private mutating func writeWord(_ word: ArraySlice<UInt8>, _ list: [UInt8]) {
    if !body.isEmpty, body.count + word.count + list.count > largestShard { end() }
    if body.isEmpty {
      firstWords.append(word.beginning(unlike: last))
    } else {
      body.append(UInt8(ascii: " "))
    }
    body += word
    body.append(UInt8(ascii: " "))
    body += list
    last = word
  }

  private mutating func end() {
    guard !body.isEmpty else { return }
    var script = ScriptData("w\(files.count)")
    script.append("\"")
    script.append(body)
    script.append("\"")
    files.append(script.ended)
    body.removeAll(keepingCapacity: true)
  }
}

extension ArraySlice<UInt8> {
  /// As many whole letters as tell a word from another: a letter goes on with every byte of
  /// 10xxxxxx (RFC 3629, section 3).
  fileprivate func beginning(unlike other: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let shared = zip(other, self).prefix { $0 == $1 }.count
    let rest = dropFirst(shared + 1).drop { $0 & 0xC0 == 0x80 }
    return self[..<rest.startIndex]
  }
}

/// In bytes; one list can be longer.
private let largestShard = 5_200

private func recordsFile(_ number: Int, _ records: ArraySlice<[UInt8]>) -> [UInt8] {
  var script = ScriptData("r\(number)")
  for (position, record) in zip(records.indices, records) {
    script.append(position == records.startIndex ? "[" : ",\n")
    script.append(record)
  }
  script.append("]")
  return script.ended
}

/// Tells one state of the index from another, so that no browser mixes files of two.
private func fingerprint(_ files: [[UInt8]]) -> String {
  var builder = FingerprintBuilder()
  for file in files { builder.append(file) }
  return String(builder.fingerprint.description.prefix(8))
}
