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
  }

  /// A name where it stands in a text, by its bytes.
  struct Occurrence: Hashable, Sendable {
    let name: Name
    let range: Range<Int>
  }

  private(set) var all: [Name] = []
  private var byFirstWord: [String: [Name]] = [:]
  /// Names that are shown and hold a withheld one: where Maria Silva is named, no Maria is.
  private var shownByFirstWord: [String: [[String]]] = [:]
  private var shownSlugs: [String] = []
  /// The words that a name begins with in a file's name.
  private var firstWordsOfSlugs: Set<Substring> = []
  /// Whether a word that begins with this byte, in lower case, may begin a name.
  private var mayBegin = Array(repeating: false, count: 256)
  private var beginnings = WordBeginnings()

  var isEmpty: Bool { all.isEmpty }

  init(_ library: Library) {
    for index in library.indices {
      guard case .member(let member) = library[index].fields, !member.isNamed else { continue }
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
    for index in 0x80...0xFF where !isEmpty { mayBegin[index] = true }
  }

  private mutating func add(_ written: String, of member: EntryIndex, id: String) {
    let words = foldedWords(of: written)
    guard let first = words.first else { return }
    let isCapital = written.unicodeScalars.first?.properties.isUppercase ?? false
    let name = Name(
      words: words, slug: Slug.of(written), needsCapital: words.count == 1 && isCapital,
      member: member, id: id)
    all.append(name)
    if let first = name.slug?.split(separator: "-").first { firstWordsOfSlugs.insert(first) }
    byFirstWord[first, default: []].append(name)
    noteBeginning(first)
  }

  private mutating func addShown(_ written: String) {
    let words = foldedWords(of: written)
    guard let first = words.first,
      all.contains(where: { $0.words.count < words.count && words.holds($0.words) })
    else { return }
    shownByFirstWord[first, default: []].append(words)
    if let slug = Slug.of(written) { shownSlugs.append("-\(slug)-") }
    noteBeginning(first)
  }

  private mutating func noteBeginning(_ word: String) {
    if let byte = word.utf8.first { mayBegin[Int(byte)] = true }
    beginnings.insert(word)
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
  fileprivate var isNamed: Bool { status != .withdrawn && consent.name }
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
  }

  private func mayOccur(in destination: Body.Link.Destination) -> Bool {
    if case .elsewhere(let address) = destination { mayOccur(in: address) } else { false }
  }

  private func mayOccur(in text: String) -> Bool {
    !text.isEmpty && mayOccur(in: Array(text.utf8))
  }

  /// Each name that stands in the text as whole words.
  func occurrences(in text: [UInt8]) -> [Occurrence] {
    guard mayOccur(in: text) else { return [] }
    let places = placesOfWords(in: text)
    var found: [Occurrence] = []
    var shown: [Range<Int>] = []
    for position in places.indices
    where mayBegin[Int(lowercased(text[places[position].lowerBound]))] {
      let word = foldedWord(text[places[position]])
      for name in byFirstWord[word] ?? [] {
        guard let range = range(of: name.words, at: position, places, text),
          !name.needsCapital || startsWithCapital(text[range])
        else { continue }
        found.append(Occurrence(name: name, range: range))
      }
      shown += (shownByFirstWord[word] ?? []).compactMap {
        range(of: $0, at: position, places, text)
      }
    }
    return found.filter { occurrence in
      !shown.contains { $0.contains(occurrence.range) && $0 != occurrence.range }
    }
  }

  /// Where some words stand one after another, from the word at a position on.
  private func range(
    of words: [String], at position: Int, _ places: [Range<Int>], _ text: [UInt8]
  ) -> Range<Int>? {
    guard position + words.count <= places.count else { return nil }
    for (offset, word) in words.enumerated().dropFirst()
    where foldedWord(text[places[position + offset]]) != word {
      return nil
    }
    return places[position].lowerBound..<places[position + words.count - 1].upperBound
  }

  /// The names that a file's name holds, as words parted by hyphens.
  func names(inFileName name: String) -> [Name] {
    // Almost every file's name is settled by its own words, without a look at each withheld one.
    guard let slug = Slug.of(name),
      slug.split(separator: "-").contains(where: firstWordsOfSlugs.contains)
    else { return [] }
    var padded = "-\(slug)-"
    for shown in shownSlugs { padded = padded.split(separator: shown).joined(separator: "--") }
    return all.filter { name in name.slug.map { "-\(padded)-".contains("-\($0)-") } ?? false }
  }
}

private func foldedWords(of name: String) -> [String] {
  let bytes = Array(name.utf8)
  return placesOfWords(in: bytes).map { foldedWord(bytes[$0]) }
}

private func foldedWord(_ bytes: ArraySlice<UInt8>) -> String {
  String(decoding: bytes, as: UTF8.self).foldedForComparison
}

private func startsWithCapital(_ bytes: ArraySlice<UInt8>) -> Bool {
  String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.properties.isUppercase ?? false
}

private func lowercased(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
}

extension [String] {
  /// Whether some words stand in this list one after another.
  fileprivate func holds(_ words: [String]) -> Bool {
    indices.contains { self[$0...].starts(with: words) }
  }
}
