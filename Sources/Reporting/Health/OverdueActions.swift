import Community
import Dates
import Diagnostics
import Markup
import Text

extension Holdings {
  /// Open actions whose day has passed, by owner; one of two owners stands under both.
  func overdueActions() -> Account.Section {
    let late = minutes.latestActions.filter { action in
      action.state == .open && action.due.map { $0 < today } ?? false
    }
    var items: [(owner: EntryIndex?, action: LatestAction)] = []
    for action in late {
      let owners: [EntryIndex?] = action.owners.isEmpty ? [nil] : action.owners
      items += owners.map { ($0, action) }
    }
    items.sort { order($0) < order($1) }
    return Account.Section(
      "overdue_actions", "Overdue actions", empty: "Nothing is overdue.",
      items.map { item(for: $0.owner, $0.action) }, count: late.count)
  }

  /// By owner, what nobody owns last, then the latest first.
  private func order(_ item: (owner: EntryIndex?, action: LatestAction)) -> SortingKey {
    let name = item.owner.map(name) ?? ""
    let due = item.action.due?.daysSince1970 ?? 0
    return SortingKey(
      parts: [item.owner == nil ? 1 : 0], name: name.foldedForComparison,
      rest: [item.owner?.position ?? 0, due, item.action.meeting.position, item.action.number])
  }

  private func item(for owner: EntryIndex?, _ action: LatestAction) -> Account.Item {
    let meeting = library[action.meeting]
    let late = action.due?.days(before: today)
    let text = words(action.text, of: action.meeting)
    return Account.Item(
      text, group: owner.map(ownerInWords) ?? "Nobody",
      details: action.due.map { ["due \($0.inWords), \(days($0.days(before: today))) late"] } ?? [],
      at: SourceLocation(path: meeting.source, line: action.line),
      facts: [
        "member": JSON(owner.map { library[$0].id.name }), "name": JSON(owner.map(name)),
        "text": .text(text), "due": JSON(action.due?.description), "days_late": JSON(late),
        "path": .text(meeting.source), "line": .number(action.line),
      ])
  }

  /// The owner's name, and whether they are still there to be asked.
  private func ownerInWords(_ owner: EntryIndex) -> String {
    switch library[owner].fields.member?.status {
    case .former: "\(name(owner)), who has left"
    case .withdrawn: "\(name(owner)), who has withdrawn"
    case .active, nil: name(owner)
    }
  }
}

/// What things are put in order by.
struct SortingKey: Comparable {
  let parts: [Int]
  let name: String
  let rest: [Int]

  static func < (left: SortingKey, right: SortingKey) -> Bool {
    if left.parts != right.parts { return left.parts.lexicographicallyPrecedes(right.parts) }
    if left.name != right.name { return left.name < right.name }
    return left.rest.lexicographicallyPrecedes(right.rest)
  }
}
