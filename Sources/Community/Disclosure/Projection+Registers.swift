import Dates
import Markup

extension Projection {
  /// The registers without what stands in notes that are not shown, and without the names of those
  /// who do not agree to be named.
  func registers(_ book: MinuteBook) -> Registers {
    Registers(actions: publishedActions(book), decisions: publishedDecisions(book))
  }

  private func publishedActions(_ book: MinuteBook) -> [PublishedAction] {
    let shown = book.actions.indices.filter { isShown[book.actions[$0].meeting.position] }
    var places: [Int: Int] = [:]
    for (place, position) in shown.enumerated() { places[position] = place }
    let actions = shown.map { book.actions[$0] }
    var published: [PublishedAction?] = Array(repeating: nil, count: shown.count)
    for last in book.actions.indices where book.actions[last].later == nil {
      // What stands in hidden notes is left out of the chain, and says nothing.
      let chain = book.chain(endingAt: last).compactMap { places[$0] }
      publish(chain, actions, into: &published)
    }
    return published.compactMap(\.self)
  }

  /// Publishes a chain of actions, oldest first: what a later one leaves out the earlier one says.
  private func publish(
    _ chain: [Int], _ actions: [MinuteBook.Action], into published: inout [PublishedAction?]
  ) {
    guard let first = chain.first, let last = chain.last else { return }
    let state = actions[last].item.state
    var told = ChainState()
    for (step, place) in chain.enumerated() {
      let action = actions[place]
      told.add(action, goals: goals(action.item.goals, action.item.text, of: action.meeting))
      published[place] = PublishedAction(
        position: place, meeting: action.meeting, series: series(of: action.meeting),
        number: action.item.number, wording: action.item.text,
        owners: people(told.owners), namedOwners: told.owners.compactMap { namedMember($0) },
        due: told.due, doneOn: actions[last].item.doneOn, state: state,
        stateInNotes: action.item.state, goals: told.goals,
        earlier: step > 0 ? chain[step - 1] : nil,
        later: step + 1 < chain.count ? chain[step + 1] : nil, first: first, last: last)
    }
  }

  private func publishedDecisions(_ book: MinuteBook) -> [PublishedDecision] {
    let shown = book.decisions.indices.filter { isShown[book.decisions[$0].meeting.position] }
    var places: [Int: Int] = [:]
    for (place, position) in shown.enumerated() { places[position] = place }
    let supersedes = shown.map { book.decisions[$0].supersedes.compactMap { places[$0] } }
    let reverses = shown.map { book.decisions[$0].reverses.compactMap { places[$0] } }
    let (supersededBy, reversedBy) = (reversed(supersedes), reversed(reverses))
    return shown.enumerated().map { place, position in
      let decision = book.decisions[position]
      let own = goals(decision.item.goals, decision.item.text, of: decision.meeting)
      return PublishedDecision(
        position: place, meeting: decision.meeting, series: series(of: decision.meeting),
        number: decision.item.number, wording: decision.item.text,
        details: decision.item.details, isStruck: decision.item.isStruck,
        goals: own.isEmpty ? onlyGoal(of: decision.meeting) : own,
        supersedes: supersedes[place], reverses: reverses[place],
        supersededBy: supersededBy[place], reversedBy: reversedBy[place])
    }
  }

  /// The goals that an item names after `goal:`, and those that its words link to.
  private func goals(
    _ written: [Reference], _ text: NoteText, of meeting: EntryIndex
  ) -> [EntryIndex] {
    var goals = shownGoals(written)
    for link in text.links {
      guard case .entry(let index, _) = graph.bodies[meeting.position].targets[link.position],
        library[index].id.kind == .goal, isShown[index.position], !goals.contains(index)
      else { continue }
      goals.append(index)
    }
    return goals
  }

  /// The goal of a meeting that has one: what it decides is for that.
  private func onlyGoal(of meeting: EntryIndex) -> [EntryIndex] {
    let goals = library[meeting].common.goals
    return goals.count == 1 ? shownGoals(goals) : []
  }

  private func shownGoals(_ goals: [Reference]) -> [EntryIndex] {
    kept(goals).compactMap(\.target)
  }

  private func series(of meeting: EntryIndex) -> String? {
    guard case .meeting(let meeting) = library[meeting].fields else { return nil }
    return meeting.series?.value
  }

  private func namedMember(_ member: EntryIndex?) -> EntryIndex? {
    guard let member, case .named = people[member] else { return nil }
    return member
  }
}

/// What a chain of actions says so far.
private struct ChainState {
  var owners: [EntryIndex?] = []
  var due: CalendarDate?
  var goals: [EntryIndex] = []

  mutating func add(_ action: MinuteBook.Action, goals: [EntryIndex]) {
    if !action.owners.isEmpty { owners = action.owners }
    due = action.item.due ?? due
    if !goals.isEmpty { self.goals = goals }
  }
}

extension MinuteBook {
  /// The positions of a chain, the oldest first.
  fileprivate func chain(endingAt last: Int) -> [Int] {
    var chain = [last]
    while let position = chain.last, let earlier = actions[position].earlier {
      chain.append(earlier)
    }
    return chain.reversed()
  }
}

/// For each position, those that lead to it.
private func reversed(_ targets: [[Int]]) -> [[Int]] {
  var sources: [[Int]] = Array(repeating: [], count: targets.count)
  for (position, targets) in targets.enumerated() {
    for target in targets { sources[target].append(position) }
  }
  return sources
}
