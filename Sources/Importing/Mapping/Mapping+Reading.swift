import Community
package import Dates
package import Diagnostics
import Markup

extension Mapping {
  /// Reads a mapping file; every problem in it is told.
  ///
  /// `today` is the day after which nobody can have agreed to anything yet.
  package static func read(
    _ source: SourceText, today: CalendarDate? = nil
  ) -> Diagnosed<Mapping?> {
    let read = FieldMap.read(wholeFile: source, limit: ImportLimits.mapping, roles: .unknown)
    guard let map = read.value else { return Diagnosed(nil, read.diagnostics) }
    var reading = MappingReading(source: source, today: today, diagnostics: read.diagnostics)
    for field in map.fields { reading.read(field) }
    let isWrong = reading.diagnostics.contains { $0.severity.isBlocking }
    return Diagnosed(isWrong ? nil : reading.mapping, reading.diagnostics)
  }
}

private let sections = [
  "folders", "pages", "fields", "authors", "tags", "settings", "consent",
]

struct MappingReading {
  let source: SourceText
  let today: CalendarDate?
  var diagnostics: [Diagnostic]
  var mapping = Mapping()

  mutating func read(_ field: FieldMap.Field) {
    switch field.key {
    case "folders":
      for (key, value) in pairs(field) {
        guard let kind = kind(key, value) else { continue }
        mapping.folders[key.key == "." ? "" : key.key.trimmedSlashes] = .some(kind.value)
      }
    case "pages":
      for (key, value) in pairs(field) {
        guard let kind = kind(key, value) else { continue }
        mapping.pages[key.key.trimmedSlashes.withoutMarkdownEnding] = .some(kind.value)
      }
    case "fields":
      for (key, value) in pairs(field) { mapping.fields[key.key] = .some(kept(value)) }
    case "authors": for (key, value) in pairs(field) { author(key, value) }
    case "tags": for (key, value) in pairs(field) { mapping.tags[key.key] = .some(kept(value)) }
    case "settings": readSettings(field)
    case "consent": readConsent(field)
    default: refuse(field, "a mapping", sections)
    }
  }

  mutating func refuse(_ field: FieldMap.Field, _ whose: String, _ names: [String]) {
    let near = NearMiss.nearest(to: field.key, among: names).map { "did you mean '\($0)'?" }
    let all = names.dropLast().joined(separator: ", ") + " and \(names.last ?? "")"
    diagnostics.append(
      Diagnostic(
        .error, "unknown-field", at: source.location(field.keySpan),
        "\(whose) has no field '\(field.key.quotedInput)'",
        hints: [near ?? "it can have \(all)"]))
  }

  private func kept(_ value: String) -> String? { value == leaveOut ? nil : value }

  private mutating func author(_ field: FieldMap.Field, _ value: String) {
    switch value {
    case leaveOut: mapping.authors[field.key] = .leftOut
    case "organisation", "organization": mapping.authors[field.key] = .organisation
    case "person": mapping.authors[field.key] = .member(nil)
    case _ where Slug.isValid(value): mapping.authors[field.key] = .member(value)
    default:
      diagnostics.append(
        Diagnostic(
          .error, "bad-choice", at: source.location(field.value.span),
          "'\(value.quotedInput)' is no id of a member",
          hints: [
            Slug.of(value).map { "write \($0), or organisation or leave-out" }
              ?? "write an id such as m-01, or organisation or leave-out"
          ]))
    }
  }

  private struct Chosen {
    let value: EntryKind?
  }

  private mutating func kind(_ field: FieldMap.Field, _ value: String) -> Chosen? {
    if value == leaveOut { return Chosen(value: nil) }
    if let kind = EntryKind(folder: value) ?? EntryKind(rawValue: value) {
      return Chosen(value: kind)
    }
    let kinds = EntryKind.allCases.map(\.folder) + [leaveOut]
    let near = NearMiss.nearest(to: value, among: kinds).map { "did you mean '\($0)'?" }
    diagnostics.append(
      Diagnostic(
        .error, "bad-choice", at: source.location(field.value.span),
        "there is no kind '\(value.quotedInput)'",
        hints: [near ?? "write \(kinds.joined(separator: ", "))"]))
    return nil
  }

  private func pairs(_ field: FieldMap.Field) -> [(FieldMap.Field, String)] {
    guard case .map(let map) = field.value.content else { return [] }
    return map.fields.compactMap { inner in inner.value.text.map { (inner, $0) } }
  }
}

extension String {
  /// A page's path without `.md`.
  var withoutMarkdownEnding: String {
    for ending in [".md", ".markdown"] where hasSuffix(ending) {
      return String(dropLast(ending.count))
    }
    return self
  }

  /// Without slashes at either end.
  var trimmedSlashes: String {
    String(self.drop { $0 == "/" }.reversed().drop { $0 == "/" }.reversed())
  }
}

extension SourceText {
  func location(_ span: SourceSpan) -> SourceLocation { SourceLocation(path: path, span: span) }
}
