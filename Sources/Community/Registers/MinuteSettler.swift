import Diagnostics
import Markup

/// Follows what actions and decisions say of each other, and tells what cannot be.
struct MinuteSettler {
  let library: Library
  let links: LinkGraph
  var book: MinuteBook
  var diagnostics: [Diagnostic] = []

  /// The places of all items, by meeting and number.
  private let actions: [ItemPlace: Int]
  private let decisions: [ItemPlace: Int]

  init(library: Library, links: LinkGraph, book: MinuteBook) {
    self.library = library
    self.links = links
    self.book = book
    actions = positions(book.actions.map { ItemPlace($0.meeting, $0.item.number) })
    decisions = positions(book.decisions.map { ItemPlace($0.meeting, $0.item.number) })
  }

  mutating func settle() {
    joinActions()
    for action in book.actions where action.needsOwner {
      diagnostics.append(.actionWithoutOwner(at: place(action)))
    }
    overruleDecisions()
  }

  // MARK: Actions

  private mutating func joinActions() {
    let continued = book.actions.indices.map { position in
      earlierAction(of: position).map { [$0] } ?? []
    }
    let rings = closingEdges(of: continued)
    for (position, earlier) in continued.enumerated() {
      guard let earlier = earlier.first else { continue }
      if rings.contains(Edge(from: position, to: earlier)) {
        diagnostics.append(.actionRing(at: placeOfContinues(position)))
        continue
      }
      if let other = book.actions[earlier].later {
        diagnostics.append(
          .continuedTwice(
            name(book.actions[earlier]), by: name(book.actions[other]),
            at: placeOfContinues(position)))
      }
      book.join(position, to: earlier)
    }
  }

  private mutating func earlierAction(of position: Int) -> Int? {
    let action = book.actions[position]
    guard let link = action.item.continues else { return nil }
    switch followed(link, in: action.meeting) {
    case .action(let place)?: return actions[place]
    case .told?: return nil
    case let target:
      diagnostics.append(
        .notAnAction(hint: target.flatMap(hintOfActions), at: placeOfContinues(position)))
      return nil
    }
  }

  private func hintOfActions(_ target: Landing) -> String? {
    guard case .entry(let index) = target else { return nil }
    let count = library[index].minutes.actions.count
    let id = library[index].id.name
    switch count {
    case 0: return nil
    case 1: return "write the action that is meant: [[\(id)#action-1]]"
    default:
      return "write the action that is meant: [[\(id)#action-1]] to [[\(id)#action-\(count)]]"
    }
  }

  private func placeOfContinues(_ position: Int) -> SourceLocation {
    let action = book.actions[position]
    let entry = library[action.meeting]
    guard let link = action.item.continues else { return place(action) }
    return entry.location(entry.body.links[link].span)
  }

  private func place(_ action: MinuteBook.Action) -> SourceLocation {
    library[action.meeting].location(SourceSpan(line: action.item.line))
  }

  private func name(_ action: MinuteBook.Action) -> String {
    "\(library[action.meeting].id.name)#action-\(action.item.number)"
  }

  // MARK: Decisions

  private mutating func overruleDecisions() {
    let supersedes = book.decisions.indices.map { targets(of: $0, \.supersedes, "supersedes") }
    let reverses = book.decisions.indices.map { targets(of: $0, \.reverses, "reverses") }
    let rings = closingEdges(
      of: zip(supersedes, reverses).map { ($0 + $1).map(\.decision) })
    for position in book.decisions.indices {
      book.supersede(kept(supersedes[position], from: position, rings), by: position)
      book.reverse(kept(reverses[position], from: position, rings), by: position)
    }
  }

  /// A decision that another names, and the link that names it.
  private typealias Named = (decision: Int, link: Int)

  private mutating func targets(
    of position: Int, _ links: KeyPath<DecisionItem, [Int]>, _ keyword: String
  ) -> [Named] {
    let decision = book.decisions[position]
    return decision.item[keyPath: links].compactMap { link in
      switch followed(link, in: decision.meeting) {
      case .decision(let place)?: return decisions[place].map { ($0, link) }
      case .told?: return nil
      case let target:
        diagnostics.append(
          .notADecision(
            keyword, hint: target.flatMap(hintOfDecisions), at: place(of: link, in: decision)))
        return nil
      }
    }
  }

