import Diagnostics
import Text

/// What a heading of minutes says of the items below it.
enum HeadingReading: Hashable {
  /// They are actions, decisions or both.
  case gathers(Set<MinuteWords.Kind>)
  /// It names a kind, but says more than that: "Decisions of the committee".
  case resembles(MinuteWords.Kind)
  case nothing
}

extension MinuteWords {
  /// What stands below a heading by its words: actions, decisions, both or neither.
  package func gathers(heading: String) -> (actions: Bool, decisions: Bool) {
    guard case .gathers(let kinds) = reading(ofHeading: Array(heading.utf8)[...]) else {
      return (false, false)
    }
    return (kinds.contains(.action), kinds.contains(.decision))
  }

  /// Reads a heading: `Decisions`, `3. Decisions:`, `ACTIONS & DECISIONS`, `Key decisions made`.
  ///
  /// Numbers, signs and the words that may stand beside make no difference.
  func reading(ofHeading text: ArraySlice<UInt8>) -> HeadingReading {
    guard text.count <= 80 else { return .nothing }
    let words = headingWords(text)[...]
    // "À faire" begins with a letter that could also count a section.
    let whole = reading(ofWords: words)
    guard whole == .nothing, words.count > 1, let first = words.first, first.isNumeral else {
      return whole
    }
    return reading(ofWords: words.dropFirst())
  }

  private func reading(ofWords words: ArraySlice<String>) -> HeadingReading {
    var words = words
    var kinds: Set<Kind> = []
    var (isWhole, name): (Bool, Kind?) = (true, nil)
    while let word = words.first {
      if let (kind, phrase) = longestPhrase(at: words) {
        let isName = self[kind].names.contains(phrase) || phrase.wordCount > 1
        if kinds.isEmpty, isWhole, isName { name = kind }
        kinds.insert(kind)
        words = words.dropFirst(phrase.wordCount)
      } else {
        isWhole = isWhole && (besides.contains(word) || word.isDigits)
        words = words.dropFirst()
      }
    }
    if isWhole { return kinds.isEmpty ? .nothing : .gathers(kinds) }
    return name.map { .resembles($0) } ?? .nothing
  }

  private func longestPhrase(at words: ArraySlice<String>) -> (kind: Kind, phrase: String)? {
    for count in stride(from: min(words.count, 4), to: 0, by: -1) {
      let phrase = words.prefix(count).joined(separator: " ")
      if let kind = Kind.allCases.first(where: { self[$0].headings.contains(phrase) }) {
        return (kind, phrase)
      }
    }
    return nil
  }
}

/// The words of a heading, whatever signs stand between them.
private func headingWords(_ text: ArraySlice<UInt8>) -> [String] {
  String(decoding: text, as: UTF8.self).foldedForComparison.unicodeScalars
    .split { !$0.isWordCharacter && $0 != "-" && $0 != "'" && $0 != "’" }
    .map(String.init).filter { $0 != "-" }
}

extension String {
  fileprivate var wordCount: Int { utf8.count { $0 == 0x20 } + 1 }

  fileprivate var isDigits: Bool { utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }

  /// Whether it counts a section: `3`, `iv`, `b`.
  fileprivate var isNumeral: Bool {
    isDigits || utf8.count == 1 || utf8.allSatisfy("ivxlc".utf8.contains)
  }
}
