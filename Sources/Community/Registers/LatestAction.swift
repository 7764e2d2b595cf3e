package import Dates
package import Markup

/// The last of a chain of actions, with what the whole chain says and nothing withheld: for what
/// stays with the coordinator.
package struct LatestAction: Sendable {
  package let meeting: EntryIndex
  /// Its number in the notes: `#action-2`.
  package let number: Int
  package let line: Int
  package let state: ActionItem.State
  /// Its words, in the prose of the meeting's text.
  package let text: ProseRange
  /// The members who are to do it, as far as the names in the notes lead to any.
  package private(set) var owners: [EntryIndex] = []
  package private(set) var due: CalendarDate?
  package let doneOn: CalendarDate?
  package private(set) var goals: [EntryIndex] = []
}

extension MinuteBook {
  /// One for each chain, by the date of the meeting, the oldest first.
  package var latestActions: [LatestAction] {
    actions.indices.filter { actions[$0].later == nil }.map(latestAction)
  }

  private func latestAction(at position: Int) -> LatestAction {
    let action = actions[position]
    var latest = LatestAction(
      meeting: action.meeting, number: action.item.number, line: action.item.line,
      state: action.item.state, text: action.item.text.range, doneOn: action.item.doneOn)
    var step: Int? = position
    while let current = step {
      latest.complete(with: actions[current])
      step = actions[current].earlier
    }
    return latest
  }
}

extension LatestAction {
  fileprivate init(
    meeting: EntryIndex, number: Int, line: Int, state: ActionItem.State, text: ProseRange,
    doneOn: CalendarDate?
  ) {
    self.meeting = meeting
    self.number = number
    self.line = line
    self.state = state
    self.text = text
    self.doneOn = doneOn
  }

  /// Takes from an action what those after it leave out.
  fileprivate mutating func complete(with action: MinuteBook.Action) {
    if owners.isEmpty { owners = action.owners.compactMap(\.self) }
    due = due ?? action.item.due
    if goals.isEmpty { goals = action.item.goals.compactMap(\.target) }
  }
}
