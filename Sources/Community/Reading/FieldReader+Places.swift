import Diagnostics
import Markup

extension FieldReader {
  /// A language by its tag (BCP 47): `en`, `cy`, `pt-BR`.
  mutating func language(_ key: String) -> Located<String>? {
    guard let written = text(key) else { return nil }
    if written.value.isLanguageTag { return written }
    report(.notALanguage(written.value, field: key), at: written.span)
    return nil
  }

  /// A zone of the IANA Time Zone Database.
  mutating func timeZone(_ key: String) -> String? {
    guard let zone = text(key) else { return nil }
    if TimeZones.rule(of: zone.value) != nil { return zone.value }
    report(.unknownTimeZone(zone.value), at: zone.span)
    return nil
  }
}

extension String {
  /// Whether it is the tag of a language (BCP 47): `en`, `pt-BR`.
  package var isLanguageTag: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return parts.first.map { (2...3).contains($0.utf8.count) } == true
      && parts.allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy { Slug.isValid(String(decoding: [$0 | 0x20], as: UTF8.self)) }
      }
  }
}

extension FieldProblem {
  fileprivate static func notALanguage(_ written: String, field: String) -> FieldProblem {
    FieldProblem(
      id: "bad-language",
      summary: "'\(field)' takes a language's short name, not '\(written.quotedInput)'",
      hints: ["for example en, cy, fr or pt-BR"])
  }

  fileprivate static func unknownTimeZone(_ written: String) -> FieldProblem {
    let nearest = NearMiss.nearest(to: written, among: TimeZones.names)
    return FieldProblem(
      id: "unknown-time-zone", summary: "there is no time zone '\(written.quotedInput)'",
      hints: [
        nearest.map { "did you mean '\($0)'?" }
          ?? "write a region and a city, for example Europe/London"
      ])
  }
}
