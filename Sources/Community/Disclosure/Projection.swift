import Markup

/// One passage from a library to what may be seen of it.
struct Projection {
  let disclosure: Disclosure
  let library: Library
  let graph: LinkGraph
  let attachments: [Attachments]
  /// Whether each entry is shown, by position.
  let isShown: [Bool]
  /// What may be told of each member.
  let people: [EntryIndex: Person]
  /// The files that no reader may see, whoever uses them: positions in `Library.assets`.
  let withheldAssets: Set<Int>

  init(
    disclosure: Disclosure, library: Library, graph: LinkGraph, attachments: [Attachments]
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
    withheldAssets = Projection.withheldAssets(library, attachments, isShown: isShown)
  }

  /// The photos of members who have not agreed to them, and what lies beside an entry that is not
  /// shown.
  private static func withheldAssets(
    _ library: Library, _ attachments: [Attachments], isShown: [Bool]
  ) -> Set<Int> {
    var withheld: Set<Int> = []
    for (entry, attached) in zip(library.entries, attachments) {
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
  func publish(_ index: EntryIndex) -> PublishedEntry? {
    guard isShown[index.position] else { return nil }
    var entry = library[index]
    let language = entry.common.language?.value ?? library.configuration.language
    let body = publish(
      entry.body, graph.bodies[index.position], anchors: neutralAnchors(of: index))
    let text = PublishedText(
      body: body, words: disclosure.words[language] ?? disclosure.siteWords, title: shownTitle)
    let unnamed = withhold(&entry)
    let attached = attachments[index.position]
    return PublishedEntry(
      index: index, id: entry.id, source: entry.source,
      title: title(of: entry, text), summary: summary(of: entry, body, text), language: language,
      common: entry.common, fields: entry.fields, tags: library.tags.tagsOfEntry[index.position],
      image: image(attached.image, entry.common.image, of: entry),
      photo: photo(attached.photo, of: entry), files: files(attached, of: entry), body: body,
      unnamedAttendees: unnamed)
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

  /// How many active members have no page.
  func unlistedMembers() -> Int {
    zip(library.entries, isShown).count { entry, isShown in
      guard case .member(let member) = entry.fields else { return false }
      return !isShown && member.status == .active && !entry.common.isDraft
    }
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
      prose: entry.body.prose, words: disclosure.words[language] ?? disclosure.siteWords,
      title: { _ in nil }
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
    people(graph.bodies[index.position].mentioned)
  }

  private func people(_ mentioned: [EntryIndex?]) -> [Person] {
    mentioned.map { $0.flatMap { people[$0] } ?? .aMember }
  }
}

// MARK: - Fields

extension Projection {
  /// Removes what may not be seen from an entry that is shown; returns how many attendees are left
  /// unnamed.
  private func withhold(_ entry: inout Entry) -> Int {
    var withholder = Withholder(library: library, isShown: isShown)
    entry.visitReferences(&withholder)
    entry.common.accepts = []
    entry.common.aliases = entry.id.kind == .member ? [] : entry.common.aliases
    if case .member(let member) = entry.fields {
      entry.fields = .member(member.withoutWhatIsWithheld)
    }
    return withholder.unnamedAttendees
  }

  private func kept(_ references: [Reference]) -> [Reference] {
    references.filter { $0.target.map { isShown[$0.position] } ?? false }
  }
}

extension Member {
  /// A member with a page, without what they have not agreed to have on it.
  fileprivate var withoutWhatIsWithheld: Member {
    var shown = self
    if !consent.school { shown.school = nil }
    if !consent.photo { shown.photo = nil }
    shown.alsoKnownAs = []
    shown.consent = Consent()
    return shown
  }
}

extension Person {
  fileprivate var withoutPage: Person {
    if case .named(let name, _) = self { .named(name, page: nil) } else { self }
  }
}

/// Drops references to what is not shown, and blanks what is written in those to people: an id can
/// hold a name.
private struct Withholder: ReferenceVisitor {
  let library: Library
  let isShown: [Bool]
  var unnamedAttendees = 0

  mutating func visit(_ references: inout [Reference], _ relation: Relation) {
    references = references.compactMap { withheld($0, relation) }
  }

  mutating func visit(_ reference: inout Reference?, _ relation: Relation) {
    reference = reference.flatMap { withheld($0, relation) }
  }

  private mutating func withheld(_ reference: Reference, _ relation: Relation) -> Reference? {
    guard let target = reference.target else { return nil }
    if case .member(let member) = library[target].fields {
      if relation == .attendee, !member.isNamedAsAttendee {
        unnamedAttendees += 1
        return nil
      }
    } else if !isShown[target.position] {
      return nil
    }
    return Reference("", at: reference.span, target: target)
  }
}

extension Member {
  fileprivate var isNamedAsAttendee: Bool {
    consent.attendance && consent.name && status != .withdrawn
  }

  fileprivate var showsPhoto: Bool { consent.photo && status != .withdrawn }
}

// MARK: - Pictures and files

extension Projection {
  /// The picture of an entry, if all whom it shows agree.
  private func image(_ asset: Int?, _ field: PictureField?, of entry: Entry) -> PublishedImage? {
    guard let asset, let field, !withheldAssets.contains(asset), allAgree(toBeShownIn: entry)
    else { return nil }
    return PublishedImage(asset: asset, alternative: field.alternative, title: nil)
  }

  private func photo(_ asset: Int?, of entry: Entry) -> PublishedImage? {
    guard let asset, case .member(let member) = entry.fields, let photo = member.photo else {
      return nil
    }
    return PublishedImage(asset: asset, alternative: photo.alternative, title: nil)
  }

  private func allAgree(toBeShownIn entry: Entry) -> Bool {
    entry.common.imageShows.allSatisfy { reference in
      guard let target = reference.target, case .member(let member) = library[target].fields
      else { return false }
      return member.showsPhoto
    }
  }

  private func files(_ attached: Attachments, of entry: Entry) -> [AttachedFile] {
    guard case .resource(let resource) = entry.fields else { return [] }
    return zip(attached.files, resource.files).compactMap { asset, file in
      guard let asset, !withheldAssets.contains(asset) else { return nil }
      return AttachedFile(asset: asset, label: file.label)
    }
  }

  /// The files that may be published: those that something shown uses, and those that nothing
  /// uses; never one that is used only by what is withheld.
  func assets(_ slots: [PublishedEntry?]) -> [ContentFolder.Asset?] {
    var used: Set<Int> = []
    for entry in slots.lazy.compactMap(\.self) { used.formUnion(entry.usedAssets) }
    var named: Set<Int> = []
    for index in library.indices {
      named.formUnion(attachments[index.position].all)
      let links = graph.bodies[index.position]
      named.formUnion(links.images.compactMap(\.self))
      for case .asset(let position) in links.targets { named.insert(position) }
    }
    return library.assets.enumerated().map { position, asset in
      if withheldAssets.contains(position) { return nil }
      return used.contains(position) || !named.contains(position) ? asset : nil
    }
  }
}

extension PublishedEntry {
  fileprivate var usedAssets: [Int] {
    let linked = body.links.compactMap { link in
      if case .asset(let position) = link { position } else { Int?.none }
    }
    return linked + body.images.compactMap { $0?.asset } + [image, photo].compactMap { $0?.asset }
      + files.map(\.asset)
  }
}

// MARK: - Bodies

extension Projection {
  /// The words on how to join.
  func join() -> PublishedBody? {
    guard let entry = library.join, let links = graph.join else { return nil }
    return publish(entry.body, links, anchors: [:])
  }

  private func publish(_ body: Body, _ bodyLinks: BodyLinks, anchors: [String: String])
    -> PublishedBody
  {
    let people = people(bodyLinks.mentioned)
    let links = bodyLinks.targets.map { published($0, anchors: anchors) }
    let images = zip(bodyLinks.images, body.images).map {
      asset, image -> PublishedImage? in
      guard let asset, !withheldAssets.contains(asset) else { return nil }
      return PublishedImage(asset: asset, alternative: image.alternative, title: image.title)
    }
    return PublishedBody(
      pieces: anchors.isEmpty ? body.pieces : body.pieces.map { $0.renamed(by: anchors) },
      html: body.html, headings: body.headings.map { $0.renamed(by: anchors) }, links: links,
      linkTitles: body.links.map(\.title),
      people: people, images: images, summary: body.summary, prose: body.prose)
  }

  private func published(_ target: LinkTarget, anchors: [String: String]) -> PublishedLink {
    switch target {
    case .entry(let index, let place):
      if isShown[index.position] {
        return .entry(index, at: place?.renamed(by: neutralAnchors(of: index)))
      }
      return people[index].map(PublishedLink.person) ?? .withheld
    case .index(let kind): return .index(kind)
    case .asset(let position):
      return withheldAssets.contains(position) ? .withheld : .asset(position)
    case .here(let place): return .here(place.renamed(by: anchors))
    case .elsewhere(let address): return .elsewhere(address)
    case .nothing: return .nothing
    }
  }
}

// MARK: - Anchors

extension Projection {
  /// New anchors for headings that mention somebody who is not named: the old ones hold what was
  /// written, which can be a name.
  private func neutralAnchors(of index: EntryIndex) -> [String: String] {
    let body = library[index].body
    guard !body.mentions.isEmpty else { return [:] }
    var anchors: [String: String] = [:]
    for (number, heading) in body.headings.enumerated() {
      let mentionsUnnamed = zip(body.mentions, graph.bodies[index.position].mentioned).contains {
        mention, member in
        guard (heading.title.lowerBound...heading.title.upperBound).contains(mention.place.lowerBound)
        else { return false }
        if case .named = member.flatMap({ people[$0] }) { return false }
        return true
      }
      if mentionsUnnamed { anchors[heading.anchor] = "section-\(number + 1)" }
    }
    return anchors
  }
}

extension PlaceInEntry {
  fileprivate func renamed(by anchors: [String: String]) -> PlaceInEntry {
    guard case .heading(let anchor) = self, let neutral = anchors[anchor] else { return self }
    return .heading(neutral)
  }
}

extension Body.Piece {
  fileprivate func renamed(by anchors: [String: String]) -> Body.Piece {
    guard case .anchor(let anchor) = self, let neutral = anchors[anchor] else { return self }
    return .anchor(neutral)
  }
}

extension Body.Heading {
  fileprivate func renamed(by anchors: [String: String]) -> Body.Heading {
    guard let neutral = anchors[anchor] else { return self }
    return Body.Heading(level: level, anchor: neutral, title: title, line: line)
  }
}
