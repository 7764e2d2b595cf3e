package import Community
import Markup

/// What a change of the source does to the site, for somebody who looks it over.
package struct SiteChanges: Sendable {
  package private(set) var pages: [Change] = []
  package private(set) var redirects: [Change] = []
  package private(set) var actions: [Change] = []
  package private(set) var decisions: [Change] = []
  package private(set) var goals: [Change] = []
  package private(set) var members: [Change] = []
  /// How many other pages change, since they show something of what changed.
  package private(set) var others = 0

  /// One thing that is there, is no more, or is another.
  package struct Change: Hashable, Sendable {
    package enum Kind: String, Sendable {
      case added, changed, moved, removed
    }

    package let kind: Kind
    /// As an author writes it: `meetings/2026-02-12-circle#action-2`.
    package let id: String
    /// Its title or its words.
    package var words: String?
    /// What of it changed, in words of ours.
    package var details: [String] = []
  }

  /// Compares two sites.
  ///
  /// `isSameSource` tells whether the file of an entry is unchanged.
  package init(
    from old: SiteRenderer, to new: SiteRenderer,
    isSameSource: (PublishedEntry, PublishedEntry) -> Bool
  ) {
    let (before, after) = (old.plan.handbook, new.plan.handbook)
    compareEntries(before, after, isSameSource)
    compareRedirects(old.plan, new.plan)
    actions = changes(from: before.notedActions, to: after.notedActions)
    decisions = changes(from: before.notedDecisions, to: after.notedDecisions)
    others = max(0, Self.differentPages(old, new) - ownPages)
  }

  package var isEmpty: Bool {
    others == 0
      && [pages, redirects, actions, decisions, goals, members].allSatisfy(\.isEmpty)
  }

  /// How many changes are of pages that stay.
  private var ownPages: Int {
    [pages, goals, members].joined().count { $0.kind == .changed }
  }
}

// MARK: Entries

extension SiteChanges {
  private mutating func compareEntries(
    _ before: Handbook, _ after: Handbook,
    _ isSameSource: (PublishedEntry, PublishedEntry) -> Bool
  ) {
    let old = Dictionary(before.entries.map { ($0.id, $0) }) { first, _ in first }
    let new = Dictionary(after.entries.map { ($0.id, $0) }) { first, _ in first }
    var moved: Set<EntryID> = []
    for entry in after.entries {
      if let former = old[entry.id] {
        guard !isSameSource(former, entry) else { continue }
        add(
          Change(
            kind: .changed, id: "\(entry.id)", words: entry.title,
            details: details(former, entry)), entry.kind)
      } else if let former = entry.formerID(in: old), new[former] == nil {
        moved.insert(former)
        add(
          Change(
            kind: .moved, id: "\(entry.id)", words: entry.title, details: ["was `\(former)`"]),
          entry.kind)
      } else {
        add(Change(kind: .added, id: "\(entry.id)", words: entry.title), entry.kind)
      }
    }
    for entry in before.entries where new[entry.id] == nil && !moved.contains(entry.id) {
      add(removal(of: entry, from: after), entry.kind)
    }
  }

  /// The removal of a page.
  ///
  /// Of a person neither name nor id is told, since they may have withdrawn. Of what was taken down
  /// no title is told.
  private func removal(of entry: PublishedEntry, from after: Handbook) -> Change {
    if entry.kind.isPerson { return Change(kind: .removed, id: "a member's page") }
    let isTakenDown = after.goneAddresses.ids.contains(entry.id)
    return Change(
      kind: .removed, id: "\(entry.id)", words: isTakenDown ? nil : entry.title)
  }

  private mutating func add(_ change: Change, _ kind: EntryKind) {
    switch kind.presentation.changes {
    case .goals: goals.append(change)
    case .members: members.append(change)
    case .pages: pages.append(change)
    }
  }

  private func details(_ old: PublishedEntry, _ new: PublishedEntry) -> [String] {
    guard let before = old.goal?.status, let after = new.goal?.status, before != after else {
      return []
    }
    return ["\(before.rawValue) → \(after.rawValue)"]
  }

