package import Dates
package import Markup

/// The action register and the decision log, as readers may see them.
package struct Registers: Sendable {
  /// All actions, by the date of their meeting, the oldest first.
  package let actions: [PublishedAction]
  /// All decisions, likewise.
  package let decisions: [PublishedDecision]
  /// The last of each chain of actions, with what the whole chain says, the oldest first.
  package let latestActions: [PublishedAction]

  private let actionsOfMember: [EntryIndex: [Int]]
  private let actionsOfGoal: [EntryIndex: [Int]]
  private let actionsOfMeeting: [EntryIndex: [Int]]
  private let decisionsOfGoal: [EntryIndex: [Int]]
  private let decisionsOfMeeting: [EntryIndex: [Int]]
  private let openActionsOfSeries: [String: [Int]]

  init(actions: [PublishedAction], decisions: [PublishedDecision]) {
    self.actions = actions
    self.decisions = decisions
    latestActions = actions.filter(\.isLatest)
    let latest = actions.indices.filter { actions[$0].isLatest }
    actionsOfMember = index(latest) { actions[$0].namedOwners }
    actionsOfGoal = index(latest) { actions[$0].goals }
    actionsOfMeeting = index(actions.indices) { [actions[$0].meeting] }
    decisionsOfGoal = index(decisions.indices) { decisions[$0].goals }
    decisionsOfMeeting = index(decisions.indices) { [decisions[$0].meeting] }
    openActionsOfSeries = index(latest.filter { actions[$0].state == .open }) { position in
      actions[position].series.map { [$0] } ?? []
    }
  }

  package static let empty = Registers(actions: [], decisions: [])
}

extension Registers {
  /// The latest actions that a member owns, as far as they may be named.
  package func actions(ownedBy member: EntryIndex) -> [PublishedAction] {
    actionsOfMember[member, default: []].map { actions[$0] }
  }

  /// The latest actions that name a goal.
  package func actions(servingGoal goal: EntryIndex) -> [PublishedAction] {
    actionsOfGoal[goal, default: []].map { actions[$0] }
  }

  /// The actions that a meeting's notes hold, continued elsewhere or not.
  package func actions(of meeting: EntryIndex) -> [PublishedAction] {
    actionsOfMeeting[meeting, default: []].map { actions[$0] }
  }

  /// The decisions that serve a goal.
  package func decisions(servingGoal goal: EntryIndex) -> [PublishedDecision] {
    decisionsOfGoal[goal, default: []].map { decisions[$0] }
  }

  /// The decisions that a meeting's notes hold.
  package func decisions(of meeting: EntryIndex) -> [PublishedDecision] {
    decisionsOfMeeting[meeting, default: []].map { decisions[$0] }
  }

  /// The latest actions of a series that are open.
  package func openActions(ofSeries series: String) -> [PublishedAction] {
    openActionsOfSeries[series, default: []].map { actions[$0] }
  }
}

/// Positions by what they have in common.
private func index<Key: Hashable>(
  _ positions: some Sequence<Int>, by keys: (Int) -> [Key]
) -> [Key: [Int]] {
  var index: [Key: [Int]] = [:]
  for position in positions {
    for key in keys(position) { index[key, default: []].append(position) }
  }
  return index
}

/// An action as readers may see it.
package struct PublishedAction: Sendable {
  /// Its place in `Registers.actions`.
  package let position: Int
  /// The meeting in whose notes it stands.
  package let meeting: EntryIndex
  /// The id of the series of that meeting.
  package let series: String?
  /// Its number in those notes: `#action-2`.
  package let number: Int
  /// Its words in that meeting's text, without what the other fields say.
  package let wording: NoteText
  /// Who is to do it, as far as they may be told.
  package let owners: [Person]
  /// Those of them who may be named.
  package let namedOwners: [EntryIndex]
  package let due: CalendarDate?
  package let doneOn: CalendarDate?
  /// What became of it: what the last of its chain says.
  package let state: ActionItem.State
  /// What its own line says.
  package let stateInNotes: ActionItem.State
  /// Those that it names.
  package let goals: [EntryIndex]
  /// The action that it continues: a place in `Registers.actions`.
  package let earlier: Int?
  /// The action that continues it.
  package let later: Int?
  /// The first and the last of its chain: places in `Registers.actions`.
  package let first: Int
  package let last: Int

  /// To be filled by `Handbook.text(_:of:)` with the meeting.
  package var text: ProseRange { wording.range }
  /// Whether nothing continues it.
  package var isLatest: Bool { later == nil }

  /// Whether it should have been done by now.
  package func isOverdue(on today: CalendarDate) -> Bool {
    state == .open && due.map { $0 < today } ?? false
  }
}

/// A decision as readers may see it.
package struct PublishedDecision: Sendable {
  /// Its place in `Registers.decisions`.
  package let position: Int
  package let meeting: EntryIndex
  /// The id of the series of that meeting.
  package let series: String?
  /// Its number in those notes: `#decision-1`.
  package let number: Int
  package let wording: NoteText
  /// The list nested in it.
  package let details: [DecisionItem.Detail]
  /// Whether it is struck through in the notes.
  package let isStruck: Bool
  /// Those that it names; else that of its meeting, if it has one only.
  package let goals: [EntryIndex]
  /// The decisions that it takes the place of: places in `Registers.decisions`.
  package let supersedes: [Int]
  /// Those that it takes back.
  package let reverses: [Int]
  package let supersededBy: [Int]
  package let reversedBy: [Int]

  /// To be filled by `Handbook.text(_:of:)` with the meeting.
  package var text: ProseRange { wording.range }
  /// Whether it still holds.
  package var isInForce: Bool { !isStruck && supersededBy.isEmpty && reversedBy.isEmpty }
}
