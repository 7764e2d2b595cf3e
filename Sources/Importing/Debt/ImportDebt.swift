package import Files

/// Something that an old site left undone and that a person settles later: a link that was dead
/// there, a picture that is missing.
package struct ImportDebt: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A link that led nowhere: its words stand in the text, its target only here.
    case deadLink = "dead-link"
    case missingPicture = "missing-picture"
    /// Notation of the other tool that means nothing here: it is left out of the text.
    case foreignNotation = "foreign-notation"
  }

  package let kind: Kind
  /// The entry: `content/posts/a.md`.
  package let place: RelativePath
  /// What stands in the entry in its place.
  package let words: String
  /// What stood there in the old site, such as the old target of a link.
  package let former: String
}
