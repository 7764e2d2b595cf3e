package import Dates
import Diagnostics
import Markup

/// What is shown to whom: the one place where consent, audience and drafts are applied.
package struct Disclosure: Sendable {
  package let audience: Audience
  package let includesDrafts: Bool
  package let today: CalendarDate
  /// The words for what is withheld, by language.
  package let words: [String: WithheldWords]
  /// Those of the site's own language.
  package let siteWords: WithheldWords

  package init(
    audience: Audience, includesDrafts: Bool, today: CalendarDate,
    words: [String: WithheldWords], siteWords: WithheldWords
  ) {
    self.audience = audience
    self.includesDrafts = includesDrafts
    self.today = today
    self.words = words
    self.siteWords = siteWords
  }
}

extension Disclosure {
  /// The passage to what these readers may see: each entry is published alone, in whatever order,
  /// and the handbook is made of all.
  ///
  /// `pictures` are files, by position, that nobody may see, whoever uses them.
  package func projection(
    of library: Library, _ links: LinkGraph, _ attachments: [Attachments],
    withholding pictures: Set<Int>
  ) -> Projection {
    Projection(
      disclosure: self, library: library, graph: links, attachments: attachments,
      withholding: pictures)
  }

  /// Whether readers see the entry at all.
  func shows(_ entry: Entry) -> Bool {
    guard entry.common.takenDown == nil, includesDrafts || !entry.common.isDraft,
      audience.includes(entry.common.audience)
    else { return false }
    guard case .member(let member) = entry.fields else { return true }
    return member.status != .withdrawn && member.consent.name && member.consent.profile
      && member.name != nil
  }
}

extension PublishedEntry {
  /// The entries that its fields name, with what they say of each.
  var references: [(target: EntryIndex, relation: Relation)] {
    var collector = ConnectionCollector()
    var (common, fields) = (common, fields)
    common.visitReferences(&collector)
    fields.visitReferences(&collector)
    return collector.found
  }
}

extension [PublishedSlot?] {
  /// The typed references between what is shown, seen from their targets.
  fileprivate var connections: [[Connection]] {
    var connections = [[Connection]](repeating: [], count: count)
    for case let slot? in self {
      for (target, relation) in slot.references where target != slot.entry.index {
        connections[target.position].append(Connection(from: slot.entry.index, relation: relation))
      }
    }
    return connections
  }
}

extension Projection {
  /// Makes the handbook of every entry as `publish` left it, in the order of the library.
  ///
  /// All else is gone from it.
  package func handbook(_ published: [PublishedSlot?], _ minutes: MinuteBook) -> Handbook {
    let slots = published.map { $0?.entry }
    return Handbook(
      configuration: configuration(), vocabulary: library.vocabulary, today: disclosure.today,
      audience: disclosure.audience, slots: slots, bodies: published.map { $0?.body ?? .empty },
      people: people, unlisted: unlistedMembers(),
      rolesHeldByUnlisted: rolesHeldByUnlisted(on: disclosure.today),
      goneAddresses: goneAddresses(),
      incoming: incoming(), connections: published.connections,
      assets: assets(slots), join: join(), registers: registers(minutes),
      words: disclosure.words, siteWords: disclosure.siteWords)
  }
}

/// Lists the settled references of an entry.
private struct ConnectionCollector: ReferenceVisitor {
  var found: [(target: EntryIndex, relation: Relation)] = []

  mutating func visit(_ references: inout [Reference], _ relation: Relation) {
    for reference in references { note(reference, relation) }
  }

  mutating func visit(_ reference: inout Reference?, _ relation: Relation) {
    if let reference { note(reference, relation) }
  }

  private mutating func note(_ reference: Reference, _ relation: Relation) {
    if let target = reference.target { found.append((target, relation)) }
  }
}
