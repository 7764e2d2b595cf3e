import Dates
package import Diagnostics
import Markup

/// The actions and decisions of all meetings, settled: whom they are for, what they go on with and
/// what they take back.
///
/// It holds what is not shown, too; `Registers` is what readers may see of it.
package struct MinuteBook: Sendable {
  /// An action of a meeting, and its place in the chain that `continues` makes.
  struct Action: Sendable {
    let meeting: EntryIndex
    let item: ActionItem
    /// The members who are to do it; `nil` for a name that may be one of several.
    let owners: [EntryIndex?]
    /// Whether it begins with somebody who is no member: they do it, and the words say so.
    let isLeftToOthers: Bool
    /// The position of the action that this one continues.
    var earlier: Int?
    /// The position of the one that continues it.
    var later: Int?
  }

  /// A decision of a meeting, and those that it takes the place of.
  struct Decision: Sendable {
    let meeting: EntryIndex
    let item: DecisionItem
    /// The positions of other decisions.
    var supersedes: [Int] = []
    var reverses: [Int] = []
  }

  /// By the meeting's date, the oldest first, then as the notes have them.
  private(set) var actions: [Action] = []
  /// Likewise.
  private(set) var decisions: [Decision] = []
  package private(set) var diagnostics: [Diagnostic] = []

  package init(_ library: Library, _ links: LinkGraph) {
    let meetings = library.meetingsByDate
    for meeting in meetings { collect(meeting, library, links) }
    var settler = MinuteSettler(library: library, links: links, book: self)
    settler.settle()
    self = settler.book
    diagnostics = settler.diagnostics
  }

  private mutating func collect(_ meeting: EntryIndex, _ library: Library, _ links: LinkGraph) {
    let minutes = library[meeting].minutes
    let found = links.bodies[meeting.position]
    let isStruck = library[meeting].body.mentions.map(\.isStruck)
    for item in minutes.actions.map({ $0.withoutStrangers(found.staysText, isStruck: isStruck) }) {
      actions.append(
        Action(
          meeting: meeting, item: item,
          owners: distinct(item.owners.map { found.mentioned[$0] }),
          isLeftToOthers: item.leading.contains { found.staysText[$0] }))
    }
    for item in minutes.decisions { decisions.append(Decision(meeting: meeting, item: item)) }
  }

  /// Joins an action to the one that it continues; of two that continue one the later stays.
  mutating func join(_ later: Int, to earlier: Int) {
    if let other = actions[earlier].later { actions[other].earlier = nil }
    actions[earlier].later = later
    actions[later].earlier = earlier
  }

  mutating func supersede(_ earlier: [Int], by later: Int) {
    decisions[later].supersedes = earlier
  }

  mutating func reverse(_ earlier: [Int], by later: Int) {
    decisions[later].reverses = earlier
  }
}

extension MinuteBook {
  /// Where the notes hold actions of a member that are still to be done, the latest of each chain.
  package func openActions(of member: EntryIndex, _ library: Library) -> [SourceLocation] {
    actions.filter { $0.item.state == .open && $0.later == nil && $0.owners.contains(member) }
      .map { SourceLocation(path: library[$0.meeting].source, line: $0.item.line) }
  }
}

extension Library {
  /// The meetings that have notes to gather from, the oldest first.
  fileprivate var meetingsByDate: [EntryIndex] {
    let meetings = indices.filter { index in
      let minutes = self[index].minutes
      return !minutes.actions.isEmpty || !minutes.decisions.isEmpty
    }
    let undated = CalendarDate(daysSince1970: .max)
    return meetings.sorted { left, right in
      let first = self[left].common.date?.value ?? undated
      let second = self[right].common.date?.value ?? undated
      return (first, left) < (second, right)
    }
  }
}

/// Each member once, as a note may name somebody twice.
private func distinct(_ owners: [EntryIndex?]) -> [EntryIndex?] {
  var seen: Set<EntryIndex?> = []
  return owners.filter { seen.insert($0).inserted }
}
