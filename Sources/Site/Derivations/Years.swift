import Community
import Dates
import Markup

/// What happened in one year of the community.
struct YearRecord: Sendable {
  let year: CommunityYear
  /// `2025-26`.
  let name: String
  let days: ClosedRange<CalendarDate>
  /// The page whose words introduce the report.
  fileprivate(set) var introduction: PublishedEntry?
  /// The entries of each kind that happens, the oldest first.
  fileprivate var happened: [EntryKind: [PublishedEntry]] = [:]
  fileprivate(set) var decisions: [PublishedDecision] = []
  fileprivate(set) var actionsDone = 0
  /// Who tried a resource, by what the resources say.
  fileprivate(set) var triers: [Reference] = []
  /// Members who joined in it, by name.
  fileprivate(set) var newcomers: [PublishedEntry] = []
}

extension YearRecord {
  /// The entries of a kind that happened in the year, the oldest first.
  func entries(_ kind: EntryKind) -> [PublishedEntry] { happened[kind] ?? [] }

  var meetings: [PublishedEntry] { entries(.meeting) }
  var posts: [PublishedEntry] { entries(.post) }
  var resources: [PublishedEntry] { entries(.resource) }
  var successes: [PublishedEntry] { entries(.success) }
}

/// The years of the community in which something happened, up to today's.
struct Years: Sendable {
  /// The newest first.
  let records: [YearRecord]
  private let positions: [String: Int]

  init(_ handbook: Handbook, all: (EntryKind) -> [PublishedEntry]) {
    var collector = YearCollector(handbook: handbook)
    for kind in EntryKind.allCases {
      for entry in asTold(all(kind), kind) { collector.add(entry) }
    }
    for decision in handbook.registers.decisions { collector.add(decision) }
    for action in handbook.registers.latestActions { collector.add(action) }
    records = collector.records.values.sorted { $0.year > $1.year }
    positions = Dictionary(
      uniqueKeysWithValues: records.enumerated().map { ($0.element.name, $0.offset) })
  }

  func record(_ name: String) -> YearRecord? { positions[name].map { records[$0] } }

  func record(_ year: CommunityYear) -> YearRecord? { records.first { $0.year == year } }

  /// The year before and the year after, of those that have a report.
  func neighbours(of name: String) -> (previous: YearRecord?, next: YearRecord?) {
    guard let position = positions[name] else { return (nil, nil) }
    return (
      position + 1 < records.count ? records[position + 1] : nil,
      position > 0 ? records[position - 1] : nil
    )
  }
}

/// The entries of a kind in the order in which a year tells of them.
///
/// What happens is told the oldest first. Everything else stays in the order of its index.
private func asTold(_ entries: [PublishedEntry], _ kind: EntryKind) -> [PublishedEntry] {
  let presentation = kind.presentation
  if presentation.year == nil { return entries }
  let sorted = presentation.order == .newestFirst ? entries : entries.sorted(by: isNewer)
  return sorted.reversed()
}

/// Sorts what happened into years.
private struct YearCollector {
  let handbook: Handbook
  var records: [CommunityYear: YearRecord] = [:]

  private var starts: Configuration.DayOfYear { handbook.configuration.yearStarts }

  mutating func add(_ entry: PublishedEntry) {
    switch entry.fields {
    case .meeting(let meeting):
      guard meeting.status(on: entry.date, today: handbook.today) == .held else { return }
      noteHappened(entry)
    case .post, .success: noteHappened(entry)
    case .resource(let resource):
      noteHappened(entry)
      for trial in resource.trials {
        guard let member = trial.member else { continue }
        note(trial.date) { $0.triers.append(member) }
      }
    case .member(let member): note(member.joined) { $0.newcomers.append(entry) }
    case .goal(let goal): add(goal)
    case .page(let page): add(page, entry)
    }
  }

  private mutating func noteHappened(_ entry: PublishedEntry) {
    note(entry.date) { $0.happened[entry.kind, default: []].append(entry) }
  }

  mutating func add(_ decision: PublishedDecision) {
    note(handbook.date(of: decision)) { $0.decisions.append(decision) }
  }

  mutating func add(_ action: PublishedAction) {
    note(handbook.dayDone(action)) { $0.actionsDone += 1 }
  }

  /// Gives a report to each year in which a goal moved.
  private mutating func add(_ goal: Goal) {
    for date in goal.readings.map(\.date) + goal.milestones.compactMap(\.doneOn) {
      note(date) { _ in }
    }
  }

  /// Takes a page as the introduction of its year; the first by title is kept.
  private mutating func add(_ page: Page, _ entry: PublishedEntry) {
    guard let year = page.year?.value, year <= starts.year(of: handbook.today) else { return }
    note(year) { if $0.introduction == nil { $0.introduction = entry } }
  }

  private mutating func note(_ date: CalendarDate?, _ change: (inout YearRecord) -> Void) {
    guard let date, date <= handbook.today else { return }
    note(starts.year(of: date), change)
  }

  private mutating func note(_ year: CommunityYear, _ change: (inout YearRecord) -> Void) {
    let empty = YearRecord(year: year, name: starts.name(of: year), days: starts.days(of: year))
    change(&records[year, default: empty])
  }
}
