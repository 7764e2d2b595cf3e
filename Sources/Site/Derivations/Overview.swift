import Community
import Dates
import Markup

/// The lists that many pages need, made once.
struct Overview: Sendable {
  /// A tag with its entries, newest first.
  struct TaggedEntries: Sendable {
    let tag: Tag
    let entries: [PublishedEntry]
  }

  /// The order of the site's language.
  let alphabet: Alphabet
  private let today: CalendarDate
  /// The newest day of anything shown that is not in the future.
  private let newestDay: CalendarDate?
  private let byKind: [EntryKind: [PublishedEntry]]
  /// Without those that stand apart, since they are still to come.
  private let listedByKind: [EntryKind: [PublishedEntry]]
  /// By id.
  let tags: [TaggedEntries]
  private let tagPositions: [String: Int]
  /// Everything, by title.
  let titles: [PublishedEntry]
  let exchange: Exchange
  let roles: [RoleHistory]
  let questions: Questions
  let facets: Facets
  let archive: Archive
  let years: Years
  let couldYou: CouldYou
  let missed: Missed
  /// Meetings that are still to come, the next first.
  let upcoming: [PublishedEntry]
  /// The page where newcomers start: the first of the navigation, else the one called `start`.
  let start: PublishedEntry?
  /// The page on privacy, which every page leads to.
  let privacy: PublishedEntry?
  /// The page that explains the community's words.
  let glossary: PublishedEntry?
  /// Meetings of each series, oldest first.
  let meetingsOfSeries: [String: [PublishedEntry]]
  /// When a series that has no meeting yet will first meet, by its rhythm.
  let firstMeetings: [String: CalendarDate]
  /// Actions and decisions in the orders of their pages.
  let registers: RegisterLists
  /// The position of each entry in the sequence that it has neighbours in.
  private let neighbours: [EntryIndex: Neighbours]

  /// The entries before and after one.
  struct Neighbours: Sendable {
    /// The series, where the sequence is one.
    let series: String?
    let previous: EntryIndex?
    let next: EntryIndex?
  }

  init(_ handbook: Handbook) async {
    let alphabet = Alphabet(of: handbook.configuration.language)
    self.alphabet = alphabet
    async let sortedTags = Overview.tags(handbook)
    async let sortedTitles = alphabet.sorted(handbook.entries, by: \.title, then: \.id)
    async let dated = Archive(handbook)
    let today = handbook.today
    self.today = today
    newestDay = handbook.entries.lazy.compactMap { $0.lastChange(by: today) }.max()
    var sorted: [EntryKind: [PublishedEntry]] = [:]
    for kind in EntryKind.allCases {
      sorted[kind] = inOrder(handbook.entries(kind), kind, alphabet)
    }
    let byKind = sorted
    self.byKind = byKind
    listedByKind = Dictionary(
      uniqueKeysWithValues: byKind.map { kind, entries in
        let isWhole = !kind.presentation.isComingApart
        return (kind, isWhole ? entries : entries.filter { !$0.isUpcoming(on: today) })
      })
    let all: @Sendable (EntryKind) -> [PublishedEntry] = { byKind[$0] ?? [] }
    async let counted = Years(handbook, all: all)
    let tags = await sortedTags
    self.tags = tags
    tagPositions = Dictionary(
      uniqueKeysWithValues: tags.enumerated().map { ($0.element.tag.id, $0.offset) })
    exchange = Exchange(
      all(.member), handbook.vocabulary,
      labels: Dictionary(uniqueKeysWithValues: tags.map { ($0.tag.id, $0.tag.label) }),
      alphabet: alphabet)
    roles = RoleHistory.all(handbook, all(.member))
    questions = Questions(all(.post))
    facets = Facets(handbook.vocabulary, questions, alphabet, all: all)
    upcoming = all(.meeting).reversed().filter { $0.isUpcoming(on: today) }
    couldYou =
      handbook.isClosed
      ? .nothing
      : CouldYou(
        handbook, roles: roles, upcoming: upcoming, questions: questions, exchange: exchange)
    start =
      handbook.entries(handbook.configuration.navigation).first
      ?? byKind[.page]?.first { $0.id.name == "start" }
    privacy = byKind[.page]?.first { $0.id.name == "privacy" }
    glossary = byKind[.page]?.first { $0.id.name == "glossary" }
    meetingsOfSeries = Overview.series(byKind[.meeting] ?? [])
    firstMeetings = handbook.firstMeetings(without: meetingsOfSeries)
    neighbours = Overview.neighbours(byKind, meetingsOfSeries)
    let next = meetingsOfSeries.compactMapValues { meetings in
      meetings.first { $0.isNextMeeting(after: handbook.today) }
    }
    registers = RegisterLists(
      handbook, goals: byKind[.goal] ?? [], next: next, alphabet: alphabet)
    missed = Missed(
      handbook, decisions: registers.decisions, resources: byKind[.resource] ?? [],
      needs: couldYou)
    titles = await sortedTitles
    archive = await dated
    years = await counted
  }

