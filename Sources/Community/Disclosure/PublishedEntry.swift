package import Markup

/// An entry as others may see it.
///
/// Fields that may not be shown are empty; references lead only to what is shown, or to people, of
/// whom `Handbook.person` tells no more than they agreed to.
package struct PublishedEntry: Sendable {
  package let index: EntryIndex
  package let id: EntryID
  /// The path of its file within the site, to suggest a change to.
  package let source: String
  package let title: String
  /// One or two sentences, plain text.
  package let summary: String?
  package let language: String
  package let common: CommonFields
  package let fields: EntryFields
  package let tags: [Tag]
  package let image: PublishedImage?
  package let photo: PublishedImage?
  /// The files of a resource: positions in `Handbook.assets`, with their labels.
  package let files: [AttachedFile]
  package let body: PublishedBody
  /// How many were at a meeting beside those named.
  package let unnamedAttendees: Int

  package var kind: EntryKind { id.kind }
  package var date: CalendarDate? { common.date?.value }
}

/// A file to take away.
package struct AttachedFile: Hashable, Sendable {
  /// A position in `Handbook.assets`.
  package let asset: Int
  package let label: String?
}
