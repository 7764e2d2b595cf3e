import Community

/// The fields of a kind as a new file offers them: as notes, until somebody takes the `#` away.
enum FieldGuide {
  static func fields(of kind: EntryKind) -> [DeclaredField] { kind.fields }

  /// The five fields of a kind that people use, in the order in which they stand in a file.
  static func usual(of kind: EntryKind) -> [DeclaredField] {
    let all = kind.fields
    return kind.declaration.usualFields.compactMap { name in all.first { $0.name == name } }
  }
}

extension DeclaredField {
  /// The lines that offer the field: an example that can stand, and behind it what it means.
  var offer: String { offerLines.map { "# \($0)\n" }.joined() }

  private var offerLines: [String] {
    let explained = "   # \(explanation)"
    guard !parts.isEmpty else { return ["\(name): \(example)" + explained] }
    let isList = type.isList
    let lines = parts.enumerated().flatMap { position, part in
      let lead = !isList ? "  " : position == 0 ? "  - " : "    "
      return part.offerLines.map { lead + $0 }
    }
    return ["\(name):" + explained] + lines
  }

  /// The sentence, behind the words that may be chosen.
  private var explanation: String {
    choices.isEmpty ? sentence : "\(choices.inWords("or")). \(sentence)"
  }
}

extension [String] {
  /// `a, b or c`.
  fileprivate func inWords(_ conjunction: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
