import Community
import Dates
import Markup
import Templates

// MARK: - The register and the log

extension PageContext {
  /// What is to be done, by due date; on the first page also by member and by goal.
  func actionsPage(page number: Int) -> ActionsView {
    let lists = plan.overview.registers
    var view = ActionsView(
      site: site(), page: registerPage(.actionsTitle, hidesMembers: true),
      listing: registerListing(number, lists.open.count, Addresses.actions),
      summary: summaryOfActions(lists.open))
    view.actions = page(number, of: lists.open).compactMap { action($0) }
    if !lists.closed.isEmpty {
      view.others = LinkView(
        title: words.count(.actionsClosed, lists.closed.count),
        address: address(Addresses.closedActions()))
    }
    guard number == 1 else { return view }
    view.byMember = lists.openByOwner.map { group(for: $0.owner, $0.actions) }
    view.byGoal = lists.openByGoal.compactMap { group(ofGoal: $0.goal, lines($0.actions)) }
    return view
  }

  /// What is done or dropped, newest first.
  func closedActionsPage(page number: Int) -> ActionsView {
    let closed = plan.overview.registers.closed
    var view = ActionsView(
      site: site(), page: registerPage(.actionsClosedTitle, hidesMembers: true),
      listing: registerListing(number, closed.count, Addresses.closedActions),
      summary: words.count(.actionsClosed, closed.count))
    view.actions = page(number, of: closed).compactMap { action($0) }
    view.others = LinkView(title: words(.actionsTitle), address: address(Addresses.actions()))
    return view
  }

  /// What the community agreed, newest first; on the first page also by goal and by series.
  func decisionsPage(page number: Int) -> DecisionsView {
    let lists = plan.overview.registers
    let inForce = lists.decisions.count(where: \.isInForce)
    var view = DecisionsView(
      site: site(), page: registerPage(.decisionsTitle),
      listing: registerListing(number, lists.decisions.count, Addresses.decisions),
      summary: words.decisionsCount(lists.decisions.count, inForce: "\(inForce)"))
    view.years = decisionsByYear(page(number, of: lists.decisions))
    guard number == 1 else { return view }
    view.byGoal = lists.decisionsByGoal.compactMap { group(ofGoal: $0.goal, lines($0.decisions)) }
    view.bySeries = lists.decisionsBySeries.compactMap { series, decisions in
      handbook.configuration.series(series).map { series in
        RegisterGroupView(
          title: series.title, address: address(ofSeries: series),
          count: "\(decisions.count)", lines: lines(decisions))
      }
    }
    return view
  }

  /// Decisions under the years of their meetings, newest first.
  private func decisionsByYear(_ decisions: ArraySlice<PublishedDecision>) -> [DecisionYearView] {
    runs(of: decisions) { handbook.date(of: $0)?.year }.map { year, decisions in
      let name = year.map { "\($0)" } ?? words(.undated)
      return DecisionYearView(
        title: name, anchor: "year-\(year.map { "\($0)" } ?? "undated")",
        decisions: decisions.compactMap { decision($0) })
    }
  }

  private func registerPage(_ title: Word, hidesMembers: Bool = false) -> PageView {
    page(
      words(title), below: [index(.meeting)],
      isHidden: hidesMembers && handbook.configuration.indexing != .all)
  }

  private func registerListing(
    _ number: Int, _ count: Int, _ path: (Int) -> String
  ) -> ListingView {
    ListingView(pagination: pagination(number, of: count, path: path))
  }

  private func summaryOfActions(_ open: [PublishedAction]) -> String {
    guard !open.isEmpty else { return words(.actionsNoneOpen) }
    let overdue = tellsLateness ? open.count { $0.isOverdue(on: handbook.today) } : 0
    let all = words.count(.actionsOpen, open.count)
    return overdue == 0
      ? all
      : words.actionsSummary(open: all, overdue: words.count(.actionsOverdue, overdue))
  }
}

// MARK: - Groups of short lines

