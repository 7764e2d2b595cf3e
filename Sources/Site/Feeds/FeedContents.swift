package import Community
import Dates
import Markup

/// What a feed is of.
package enum FeedScope: Hashable, Sendable {
  case everything
  case tag(String)
  case goal(EntryIndex)
}

/// The newest entries of each feed, found once.
///
/// The addresses of a feed are whole, so a site without a `base_url` has no feeds.
struct FeedContents: Sendable {
  private var newest: [FeedScope: [PublishedEntry]] = [:]

  /// How many entries a feed holds.
  static let length = 20

  init(_ handbook: Handbook, _ overview: Overview) {
    guard handbook.configuration.baseURL != nil else { return }
    let told = handbook.entries.filter { $0.isTold(by: handbook.today) }
    newest[.everything] = FeedContents.newest(told)
    for tag in overview.tags {
      let told = tag.entries.lazy.filter { $0.isTold(by: handbook.today) }
      add(Array(told.prefix(FeedContents.length)), to: .tag(tag.tag.id))
    }
    for goal in overview.all(.goal) {
      let serving = handbook.connections(to: goal.index).lazy
        .filter { $0.relation == .goal || $0.relation == .evidence }
        .compactMap { handbook.entry($0.from) }
      let told = Set(serving.map(\.index)).compactMap(handbook.entry)
        .filter { $0.isTold(by: handbook.today) }
      add(FeedContents.newest(told), to: .goal(goal.index))
    }
  }

  private mutating func add(_ entries: [PublishedEntry], to scope: FeedScope) {
    if !entries.isEmpty { newest[scope] = entries }
  }

  /// Newest first; `nil` where there is no such feed.
  subscript(scope: FeedScope) -> [PublishedEntry]? { newest[scope] }

  /// The newest entries in order; only those that may be among them are sorted.
  private static func newest(_ entries: [PublishedEntry]) -> [PublishedEntry] {
    let days = entries.compactMap(\.date).sorted(by: >)
    guard let last = days.prefix(length).last else { return [] }
    let candidates = entries.filter { $0.date.map { $0 >= last } ?? false }
    return Array(candidates.sorted(by: isNewer).prefix(length))
  }
}

extension PublishedEntry {
  /// Whether a subscriber would want to be told of it: its day has come, and its kind is news.
  fileprivate func isTold(by today: CalendarDate) -> Bool {
    guard let date, date <= today else { return false }
    switch kind.presentation.news {
    case .always: return true
    case .never: return false
    case .onceHeld: return meeting?.status(on: date, today: today) == .held
    case .unlessWithdrawn: return resource?.status != .withdrawn
    }
  }
}
