import Diagnostics
package import Markup

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
  /// Makes the handbook that these readers may see.
  ///
  /// All else is gone from it.
  package func handbook(
    _ library: Library, _ links: LinkGraph, _ attachments: [Attachments], _ minutes: MinuteBook
  ) -> Handbook {
    let projection = Projection(
      disclosure: self, library: library, graph: links, attachments: attachments)
    let slots = library.indices.map { projection.publish($0) }
    return Handbook(
      configuration: projection.configuration(), vocabulary: library.vocabulary, today: today,
      audience: audience, slots: slots, people: projection.people,
      unlisted: projection.unlistedMembers(),
      rolesHeldByUnlisted: projection.rolesHeldByUnlisted(on: today),
      incoming: projection.incoming(), connections: connections(slots),
      assets: projection.assets(slots), join: projection.join(),
      registers: projection.registers(minutes), words: words, siteWords: siteWords)
  }

  /// Whether readers see the entry at all.
  func shows(_ entry: Entry) -> Bool {
    guard includesDrafts || !entry.common.isDraft, audience.includes(entry.common.audience) else {
      return false
    }
    guard case .member(let member) = entry.fields else { return true }
    return member.status != .withdrawn && member.consent.name && member.consent.profile
      && member.name != nil
  }

  /// The typed references between what is shown, seen from their targets.
  private func connections(_ slots: [PublishedEntry?]) -> [[Connection]] {
    var connections: [[Connection]] = Array(repeating: [], count: slots.count)
    for entry in slots.lazy.compactMap(\.self) {
      var collector = ConnectionCollector()
      var common = entry.common
      var fields = entry.fields
      common.visitReferences(&collector)
      fields.visitReferences(&collector)
      for (target, relation) in collector.found where target != entry.index {
        connections[target.position].append(Connection(from: entry.index, relation: relation))
      }
    }
    return connections
  }
}

/// Lists the settled references of an entry.
private struct ConnectionCollector: ReferenceVisitor {
  var found: [(EntryIndex, Relation)] = []

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
