import Diagnostics

/// Something that members tell each other.
package struct Post: Sendable {
  /// What a post is for, which decides how it is shown and whether it waits for an answer.
  package enum Kind: String, Sendable, CaseIterable {
    case story, question, reflection, news
  }

  package var authors: [Reference] = []
  /// Whether a field that is not known here was meant to name them.
  var hasMisspeltAuthors = false
  package var kind: Kind?
  package var answeredBy: Reference?
  package var repliesTo: Reference?
  package var meeting: Reference?
  package var resources: [Reference] = []
  /// Resources that the author has used in class and tells of.
  package var tried: [Reference] = []
}

extension Post {
  mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
    visitor.visit(&authors, .author)
    visitor.visit(&answeredBy, .answeredBy)
    visitor.visit(&repliesTo, .repliesTo)
    visitor.visit(&meeting, .meeting)
    visitor.visit(&resources, .resource)
    visitor.visit(&tried, .tried)
  }
}
