/// What a link in a text leads to, once the whole site is known.
package enum LinkTarget: Hashable, Sendable {
  /// An entry, perhaps at one of its headings.
  case entry(EntryIndex, anchor: String?)
  /// The index of a kind: a link to its folder.
  case index(EntryKind)
  /// A file that is published as it is: a position in `Library.assets`.
  case asset(Int)
  /// A heading of the same text.
  case heading(String)
  /// An address outside the site.
  case elsewhere(String)
  /// Nothing, which has been reported; the label stays as text.
  case nothing
}

/// A link or a mention, seen from the entry that it leads to.
package struct IncomingLink: Hashable, Sendable {
  package let from: EntryIndex
  /// Where its label stands in the text of `from`.
  package let place: Range<Int32>
}
