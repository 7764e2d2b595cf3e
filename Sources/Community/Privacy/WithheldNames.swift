import Diagnostics
import Markup

/// The names that no text may hold: of members who have not agreed to be named, or have withdrawn.
struct WithheldNames: Sendable {
  /// A name as it would stand in a text.
  struct Name: Hashable, Sendable {
    /// Its words, case and accents folded.
    let words: [String]
    /// The same as it would stand in a file's name; `nil` where no letter of it can.
    let slug: String?
    /// Whether the first letter must be a capital: a lone word may be an ordinary one (Will, May).
    let needsCapital: Bool
    let member: EntryIndex
    /// The id to write in its place.
    let id: String
    /// Whether the last word stands first: `Okafor, Ada`.
    var isTurned = false
  }

  /// A name where it stands in a text, by its bytes.
  struct Occurrence: Hashable, Sendable {
    let name: Name
    let range: Range<Int>
  }

  private(set) var all: [Name] = []
  /// The names by their words, one after another.
  private var tree = NameTree<Name>()
  /// Names that are shown and hold a withheld one: where Maria Silva is named, no Maria is.
  private var shown = NameTree<Int>()
  /// Names by their last word, for what shortens the others: *Dr Okafor*.
  private var byLastWord: [String: [Name]] = [:]
  /// Names of several words as one, which stand so behind an `@` alone: `@taraquill@social.example`.
  private var byHandle: [String: Name] = [:]
  private var shownSlugs: [String] = []
  /// The words that a name begins with in a file's name.
  private var firstWordsOfSlugs: Set<Substring> = []
  private var beginnings = WordBeginnings()

  var isEmpty: Bool { all.isEmpty }

  /// With `only`, what that one member is called, and nobody else.
  init(_ library: Library, only: EntryIndex? = nil) {
    for index in library.indices {
      guard case .member(let member) = library[index].fields, !member.isNamed,
        only == nil || only == index
      else { continue }
      for name in [member.name].compactMap(\.self) + member.alsoKnownAs {
        add(name.value, of: index, id: library[index].id.name)
      }
      // Where no name is written, an id that looks like one is all there is to look for.
      let id = library[index].id.name
      if member.name == nil, id.holdsSeveralWords { add(id, of: index, id: id) }
    }
    for case .member(let member) in library.entries.map(\.fields) where member.isNamed {
      if let name = member.name { addShown(name.value) }
    }
    finish()
  }

  /// All that one member is called by, whatever they agree to.
  init(_ written: [String], of member: EntryIndex, id: String) {
    for name in Set(written).sorted() { add(name, of: member, id: id) }
    finish()
  }

  private mutating func finish() {
    guard !isEmpty else { return }
    for title in titles { beginnings.insert(title) }
  }

  private mutating func add(_ written: String, of member: EntryIndex, id: String) {
    let words = wordsOfName(written)
    guard let first = words.first, let last = words.last else { return }
    let isCapital = written.unicodeScalars.first?.properties.isUppercase ?? false
    let name = Name(
      words: words, slug: Slug.of(words.joined(separator: " ")),
      needsCapital: words.count == 1 && isCapital, member: member, id: id)
    // One letter of a script without spaces is in every other word.
    guard words.count > 1 || !isUnspaced(first) else { return }
    add(name)
    guard words.count > 1, !isUnspaced(last) else { return }
    // As registers and references write it: Okafor, Ada.
    add(name.turnedRound)
    byLastWord[last, default: []].append(name)
    for handle in [words.joined(), (words.suffix(1) + words.dropLast()).joined()] {
      byHandle[handle] = name
      beginnings.insert(handle)
    }
    beginnings.insert(String(first.prefix(1)))
  }

  private mutating func add(_ name: Name) {
    all.append(name)
    if let first = name.slug?.split(separator: "-").first { firstWordsOfSlugs.insert(first) }
    tree.insert(name, at: name.words)
    if let first = name.words.first { beginnings.insert(first) }
  }

