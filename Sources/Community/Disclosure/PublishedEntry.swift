package import Dates
import Markup
import Text

/// An entry as others may see it, without its text, which `Handbook.body` gives.
///
/// Fields that may not be shown are empty; references lead only to what is shown, or to people, of
/// whom `Handbook.person` tells no more than they agreed to. Nothing here changes where an edit
/// leaves the entry's surface as it is.
///
/// A class, all of it constant, because it has over a hundred fields and every page lists many:
/// a list holds references.
package final class PublishedEntry: Sendable {
  package let index: EntryIndex
  package let id: EntryID
  /// The path of its file within the site, to suggest a change to.
  package let source: String
  package let title: String
  /// What the title is compared by in lists.
  package let titleKey: String
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
  /// What its text leads to.
  package let links: [PublishedLink]
  /// Whom its text mentions.
  package let people: [Person]
  /// The pictures in it.
  package let pictures: [PublishedImage?]
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
    titleKey = title.sortingKey
    self.summary = summary
    self.language = language
    self.common = common
    self.fields = fields
    self.tags = tags
    self.image = image
    self.photo = photo
    self.files = files
    links = body.links
    people = body.people
    pictures = body.images
    self.unnamedAttendees = unnamedAttendees
  }

  package var kind: EntryKind { id.kind }
  package var date: CalendarDate? { common.date?.value }
}

/// A file to take away.
package struct AttachedFile: Hashable, Sendable {
  /// A position in `Handbook.assets`.
  package let asset: Int
  package let label: String?
}
