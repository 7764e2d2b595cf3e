package import Community

/// What is said of each field in one language: what it is for, and what may stand behind its name.
///
/// English stands in the declarations. The other languages find a text by the English one, so that one
/// that was changed there has none until somebody writes it; a test names it.
package struct FieldGuide: Sendable {
  let language: StarterLanguage
  private let sentences: [String: String]
  private let examples: [String: String]

  init(_ language: StarterLanguage) {
    self.language = language
    sentences = Self.texts(of: "sentences", in: language)
    examples = Self.texts(of: "examples", in: language)
  }

  /// Those of a language by the English ones.
  private static func texts(of folder: String, in language: StarterLanguage) -> [String: String] {
    guard language != .english else { return [:] }
    let own = Dictionary(
      BuiltInStarters.texts(of: folder, in: language), uniquingKeysWith: { first, _ in first })
    let pairs = BuiltInStarters.texts(of: folder, in: .english).compactMap { english in
      own[english.key].map { (english.text, $0) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// What a field is for.
  package func sentence(of field: DeclaredField) -> String {
    sentences[field.sentence] ?? field.sentence
  }

  /// What may stand behind its name, as YAML.
  package func example(of field: DeclaredField) -> String {
    examples[field.example] ?? field.example
  }
}

// MARK: - Notes

extension FieldGuide {
  /// The lines that offer a field: an example that can stand, and behind it what it means.
  func offer(of field: DeclaredField) -> String {
    offerLines(of: field).map { "# \($0)\n" }.joined()
  }

  private func offerLines(of field: DeclaredField) -> [String] {
    let explained = "   # \(explanation(of: field))"
    guard !field.parts.isEmpty else { return ["\(field.name): \(example(of: field))" + explained] }
    let isList = field.type.isList
    let lines = field.parts.enumerated().flatMap { position, part in
      let lead = !isList ? "  " : position == 0 ? "  - " : "    "
      return offerLines(of: part).map { lead + $0 }
    }
    return ["\(field.name):" + explained] + lines
  }

  /// The sentence, behind the words that may be chosen.
  private func explanation(of field: DeclaredField) -> String {
    let sentence = sentence(of: field)
    return field.choices.isEmpty
      ? sentence : "\(field.choices.inWords(language.words(.or))). \(sentence)"
  }
}

extension EntryKind {
  /// The five fields that people use, in the order in which they stand in a file.
  var usualFields: [DeclaredField] {
    let all = fields
    return declaration.usualFields.compactMap { name in all.first { $0.name == name } }
  }
}

extension [String] {
  /// `a, b or c`.
  fileprivate func inWords(_ conjunction: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
