package import Community
import Dates
import Markup

/// The entries in the order in which a search counts them: kind by kind, the newest first, so that
/// a kind, and a year of it, is a range of numbers.
package struct SearchedEntries: Sendable {
  let entries: [PublishedEntry]
  /// The entries of one kind and year, which follow each other.
  let groups: [Group]

  struct Group: Hashable, Sendable {
    let kind: EntryKind
    /// `nil` for those without a date.
    let year: Int?
    let range: Range<Int>
  }

  init(_ overview: Overview) {
    let entries = EntryKind.allCases.flatMap { newestFirst(overview.all($0)) }
    var groups: [Group] = []
    var start = 0
    let keys = entries.map { KindAndYear(kind: $0.kind, year: $0.date?.year) }
    for (key, run) in Site.runs(of: keys[...], key: \.self) {
      groups.append(Group(kind: key.kind, year: key.year, range: start..<(start + run.count)))
      start += run.count
    }
    self.entries = entries
    self.groups = groups
  }

  package init(_ plan: SitePlan) { self.init(plan.overview) }

  /// The numbers of all entries, in runs that are counted alone.
  package var runs: [Range<Int>] {
    stride(from: 0, to: entries.count, by: 256).map { $0..<min($0 + 256, entries.count) }
  }

  /// Which entries a run is of.
  package func indices(of run: Range<Int>) -> [EntryIndex] { entries[run].map(\.index) }

  private struct KindAndYear: Equatable {
    let kind: EntryKind
    let year: Int?
  }
}

/// By date, the undated last; those of a day stay in the order of their index.
private func newestFirst(_ entries: [PublishedEntry]) -> [PublishedEntry] {
  let days = entries.map { $0.date?.daysSince1970 ?? Int.min }
  return entries.indices.sorted { days[$0] != days[$1] ? days[$0] > days[$1] : $0 < $1 }
    .map { entries[$0] }
}
