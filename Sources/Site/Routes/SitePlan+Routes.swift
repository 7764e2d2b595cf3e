import Community
package import Diagnostics
import Files
import Markup

extension SitePlan {
  /// The addresses of this site that must not be lost.
  ///
  /// They are those of entries that everyone may read, their old ones, and those of actions and
  /// decisions that texts link to.
  package var routes: RoutesLock {
    var lock = RoutesLock()
    for entry in handbook.entries where entry.isForEveryone && !entry.kind.isPerson {
      lock.add(Addresses.path(of: entry.id))
      for alias in entry.common.aliases {
        lock.add(Addresses.path(of: EntryID(entry.kind, alias.value)))
      }
      for path in entry.common.oldPaths { lock.add(path.value.file.percentEncoded) }
    }
    let notes = numberedNotes
    for citation in citations {
      guard let entry = handbook.entry(citation.meeting), entry.isForEveryone,
        let words = notes[citation]
      else { continue }
      lock.add("\(Addresses.path(of: entry.id))#\(citation.place.anchor)", words)
    }
    return lock
  }

  /// Reports addresses that were published before and are lost now.
  package func losses(of lock: RoutesLock) -> [Diagnostic] {
    let meetings = meetingsByID
    let notes = numberedNotes
    var problems: [Diagnostic] = []
    for (address, words) in lock.routes.sorted(by: { $0.key < $1.key }) {
      guard let route = LockedRoute(address) else { continue }
      let place = SourceLocation(path: "\(RoutesLock.path)", line: lock.lines[address] ?? 0)
      // Whoever takes a page back, as a draft or for good, has to keep no address.
      if route.id.map(handbook.goneAddresses.hidden.contains) == true
        || handbook.goneAddresses.hiddenPaths.contains(route.page)
      {
        continue
      }
      if route.place == nil, page(at: route.page) == nil {
        problems.append(lost(route, lock, at: place))
      } else if let number = route.place, let words, let id = route.id, let meeting = meetings[id] {
        let citation = Citation(meeting: meeting, place: number)
        guard notes[citation] != words else { continue }
        let now = notes.first { $0.value == words && $0.key.isLike(citation) }?.key
        if now != nil || notes[citation] == nil {
          problems.append(.moved(address, citation, to: now, in: handbook.entry(meeting)))
        }
      }
    }
    return problems
  }

  /// Meetings by their ids, the old ones included.
  private var meetingsByID: [EntryID: EntryIndex] {
    var meetings: [EntryID: EntryIndex] = [:]
    for entry in handbook.entries(.meeting) {
      for alias in entry.common.aliases { meetings[EntryID(.meeting, alias.value)] = entry.index }
    }
    for entry in handbook.entries(.meeting) { meetings[entry.id] = entry.index }
    return meetings
  }

  private func lost(
    _ route: LockedRoute, _ lock: RoutesLock, at place: SourceLocation
  ) -> Diagnostic {
    guard let id = route.id else { return .lostAddress(route, nil, at: place) }
    // The entry has most likely moved to one whose address is not in the list yet.
    let new = handbook.entries(id.kind).filter {
      lock.routes[Addresses.path(of: $0.id)] == nil
    }
    let nearest = NearMiss.nearest(to: id.name, among: new.map(\.id.name))
    let heir = new.first { $0.id.name == nearest } ?? (new.count == 1 ? new.first : nil)
    return .lostAddress(route, heir, at: place)
  }
}

extension PublishedEntry {
  /// Whether it is in every build of the site.
  fileprivate var isForEveryone: Bool { !common.isDraft && common.audience == .everyone }
}

// MARK: Numbers

/// A numbered action or decision.
struct Citation: Hashable {
  let meeting: EntryIndex
  let place: LockedRoute.Place

  /// Whether both are actions, or both decisions, of one meeting.
  fileprivate func isLike(_ other: Citation) -> Bool {
    guard meeting == other.meeting else { return false }
    switch (place, other.place) {
    case (.action, .action), (.decision, .decision): return true
    default: return false
    }
  }
}

