package import Diagnostics
package import Markup

/// The fields that an entry of any kind may have.
package struct CommonFields: Sendable {
  /// The title as the front matter gives it; `nil` where it is the first heading, or a member's name.
  package var title: Located<String>?
  package var summary: Located<String>?
  package var date: Located<CalendarDate>?
  package var updated: Located<CalendarDate>?
  package var tags: [Located<String>] = []
  package var goals: [Reference] = []
  package var isDraft = false
  /// Why the entry is off the site at once, whoever reads it and whatever else its fields say.
  ///
  /// `nil` where it is not. The words are never published.
  package var takenDown: Located<String>?
  /// Whether its address says that the page was taken down, instead of nothing.
  package var hasTakenDownNotice = false
  package var audience = Audience.everyone
  package var language: Located<String>?
  package var translationOf: Reference?
  package var image: PictureField?
  package var imageShows: [Reference] = []
  package var reviewBy: CalendarDate?
  package var isHiddenFromSearchEngines = false
  /// Old ids, which go on resolving references and redirect.
  package var aliases: [Located<String>] = []
  /// What calendars and feeds know it by.
  package var uid: Located<String>?
  package var accepts: [Acceptance] = []
  package var extra: FieldValue?

  package init() {}
}

/// Who may see an entry.
package enum Audience: String, Hashable, Sendable, CaseIterable {
  case everyone = "public"
  case members

  /// Whether a site built for `self` shows what is meant for `other`.
  package func includes(_ other: Audience) -> Bool {
    self == .members || other == .everyone
  }
}

/// A picture named in the front matter, with the words that stand for it.
package struct PictureField: Hashable, Sendable {
  package let path: Located<String>
  package let alternative: String

  package init(path: Located<String>, alternative: String) {
    self.path = path
    self.alternative = alternative
  }
}

/// Words that a privacy finding is about, which the author has looked at and lets stand.
package struct Acceptance: Hashable, Sendable {
  /// The id of the finding: `name-in-text`.
  package let id: String
  /// The words that may stand, and no others; without them nothing is accepted.
  package let words: Located<String>?
  package let reason: Located<String>
  /// The place of the id.
  package let span: SourceSpan

  package init(
    id: String, words: Located<String>?, reason: Located<String>, span: SourceSpan
  ) {
    self.id = id
    self.words = words
    self.reason = reason
    self.span = span
  }
}

extension CommonFields {
  package mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
    visitor.visit(&goals, .goal)
    visitor.visit(&translationOf, .translationOf)
    visitor.visit(&imageShows, .imageShows)
  }
}
