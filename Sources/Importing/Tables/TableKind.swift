import Community

/// What the rows of a table are, and the headings by which its columns are known.
package enum TableKind: String, Sendable, CaseIterable {
  case members, resources, meetings
}

extension TableKind {
  var kind: EntryKind {
    switch self {
    case .members: .member
    case .resources: .resource
    case .meetings: .meeting
    }
  }

  /// What columns may mean: the fields of the kind that say by which headings they are known, an
  /// `id`, and the two halves of a member's name.
  var fields: [String] {
    switch self {
    case .members:
      ["id", "first_name", "last_name"]
        + columns.map(\.name).filter { $0 != "title" }
    case .resources, .meetings: ["id"] + columns.map(\.name)
    }
  }

  /// The fields that may be a column, those of the kind first: their headings have priority.
  var columns: [DeclaredField] { kind.fields.filter { !$0.columns.isEmpty } }

  /// Other headings for them, as `foldedName` has them.
  var synonyms: [String: String] {
    var synonyms = self == .members ? halvesOfNames : [:]
    for field in columns where fields.contains(field.name) {
      for heading in field.columns {
        synonyms[heading.foldedName] = synonyms[heading.foldedName] ?? field.name
      }
    }
    return synonyms
  }

  /// Headings of what a handbook does not keep, and why.
  static func refusal(of heading: String) -> String? {
    let name = heading.foldedName
    if name.contains("mail") { return "a handbook keeps no e-mail addresses" }
    if name.contains("phone") || name.contains("mobile") {
      return "a handbook keeps no telephone numbers"
    }
    if name.contains("apolog") || name.contains("absent") {
      return "a handbook keeps no absences, which can reveal health"
    }
    return nil
  }
}

/// The headings of a given name and of a family name, in six languages.
private let halvesOfNames: [String: String] = {
  let given = [
    "forename", "given name", "nombre de pila", "prénom", "Vorname", "enw cyntaf", "الاسم الأول",
  ]
  let family = [
    "surname", "family name", "apellido", "apellidos", "nom de famille", "Nachname",
    "Familienname", "cyfenw", "اسم العائلة",
  ]
  let halves =
    given.map { ($0.foldedName, "first_name") } + family.map { ($0.foldedName, "last_name") }
  return Dictionary(halves, uniquingKeysWith: { first, _ in first })
}()
