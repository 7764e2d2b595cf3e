import Diagnostics
import Markup

/// Something that went well because people worked together.
package struct Success: Sendable {
  /// The value-creation cycles of Wenger, Trayner and de Laat (2011).
  package enum Value: String, Sendable, CaseIterable, DeclaredValue {
    case immediate, potential, applied, realised, reframing
  }

  package var people: [Reference] = []
  package var value: Value?
  package var evidence: [Evidence] = []
  package var resources: [Reference] = []
  package var quote: String?
  package var quotedFrom: Reference?

  package init() {}
}

extension Success: FieldDeclaring {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .person,
      .references(
        "people", to: .member, "The members who did it.", example: "[a-member-by-their-id]",
        .foundAsLabel, .inData, .doing(.successes)),
      &people)
    fields.visit(
      .choice(
        "value",
        "What it brought, by the cycles of Wenger, Trayner and de Laat: joy in taking part, "
          + "something to use later, a change in class, a better result, or a new idea of success.",
        example: "applied", .printed("success_value"), .inData, .facet("value"),
        .words(.successValue)),
      &value)
    fields.visit(
      .evidence(
        "evidence", "What shows it: entries by their ids, addresses, or words.",
        example: "[an entry, an address, or words]", .foundAsText),
      &evidence)
    fields.visit(
      .resource,
      .references(
        "resources", to: .resource, "Resources that helped.", example: "[a-resource-by-its-id]",
        .printed("kinds_resource"), .inData),
      &resources)
    fields.visit(
      .paragraph(
        "quote", "Somebody's own words.", example: "We listen to each other now.", .foundAsText,
        .inData, .leads),
      &quote)
    fields.visit(
      .quotedFrom,
      .reference(
        "quote_by", to: .member, "The member who said them.", example: "a-member-by-their-id",
        .inData, .doing(.successes)),
      &quotedFrom)
  }
}

/// What shows that something happened: an entry, an address, or words.
package enum Evidence: Hashable, Sendable {
  case entry(Reference)
  case address(String)
  case words(String)

  package var address: String? { if case .address(let address) = self { address } else { nil } }
}
