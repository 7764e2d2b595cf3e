package import Dates
import Diagnostics
package import Markup

extension Member {
  /// A role of `handbook.yml` held for a time.
  package struct RoleHeld: Hashable, Sendable {
    package private(set) var role = Located.unread
    package private(set) var from: CalendarDate?
    package private(set) var to: CalendarDate?

    package init() {}
  }

  /// A subject or skill that a member offers to others, or seeks.
  package struct Exchange: Hashable, Sendable {
    package private(set) var tag = Located.unread
    package private(set) var note: String?

    package init() {}
  }
}

extension Member.RoleHeld {
  package func includes(_ day: CalendarDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { $0 >= day } ?? true)
  }
}

extension Member.RoleHeld: FieldRow {
  package static let wordsMean: String? = "role"

  package init?(words: Located<String>) {
    role = words
  }

  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "role", as: .term(.roles), "The id of a role of handbook.yml.", example: "coordinator",
        .required("the id of a role of handbook.yml after 'role:'"), .foundAsLabel, .inData),
      &role)
    fields.visit(.date("from", "The day it began.", example: "2026-01-15", .inData), &from)
    fields.visit(.date("to", "The day it ended.", example: "2026-07-15", .inData), &to)
  }

  package mutating func settle(_ reader: inout FieldReader) {
    if let from, let to, to < from {
      reader.report(.endsBeforeItBegins, at: reader.place(of: "to"))
    }
  }
}

extension Member.Exchange: FieldRow {
  package static let wordsMean: String? = "tag"

  package init?(words: Located<String>) {
    tag = words
  }

  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "tag", as: .term(.tags), "The tag.", example: "reading-aloud",
        .required("tag: retrieval-practice"), .foundAsLabel, .inData),
      &tag)
    fields.visit(
      .text("note", "A sentence.", example: "I have a form for it", .foundAsText), &note)
  }
}

/// An address with words to show for it.
package struct LabelledAddress: Hashable, Sendable {
  package private(set) var label = ""
  package private(set) var address = ""

  package init() {}
}

extension LabelledAddress: FieldRow {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .text("label", "The words to show.", example: "My blog", .required("label: my blog")), &label)
    fields.visit(
      .address(
        "url", "The address.", example: "https://example.org/",
        .required("url: https://example.org/")),
      &address)
  }
}