extension PageContext {
  private func group(
    for owner: RegisterLists.Owner, _ actions: [PublishedAction]
  ) -> RegisterGroupView {
    let lines = lines(actions)
    func group(_ title: String, _ address: String? = nil) -> RegisterGroupView {
      RegisterGroupView(title: title, address: address, count: "\(lines.count)", lines: lines)
    }
    switch owner {
    case .member(let member, let name): return group(name, address(of: member))
    case .unnamed: return group(words(.actionsOfUnnamed))
    case .nobody: return group(words(.actionsOfNobody))
    }
  }

  private func group(ofGoal goal: EntryIndex, _ lines: [RegisterLineView]) -> RegisterGroupView? {
    handbook.entry(goal).map { goal in
      RegisterGroupView(
        title: goal.title, address: address(of: goal.index), count: "\(lines.count)", lines: lines)
    }
  }

  private func lines(_ actions: [PublishedAction]) -> [RegisterLineView] {
    actions.compactMap { action in
      handbook.entry(action.meeting).flatMap { notes in
        line(
          text(action.text, of: notes), of: notes, at: .action(action.number),
          state: state(of: action))
      }
    }
  }

  func lines(_ decisions: [PublishedDecision]) -> [RegisterLineView] {
    decisions.compactMap { decision in
      handbook.entry(decision.meeting).flatMap { notes in
        line(
          text(of: decision, in: notes), of: notes, at: .decision(decision.number),
          state: status(of: decision), date: notes.date)
      }
    }
  }

  private func line(
    _ text: String, of notes: PublishedEntry, at place: PlaceInEntry, state: LabelView?,
    date: CalendarDate? = nil
  ) -> RegisterLineView? {
    address(ofNotes: notes, at: place).map { address in
      RegisterLineView(
        title: shortened(text), address: address,
        language: language(notes.language), state: state, date: date.map(words.shortDate))
    }
  }
}

// MARK: - Parts of other pages

extension PageContext {
  /// What is left over from earlier meetings of the series, in the next one of it.
  ///
  /// What a meeting's own notes hold is told there, and not again.
  func registerOfMeeting(_ entry: PublishedEntry) -> RegisterView? {
    guard let carried = plan.overview.registers.carriedOver[entry.index], !carried.isEmpty else {
      return nil
    }
    return RegisterView(carried: carried.compactMap { action($0, isCarried: true) })
  }

  /// What is open first, the rest apart.
  func register(
    _ actions: [PublishedAction], _ decisions: [PublishedDecision]
  ) -> RegisterView? {
    guard !actions.isEmpty || !decisions.isEmpty else { return nil }
    let closed = actions.filter { $0.state != .open }
    return RegisterView(
      title: words(.registerTitle),
      decisions: newestFirst(decisions).compactMap { decision($0) },
      actions: actions.filter { $0.state == .open }.compactMap { action($0) },
      closed: closed.reversed().compactMap { action($0) },
      closedTitle: closed.isEmpty ? nil : words.count(.actionsClosed, closed.count))
  }
}

// MARK: - Items

extension PageContext {
  private func action(_ action: PublishedAction, isCarried: Bool = false) -> ActionView? {
    guard let notes = handbook.entry(action.meeting),
      let address = address(ofNotes: notes, at: .action(action.number))
    else { return nil }
    let day = notes.date.map(words.longDate)
    let carried = day.map { words.actionCarried(date: $0.text) }
    return ActionView(
      text: html(action.wording, of: notes), language: language(notes.language),
      owners: action.owners.map { person($0) }, state: state(of: action),
      goals: otherGoals(action.goals),
      source: isCarried
        ? LinkView(title: carried ?? notes.title, address: address)
        : source(notes, address, number: words.actionNumber(number: "\(action.number)")),
      date: isCarried || isOn(notes) ? nil : day,
      earlier: action.earlier.flatMap(reference(toAction:)),
      later: action.later.flatMap(reference(toAction:)))
  }

