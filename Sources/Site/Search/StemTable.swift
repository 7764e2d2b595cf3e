/// The words of a site, each with the key that it is found by: its stem.
///
/// Each word is cut once, however often it stands in texts.
struct StemTable: Sendable {
  private(set) var keys = WordTable()
  /// By the number of the word: the number of its key.
  private(set) var numbers: [Int32] = []
  private let stemmers: Stemmers

  /// `language` is the site's, in which the words are that name none.
  init(_ words: WordTable, in language: String) {
    var stemmers = Stemmers(language)
    // A key can be left without words: those whose beginning is changed back.
    var first = WordTable()
    let own = (0..<words.count).map { first.number(of: stemmers.key(words.word($0))) }
    var changed: [Int: [UInt8]] = [:]
    for number in 0..<words.count {
      let known = stemmers.unchangedKeys(words.word(number)).first { key in
        first.existingNumber(of: key).map { $0 != own[number] } ?? false
      }
      if let known { changed[number] = known }
    }
    self.stemmers = stemmers
    numbers = (0..<words.count).map { number in
      Int32(keys.number(of: changed[number] ?? Array(first.word(own[number]))))
    }
  }

  /// A word without what its language puts before it, as it is shown to who made a slip.
  func spelling(_ word: ArraySlice<UInt8>) -> [UInt8] { stemmers.spelling(word) }
}

/// The stemmers of the languages of a site.
struct Stemmers: Sendable {
  private let own: Stemmer
  private var others: [ArraySlice<UInt8>: Stemmer] = [:]

  init(_ language: String) { own = Stemmer(StemmingRules(of: language)) }

  /// The key of a word of the index: its stem, marked as the word is.
  mutating func key(_ word: ArraySlice<UInt8>) -> [UInt8] {
    guard word.first != UInt8(ascii: "#") else { return Array(word) }
    let (text, rest) = SearchKey.parts(of: word)
    return stemmer(rest).stem(text) + rest
  }

  /// The keys of what a word may be once its beginning is changed back.
  mutating func unchangedKeys(_ word: ArraySlice<UInt8>) -> [[UInt8]] {
    guard word.first != UInt8(ascii: "#") else { return [] }
    let (text, rest) = SearchKey.parts(of: word)
    let stemmer = stemmer(rest)
    guard stemmer.changesInitials else { return [] }
    return stemmer.unchanged(text).map { stemmer.stem($0) + rest }
  }

  func spelling(_ word: ArraySlice<UInt8>) -> [UInt8] {
    let (text, rest) = SearchKey.parts(of: word)
    guard let language = language(rest) else { return own.withoutPrefix(text) }
    return others[language]?.withoutPrefix(text) ?? text
  }

  private mutating func stemmer(_ rest: ArraySlice<UInt8>) -> Stemmer {
    guard let language = language(rest) else { return own }
    if let known = others[language] { return known }
    let stemmer = Stemmer(StemmingRules(of: String(decoding: language, as: UTF8.self)))
    others[language] = stemmer
    return stemmer
  }

  private func language(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    rest.lastIndex(of: UInt8(ascii: ".")).map { rest[($0 + 1)...] }
  }
}
