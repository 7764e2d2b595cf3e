package import Dates
import Markup

/// An entry as others may see it.
///
/// Fields that may not be shown are empty; references lead only to what is shown, or to people, of
/// whom `Handbook.person` tells no more than they agreed to.
///
/// A class, all of it constant, because it has over a hundred fields and every page lists many:
/// a list holds references.
package final class PublishedEntry: Sendable {
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
  private let text: PublishedBody
  /// How many were at a meeting beside those named.
  package let unnamedAttendees: Int

  init(
    index: EntryIndex, id: EntryID, source: String, title: String, summary: String?,
    language: String, common: CommonFields, fields: EntryFields, tags: [Tag],
    image: PublishedImage?, photo: PublishedImage?, files: [AttachedFile], body: PublishedBody,
    unnamedAttendees: Int
  ) {
    self.index = index
    self.id = id
    self.source = source
    self.title = title
    self.summary = summary
    self.language = language
    self.common = common
    self.fields = fields
    self.tags = tags
    self.image = image
    self.photo = photo
    self.files = files
    text = body
    self.unnamedAttendees = unnamedAttendees
  }

  /// The text, for something that shows it and is made again when it changes.
  package func body(notedIn shown: ShownTexts) -> PublishedBody {
    shown.note(index)
    return text
  }

  /// What its text leads to: no change of the running text changes that.
  package var links: [PublishedLink] { text.links }
  /// Whom its text mentions, likewise.
  package var people: [Person] { text.people }
  /// The pictures in it, likewise.
  var pictures: [PublishedImage?] { text.images }

  package var kind: EntryKind { id.kind }
  package var date: CalendarDate? { common.date?.value }
}

/// A file to take away.
package struct AttachedFile: Hashable, Sendable {
  /// A position in `Handbook.assets`.
  package let asset: Int
  package let label: String?
}
