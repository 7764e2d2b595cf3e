import Diagnostics
import Markup

/// The names that no text may hold: of members who have not agreed to be named, or have withdrawn.
struct WithheldNames: Sendable {
  /// A name as it would stand in a text.
  struct Name: Hashable, Sendable {
    /// Its words, case and accents folded.
    let words: [String]
    /// Whether the first letter must be a capital: a lone word may be an ordinary one (Will, May).
    let needsCapital: Bool
    let member: EntryIndex
    /// The id to write in its place.
    let id: String
  }

  private var byFirstWord: [String: [Name]] = [:]
  private(set) var slugs: [(slug: String, id: String)] = []

  var isEmpty: Bool { byFirstWord.isEmpty }

  init(_ library: Library) {
    for index in library.indices {
      guard case .member(let member) = library[index].fields else { continue }
      guard member.status == .withdrawn || !member.consent.name else { continue }
      for name in [member.name].compactMap(\.self) + member.alsoKnownAs {
        add(name.value, of: index, id: library[index].id.name)
      }
    }
  }

  private mutating func add(_ name: String, of member: EntryIndex, id: String) {
    let words = name.wordsWithPlaces.map(\.word.foldedForComparison)
    guard let first = words.first else { return }
    let found = Name(words: words, needsCapital: words.count == 1, member: member, id: id)
    byFirstWord[first, default: []].append(found)
    if let slug = Slug.of(name), words.count > 1 { slugs.append((slug, id)) }
  }

  /// Each name that stands in the text as whole words, with its bytes.
  func occurrences(in text: String) -> [(name: Name, range: Range<Int>)] {
    guard !isEmpty else { return [] }
    let words = text.wordsWithPlaces
    let folded = words.map { $0.word.foldedForComparison }
    var found: [(Name, Range<Int>)] = []
    for (position, word) in folded.enumerated() {
      let names = (byFirstWord[word] ?? []).filter { name in
        folded[position...].starts(with: name.words)
          && (!name.needsCapital || words[position].startsWithCapital)
      }
      // Of a whole name and its first word, the whole name is what stands there.
      guard let longest = names.max(by: { $0.words.count < $1.words.count }) else { continue }
      let last = words[position + longest.words.count - 1]
      found.append((longest, words[position].range.lowerBound..<last.range.upperBound))
    }
    return found
  }
}

/// A word and the bytes where it stands.
private struct PlacedWord {
  let word: String
  let range: Range<Int>

  var startsWithCapital: Bool {
    word.unicodeScalars.first?.properties.isUppercase ?? false
  }
}

extension String {
  /// The runs of letters, marks and digits.
  fileprivate var wordsWithPlaces: [PlacedWord] {
    var words: [PlacedWord] = []
    var word = String.UnicodeScalarView()
    var start = 0
    var offset = 0
    for scalar in unicodeScalars {
      let isPart =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      if isPart {
        if word.isEmpty { start = offset }
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(PlacedWord(word: String(word), range: start..<offset))
        word = String.UnicodeScalarView()
      }
      offset += scalar.utf8Width
    }
    if !word.isEmpty { words.append(PlacedWord(word: String(word), range: start..<offset)) }
    return words
  }
}

extension Unicode.Scalar {
  fileprivate var utf8Width: Int { UTF8.width(self) }
}