  private mutating func kept(_ named: [Named], from position: Int, _ rings: Set<Edge>) -> [Int] {
    var seen: Set<Int> = []
    return named.compactMap { decision, link in
      guard seen.insert(decision).inserted else { return nil }
      if rings.contains(Edge(from: position, to: decision)) {
        diagnostics.append(.decisionRing(at: place(of: link, in: book.decisions[position])))
        return nil
      }
      return decision
    }
  }

  private func hintOfDecisions(_ target: Landing) -> String? {
    guard case .entry(let index) = target, let first = library[index].minutes.decisions.first else {
      return nil
    }
    return
      "write the number of the decision: [[\(library[index].id.name)#decision-\(first.number)]]"
  }

  private func place(of link: Int, in decision: MinuteBook.Decision) -> SourceLocation {
    let entry = library[decision.meeting]
    return entry.location(entry.body.links[link].span)
  }
}

// MARK: - Following links

/// An item of a meeting's notes, by its number.
private struct ItemPlace: Hashable {
  let meeting: EntryIndex
  let number: Int

  init(_ meeting: EntryIndex, _ number: Int) {
    self.meeting = meeting
    self.number = number
  }
}

/// What a link of the notes leads to.
private enum Landing {
  case action(ItemPlace)
  case decision(ItemPlace)
  case entry(EntryIndex)
  /// Nowhere, which has been told where links are followed.
  case told
}

extension MinuteSettler {
  /// Where a link leads; `nil` for what is no entry.
  private func followed(_ link: Int, in meeting: EntryIndex) -> Landing? {
    switch links.bodies[meeting.position].targets[link] {
    case .entry(let index, let place):
      if place == nil, library[meeting].body.links[link].hasAnchor { return .told }
      return landing(index, place)
    case .here(let place): return landing(meeting, place)
    case .nothing: return .told
    case .index, .asset, .elsewhere: return nil
    }
  }

  private func landing(_ index: EntryIndex, _ place: PlaceInEntry?) -> Landing {
    switch place {
    case .action(let number)?: .action(ItemPlace(index, number))
    case .decision(let number)?: .decision(ItemPlace(index, number))
    case .heading?, nil: .entry(index)
    }
  }
}

extension Body.Link {
  fileprivate var hasAnchor: Bool {
    switch destination {
    case .path(_, let anchor), .name(_, let anchor): anchor != nil
    case .heading: true
    case .elsewhere: false
    }
  }
}

extension MinuteBook.Action {
  /// Whether it waits for somebody to take it on: nobody later has, and it goes on with nothing,
  /// from which it would have its owner.
  fileprivate var needsOwner: Bool {
    item.state == .open && owners.isEmpty && !isLeftToOthers && later == nil && earlier == nil
  }
}

private func positions(_ places: [ItemPlace]) -> [ItemPlace: Int] {
  Dictionary(zip(places, places.indices), uniquingKeysWith: { first, _ in first })
}

// MARK: - Messages

extension Diagnostic {
  fileprivate static func actionWithoutOwner(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "action-without-owner", at: place, "an open action needs somebody who does it",
      hints: ["begin it with the one who will: - [ ] @name …"])
  }

  fileprivate static func notAnAction(hint: String?, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "not-an-action", at: place, "what an action continues is an earlier action",
      hints: [hint ?? "link to the action by its number: [[2026-01-15-circle#action-2]]"])
  }

  fileprivate static func continuedTwice(
    _ earlier: String, by other: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "continued-twice", at: place,
      "'\(earlier)' is continued by '\(other)' already",
      because: "The register follows this one, the later of the two.",
      hints: ["continue '\(other)' instead, or write this one as an action of its own"])
  }

  fileprivate static func actionRing(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "action-ring", at: place, "an action cannot continue itself, or what continues it",
      hints: ["link to an action of an earlier meeting"])
  }

  fileprivate static func notADecision(
    _ keyword: String, hint: String?, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "not-a-decision", at: place, "what a decision \(keyword) is another decision",
      hints: [hint ?? "link to the decision by its number: [[2026-01-15-circle#decision-1]]"])
  }

  fileprivate static func decisionRing(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "decision-ring", at: place,
      "a decision cannot take the place of itself, or of one that takes its own place",
      hints: ["link to a decision of an earlier meeting"])
  }
}
