import Diagnostics

// What is said of a withheld name, wherever it stands.
extension Diagnostic {
  /// A name in what readers see; `remedy` says what to do at that place.
  static func name(
    _ words: String, of name: WithheldNames.Name, at place: SourceLocation, _ remedy: String
  ) -> Diagnostic {
    Diagnostic(
      .privacy, "name-in-text", at: place,
      name.isWithdrawn
        ? "this names somebody who has withdrawn"
        : "this names a member who has not agreed to be named",
      hints: [remedy], words: name.acceptable(words))
  }

  /// A name in the name of a file.
  static func nameInFileName(
    _ words: String, _ name: WithheldNames.Name, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .privacy, "name-in-file-name", at: place,
      "the file's name holds the name of a member who has not agreed to be named",
      hints: ["rename the file without the name, for example with \(name.neutralID)"],
      words: name.acceptable(words))
  }

  /// A name in an old id.
  static func nameInAlias(
    _ words: String, _ name: WithheldNames.Name, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .privacy, "name-in-file-name", at: place,
      "this old id holds the name of a member who has not agreed to be named",
      hints: ["remove it: the page at the old address would show the name"],
      words: name.acceptable(words))
  }
}

extension WithheldNames.Name {
  /// What to write in running text.
  var remedyInText: String {
    isWithdrawn
      ? "leave the name out"
      : "write @\(id): the site shows as much as they agree to, and no more"
  }

  /// The words of a finding, which an acceptance may let pass: none of somebody who has withdrawn.
  fileprivate func acceptable(_ words: String) -> String? { isWithdrawn ? nil : words }

  /// An id that tells nobody.
  fileprivate var neutralID: String { EntryID.isNeutral(id) ? id : "a-member" }
}
