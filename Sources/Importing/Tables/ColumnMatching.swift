import Diagnostics

/// What each column of a table means.
struct ColumnMatching {
  /// By column: a field, or `nil`.
  private(set) var fields: [String?] = []
  /// What was made of the columns, for the preview.
  private(set) var notes: [String] = []

  /// Matches headings by name; `own` says what the owner of the table decided, by heading.
  init(_ headings: [String], as kind: TableKind, own: [String: String]) {
    let known = KnownHeadings(kind)
    var taken: Set<String> = []
    for heading in headings {
      let field = own[heading] ?? known.field(of: heading)
      if let field, known.fields.contains(field), taken.insert(field).inserted {
        fields.append(field)
      } else {
        fields.append(nil)
        notes.append(known.note(heading, field))
      }
    }
  }
}

/// The headings by which the fields of a kind are known.
private struct KnownHeadings {
  let kind: TableKind
  let fields: [String]
  let synonyms: [String: String]

  init(_ kind: TableKind) {
    self.kind = kind
    fields = kind.fields
    synonyms = kind.synonyms
  }

  func field(of heading: String) -> String? {
    if TableKind.refusal(of: heading) != nil { return nil }
    let name = heading.foldedName
    return fields.first { $0.foldedName == name } ?? synonyms[name]
  }

  /// Why a column is left out.
  func note(_ heading: String, _ field: String?) -> String {
    let lead = "the column '\(heading.quotedInput)' is left out: "
    if heading.isEmpty { return "a column without a heading is left out" }
    if let refusal = TableKind.refusal(of: heading) { return lead + refusal }
    if let field, fields.contains(field) { return lead + "another is '\(field)' already" }
    if let field { return lead + "\(kind.rawValue) have no field '\(field.quotedInput)'" }
    let names = fields + synonyms.keys.sorted()
    guard let near = NearMiss.nearest(to: heading.foldedName, among: names) else {
      return lead + "no field is called so"
    }
    let meant = synonyms[near] ?? near
    return lead + "if it is '\(meant)', add --map '\(heading.quotedInput)=\(meant)'"
  }
}