  private mutating func compareRedirects(_ old: SitePlan, _ new: SitePlan) {
    let (before, after) = (old.redirects, new.redirects)
    for (path, target) in after.sorted(by: { $0.key < $1.key }) where before[path] != target {
      redirects.append(
        Change(
          kind: before[path] == nil ? .added : .changed, id: path,
          details: ["leads to `\(target)`"]))
    }
    for path in before.keys.sorted() where after[path] == nil {
      redirects.append(Change(kind: .removed, id: path))
    }
  }

  /// How many paths are in both sites with other bytes.
  private static func differentPages(_ old: SiteRenderer, _ new: SiteRenderer) -> Int {
    let before = Dictionary(old.plan.pages.map { ($0.path, $0) }) { first, _ in first }
    var (left, right): ([UInt8], [UInt8]) = ([], [])
    return new.plan.pages.count { page in
      guard page.path.hasSuffix(".html"), let former = before[page.path] else { return false }
      left.removeAll(keepingCapacity: true)
      right.removeAll(keepingCapacity: true)
      old.render(former, into: &left)
      new.render(page, into: &right)
      return left != right
    }
  }
}

extension PublishedEntry {
  /// The id that it had before, if it was known by one of its old names.
  fileprivate func formerID(in old: [EntryID: PublishedEntry]) -> EntryID? {
    common.aliases.map { EntryID(kind, $0.value) }.first { old[$0] != nil }
  }
}

extension SitePlan {
  /// The old addresses, with the ids that they lead to.
  fileprivate var redirects: [String: String] {
    var redirects: [String: String] = [:]
    for page in pages {
      switch page.route {
      case .redirect(_, let target), .moved(_, let target):
        if let entry = handbook.entry(target) { redirects[page.path] = "\(entry.id)" }
      default: continue
      }
    }
    return redirects
  }
}

// MARK: Notes

/// An action or a decision, as far as a comparison needs it.
private struct NotedItem {
  let meeting: String
  let anchor: String
  let words: String
  /// What can change of it, in words of ours.
  let facts: [String]

  var id: String { "\(meeting)#\(anchor)" }
}

/// Matches items by their words first, then by their numbers.
///
/// A new item gives another number to every item below it.
private func changes(from old: [NotedItem], to new: [NotedItem]) -> [SiteChanges.Change] {
  var byWords: [[String]: [NotedItem]] = [:]
  for item in old { byWords[[item.meeting, item.words], default: []].append(item) }
  var rest: [NotedItem] = []
  var changes: [SiteChanges.Change] = []
  for item in new {
    if let former = byWords[[item.meeting, item.words]]?.popLast() {
      guard former.facts != item.facts else { continue }
      let details = zip(former.facts, item.facts).filter { $0 != $1 }.map { "\($0) → \($1)" }
      changes.append(.init(kind: .changed, id: item.id, words: item.words, details: details))
    } else {
      rest.append(item)
    }
  }
  var byID: [String: NotedItem] = [:]
  for item in byWords.values.joined() { byID[item.id] = item }
  for item in rest {
    let former = byID.removeValue(forKey: item.id)
    changes.append(
      .init(
        kind: former == nil ? .added : .changed, id: item.id, words: item.words,
        details: former == nil ? item.facts.filter { $0 != "no date" } : ["other words"]))
  }
  for item in byID.values.sorted(by: { $0.id < $1.id }) {
    // Its words may name somebody who has left since.
    changes.append(.init(kind: .removed, id: item.id))
  }
  return changes
}

extension Handbook {
  fileprivate var notedActions: [NotedItem] {
    registers.actions.compactMap { action in
      guard let meeting = entry(action.meeting) else { return nil }
      return NotedItem(
        meeting: "\(meeting.id)", anchor: "action-\(action.number)",
        words: text(action.text, of: meeting, notedIn: ShownTexts()),
        facts: [
          action.stateInNotes.rawValue, action.due.map { "due \($0)" } ?? "no date",
        ])
    }
  }

  fileprivate var notedDecisions: [NotedItem] {
    registers.decisions.compactMap { decision in
      guard let meeting = entry(decision.meeting) else { return nil }
      return NotedItem(
        meeting: "\(meeting.id)", anchor: "decision-\(decision.number)",
        words: ([decision.text] + decision.details.map(\.text.range)).map {
          text($0, of: meeting, notedIn: ShownTexts())
        }.joined(separator: "; "),
        facts: [decision.isInForce ? "in force" : "no longer in force"])
    }
  }
}
