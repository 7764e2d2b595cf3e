/// The seven kinds of entry that a community keeps.
///
/// What is true of a kind wherever it is met stands in its `KindDeclaration`. What only the site
/// needs of it stands in `Site/Kinds`. An eighth case is a list of compile errors.
package enum EntryKind: String, Hashable, Sendable, CaseIterable {
  case post, member, meeting, resource, goal, success, page
}

extension EntryKind {
  /// The kind of a folder of `content/`, by the folder's name.
  package init?(folder: some StringProtocol) {
    guard let kind = EntryKind.allCases.first(where: { $0.folder == folder }) else { return nil }
    self = kind
  }

  /// The folder of `content/` and of the site that holds the kind.
  package var folder: String { declaration.folder }

  /// Whether an entry of the kind is a person.
  package var isPerson: Bool { declaration.isPerson }

  /// Whether the text of an entry holds minutes: actions and decisions with numbers.
  package var holdsMinutes: Bool { declaration.holdsMinutes }

  /// The field that says what an entry is called.
  package var titleField: String { declaration.titleField.rawValue }

  /// The kind with its article, for messages: "a meeting".
  package var withArticle: String { "a \(rawValue)" }

  /// The names of all kinds, for messages: `post, member or page`.
  package static var names: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or \(names.last ?? "")"
  }
}

extension EntryKind: Comparable {
  package static func < (left: EntryKind, right: EntryKind) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .post: 0
    case .member: 1
    case .meeting: 2
    case .resource: 3
    case .goal: 4
    case .success: 5
    case .page: 6
    }
  }
}
