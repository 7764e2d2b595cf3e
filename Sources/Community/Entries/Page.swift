import Diagnostics
package import Markup

/// A page of the handbook's own: start here, the charter, the glossary.
package struct Page: Sendable {
  /// The year of the community, such as `2025-26`, whose report this page introduces.
  package var year: Located<CommunityYear>?

  package init() {}
}

extension Page: FieldDeclaring {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      Field(
        "year", .year, "The year of the community whose report this page introduces.", "2025-26", []
      ) { $0.communityYear($1) },
      &year)
  }
}

extension FieldReader {
  fileprivate mutating func communityYear(_ key: String) -> Located<CommunityYear>? {
    guard let written = text(key) else { return nil }
    if let year = CommunityYear(written.value) { return Located(year, at: written.span) }
    report(.notAYear(written.value), at: written.span)
    return nil
  }
}

extension FieldProblem {
  fileprivate static func notAYear(_ written: String) -> FieldProblem {
    FieldProblem(
      id: "bad-year", summary: "'year' takes a year of the community, not '\(written.quotedInput)'",
      hints: ["write 2025-26 for the year that begins in 2025"])
  }
}
