/// What is true of a kind of entry wherever it is met.
///
/// Every kind has one below. A property without a default is asked of an eighth kind by the
/// compiler.
package struct KindDeclaration: Sendable {
  /// The folder of `content/` and of the site that holds the kind.
  package let folder: String
  /// The field that says what an entry is called.
  package let titleField: TitleField
  /// Whether an entry is a person.
  ///
  /// A person's old addresses are not kept, their page is no event, and what is said of them as
  /// data needs the community's consent.
  package let isPerson: Bool
  /// Whether the text of an entry holds minutes: actions and decisions with numbers.
  package let holdsMinutes: Bool
  /// Whether the page of an entry stands at the top of the site and not in the kind's folder.
  package let standsAtTop: Bool
  /// The fields that a new file offers, in the order in which they stand in it.
  package let usualFields: [String]
  /// The fields that a new file needs to be valid, with what they begin with.
  package let neededFields: [NeededField]
  /// The field that names who wrote a text, where the kind has one.
  package let writersField: WritersField?
  /// What communities call the folder of the kind in other tools, in lower case and without signs.
  package let foldersElsewhere: [String]

  package struct NeededField: Sendable {
    package let name: String
    package let value: Value

    package enum Value: Sendable {
      /// The day on which the file is made, or the one that is asked for.
      case day
      case words(String)
      /// Words that say what to write there, which are no value that may stay.
      case prompt
    }
  }

  /// Whether an entry has no place in the site without its day, which the name of its file can give.
  package var needsDate: Bool {
    neededFields.contains { if case .day = $0.value { true } else { false } }
  }

  package enum WritersField: Sendable {
    case list(String)
    case one(String)
  }

  /// A field that says what an entry is called.
  package enum TitleField: String, Sendable {
    case title, name
  }
}

extension EntryKind {
  /// What is true of the kind wherever it is met.
  package var declaration: KindDeclaration {
    switch self {
    case .post: .post
    case .member: .member
    case .meeting: .meeting
    case .resource: .resource
    case .goal: .goal
    case .success: .success
    case .page: .page
    }
  }
}

extension KindDeclaration {
  fileprivate static let post = KindDeclaration(
    folder: "posts", titleField: .title, isPerson: false, holdsMinutes: false, standsAtTop: false,
    usualFields: ["title", "date", "authors", "tags", "summary"],
    neededFields: [NeededField(name: "date", value: .day)],
    writersField: .list("authors"),
    foldersElsewhere: ["post", "blog", "news", "articles", "stories", "journal", "drafts"])

  fileprivate static let member = KindDeclaration(
    folder: "members", titleField: .name, isPerson: true, holdsMinutes: false, standsAtTop: false,
    usualFields: ["name", "consent", "status", "subjects", "offers"],
    neededFields: [],
    writersField: nil,
    foldersElsewhere: ["people", "team", "authors", "profiles", "staff", "contributors"])

  fileprivate static let meeting = KindDeclaration(
    folder: "meetings", titleField: .title, isPerson: false, holdsMinutes: true,
    standsAtTop: false,
    usualFields: ["title", "date", "series", "chair", "attendees"],
    neededFields: [NeededField(name: "date", value: .day)],
    writersField: .one("note_taker"),
    foldersElsewhere: [
      "minutes", "events", "event", "sessions", "agendas", "meetingnotes", "workshops",
    ])

  fileprivate static let resource = KindDeclaration(
    folder: "resources", titleField: .title, isPerson: false, holdsMinutes: false,
    standsAtTop: false,
    usualFields: ["title", "kind", "licence", "files", "shared_by"],
    neededFields: [
      NeededField(name: "kind", value: .words("other")),
      NeededField(name: "licence", value: .words("unknown")),
    ],
    writersField: .list("creators"),
    foldersElsewhere: ["materials", "library", "lessons", "activities", "worksheets"])

  fileprivate static let goal = KindDeclaration(
    folder: "goals", titleField: .title, isPerson: false, holdsMinutes: false, standsAtTop: false,
    usualFields: ["title", "status", "measure", "owners", "due"],
    neededFields: [
      NeededField(name: "status", value: .words("proposed")),
      NeededField(name: "measure", value: .prompt),
    ],
    writersField: nil,
    foldersElsewhere: ["objectives", "aims", "targets"])

  fileprivate static let success = KindDeclaration(
    folder: "successes", titleField: .title, isPerson: false, holdsMinutes: false,
    standsAtTop: false,
    usualFields: ["title", "date", "people", "goals", "evidence"],
    neededFields: [NeededField(name: "date", value: .day)],
    writersField: nil,
    foldersElsewhere: ["celebrations", "wins", "achievements"])

  fileprivate static let page = KindDeclaration(
    folder: "pages", titleField: .title, isPerson: false, holdsMinutes: false, standsAtTop: true,
    usualFields: ["title", "summary", "tags", "image", "image_alt"],
    neededFields: [],
    writersField: nil,
    foldersElsewhere: [])
}
