package import Dates
package import Markup

/// The whole community as its readers may see it: what every page, feed and index is made from.
///
/// Immutable, and already withheld: drafts, members-only entries for a public site, and whatever a
/// member has not agreed to are not in it. A class, all of it constant: every page holds it.
package final class Handbook: Sendable {
  package let configuration: Configuration
  package let vocabulary: Vocabulary
  /// The day from which past and coming are told.
  package let today: CalendarDate
  package let audience: Audience
  /// In the order of the library; `nil` for what is withheld.
  let slots: [PublishedEntry?]
  /// The text of each, by position: the one part that a change of running text changes, with
  /// `incoming`.
  private let bodies: [PublishedBody]
  private let people: [EntryIndex: Person]
  private let unlisted: Int
  /// The ids of roles that somebody without a page holds today.
  private let rolesHeldByUnlisted: Set<String>
  /// The addresses of entries that were taken down.
  package let goneAddresses: GoneAddresses
  /// What leads to each entry, by position.
  private let incoming: [[IncomingLink]]
  /// The typed references to each entry, by position.
  private let connections: [[Connection]]
  /// The files that may be published; `nil` for what is withheld.
  package let assets: [ContentFolder.Asset?]
  /// The words on how to join, if there are any.
  package let join: PublishedBody?
  /// The actions and decisions of the notes that are shown.
  package let registers: Registers
  private let words: [String: WithheldWords]
  private let siteWords: WithheldWords

  init(
    configuration: Configuration, vocabulary: Vocabulary, today: CalendarDate, audience: Audience,
    slots: [PublishedEntry?], bodies: [PublishedBody], people: [EntryIndex: Person],
    unlisted: Int,
    rolesHeldByUnlisted: Set<String>, goneAddresses: GoneAddresses,
    incoming: [[IncomingLink]],
    connections: [[Connection]], assets: [ContentFolder.Asset?], join: PublishedBody?,
    registers: Registers, words: [String: WithheldWords], siteWords: WithheldWords
  ) {
    self.configuration = configuration
    self.vocabulary = vocabulary
    self.today = today
    self.audience = audience
    self.slots = slots
    self.bodies = bodies
    self.people = people
    self.unlisted = unlisted
    self.rolesHeldByUnlisted = rolesHeldByUnlisted
    self.goneAddresses = goneAddresses
    self.incoming = incoming
    self.connections = connections
    self.assets = assets
    self.join = join
    self.registers = registers
    self.words = words
    self.siteWords = siteWords
  }
}

extension Handbook {
  /// The same with other texts of some entries, whose surfaces are as they were, and with the places
  /// of the links in them.
  func exchanging(
    _ changed: [EntryIndex: PublishedBody], incoming: [[IncomingLink]]
  ) -> Handbook {
    var bodies = bodies
    for (index, body) in changed { bodies[index.position] = body }
    return Handbook(
      configuration: configuration, vocabulary: vocabulary, today: today, audience: audience,
      slots: slots, bodies: bodies, people: people, unlisted: unlisted,
      rolesHeldByUnlisted: rolesHeldByUnlisted, goneAddresses: goneAddresses, incoming: incoming,
      connections: connections, assets: assets, join: join, registers: registers, words: words,
      siteWords: siteWords)
  }
}

/// A typed reference, seen from the entry that it leads to: "wrote", "chaired", "serves".
package struct Connection: Hashable, Sendable {
  package let from: EntryIndex
  package let relation: Relation
}

extension Handbook {
  /// All that is shown, sorted by kind and id.
  package var entries: some Sequence<PublishedEntry> { slots.lazy.compactMap(\.self) }

  package func entries(_ kind: EntryKind) -> [PublishedEntry] {
    slots.compactMap { $0?.kind == kind ? $0 : nil }
  }

  /// How many entries the library has; positions are below it.
  package var positions: Int { slots.count }

  /// The entry, if it is shown.
  package func entry(_ index: EntryIndex) -> PublishedEntry? { slots[index.position] }

  /// The text of an entry, for something that shows it and is made again when it changes: the one
  /// way to it.
  package func body(of entry: PublishedEntry, notedIn shown: ShownTexts) -> PublishedBody {
    shown.note(entry.index)
    return bodies[entry.index.position]
  }

  package func entry(_ reference: Reference?) -> PublishedEntry? {
    reference?.target.flatMap(entry)
  }

  package func entries(_ references: [Reference]) -> [PublishedEntry] {
    references.compactMap { entry($0) }
  }

  /// How many active members are shown to nobody: a count, and nothing else of them.
  package var unlistedMembers: Int { unlisted }

  /// Whether somebody who has no page holds a role today.
  ///
  /// This much is shown, so that the role does not look free, and nothing else of them.
  package func isHeldByUnlisted(_ role: Configuration.Role) -> Bool {
    rolesHeldByUnlisted.contains(role.id)
  }

  /// What may be told of a member.
  package func person(_ index: EntryIndex) -> Person { people[index] ?? .aMember }

  package func person(_ reference: Reference?) -> Person? {
    reference?.target.map(person)
  }

  package func people(_ references: [Reference]) -> [Person] {
    references.compactMap { person($0) }
  }

  /// The links and mentions that lead to an entry, from entries that are shown.
  package func links(to index: EntryIndex) -> [IncomingLink] { incoming[index.position] }

  /// The typed references to an entry, from entries that are shown.
  package func connections(to index: EntryIndex) -> [Connection] { connections[index.position] }

  /// The words for what is withheld, in a page's language.
  package func withheldWords(in language: String) -> WithheldWords {
    words[language] ?? siteWords
  }
}

extension Handbook {
  /// A stretch of an entry's text with its holes filled.
  ///
  /// A hole at the very start or end belongs to the stretch unless the caller says that it belongs
  /// to its neighbour.
  package func text(
    _ range: ProseRange, of entry: PublishedEntry, notedIn shown: ShownTexts,
    withHolesAtStart: Bool = true, withHolesAtEnd: Bool = true
  ) -> String {
    let body = body(of: entry, notedIn: shown)
    return PublishedText(body: body, words: withheldWords(in: entry.language)) { index in
      self.entry(index)?.title
    }.text(range, withHolesAtStart: withHolesAtStart, withHolesAtEnd: withHolesAtEnd)
  }

  /// The same without anybody's name: where one would stand, it says "a member".
  package func textWithoutNames(
    _ range: ProseRange, of entry: PublishedEntry, notedIn shown: ShownTexts
  ) -> String {
    let body = body(of: entry, notedIn: shown)
    let links = body.links.map { link in
      guard case .entry(let index, _) = link, self.entry(index)?.kind == .member else {
        if case .person = link { return PublishedLink.person(.aMember) }
        return link
      }
      return .person(.aMember)
    }
    return PublishedText(
      links: links, people: body.people.map(\.withoutName), prose: body.prose,
      cuts: body.cuts, words: withheldWords(in: entry.language), title: { self.entry($0)?.title }
    ).text(range)
  }
}

extension Person {
  /// The same without a member's name; what is no member's stays.
  fileprivate var withoutName: Person {
    if case .asWritten = self { self } else { .aMember }
  }
}
