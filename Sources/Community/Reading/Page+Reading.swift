import Diagnostics
import Markup

extension Page {
  init(reading reader: inout FieldReader) {
    year = reader.communityYear("year")
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
