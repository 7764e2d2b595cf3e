/// The seven kinds of entry that a community keeps.
///
/// An enum, so that an eighth is a list of compile errors rather than a silent gap.
package enum EntryKind: String, Hashable, Sendable, CaseIterable {
  case post, member, meeting, resource, goal, success, page

  /// The folder of `content/` and of the site that holds the kind.
  package var folder: String {
    switch self {
    case .post: "posts"
    case .member: "members"
    case .meeting: "meetings"
    case .resource: "resources"
    case .goal: "goals"
    case .success: "successes"
    case .page: "pages"
    }
  }

  package init?(folder: some StringProtocol) {
    guard let kind = EntryKind.allCases.first(where: { $0.folder == folder }) else { return nil }
    self = kind
  }

  /// The kind with its article, for messages: "a meeting".
  package var withArticle: String { "a \(rawValue)" }
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
