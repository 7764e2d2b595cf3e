import Community
import Dates
import Markup
import Templates

extension PageContext {
  /// The reports of all years, the newest first.
  func yearsPage() -> YearsView {
    let rows = plan.overview.years.records.map { record in
      YearRowView(link: link(record), period: period(record), facts: facts(record))
    }
    return YearsView(site: site(), page: page(words(.yearsTitle)), years: rows)
  }

  /// The report of one year.
  func yearPage(_ record: YearRecord) -> YearView {
    let introduction = record.introduction
    return YearView(
      site: site(),
      page: page(
        title(record), description: introduction?.summary,
        below: [LinkView(title: words(.yearsTitle), address: address(Addresses.years))]),
      period: period(record), isGoingOn: record.days.contains(handbook.today),
      introduction: introduction.flatMap { html(body(of: $0), of: $0) },
      introductionLanguage: introduction.flatMap { language($0.language) },
      introductionOutline: introduction.map(outline) ?? [], facts: facts(record),
      counts: counts(record).map { words.count(apart: $0.0, $0.1) }, charts: charts(record),
      goals: plan.overview.all(.goal).compactMap { goal($0, in: record) }, groups: groups(record),
      decisions: record.decisions.compactMap { decision in
        handbook.date(of: decision).map { view(decision, on: $0) }
      },
      newcomers: record.newcomers.map(person), thanks: thanks(record),
      neighbours: neighbours(of: record))
  }

  func link(_ record: YearRecord) -> LinkView {
    LinkView(title: title(record), address: address(Addresses.year(record.name)))
  }

  private func title(_ record: YearRecord) -> String {
    words.yearTitle(year: record.name)
  }

  private func period(_ record: YearRecord) -> String {
    words.period(
      from: words.longDate(record.days.lowerBound).text,
      to: words.longDate(record.days.upperBound).text)
  }

  private func groups(_ record: YearRecord) -> [GroupView] {
    EntryKind.inReportOfYear.compactMap { kind in
      kind.presentation.year.flatMap { inYear in
        group(kind.folder, words(inYear.title), record.entries(kind))
      }
    }
  }

  private func neighbours(of record: YearRecord) -> NeighboursView? {
    let (previous, next) = plan.overview.years.neighbours(of: record.name)
    guard previous != nil || next != nil else { return nil }
    return NeighboursView(
      label: words(.yearsTitle), previous: previous.map(link), next: next.map(link))
  }
}

// MARK: - Numbers

extension PageContext {
  /// What can be counted of a year, without what there was none of.
  private func facts(_ record: YearRecord) -> [String] {
    counts(record).map { words.count($0.0, $0.1) }
  }

  private func counts(_ record: YearRecord) -> [(CountedWord, Int)] {
    let attendance = record.meetings.reduce(0) { $0 + $1.membersPresent }
    let guests = record.meetings.reduce(0) { $0 + ($1.meeting?.guests ?? 0) }
    let counts: [(CountedWord, Int)] = [
      (.yearCountMeetings, record.meetings.count), (.yearCountAttendance, attendance),
      (.yearCountGuests, guests), (.yearCountDecisions, record.decisions.count),
      (.yearCountActions, record.actionsDone), (.countPost, record.posts.count),
      (.yearCountResources, record.resources.count), (.countSuccess, record.successes.count),
      (.yearCountNewcomers, record.newcomers.count),
    ]
    return counts.filter { $0.1 > 0 }
  }
}

extension PublishedEntry {
  /// How many members were at a meeting, those who are not named included.
  var membersPresent: Int { (meeting?.attendees.count ?? 0) + unnamedAttendees }
}

// MARK: - Thanks

extension PageContext {
  /// Who had a role in the year, and who did what: names in the order of the alphabet, no numbers.
  private func thanks(_ record: YearRecord) -> [ThanksView] {
    roleThanks(record) + doingThanks(record)
  }

  private func roleThanks(_ record: YearRecord) -> [ThanksView] {
    plan.overview.roles.compactMap { history in
      let holders = (history.current + history.earlier).filter { holding in
        holding.held.overlaps(record.days, until: holding.member.member?.left)
      }.map(\.member.index)
      return thanks(history.role.title, holders)
    }
  }

  private func doingThanks(_ record: YearRecord) -> [ThanksView] {
    let meetings = record.meetings.compactMap(\.meeting)
    let posts = record.posts.compactMap(\.post)
    let resources = record.resources.compactMap(\.resource)
    let doings: [(Word, [Reference?])] = [
      (.memberChaired, meetings.map(\.chair)), (.memberTookNotes, meetings.map(\.noteTaker)),
      (.memberWrote, posts.flatMap(\.authors)),
      (.memberShared, resources.flatMap { $0.creators.map(\.member) + [$0.sharedBy] }),
      (.memberTried, record.triers + posts.filter { !$0.tried.isEmpty }.flatMap(\.authors)),
      (.thanksSuccesses, record.successes.compactMap(\.success).flatMap(\.people)),
    ]
    return doings.compactMap { thanks(words($0.0), $0.1.compactMap { $0?.target }) }
  }

  /// `nil` where there is nobody to thank.
  ///
  /// The number of unnamed members is not told: it would show that two by-lines without a name are
  /// one person's.
  private func thanks(_ title: String, _ members: [EntryIndex]) -> ThanksView? {
    guard !members.isEmpty else { return nil }
    let everybody = Set(members).map(handbook.person)
    let named = plan.overview.alphabet.sorted(
      everybody.filter(\.isNamed).map(person), by: \.name, then: { $0.address ?? "" })
    return ThanksView(
      title: title, people: named,
      others: named.count < everybody.count
        ? words(named.isEmpty ? .thanksUnnamed : .thanksOthers) : nil)
  }
}

extension Person {
  fileprivate var isNamed: Bool { if case .named = self { true } else { false } }
}

extension Member.RoleHeld {
  fileprivate func overlaps(_ days: ClosedRange<CalendarDate>, until left: CalendarDate?) -> Bool {
    let end = to ?? left
    return (from.map { $0 <= days.upperBound } ?? true)
      && (end.map { $0 >= days.lowerBound } ?? true)
  }
}