  private mutating func addShown(_ written: String) {
    let words = foldedWords(of: written)
    guard let first = words.first,
      words.indices.contains(where: { !tree.values(along: words[$0...]).isEmpty })
    else { return }
    shown.insert(words.count, at: words)
    if let slug = Slug.of(written) { shownSlugs.append("-\(slug)-") }
    beginnings.insert(first)
  }
}

extension WithheldNames.Name {
  fileprivate var turnedRound: Self {
    let turned = [words[words.count - 1]] + words.dropLast()
    return Self(
      words: turned, slug: Slug.of(turned.joined(separator: " ")), needsCapital: false,
      member: member, id: id, isTurned: true)
  }
}

extension String {
  /// Whether an id is made of words, as a name is: `ada-okafor`, but not `m-07` or `member-1`.
  fileprivate var holdsSeveralWords: Bool {
    let words = split(separator: "-")
    return words.count > 1
      && words.allSatisfy { word in
        word.utf8.count > 1 && !word.utf8.contains { (0x30...0x39).contains($0) }
      }
  }
}

extension Member {
  /// Whether the member may be called by name.
  var isNamed: Bool { status != .withdrawn && consent.name }
}

extension WithheldNames {
  /// Whether a word of the text begins as a name does; where none does, no name stands there.
  func mayOccur(in text: [UInt8]) -> Bool {
    !isEmpty && beginnings.mayBegin(aWordOf: text)
  }

  /// The same for all that a body shows, and for what stands beside its text.
  func mayOccur(in body: Body) -> Bool {
    mayOccur(in: body.prose.text) || mayOccur(in: body.html)
      || body.images.contains { mayOccur(in: $0.alternative) || mayOccur(in: $0.title ?? "") }
      || body.links.contains { mayOccur(in: $0.title ?? "") || mayOccur(in: $0.destination) }
      || body.pieces.contains { piece in
        // Footnotes and ids of raw HTML; a heading's anchor is made of its words.
        if case .anchor(let anchor) = piece { mayOccur(in: anchor) } else { false }
      }
  }

  private func mayOccur(in destination: Body.Link.Destination) -> Bool {
    if case .elsewhere(let address) = destination {
      mayOccur(in: address.percentDecoded)
    } else {
      false
    }
  }

  private func mayOccur(in text: String) -> Bool {
    !text.isEmpty && mayOccur(in: Array(text.utf8))
  }

  /// Each name that stands in the text as whole words, so many times at most.
  ///
  /// Whoever is told of a hundred places looks for more, and to tell one costs the length of its
  /// line.
  func occurrences(in text: [UInt8], atMost limit: Int = 100) -> [Occurrence] {
    guard mayOccur(in: text) else { return [] }
    var told: [Name: Int] = [:]
    let places = placesOfWords(in: text)
    var found: [Occurrence] = []
    var shown: [Range<Int>] = []
    for position in beginningsOfNames(among: places, of: text) {
      let words = places[position...].prefix(longestName).lazy.map { foldedWord(text[$0]) }
      for (name, count) in tree.found(along: words) {
        let range = range(of: count, at: position, places)
        // Of a name told twice, the end of one and the beginning of the next are no third.
        let isSeam = name.isTurned && (found.last?.range.upperBound ?? 0) > range.lowerBound
        if !isSeam, !name.needsCapital || startsWithCapital(text[range]) {
          found.append(Occurrence(name: name, range: range))
        }
      }
      if let name = handle(at: places[position], of: text) {
        found.append(Occurrence(name: name, range: places[position]))
      }
      for (_, count) in self.shown.found(along: words) {
        shown.append(range(of: count, at: position, places))
      }
      if let last = places.dropFirst(position + 1).first {
        found += abbreviated(by: text[places[position]], text[last]).map {
          Occurrence(name: $0, range: places[position].lowerBound..<last.upperBound)
        }
      }
    }
    return withoutShown(found, shown).filter { occurrence in
      told[occurrence.name, default: 0] += 1
      return told[occurrence.name, default: 0] <= limit
    }
  }

