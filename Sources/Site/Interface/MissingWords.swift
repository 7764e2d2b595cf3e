import Diagnostics

/// What the strings of a language leave out, so that English stands in.
package struct MissingWords: Sendable {
  /// `home`; `count_post (few, many)` where only forms of a plural are missing.
  package let keys: [String]

  /// `words` are those of the language alone, not yet laid over the English ones.
  package init(in words: Words, beside english: Words) {
    let plain = english.plain.keys.filter { words.plain[$0] == nil }
    let needed = PluralCategory.needed(in: words.language)
    let plurals = english.plurals.keys.compactMap { key -> String? in
      guard let forms = words.plurals[key], !forms.isEmpty else { return key }
      let missing = needed.filter { forms[$0] == nil }.map(\.rawValue)
      return missing.isEmpty ? nil : "\(key) (\(missing.joined(separator: ", ")))"
    }
    keys = (plain + plurals).sorted()
  }
}

extension Diagnostic {
  static func missingStrings(_ missing: MissingWords, at path: String) -> Diagnostic? {
    let keys = missing.keys
    guard !keys.isEmpty else { return nil }
    let shown = keys.prefix(shownKeys).joined(separator: ", ")
    let rest = keys.count - shownKeys
    return Diagnostic(
      .warning, "missing-strings", at: SourceLocation(path: path),
      keys.count == 1
        ? "a word is missing here, so it is in English: \(shown)"
        : "\(keys.count) words are missing here, so they are in English: \(shown)"
          + (rest > 0 ? " and \(rest) more" : ""))
  }
}

/// How many missing words a message names.
private let shownKeys = 20
