import Community
import Dates
import Markup

/// What somebody who joins midway might have missed: what was agreed and what was used most in the
/// twelve months up to today.
struct Missed: Sendable {
  /// A resource that was used, and what says so.
  struct Used: Sendable {
    let resource: PublishedEntry
    /// How many posts, meetings and other entries of what happened name it.
    fileprivate(set) var entries: [EntryKind: Int] = [:]
    /// How many trials its own file tells of.
    fileprivate(set) var trials = 0
    fileprivate(set) var latest: CalendarDate?

    var uses: Int { entries.values.reduce(trials, +) }

    fileprivate mutating func note(_ date: CalendarDate?) {
      latest = [latest, date].compactMap(\.self).max()
    }
  }

  /// Those that hold, the newest first.
  let decisions: [PublishedDecision]
  /// The most used first; of two that were used as often, the one that was used last.
  let resources: [Used]
  /// Whether there is neither of them, and nobody is asked for anything.
  let isEmpty: Bool
}

extension Missed {
  init(
    _ handbook: Handbook, decisions: [PublishedDecision], resources: [PublishedEntry],
    needs: CouldYou
  ) {
    let year = handbook.today.adding(days: -365)..<handbook.today.adding(days: 1)
    self.decisions = decisions.filter { decision in
      decision.isInForce && handbook.date(of: decision).map(year.contains) ?? false
    }
    self.resources = resources.map { handbook.uses(of: $0, in: year) }
      .filter { $0.uses > 0 }.sorted(by: isUsedMore)
    isEmpty = self.decisions.isEmpty && self.resources.isEmpty && needs.isEmpty
  }
}

private func isUsedMore(_ left: Missed.Used, _ right: Missed.Used) -> Bool {
  if left.uses != right.uses { return left.uses > right.uses }
  if let first = left.latest, let second = right.latest, first != second { return first > second }
  return isBefore(left.resource, right.resource)
}

extension Handbook {
  /// What tells in those days that a resource was used; an entry that names it twice counts once.
  fileprivate func uses(
    of resource: PublishedEntry, in days: Range<CalendarDate>
  ) -> Missed.Used {
    var used = Missed.Used(resource: resource)
    guard let fields = resource.resource, fields.status != .withdrawn else { return used }
    for entry in entries(naming: resource) where entry.isHappening(in: days, today: today) {
      used.entries[entry.kind, default: 0] += 1
      used.note(entry.date)
    }
    for trial in fields.trials {
      guard let date = trial.date, days.contains(date) else { continue }
      used.trials += 1
      used.note(date)
    }
    return used
  }

  /// The entries that name one in a field or in their text, each once; a translation does not.
  private func entries(naming entry: PublishedEntry) -> [PublishedEntry] {
    let connected = connections(to: entry.index)
      .filter { $0.relation != .translationOf }.map(\.from)
    let linking = links(to: entry.index).map(\.from)
    return Set(connected + linking).subtracting([entry.index]).compactMap { self.entry($0) }
  }
}

extension PublishedEntry {
  /// Whether it is of a kind that happens, and happened in those days.
  fileprivate func isHappening(in days: Range<CalendarDate>, today: CalendarDate) -> Bool {
    guard kind.presentation.year != nil, let date, days.contains(date) else { return false }
    return meeting.map { $0.status(on: date, today: today) == .held } ?? true
  }
}
