import Diagnostics
import Markup

/// Something that members tell each other.
package struct Post: Sendable {
  /// What a post is for, which decides how it is shown and whether it waits for an answer.
  package enum Kind: String, Sendable, CaseIterable, DeclaredValue {
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

  package init() {}
}

extension Post {
  package var namesItsAnswer: Bool { answeredBy != nil }
}

extension Post: FieldDeclaring {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .author,
      .references(
        "authors", to: .member, "Who wrote it; without it, the community did.",
        example: "[a-member-by-their-id]", .foundAsLabel, .inData,
        .alsoCalled(["author", "byline"]), .doing(.wrote)),
      &authors)
    fields.visit(
      .choice(
        "kind", "What it is for; a question waits for an answer.", example: "story",
        .inDataAs("post_kind"), .facet("kind"), .words(.postKind)),
      &kind)
    fields.visit(
      .answeredBy,
      .reference(
        "answered_by", to: .post, "The post that answers this question.",
        example: "a-post-by-its-id",
        .inData),
      &answeredBy)
    fields.visit(
      .repliesTo,
      .reference(
        "replies_to", to: .post, "The post that this one answers.", example: "a-post-by-its-id",
        .inData),
      &repliesTo)
    fields.visit(
      .meeting,
      .reference(
        "meeting", to: .meeting, "The meeting that it tells of.", example: "a-meeting-by-its-id",
        .inData),
      &meeting)
    fields.visit(
      .resource,
      .references(
        "resources", to: .resource, "Resources that it speaks of.",
        example: "[a-resource-by-its-id]", .printed("kinds_resource"), .inData),
      &resources)
    fields.visit(
      .tried,
      .references(
        "tried", to: .resource, "Resources that you have used in class and tell of.",
        example: "[a-resource-by-its-id]", .printed("kinds_resource"), .inData),
      &tried)
  }
}
