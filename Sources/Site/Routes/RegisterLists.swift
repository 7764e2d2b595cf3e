import Community
import Diagnostics
import Markup

/// The registers in the orders in which pages list them, made once.
struct RegisterLists: Sendable {
  /// Whom an open action waits for.
  enum Owner: Hashable, Sendable {
    case member(EntryIndex, name: String)
    /// Somebody who is not to be named.
    case unnamed
    case nobody
  }

  /// The latest actions that are open, by due date, those without one last.
  let open: [PublishedAction]
  /// Those that are done or dropped, newest first.
  let closed: [PublishedAction]
  /// Newest first; those of one meeting in their order.
  let decisions: [PublishedDecision]
  /// The open actions of each owner, by name.
  let openByOwner: [(owner: Owner, actions: [PublishedAction])]
  let openByGoal: [(goal: EntryIndex, actions: [PublishedAction])]
  let decisionsByGoal: [(goal: EntryIndex, decisions: [PublishedDecision])]
  let decisionsBySeries: [(series: String, decisions: [PublishedDecision])]
  /// What the next meeting of each series has to look at again.
  let carriedOver: [EntryIndex: [PublishedAction]]

  /// `goals` are in the order of their index; `next` are the next meetings of each series.
  init(
    _ handbook: Handbook, goals: [PublishedEntry], next: [String: PublishedEntry],
    alphabet: Alphabet
  ) {
    let registers = handbook.registers
    let latest = registers.latestActions
    let open = latest.filter { $0.state == .open }.sorted(by: isDueBefore)
    self.open = open
    closed = latest.filter { $0.state != .open }.reversed()
    let decisions = newestFirst(registers.decisions)
    self.decisions = decisions
    openByOwner = grouped(open) { $0.waitingFor(handbook) }
      .sorted { $0.key.rank(alphabet) < $1.key.rank(alphabet) }
      .map { (owner: $0.key, actions: $0.items) }
    let actionsByGoal = dictionary(grouped(open, by: \.goals))
    openByGoal = goals.compactMap { goal in
      actionsByGoal[goal.index].map { (goal: goal.index, actions: $0) }
    }
    let agreedByGoal = dictionary(grouped(decisions, by: \.goals))
    decisionsByGoal = goals.compactMap { goal in
      agreedByGoal[goal.index].map { (goal: goal.index, decisions: $0) }
    }
    let bySeries = dictionary(
      grouped(decisions) { $0.series.map { [$0] } ?? [] })
    decisionsBySeries = handbook.configuration.series.compactMap { series in
      bySeries[series.id].map { (series: series.id, decisions: $0) }
    }
    carriedOver = Dictionary(
      uniqueKeysWithValues: next.map { series, meeting in
        let actions = registers.openActions(ofSeries: series).filter { action in
          handbook.entry(action.meeting).map { isNewer(meeting, $0) } ?? false
        }
        return (meeting.index, actions.sorted(by: isDueBefore))
      })
  }
}

extension RegisterLists {
  var hasActions: Bool { !open.isEmpty || !closed.isEmpty }
}

extension PublishedAction {
  fileprivate func waitingFor(_ handbook: Handbook) -> [RegisterLists.Owner] {
    let named = namedOwners.map { member -> RegisterLists.Owner in
      guard case .named(let name, _) = handbook.person(member) else { return .unnamed }
      return .member(member, name: name)
    }
    if owners.isEmpty { return [.nobody] }
    return named.count < owners.count ? named + [.unnamed] : named
  }
}

extension RegisterLists.Owner {
  /// By name, then those without one.
  fileprivate func rank(_ alphabet: Alphabet) -> (Int, String, Int) {
    switch self {
    case .member(let index, let name): (0, alphabet.key(name), index.position)
    case .unnamed: (1, "", 0)
    case .nobody: (2, "", 0)
    }
  }
}

/// Earlier due dates first, actions without one last, as noted.
private func isDueBefore(_ left: PublishedAction, _ right: PublishedAction) -> Bool {
  switch (left.due, right.due) {
  case (let first?, let second?) where first != second: first < second
  case (.some, nil): true
  case (nil, .some): false
  default: left.position < right.position
  }
}

/// The decisions of the latest meeting first, those of one meeting in their order.
func newestFirst(_ decisions: [PublishedDecision]) -> [PublishedDecision] {
  runs(of: decisions[...], key: \.meeting).reversed().flatMap { $0.1 }
}

/// Items by what they have in common, keys in the order in which they are met.
private func grouped<Item, Key: Hashable>(
  _ items: [Item], by keys: (Item) -> [Key]
) -> [(key: Key, items: [Item])] {
  var places: [Key: Int] = [:]
  var groups: [(key: Key, items: [Item])] = []
  for item in items {
    for key in keys(item) {
      if let place = places[key] {
        groups[place].items.append(item)
      } else {
        places[key] = groups.count
        groups.append((key, [item]))
      }
    }
  }
  return groups
}

private func dictionary<Item, Key: Hashable>(_ groups: [(key: Key, items: [Item])]) -> [Key: [Item]]
{
  Dictionary(uniqueKeysWithValues: groups.map { ($0.key, $0.items) })
}
