package import Diagnostics
package import Markup

/// Words that a privacy finding is about, which the author has looked at and lets stand.
package struct Acceptance: Hashable, Sendable {
  /// The id of the finding, `name-in-text`, and its place.
  private var finding = Located.unread
  /// The words that may stand, and no others; without them nothing is accepted.
  package private(set) var words: Located<String>?
  package private(set) var reason = Located.unread

  package init() {}

  package var id: String { finding.value }
  /// The place of the id.
  package var span: SourceSpan { finding.span }
}

extension Acceptance: FieldRow {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "id", "The name in brackets after the finding.", example: "name-in-text",
        .required("id: name-in-text")),
      &finding)
    fields.visit(
      .text(
        "words", "The words that may stand, and no others.", example: "the words it is about"),
      &words)
    fields.visit(
      .text(
        "why", "Your reason.", example: "she agreed to this in writing on 3 March",
        .required("why: she agreed to this in writing on 3 March")),
      &reason)
  }
}
