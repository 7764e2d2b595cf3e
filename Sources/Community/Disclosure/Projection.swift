import Dates
import Markup

/// One passage from a library to what may be seen of it.
package struct Projection: Sendable {
  let disclosure: Disclosure
  private(set) var library: Library
  private(set) var graph: LinkGraph
  let attachments: [Attachments]
  /// Whether each entry is shown, by position.
  let isShown: [Bool]
  /// What may be told of each member.
  let people: [EntryIndex: Person]
  /// The files that no reader may see, whoever uses them: positions in `Library.assets`.
  let withheldAssets: Set<Int>
  /// The goals that are not shown, to take their ids out of texts.
  let hiddenGoals: HiddenGoals
  /// The tags of each entry, labelled by what is shown.
  private let tags: [[Tag]]

  init(
    disclosure: Disclosure, library: Library, graph: LinkGraph, attachments: [Attachments],
    withholding pictures: Set<Int>
  ) {
    self.disclosure = disclosure
    self.library = library
    self.graph = graph
    self.attachments = attachments
    let isShown = library.entries.map(disclosure.shows)
    self.isShown = isShown
    var people: [EntryIndex: Person] = [:]
    for index in library.indices {
      guard case .member(let member) = library[index].fields else { continue }
      let person = Person(member, at: index)
      people[index] = isShown[index.position] ? person : person.withoutPage
    }
    self.people = people
    hiddenGoals = HiddenGoals(library, isShown: isShown)
    tags = library.tagsOfShown(isShown)
    withheldAssets = Projection.withheldAssets(library, attachments, isShown: isShown)
      .union(pictures)
  }

  /// The photos of members who have not agreed to them, pictures that show one of them, and what
  /// lies beside an entry that is not shown.
  static func withheldAssets(
    _ library: Library, _ attachments: [Attachments], isShown: [Bool]
  ) -> Set<Int> {
    var withheld: Set<Int> = []
    for (entry, attached) in zip(library.entries, attachments) {
      if let image = attached.image, !entry.showsOnlyWhoAgree(library) { withheld.insert(image) }
      guard case .member(let member) = entry.fields, let photo = attached.photo else { continue }
      if !member.showsPhoto { withheld.insert(photo) }
    }
    for (position, asset) in library.assets.enumerated() {
      guard let owner = asset.owner, let index = library.names.entry(owner) else { continue }
      if !isShown[index.position] { withheld.insert(position) }
    }
    return withheld
  }

  /// The entry as it may be seen, or `nil`.
  package func publish(_ index: EntryIndex) -> PublishedSlot? {
    guard isShown[index.position] else { return nil }
    var entry = library[index]
    let language = entry.common.language?.value ?? library.configuration.language
    let body = body(of: index)
    let text = PublishedText(
      body: body, words: disclosure.words[language] ?? disclosure.siteWords, title: shownTitle)
    let unnamed = withhold(&entry)
    let attached = attachments[index.position]
    let published = PublishedEntry(
      index: index, id: entry.id, source: entry.source,
      title: title(of: entry, text), summary: summary(of: entry, body, text), language: language,
      common: entry.common, fields: entry.fields, tags: tags[index.position],
      image: image(attached.image, entry.common.image),
      photo: photo(attached.photo, of: entry), files: files(attached, of: entry), body: body,
      unnamedAttendees: unnamed)
    return PublishedSlot(entry: published, body: body, references: published.references)
  }

  /// The text of an entry as it may be seen.
  private func body(of index: EntryIndex) -> PublishedBody {
    let entry = library[index]
    return publish(
      entry.body, graph.bodies[index.position], anchors: neutralAnchors(of: index),
      cuts: entry.minutes.cuts)
  }

  /// The same passage for a library in which nothing but running text is another.
  package func exchanging(_ library: Library, _ graph: LinkGraph) -> Projection {
    var projection = self
    projection.library = library
    projection.graph = graph
    return projection
  }

  /// A handbook that this passage made, with the texts of some entries as the library has them now.
  package func exchange(_ changed: [EntryIndex], in handbook: Handbook) -> Handbook {
    let shown = changed.filter { isShown[$0.position] }
    return handbook.exchanging(
      Dictionary(uniqueKeysWithValues: shown.map { ($0, body(of: $0)) }), incoming: incoming())
  }

  /// The settings without what is not shown: goals of a series, pages of the navigation.
  func configuration() -> Configuration {
    var configuration = library.configuration
    configuration.navigation = kept(configuration.navigation)
    for index in configuration.series.indices {
      configuration.series[index].goals = kept(configuration.series[index].goals)
    }
    return configuration
  }

  /// How many active members were asked and have no page.
  func unlistedMembers() -> Int {
    zip(library.entries, isShown).count { entry, isShown in
      guard case .member(let member) = entry.fields else { return false }
      return !isShown && member.status == .active && member.consent.isOnFile
        && !entry.common.isDraft
    }
  }

  /// The roles that members without a page hold on a day.
  func rolesHeldByUnlisted(on day: CalendarDate) -> Set<String> {
    var held: Set<String> = []
    for (entry, isShown) in zip(library.entries, isShown) where !isShown && !entry.common.isDraft {
      guard case .member(let member) = entry.fields else { continue }
      held.formUnion(member.currentRoles(on: day).map(\.role.value))
    }
    return held
  }

  /// The links and mentions between what is shown.
  func incoming() -> [[IncomingLink]] {
    graph.incoming.map { links in links.filter { isShown[$0.from.position] } }
  }

  /// A title that may be lent to a link: in words, without the holes of a heading.
  func shownTitle(_ index: EntryIndex) -> String? {
    guard isShown[index.position] else { return nil }
    let entry = library[index]
    guard entry.common.title == nil, let range = entry.body.title else { return entry.workingTitle }
    let language = entry.common.language?.value ?? library.configuration.language
    return PublishedText(
      links: entry.body.links.map { _ in .withheld }, people: mentionedPeople(index),
      prose: published(entry.body.prose), cuts: .none,
      words: disclosure.words[language] ?? disclosure.siteWords, title: { _ in nil }
    ).text(range)
  }

  private func title(of entry: Entry, _ text: PublishedText) -> String {
    if entry.common.title == nil, let range = entry.body.title { return text.text(range) }
    return entry.workingTitle
  }

  private func summary(of entry: Entry, _ body: PublishedBody, _ text: PublishedText) -> String? {
    entry.common.summary?.value ?? body.summary.map { text.text($0) }
  }

  private func mentionedPeople(_ index: EntryIndex) -> [Person] {
    people(library[index].body, graph.bodies[index.position])
  }

  /// Whom a text mentions, as far as it may be told.
  func people(_ body: Body, _ links: BodyLinks) -> [Person] {
    body.mentions.enumerated().map { position, mention in
      links.staysText[position]
        ? .asWritten("@\(mention.name)") : person(links.mentioned[position])
    }
  }

  private func person(_ member: EntryIndex?) -> Person {
    member.flatMap { people[$0] } ?? .aMember
  }

  func people(_ mentioned: [EntryIndex?]) -> [Person] {
    mentioned.map(person)
  }
}
