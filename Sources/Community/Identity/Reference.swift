package import Diagnostics

/// What one entry says of another by id, with the place where it says it.
package struct Reference: Hashable, Sendable {
  /// The id as written; blank once disclosure has passed, since an id can hold a name.
  package var written: String
  package let span: SourceSpan
  /// The entry that is meant; `nil` until the library settles it, or where there is none.
  package var target: EntryIndex?

  package init(_ written: String, at span: SourceSpan, target: EntryIndex? = nil) {
    self.written = written
    self.span = span
    self.target = target
  }
}

/// What a reference says about the entry that holds it: each field that names other entries.
///
/// Where it leads and what it says of a member are told by the fields that are declared with it.
package enum Relation: Int, Hashable, Sendable, CaseIterable {
  // of every kind
  case goal, translationOf, imageShows
  // of posts
  case author, answeredBy, repliesTo, meeting, resource, tried
  // of meetings
  case chair, noteTaker, attendee
  // of resources
  case creator, sharedBy, basedOn, triedBy
  // of goals and successes
  case owner, person, evidence, quotedFrom
}

/// Passes over every reference that an entry holds, to settle it, to withhold it or to follow it.
package protocol ReferenceVisitor {
  mutating func visit(_ references: inout [Reference], _ relation: Relation)
  mutating func visit(_ reference: inout Reference?, _ relation: Relation)
}
