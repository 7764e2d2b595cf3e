/// A name as somebody is called by it, taken apart: what may stand before, between and after its
/// words in a text.
struct PersonName: Hashable, Sendable {
  /// Given names and nicknames: one of them beside a family name is a full name.
  let given: Set<String>
  /// The words of the family name, particles such as *van der* left out.
  let family: Set<String>
  /// Every word that may stand within the name, particles and middle names included, each with the
  /// part of the name that it belongs to: two parts together are a full name.
  let parts: [String: Int]
  /// The first letters of the given names.
  let initials: Set<Character>
  /// The words as one, as in `adaokafor` and `@okaforada`.
  let joined: Set<String>
  /// The words in order, as they are compared.
  let words: [String]
  /// Family names with a hyphen by the part that they are: half of one is another's.
  private let hyphened: [Int: Set<String>]
  /// Whether it is known which words are the family name.
  private let hasKnownFamily: Bool

  /// Takes a name apart that is written with its given names first.
  ///
  /// - Parameter familyName: The family name, where it is told; else every word behind the first may
  ///   be one.
  /// - Returns: `nil` for a name of one word.
  init?(_ written: String, familyName: String? = nil) {
    let named = Self.namedParts(of: written).withSmallWordsAsNames
    let telling = named.filter { !$0.isParticle }
    guard telling.count > 1, let first = telling.first else { return nil }
    let known = familyName.map { Set(Self.namedParts(of: $0).flatMap(\.words)) } ?? []
    let isKnown = telling.contains { known.isSuperset(of: $0.words) }
    let givenParts = telling.filter { part in
      isKnown ? !known.isSuperset(of: part.words) : part == first || part.isNickname
    }
    let familyParts = telling.filter { part in !givenParts.contains(part) && !part.isInitial }
    guard !givenParts.isEmpty, !familyParts.isEmpty else { return nil }
    given = Set(givenParts.flatMap(\.spellings))
    family = Set(familyParts.flatMap(\.spellings))
    var parts: [String: Int] = [:]
    for (number, part) in named.enumerated() {
      for word in part.words + part.spellings where parts[word] == nil {
        parts[word] = part.isParticle || part.isInitial ? nil : number
      }
    }
    for part in named where part.isParticle || part.isInitial {
      for word in part.words where parts[word] == nil { parts[word] = -1 }
    }
    self.parts = parts
    hyphened = Dictionary(
      uniqueKeysWithValues: named.enumerated().filter { $1.isHyphened && familyParts.contains($1) }
        .map { ($0, Set($1.words)) })
    initials = Set(
      telling.filter { !familyParts.contains($0) || (!isKnown && $0 != telling.last) }
        .compactMap { $0.words.first?.first })
    words = named.flatMap(\.words)
    let firsts = givenParts.flatMap { $0.spellings + [$0.words.joined()] }
    let lasts = familyParts.flatMap { $0.spellings + [$0.words.joined()] }
    joined = Set(
      firsts.flatMap { first in lasts.flatMap { last in [first + last, last + first] } }
        + [words.joined()])
    hasKnownFamily = isKnown
  }

  /// Whether words of these parts are a full name together.
  func isFull(_ found: Set<Int>, withGiven hasGiven: Bool, withFamily hasFamily: Bool) -> Bool {
    hasGiven && hasFamily || !hasKnownFamily && found.subtracting([-1]).count > 1
  }

  /// Whether words hold no half of a family name with a hyphen.
  func areWhole(_ words: Set<String>) -> Bool {
    hyphened.values.allSatisfy { words.isDisjoint(with: $0) || words.isSuperset(of: $0) }
  }
}

extension PersonName {
  /// What stands between two spaces of a name.
  fileprivate struct Part: Hashable {
    let words: [String]
    /// The words, the same as one, and with umlauts written out.
    let spellings: [String]
    let isNickname: Bool
    /// Whether it is a small word within a family name, such as *van*.
    var isParticle: Bool
    /// Whether it is written with a capital.
    let isCapital: Bool
    let isHyphened: Bool

    var isInitial: Bool { words.allSatisfy { $0.unicodeScalars.count == 1 } && !isParticle }
  }

  private static func namedParts(of written: String) -> [Part] {
    let pieces = written.split { $0.isWhitespace || $0 == "," }.map(String.init)
    // A title is no part of a name, unless nothing else would be left.
    var untitled = pieces[...]
    while untitled.count > 2, let first = untitled.first,
      let word = foldedNameWords(of: first).first,
      nameTitles.contains(word) || untitled.count < pieces.count && nameDegrees.contains(word)
    {
      untitled = untitled.dropFirst()
    }
    // Particles may be written together with what follows: *Vanderberg*, *Abdulrahman* in Arabic.
    var particles = ""
    return untitled.compactMap { piece in
      let words = foldedNameWords(of: piece)
      guard !words.isEmpty else { return nil }
      let isParticle = words.allSatisfy(nameParticles.contains)
      let joined = particles.isEmpty || isParticle ? [] : [particles + words.joined()]
      particles = isParticle ? particles + words.joined() : ""
      let isNickname = piece.first.map { "(\"“„'‘«".contains($0) } ?? false
      return Part(
        words: words, spellings: spellings(of: words, in: piece) + joined, isNickname: isNickname,
        isParticle: isParticle,
        isCapital: piece.unicodeScalars.first?.properties.isUppercase ?? false,
        isHyphened: words.count > 1 && piece.contains { "-‐‑".contains($0) })
    }
  }

  private static func spellings(of words: [String], in piece: String) -> [String] {
    let isHyphened = piece.contains { "-‐‑".contains($0) }
    // Of `O'Neill` the whole or *Neill* counts, of `Smith-Jones` either word.
    let telling = words.filter { $0.unicodeScalars.count > 1 && !nameParticles.contains($0) }
    let isOneWord = !isHyphened || words.first.map(nameParticles.contains) == true
    let whole = isOneWord ? [words.joined()] : []
    let written = piece.split { "-‐‑".contains($0) }.flatMap { umlautsWrittenOut(String($0)) }
    let plain = (telling + whole).compactMap(\.withUmlautsJoined)
    return Array(Set((telling.isEmpty ? words : telling) + whole + written + plain))
  }

  /// `Müller` as *mueller*, where it holds such a letter.
  private static func umlautsWrittenOut(_ piece: String) -> [String] {
    let letters = piece.lowercased().map { umlauts[$0] ?? String($0) }.joined()
    return letters == piece.lowercased() ? [] : [foldedNameWords(of: letters).joined()]
  }
}

extension [PersonName.Part] {
  /// The parts, those at the ends names themselves where nothing else can be: *Ben* of *Ben Hale*,
  /// *Le* of *Thanh Le*.
  fileprivate var withSmallWordsAsNames: [PersonName.Part] {
    guard count(where: { !$0.isParticle }) == 1 else { return self }
    var parts = self
    for end in [indices.first, indices.last].compactMap(\.self) where parts[end].isCapital {
      parts[end].isParticle = false
    }
    return parts
  }
}

private let umlauts: [Character: String] = [
  "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae",
]

extension String {
  /// `mueller` as *muller*; `nil` where nothing of the kind is in it.
  fileprivate var withUmlautsJoined: String? {
    guard utf8.count > 4 else { return nil }
    let joined = replacing("ue", with: "u").replacing("oe", with: "o").replacing("ae", with: "a")
    return joined == self ? nil : joined
  }
}

/// The words of a name, folded: what parts them makes no difference.
func foldedNameWords(of name: String) -> [String] {
  let bytes = Array(name.utf8)
  return placesOfWords(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self).foldedForNames }
}