extension LockedRoute.Place {
  fileprivate var anchor: String {
    switch self {
    case .action(let number): "action-\(number)"
    case .decision(let number): "decision-\(number)"
    }
  }
}

extension SitePlan {
  /// Fingerprints of the words of all actions and decisions, names left out.
  private var numberedNotes: [Citation: Fingerprint] {
    var notes: [Citation: Fingerprint] = [:]
    for action in handbook.registers.actions {
      notes[Citation(meeting: action.meeting, place: .action(action.number))] =
        words(action.text, of: action.meeting)
    }
    for decision in handbook.registers.decisions {
      notes[Citation(meeting: decision.meeting, place: .decision(decision.number))] =
        words(decision.text, of: decision.meeting)
    }
    return notes
  }

  private func words(_ range: ProseRange, of meeting: EntryIndex) -> Fingerprint? {
    handbook.entry(meeting).map { entry in
      // What notes say of actions and decisions is part of their surface: no page has to be noted.
      Fingerprint(
        Array(handbook.body(of: entry, notedIn: ShownTexts()).prose.string(range).utf8))
    }
  }

  /// The actions and decisions that a text for everyone leads to.
  private var citations: Set<Citation> {
    var citations: Set<Citation> = []
    for entry in handbook.entries where entry.isForEveryone {
      for link in entry.links {
        guard let citation = Citation(link, in: entry.index) else { continue }
        citations.insert(citation)
      }
    }
    return citations
  }
}

extension Citation {
  fileprivate init?(_ link: PublishedLink, in entry: EntryIndex) {
    let (meeting, target): (EntryIndex, PlaceInEntry?)
    switch link {
    case .entry(let index, let place): (meeting, target) = (index, place)
    case .here(let place): (meeting, target) = (entry, place)
    default: return nil
    }
    switch target {
    case .action(let number): self.init(meeting: meeting, place: .action(number))
    case .decision(let number): self.init(meeting: meeting, place: .decision(number))
    default: return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func lostAddress(
    _ route: LockedRoute, _ heir: PublishedEntry?, at place: SourceLocation
  ) -> Diagnostic {
    let own = route.id?.name ?? route.oldPath?.written.asYAMLItem ?? route.page
    let names = (heir?.common.formerNames.map(\.value.asYAMLItem) ?? []) + [own]
    let line = "aliases: [\(names.joined(separator: ", "))]"
    let file = heir.map { "into \($0.source)" } ?? "into the file that it has become"
    return Diagnostic(
      .error, "lost-address", at: place,
      "'\(route.page)' was published, and nothing is there now",
      because: "Others may link to it.",
      hints: [
        "paste this line \(file): \(line)",
        "if it is gone on purpose, remove this line from routes.lock",
      ])
  }

  fileprivate static func moved(
    _ address: String, _ citation: Citation, to now: Citation?, in meeting: PublishedEntry?
  ) -> Diagnostic {
    let place = meeting.map { SourceLocation(path: $0.source) }
    switch (citation.place, now?.place) {
    case (.action(let number), .action(let other)):
      return Diagnostic(
        .error, "shifted-number", at: place,
        "action \(number), which others cite, has become action \(other)",
        because: "An action is numbered by its place in the notes.",
        hints: ["put new actions below the old ones, and leave old ones where they are"])
    case (.decision(let number), .decision(let other)):
      return Diagnostic(
        .error, "shifted-number", at: place,
        "decision \(number), which others cite, has become decision \(other)",
        because: "A decision without a number is numbered by its place in the notes.",
        hints: [
          "put new decisions below the old ones",
          "or begin each with its number: 'Decision \(number): ' is this one",
        ])
    default:
      return Diagnostic(
        .error, "shifted-number", at: place,
        "'\(address)' is cited, and the notes have no such number now",
        hints: [
          "put it back; strike it through if it no longer holds",
          "if it is gone on purpose, remove its line from content/routes.lock",
        ])
    }
  }
}