  /// A decision; below its meeting it is called by its number, and the day is told above.
  func decision(
    _ decision: PublishedDecision, isBelowMeeting: Bool = false
  ) -> DecisionView? {
    guard let notes = handbook.entry(decision.meeting),
      let address = address(ofNotes: notes, at: .decision(decision.number))
    else { return nil }
    let number = words.decisionNumber(number: "\(decision.number)")
    let isBelowMeeting = isBelowMeeting || isOn(notes)
    return DecisionView(
      text: html(decision.wording, of: notes), details: html(decision.details, of: notes),
      language: language(notes.language), status: status(of: decision),
      source: LinkView(title: isBelowMeeting ? number : notes.title, address: address),
      number: number, date: isBelowMeeting ? nil : notes.date.map(words.longDate),
      goals: isOn(notes) ? [] : otherGoals(decision.goals),
      supersedes: decision.supersedes.compactMap(reference(toDecision:)),
      reverses: decision.reverses.compactMap(reference(toDecision:)),
      supersededBy: decision.supersededBy.compactMap(reference(toDecision:)),
      reversedBy: decision.reversedBy.compactMap(reference(toDecision:)))
  }

  /// The goals that something serves, without the one that the page is about.
  private func otherGoals(_ goals: [EntryIndex]) -> [LinkView] {
    goals.compactMap { handbook.entry($0) }.filter { !isOn($0) }.map { link($0) }
  }

  /// Whether the page is that of an entry.
  private func isOn(_ entry: PublishedEntry) -> Bool {
    plan.addresses.entry(entry.index) == path
  }

  /// The meeting, or on its own page the number.
  private func source(_ notes: PublishedEntry, _ address: String, number: String) -> LinkView {
    LinkView(title: isOn(notes) ? number : notes.title, address: address)
  }

  /// `action 2 of 5 March 2026`.
  func reference(toAction position: Int) -> LinkView? {
    let action = handbook.registers.actions[position]
    return reference(to: .action(action.number), in: action.meeting) {
      words.actionReference(number: "\(action.number)", date: $0)
    }
  }

  func reference(toDecision position: Int) -> LinkView? {
    let decision = handbook.registers.decisions[position]
    return reference(to: .decision(decision.number), in: decision.meeting) {
      words.decisionReference(number: "\(decision.number)", date: $0)
    }
  }

  private func reference(
    to place: PlaceInEntry, in meeting: EntryIndex, _ title: (_ day: String) -> String
  ) -> LinkView? {
    handbook.entry(meeting).map { notes in
      let day = notes.date.map { words.longDate($0).text } ?? notes.title
      return LinkView(title: title(day), address: address(ofNotes: notes, at: place))
    }
  }

  /// How an action stands, in words: nobody has to see a colour.
  ///
  /// One that is continued stands as the last of its chain.
  func state(of action: PublishedAction) -> LabelView {
    let action = handbook.registers.actions[action.last]
    switch action.state {
    case .open:
      guard let due = action.due else {
        return LabelView(id: "open", title: words(.actionUndated))
      }
      let day = words.shortDate(due).text
      return tellsLateness && action.isOverdue(on: handbook.today)
        ? LabelView(id: "overdue", title: words.actionOverdue(date: day))
        : LabelView(id: "open", title: words.dueOn(date: day))
    case .done:
      let day = action.doneOn.map { words.shortDate($0).text }
      return LabelView(
        id: "done",
        title: day.map { words.actionDoneOn(date: $0) } ?? words(.actionDone))
    case .dropped: return LabelView(id: "dropped", title: words(.actionDropped))
    }
  }

  func status(of decision: PublishedDecision) -> LabelView? {
    if !decision.reversedBy.isEmpty {
      return LabelView(id: "reversed", title: words(.decisionReversed))
    }
    if !decision.supersededBy.isEmpty {
      return LabelView(id: "superseded", title: words(.decisionSuperseded))
    }
    return decision.isStruck ? LabelView(id: "struck", title: words(.decisionStruck)) : nil
  }
}