  /// The entries of a kind in the order of its index.
  func all(_ kind: EntryKind) -> [PublishedEntry] { byKind[kind] ?? [] }

  /// The entries that the paged part of a kind's index lists.
  func listed(_ kind: EntryKind) -> [PublishedEntry] { listedByKind[kind] ?? [] }

  /// Whether a meeting is still to come.
  func isUpcoming(_ entry: PublishedEntry) -> Bool { entry.isUpcoming(on: today) }

  /// The past meetings of a series, the latest first.
  func pastMeetings(of series: String) -> [PublishedEntry] {
    (meetingsOfSeries[series] ?? []).reversed().filter { !isUpcoming($0) }
  }

  /// The day of an entry's last change.
  ///
  /// An entry whose days are all to come was changed, at the latest, on the newest day of any entry.
  /// No clock is asked, and programs refuse a change that is dated tomorrow.
  func lastRevision(of entry: PublishedEntry) -> CalendarDate {
    entry.lastChange(by: today) ?? lastRevision
  }

  /// The day of the last change of anything.
  var lastRevision: CalendarDate { newestDay ?? today }

  /// The pages of titles; none where the search page has room for all.
  var titlePages: Range<Int> {
    let length = SitePlan.titlesLength
    return titles.count > length ? 1..<((titles.count + length - 1) / length + 1) : 1..<1
  }

  func tag(_ id: String) -> TaggedEntries? { tagPositions[id].map { tags[$0] } }

  func neighbours(of index: EntryIndex) -> Neighbours? { neighbours[index] }

  private static func tags(_ handbook: Handbook) -> [TaggedEntries] {
    var entries: [String: [PublishedEntry]] = [:]
    var labels: [String: Tag] = [:]
    for entry in handbook.entries {
      for tag in entry.tags {
        entries[tag.id, default: []].append(entry)
        labels[tag.id] = tag
      }
    }
    return labels.values.sorted { $0.id < $1.id }.map { tag in
      TaggedEntries(tag: tag, entries: (entries[tag.id] ?? []).sorted(by: isNewer))
    }
  }

  private static func series(_ meetings: [PublishedEntry]) -> [String: [PublishedEntry]] {
    var series: [String: [PublishedEntry]] = [:]
    for meeting in meetings.reversed() {
      guard let id = meeting.meeting?.series?.value else { continue }
      series[id, default: []].append(meeting)
    }
    return series
  }

  /// Finds the neighbours of each entry whose kind has any.
  private static func neighbours(
    _ byKind: [EntryKind: [PublishedEntry]], _ series: [String: [PublishedEntry]]
  ) -> [EntryIndex: Neighbours] {
    var found: [EntryIndex: Neighbours] = [:]
    func link(_ sequence: [PublishedEntry], series: String?) {
      for (position, entry) in sequence.enumerated() {
        found[entry.index] = Neighbours(
          series: series, previous: position > 0 ? sequence[position - 1].index : nil,
          next: position + 1 < sequence.count ? sequence[position + 1].index : nil)
      }
    }
    for kind in EntryKind.allCases {
      let entries = byKind[kind] ?? []
      switch kind.presentation.neighbours {
      case .none: break
      case .byDate: link(entries.reversed(), series: nil)
      case .inSeries:
        link(entries.filter { $0.meeting?.series == nil }.reversed(), series: nil)
        for (id, meetings) in series { link(meetings, series: id) }
      }
    }
    return found
  }
}

