import Community
package import Diagnostics
import Markup

extension Mapping {
  /// Reads a mapping file; every problem in it is told.
  package static func read(_ source: SourceText) -> Diagnosed<Mapping?> {
    let read = FieldMap.read(wholeFile: source, roles: .unknown)
    guard let map = read.value else { return Diagnosed(nil, read.diagnostics) }
    var reading = MappingReading(source: source, diagnostics: read.diagnostics)
    for field in map.fields { reading.read(field) }
    let isWrong = reading.diagnostics.contains { $0.severity.isBlocking }
    return Diagnosed(isWrong ? nil : reading.mapping, reading.diagnostics)
  }
}

private struct MappingReading {
  let source: SourceText
  var diagnostics: [Diagnostic]
  var mapping = Mapping()

  mutating func read(_ field: FieldMap.Field) {
    switch field.key {
    case "folders": for (key, value) in pairs(field) { folder(key, value) }
    case "fields":
      for (key, value) in pairs(field) { mapping.fields[key.key] = .some(kept(value)) }
    case "authors": for (key, value) in pairs(field) { mapping.authors[key.key] = value }
    case "tags": for (key, value) in pairs(field) { mapping.tags[key.key] = .some(kept(value)) }
    default:
      let sections = ["folders", "fields", "authors", "tags"]
      let near = NearMiss.nearest(to: field.key, among: sections).map { "did you mean '\($0)'?" }
      diagnostics.append(
        Diagnostic(
          .error, "unknown-field", at: source.location(field.keySpan),
          "a mapping has no field '\(field.key.quotedInput)'",
          hints: [near ?? "it can have folders, fields, authors and tags"]))
    }
  }

  private func kept(_ value: String) -> String? { value == leaveOut ? nil : value }

  private mutating func folder(_ field: FieldMap.Field, _ value: String) {
    let folder = field.key == "." ? "" : field.key.trimmedSlashes
    if value == leaveOut {
      mapping.folders[folder] = .some(nil)
    } else if let kind = EntryKind(folder: value) ?? EntryKind(rawValue: value) {
      mapping.folders[folder] = .some(kind)
    } else {
      let kinds = EntryKind.allCases.map(\.folder) + [leaveOut]
      let near = NearMiss.nearest(to: value, among: kinds).map { "did you mean '\($0)'?" }
      diagnostics.append(
        Diagnostic(
          .error, "bad-choice", at: source.location(field.value.span),
          "there is no kind '\(value.quotedInput)'",
          hints: [near ?? "write \(kinds.joined(separator: ", "))"]))
    }
  }

  private func pairs(_ field: FieldMap.Field) -> [(FieldMap.Field, String)] {
    guard case .map(let map) = field.value.content else { return [] }
    return map.fields.compactMap { inner in inner.value.text.map { (inner, $0) } }
  }
}

extension String {
  /// Without slashes at either end.
  var trimmedSlashes: String {
    String(self.drop { $0 == "/" }.reversed().drop { $0 == "/" }.reversed())
  }
}

extension SourceText {
  func location(_ span: SourceSpan) -> SourceLocation { SourceLocation(path: path, span: span) }
}
