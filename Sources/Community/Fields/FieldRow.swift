package import Markup

/// A part of an entry with fields of its own: a reading of a goal, somebody's trial of a resource.
package protocol FieldRow: FieldDeclaring, DeclaredElement {
  /// The field that words alone stand for; `nil` where a part always has fields.
  static var wordsMean: String? { get }

  /// The part that words alone stand for.
  init?(words: Located<String>)

  /// Whether nothing is left of it, once what it refers to is withheld.
  var isVoid: Bool { get }
}

extension FieldRow {
  package static var wordsMean: String? { nil }
  package init?(words: Located<String>) { nil }
  package var isVoid: Bool { false }

  /// What the parts are.
  static var shape: RowShape { RowShape(fields: listedFields(), wordsMean: wordsMean) }

  /// A part as its fields say; `nil` where one that it needs is missing or cannot be read.
  init?(readingPart reader: inout FieldReader) {
    self.init(reading: &reader)
    if reader.isIncomplete { return nil }
  }

  /// Reads a list of parts.
  static func list(
    _ key: String, of what: String, _ reader: inout FieldReader
  ) -> [Located<Self>] {
    if wordsMean != nil {
      return reader.items(
        key, of: what, text: { Self(words: $0) }, map: { Self(readingPart: &$0) })
    }
    return reader.maps(key, of: what) { Self(readingPart: &$0) }
      .compactMap { part in part.value.map { Located($0, at: part.span) } }
  }

  package static func content(of parts: [Self], in field: DeclaredField) -> FieldContent? {
    parts.isEmpty ? nil : .rows(parts.map { $0.filledFields(field.parts) })
  }

  package static func visitReferences<Visitor>(
    in parts: inout [Self], _ pass: inout ReferencePass<Visitor>
  ) {
    for index in parts.indices { parts[index].declare(to: &pass) }
    parts.removeAll(where: \.isVoid)
  }
}

/// Fields of its own below one field: a member's consent, the theme of the site.
package protocol FieldGroup: FieldDeclaring, DeclaredValue {}

extension FieldGroup {
  package func content(of field: DeclaredField) -> FieldContent? {
    let filled = filledFields(field.parts)
    return filled.isEmpty ? nil : .rows([filled])
  }

  package mutating func clear() { self = Self() }

  package mutating func visitReferences<Visitor>(_ pass: inout ReferencePass<Visitor>) {
    declare(to: &pass)
  }
}