/// Newest first, the undated last by title.
func isNewer(_ left: PublishedEntry, _ right: PublishedEntry) -> Bool {
  switch (left.date, right.date) {
  case (let first?, let second?) where first != second: first > second
  case (.some, nil): true
  case (nil, .some): false
  default: isBefore(left, right)
  }
}

extension Handbook {
  /// The first day, from today, on which each series that has no meeting is to meet.
  fileprivate func firstMeetings(
    without meetings: [String: [PublishedEntry]]
  ) -> [String: CalendarDate] {
    guard standing == nil else { return [:] }
    var days: [String: CalendarDate] = [:]
    for series in configuration.series where meetings[series.id] == nil {
      let day = series.rhythm?.next(onOrAfter: today, skipping: configuration.breaks)
      guard let day, series.ended.map({ day < $0 }) ?? true else { continue }
      days[series.id] = day
    }
    return days
  }
}

/// Entries in the order of their kind's index, group by group.
private func inOrder(
  _ entries: some Sequence<PublishedEntry>, _ kind: EntryKind, _ alphabet: Alphabet
) -> [PublishedEntry] {
  switch kind.presentation.order {
  case .newestFirst: entries.sorted(by: isNewer)
  case .byTitle:
    // Sorting is stable: within a group the titles stay in order.
    alphabet.sorted(entries, by: \.title, then: \.id).sorted { $0.groupRank < $1.groupRank }
  case .byDueDate: entries.sorted(by: isDueBefore)
  }
}

/// Compares goals by group, then by due date.
private func isDueBefore(_ left: PublishedEntry, _ right: PublishedEntry) -> Bool {
  let first = left.goal?.due ?? .distant
  let second = right.goal?.due ?? .distant
  return (left.groupRank, first, left.id) < (right.groupRank, second, right.id)
}

extension PublishedEntry {
  /// Whether it is a meeting that is planned for a day to come.
  fileprivate func isNextMeeting(after today: CalendarDate) -> Bool {
    guard let meeting, let last = meeting.lastDay(from: date), last >= today else { return false }
    return meeting.status(on: date, today: today) == .planned
  }

  /// Whether it is a meeting that is still to come.
  fileprivate func isUpcoming(on today: CalendarDate) -> Bool {
    guard let meeting else { return false }
    let isOver = meeting.lastDay(from: date).map { $0 < today } ?? false
    return !isOver && meeting.status(on: date, today: today) != .held
  }

  /// The place of the entry's group in the index of its kind.
  fileprivate var groupRank: Int {
    switch kind.presentation.grouping {
    case .bySort: resource.flatMap { Resource.Kind.allCases.firstIndex(of: $0.kind) } ?? 0
    case .byStatus: goal.flatMap { Goal.Status.inOrder.firstIndex(of: $0.status) } ?? 0
    case .byPerson: member?.status == .former ? 1 : 0
    case .byYear, .together: 0
    }
  }
}

extension Goal.Status {
  /// The order of an index: what is worked on comes first.
  static let inOrder: [Goal.Status] = [.active, .proposed, .paused, .achieved, .dropped]
}

/// Compares two titles without accents and case; ids decide between equals.
func isBefore(_ left: PublishedEntry, _ right: PublishedEntry) -> Bool {
  (left.titleKey, left.id) < (right.titleKey, right.id)
}

extension CalendarDate {
  /// After every date that anybody plans for.
  fileprivate static let distant = CalendarDate(daysSince1970: .max)
}