  /// The name that one word behind an `@` is.
  private func handle(at place: Range<Int>, of text: [UInt8]) -> Name? {
    guard place.lowerBound > 0, text[place.lowerBound - 1] == UInt8(ascii: "@") else { return nil }
    return byHandle[foldedWord(text[place])]
  }

  /// The positions of the words that a name may begin with.
  private func beginningsOfNames(among places: [Range<Int>], of text: [UInt8]) -> [Int] {
    text.withUnsafeBufferPointer { text in
      places.indices.filter { beginnings.mayBegin(at: places[$0].lowerBound, in: text) }
    }
  }

  /// Names of which two words are a short form: a title or an initial, and the last word.
  private func abbreviated(by first: ArraySlice<UInt8>, _ last: ArraySlice<UInt8>) -> [Name] {
    let word = foldedWord(first)
    let isInitial = word.utf8.count == 1 && startsWithCapital(first)
    guard isInitial || titles.contains(word), startsWithCapital(last),
      let names = byLastWord[foldedWord(last)]
    else { return [] }
    return names.filter { !isInitial || $0.words.first?.hasPrefix(word) == true }.prefix(1).map(
      \.self)
  }

  /// Both are in the order of the text, so one walk is enough.
  private func withoutShown(_ found: [Occurrence], _ shown: [Range<Int>]) -> [Occurrence] {
    guard !shown.isEmpty else { return found }
    var next = 0
    return found.filter { occurrence in
      while next < shown.count, shown[next].upperBound < occurrence.range.upperBound { next += 1 }
      return !shown[next...].prefix(longestName).contains {
        $0.contains(occurrence.range) && $0 != occurrence.range
      }
    }
  }

  private func range(of count: Int, at position: Int, _ places: [Range<Int>]) -> Range<Int> {
    places[position].lowerBound..<places[position + count - 1].upperBound
  }

  /// The names that a file's name holds, as words parted by hyphens.
  func names(inFileName name: String) -> [Name] {
    // A name without a Latin letter stands there as it is.
    let asWritten =
      name.utf8.allSatisfy { $0 < 0x80 }
      ? [] : occurrences(in: Array(name.utf8)).map(\.name).filter { $0.slug == nil }
    // Almost every file's name is settled by its own words, without a look at each withheld one.
    guard let slug = Slug.of(name),
      slug.split(separator: "-").contains(where: firstWordsOfSlugs.contains)
    else { return asWritten }
    var padded = "-\(slug)-"
    for shown in shownSlugs { padded = padded.split(separator: shown).joined(separator: "--") }
    return asWritten
      + all.filter { name in name.slug.map { "-\(padded)-".contains("-\($0)-") } ?? false }
  }
}

/// How many words of a name are looked for: nobody is known by more.
private let longestName = 12

/// What stands before a name that is no part of it, case and accents folded.
private let titles: Set = [
  "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame",
]

/// The words of a name, without a title before them.
private func wordsOfName(_ written: String) -> [String] {
  let words = foldedWords(of: written)
  return Array(
    (words.count > 2 && titles.contains(words[0]) ? words.dropFirst() : words[...]).prefix(
      longestName))
}

/// The words of a text, case and accents folded: what parts them makes no difference.
func foldedWords(of name: String) -> [String] {
  let bytes = Array(name.utf8)
  return placesOfWords(in: bytes).map { foldedWord(bytes[$0]) }
}

private func foldedWord(_ bytes: ArraySlice<UInt8>) -> String {
  String(decoding: bytes, as: UTF8.self).foldedForComparison
}

private func isUnspaced(_ word: String) -> Bool {
  word.unicodeScalars.first?.isOfUnspacedScript ?? false
}

private func startsWithCapital(_ bytes: ArraySlice<UInt8>) -> Bool {
  String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.properties.isUppercase ?? false
}
