import Text

/// A person's name as it is to be shown, of one in any order: `OKAFOR, Ada (Dr)` is Ada Okafor.
struct PersonName: Hashable, Sendable {
  let text: String

  init(_ written: String) {
    var name = written.withoutBrackets.onOneLine.trimmed
    if let turned = Self.turned(name) { name = turned }
    text = name.isEmpty ? written.onOneLine : Self.withCapitals(name)
  }

  /// A given and a family name, from columns of their own.
  init(given: String?, family: String?) {
    self.init([given, family].compactMap(\.self).joined(separator: " "))
  }

  /// `Okafor, Ada`, turned; `nil` where there is no comma, or what is behind it is no given name.
  private static func turned(_ name: String) -> String? {
    let parts = name.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    guard parts.count >= 2 else { return nil }
    let rest = parts.dropFirst().filter { part in
      !part.split(separator: " ").allSatisfy { degrees.contains($0.lowercased().onlyLetters) }
    }
    guard let given = rest.first else { return parts[0] }
    guard rest.count == 1, isFamilyName(parts[0]) else { return nil }
    let words = given.split(separator: " ").filter { !titles.contains($0.lowercased().onlyLetters) }
    return "\(words.joined(separator: " ")) \(parts[0])".trimmed
  }

  /// Whether what stands before a comma can be a family name alone, and not a whole name.
  private static func isFamilyName(_ text: String) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    return words.count == 1 || text == text.uppercased()
      || particles.contains(words[0].lowercased())
  }

  /// Gives capitals to a name that is all in small letters or all in capitals.
  private static func withCapitals(_ name: String) -> String {
    let isAllSmall = name == name.lowercased()
    let isAllShouted = name == name.uppercased()
    let words = name.split(separator: " ").map(String.init)
    return words.enumerated().map { index, word in
      let isShouted = word == word.uppercased() && word.count(where: \.isLetter) > 2
      guard isAllSmall || isAllShouted || isShouted else { return word }
      let small = word.lowercased()
      return index > 0 && particles.contains(small) ? small : small.withCapital
    }.joined(separator: " ")
  }
}

extension String {
  fileprivate var withoutBrackets: String {
    var depth = 0
    var kept = ""
    for character in self {
      if "([".contains(character) { depth += 1 }
      if depth == 0 { kept.append(character) }
      if ")]".contains(character) { depth = Swift.max(0, depth - 1) }
    }
    return kept.split(separator: " ").joined(separator: " ")
  }

  fileprivate var onlyLetters: String { String(filter(\.isLetter)) }

  /// A word of a name with a capital at its beginning and behind each hyphen and apostrophe.
  fileprivate var withCapital: String {
    var text = ""
    var isStart = true
    for (index, character) in enumerated() {
      text += isStart ? character.uppercased() : String(character)
      isStart = "-'’.".contains(character) && (character != "'" && character != "’" || index <= 1)
    }
    if text.hasPrefix("Mc"), let third = text.dropFirst(2).first {
      return "Mc\(third.uppercased())\(text.dropFirst(3))"
    }
    return text
  }
}

private let titles: Set<String> = [
  "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev", "herr", "frau",
  "m", "mme", "mlle", "sr", "sra", "srta", "don", "doña",
]

private let degrees: Set<String> = [
  "phd", "ma", "ba", "bsc", "msc", "mba", "med", "bed", "pgce", "qts", "jr", "jnr", "snr", "mbe",
  "obe", "dr", "prof", "mr", "mrs", "ms", "miss", "ii", "iii",
]

private let particles: Set<String> = [
  "de", "del", "della", "da", "das", "dos", "di", "du", "la", "le", "van", "von", "der", "den",
  "ter", "ten", "zu", "zum", "zur", "af", "av", "bin", "binti", "ibn", "al", "el", "y", "e", "ap",
  "ab", "san",
]
