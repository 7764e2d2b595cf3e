import Community
import Text

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
  /// `id`, the two halves of a member's name, what was agreed at a meeting, and the text.
  var fields: [String] {
    switch self {
    case .members:
      ["id", "first_name", "last_name"]
        + columns.map(\.name).filter { $0 != "title" } + ["text"]
    case .resources: ["id"] + columns.map(\.name) + ["text"]
    case .meetings: ["id"] + columns.map(\.name) + ["actions", "decisions", "text"]
    }
  }

  /// The fields that may be a column, those of the kind first: their headings have priority.
  var columns: [DeclaredField] { kind.fields.filter { !$0.columns.isEmpty } }

  /// Other headings for them, as `plainHeading` has them.
  var synonyms: [String: String] {
    var synonyms = self == .members ? halvesOfNames : [:]
    for (field, headings) in ownHeadings {
      for heading in headings { synonyms[heading.plainHeading] = field }
    }
    for field in columns {
      for heading in field.headings { synonyms[heading.plainHeading] = field.name }
    }
    for field in columns where fields.contains(field.name) {
      for heading in field.columns {
        synonyms[heading.plainHeading] = synonyms[heading.plainHeading] ?? field.name
      }
    }
    return synonyms
  }

  /// Headings of what is no field of the kind's own, as people keep tables.
  private var ownHeadings: [String: [String]] {
    switch self {
    case .members:
      [
        "text": ["bio", "biography", "about", "about me", "über mich", "à propos", "sobre mí"]
      ]
    case .resources:
      [
        "title": ["name", "resource", "item", "file name"],
        "date": ["date added", "added", "added on", "date shared", "uploaded"],
        "text": ["how to use", "how to use it", "instructions"],
      ]
    case .meetings:
      [
        "title": [
          "topic", "theme", "subject", "event", "focus", "meeting", "session", "name",
          "agenda item", "Thema", "thème", "sujet", "tema", "pwnc", "الموضوع",
        ],
        "date": ["day", "when", "meeting date", "date of meeting"],
        "actions": [
          "actions agreed", "action points", "action items", "next steps", "to do", "todo", "tasks",
          "follow up", "Aufgaben", "Maßnahmen", "tareas", "acciones", "tâches", "camau gweithredu",
          "المهام",
        ],
        "decisions": [
          "decisions made", "agreed", "resolutions", "Beschlüsse", "Entscheidungen", "decisiones",
          "acuerdos", "décisions", "penderfyniadau", "القرارات",
        ],
        "text": [
          "notes", "discussion", "discussed", "what we did", "meeting notes", "Notizen", "notas",
          "nodiadau", "description", "details",
        ],
      ]
    }
  }

  /// The field that a question asks for: of those that people ask for in forms, the only one that it
  /// speaks of.
  func asked(_ text: String) -> String? {
    guard !privateWords.contains(where: { text.contains(" \($0)") }) else { return nil }
    let found = columns.filter { $0.questions.contains { text.contains(" \($0) ") } }
    return found.count == 1 ? found[0].name : nil
  }

  /// Whether a column says when a form was sent in.
  static func isStamp(_ heading: String) -> Bool { stamps.contains(heading.plainHeading) }

  static func isMail(_ heading: String) -> Bool {
    let name = heading.plainHeading
    return mails.contains { name.contains($0) } && !name.contains("may")
      && !name.contains("consent")
  }

  /// Headings of what a handbook does not keep, and why.
  static func refusal(of heading: String) -> String? {
    let name = heading.plainHeading
    if mails.contains(where: { name.contains($0) }) {
      return "a handbook keeps no e-mail addresses"
    }
    if phones.contains(where: { name.contains($0) }) {
      return "a handbook keeps no telephone numbers"
    }
    if absences.contains(where: { name.contains($0) }) {
      return "a handbook keeps no absences, which can reveal health"
    }
    return nil
  }
}

/// Headings of a given name and of a family name, in six languages.
private let halvesOfNames: [String: String] = {
  let given = [
    "forename", "given name", "nombre de pila", "prénom", "Vorname", "enw cyntaf", "الاسم الأول",
    "first names", "given names", "forenames", "your first name",
  ]
  let family = [
    "surname", "family name", "apellido", "apellidos", "nom de famille", "Nachname",
    "Familienname", "cyfenw", "اسم العائلة", "surnames", "your surname", "your last name",
  ]
  let halves =
    given.map { ($0.plainHeading, "first_name") } + family.map { ($0.plainHeading, "last_name") }
  return Dictionary(halves, uniquingKeysWith: { first, _ in first })
}()

private let mails = ["mail", "correo", "courriel", "ebost", "بريد"]
private let phones = [
  "phone", "mobile", "telefon", "telefono", "handynummer", "portable", "movil", "ffon", "whatsapp",
  "هاتف",
]
private let absences = [
  "apolog", "absent", "absence", "entschuldigt", "abwesend", "excus", "ausente", "ymddiheur",
]

private let stamps = Set(
  [
    "timestamp", "time stamp", "submitted", "submitted at", "submitted on", "submission date",
    "date submitted", "completion time", "response date", "Zeitstempel", "horodateur", "horodatage",
    "marca temporal", "marca de tiempo", "stamp amser", "طابع زمني", "Abgeschlossen",
    "Fertigstellungszeit", "heure de fin", "hora de finalización", "date de soumission",
    "consent given", "given", "date of consent", "consent date",
  ].map(\.plainHeading))

/// What speaks of somebody else, or of what no list of members should hold.
private let privateWords = [
  "emergency", "birth", "medical", "health", "allerg", "disab", "bank", "next of kin", "parent",
  "partner", "ethnic", "religio", "salary", "home address", "postcode",
]
