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
package enum Relation: String, Hashable, Sendable, CaseIterable {
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

  /// The kind of entry that it leads to; `nil` where it may be any.
  package var targetKind: EntryKind? {
    switch self {
    case .goal: .goal
    case .author, .imageShows, .chair, .noteTaker, .attendee, .creator, .sharedBy, .triedBy,
      .owner, .person, .quotedFrom:
      .member
    case .answeredBy, .repliesTo: .post
    case .meeting: .meeting
    case .resource, .tried, .basedOn: .resource
    case .translationOf, .evidence: nil
    }
  }
}

/// Passes over every reference that an entry holds, to settle it, to withhold it or to follow it.
package protocol ReferenceVisitor {
  mutating func visit(_ references: inout [Reference], _ relation: Relation)
  mutating func visit(_ reference: inout Reference?, _ relation: Relation)
}
