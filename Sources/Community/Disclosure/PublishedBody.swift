package import Markup

/// A text as others may see it: every hole has something that may be shown, and nothing is left of
/// what was written in its place.
package struct PublishedBody: Sendable {
  package let pieces: [Body.Piece]
  package let html: [UInt8]
  package let headings: [Body.Heading]
  /// By the index that pieces and holes use.
  package let links: [PublishedLink]
  /// What is shown when the pointer rests on a link, likewise.
  package let linkTitles: [String?]
  package let people: [Person]
  package let images: [PublishedImage?]
  /// The first paragraph, if there is one.
  package let summary: ProseRange?
  package let prose: Prose
  /// What no page shows of that text.
  package let cuts: ProseCuts
  /// The numbers of its decisions, in order.
  package let decisionNumbers: [Int]
  /// Whether it says who was there or was not: then no feed has it.
  package let tellsPresence: Bool
}

extension PublishedBody {
  /// That of an entry which is not shown.
  static let empty = PublishedBody(
    pieces: [], html: [], headings: [], links: [], linkTitles: [], people: [], images: [],
    summary: nil, prose: Prose(), cuts: .none, decisionNumbers: [], tellsPresence: false)
}

/// An entry as others may see it, with its text and the entries that its fields name.
package struct PublishedSlot: Sendable {
  let entry: PublishedEntry
  let body: PublishedBody
  let references: [(target: EntryIndex, relation: Relation)]
}

/// Where a link leads, as far as it may be told.
package enum PublishedLink: Hashable, Sendable {
  case entry(EntryIndex, at: PlaceInEntry?)
  case index(EntryKind)
  case asset(Int)
  case here(PlaceInEntry)
  case elsewhere(String)
  /// To a member without a page: their name, as far as it may be told.
  case person(Person)
  /// To something that is not shown to these readers. A label of the author's own stays.
  case withheld
  /// To nothing; reported as an error.
  case nothing
}

/// A picture that may be shown.
package struct PublishedImage: Hashable, Sendable {
  /// A position in `Handbook.assets`.
  package let asset: Int
  package let alternative: String
  package let title: String?

  package init(asset: Int, alternative: String, title: String?) {
    self.asset = asset
    self.alternative = alternative
    self.title = title
  }
}
