package import Dates
package import Markup

/// The actions and decisions of one meeting's notes, as they are written there.
package struct Minutes: Sendable {
  /// In the order of `Body.tasks`: the one numbered `n` is at `n - 1`.
  package var actions: [ActionItem] = []
  /// In the order of `Body.decisions`.
  package var decisions: [DecisionItem] = []

  package init() {}
}

extension Minutes {
  mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
    for index in actions.indices { visitor.visit(&actions[index].goals, .goal) }
    for index in decisions.indices { visitor.visit(&decisions[index].goals, .goal) }
  }
}

extension Minutes {
  /// What pages leave out of the notes, in order.
  var cuts: ProseCuts {
    ProseCuts((actions.flatMap(\.cuts) + decisions.flatMap(\.cuts)))
  }
}

/// What somebody is to do: a task or another action of a meeting's notes.
package struct ActionItem: Sendable {
  package enum State: String, Hashable, Sendable, CaseIterable {
    case open, done, dropped
  }

  /// Counted from 1 in its notes: `#action-2`.
  package let number: Int
  package let line: Int
  package let state: State
  package private(set) var text: NoteText
  /// Who is to do it: positions in `Body.mentions`.
  package private(set) var owners: [Int]
  /// The mentions that it begins with.
  let leading: Range<Int>
  /// What it says if only the first of these are members: none of them, one of them, and so on.
  let readings: [Reading]
  package let due: CalendarDate?
  package let doneOn: CalendarDate?
  package var goals: [Reference]
  /// The link to the action that this one goes on with: a position in `Body.links`.
  package let continues: Int?
  /// What a page leaves out of its text, since it says it elsewhere.
  let cuts: [ProseRange]

  struct Reading: Sendable {
    let text: NoteText
    let owners: [Int]
  }

  init(
    number: Int, line: Int, state: State, reading: Reading, leading: Range<Int>,
    readings: [Reading], due: CalendarDate?, doneOn: CalendarDate?, goals: [Reference],
    continues: Int?, cuts: [ProseRange]
  ) {
    self.number = number
    self.line = line
    self.state = state
    self.leading = leading
    self.readings = readings
    text = reading.text
    owners = reading.owners
    self.due = due
    self.doneOn = doneOn
    self.goals = goals
    self.continues = continues
    self.cuts = cuts
  }

  /// The same where some mentions are no members'.
  ///
  /// They own nothing. With one of them at the beginning, all that stands there is part of the
  /// words, but for those whom the action was taken from.
  package func withoutStrangers(_ staysText: [Bool], isStruck: [Bool]) -> ActionItem {
    guard leading.contains(where: { staysText[$0] }) || owners.contains(where: { staysText[$0] })
    else { return self }
    var item = self
    let isTakenAway = isStruck.map { $0 && state != .dropped }
    let members = leading.prefix { !staysText[$0] || isTakenAway[$0] }.count
    if members < readings.count {
      item.text = readings[leading.prefix { isTakenAway[$0] }.count].text
      item.owners = readings[members].owners
    }
    item.owners.removeAll { staysText[$0] }
    return item
  }
}

/// What the community agreed: a decision of a meeting's notes.
package struct DecisionItem: Sendable {
  /// As it is cited: `#decision-1`.
  package let number: Int
  package let line: Int
  package let text: NoteText
  /// The list nested in it.
  package let details: [Detail]
  /// Whether all of its words are struck through, so that it no longer holds.
  package let isStruck: Bool
  package var goals: [Reference]
  /// The links to the decisions that it takes the place of: positions in `Body.links`.
  package let supersedes: [Int]
  /// The links to those that it takes back.
  package let reverses: [Int]
  /// What a page leaves out of its text, since it says it elsewhere.
  let cuts: [ProseRange]

  /// An item of the list nested in a decision.
  package struct Detail: Hashable, Sendable {
    /// How deep it is nested: 1 for an item of the first list.
    package let depth: Int
    package let text: NoteText
  }
}

/// The words of an action or a decision, apart from what the register shows in fields of its own.
package struct NoteText: Hashable, Sendable {
  /// A link that stands in the words.
  package struct Link: Hashable, Sendable {
    /// A position in `Body.links`, and in `PublishedBody.links`.
    package let position: Int
    package let label: ProseRange
    /// Whether the author gave the words to show.
    package let hasLabel: Bool
  }

  /// Somebody who is mentioned in the words.
  package struct Mention: Hashable, Sendable {
    /// A position in `Body.mentions`, and in `PublishedBody.people`.
    package let position: Int
    package let place: Int32
  }

  package let range: ProseRange
  /// In order.
  package let mentions: [Mention]
  /// In order.
  package let links: [Link]
  /// The stretches of it that are struck through.
  package let struck: [ProseRange]
  /// Those that are emphasised.
  package let emphases: [Body.Emphasis]
}
