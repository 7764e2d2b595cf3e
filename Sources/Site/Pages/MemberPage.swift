import Community
import Markup

extension PageContext {
  func memberPage(_ entry: PublishedEntry, _ member: Member) -> MemberView {
    let today = handbook.today
    return MemberView(
      site: site(), page: page(entry), entry: entryView(entry, related: contributions(entry)),
      status: member.status.word.map { label(member.status.rawValue, $0) },
      pronouns: member.pronouns, photo: image(entry.photo), monogram: monogram(entry.title),
      school: member.school?.value, membership: membership(member),
      currentRoles: member.currentRoles(on: today).compactMap(role),
      pastRoles: member.pastRoles(on: today).compactMap(role),
      subjects: member.subjects.map { link($0, in: .memberSubject) },
      levels: member.levels.map { link($0, in: .memberLevel) },
      links: member.links.map { LinkView(title: $0.label, address: $0.address) },
      offers: member.offers.map { offer($0, matching: matching($0, of: entry, \.seeks)) },
      seeks: member.seeks.map { offer($0, matching: matching($0, of: entry, \.offers)) })
  }

  private func role(_ held: Member.RoleHeld) -> RoleView? {
    guard let role = handbook.configuration.role(held.role.value) else { return nil }
    return RoleView(
      title: role.title,
      period: words.span(
        from: held.from.map(words.month), to: held.to.map(words.month)))
  }

  private func offer(_ exchange: Member.Exchange, matching: [PersonView]) -> OfferView {
    OfferView(tag: link(exchange: exchange), note: exchange.note, matching: matching)
  }

  private func membership(_ member: Member) -> String? {
    guard let joined = member.joined.map(words.month) else { return nil }
    if let left = member.left.map(words.month) {
      return words.memberFromTo(from: joined, to: left)
    }
    return words.memberSince(date: joined)
  }

  /// All that a member did, by what it was, without a total: it is recognition and no score.
  private func contributions(_ entry: PublishedEntry) -> [GroupView] {
    Doing.allCases.compactMap { doing in
      group(
        doing.rawValue, words(doing.word),
        entries(doing, of: entry))
    }
  }

  private func entries(_ doing: Doing, of entry: PublishedEntry) -> [PublishedEntry] {
    let relations = Set(Relation.allCases.filter { $0.doing == doing })
    return switch doing {
    case .tried: tried(by: entry)
    case .chaired, .tookNotes, .attended:
      entries(referringTo: entry, as: relations).filter(tookPlace)
    case .wrote, .shared, .owns, .successes: entries(referringTo: entry, as: relations)
    }
  }

  private func tookPlace(_ meeting: PublishedEntry) -> Bool { status(of: meeting) == .held }

  /// The resources that a member has tried, by what these say and by what the member has written.
  private func tried(by entry: PublishedEntry) -> [PublishedEntry] {
    let told = entries(referringTo: entry, as: [.triedBy])
    let written = entries(referringTo: entry, as: [.author]).flatMap { post in
      handbook.entries(post.post?.tried ?? [])
    }
    var seen: Set<EntryIndex> = []
    return (told + written).filter { seen.insert($0.index).inserted }.sorted(by: isNewer)
  }
}

// MARK: - In lists

extension PageContext {
  func card(_ entry: PublishedEntry, _ member: Member) -> CardView {
    var card = basicCard(entry, kind: kindLabel(.member))
    card.date = nil
    card.facts = member.currentRoles(on: handbook.today).compactMap {
      handbook.configuration.role($0.role.value)?.title
    }
    card.tags = member.subjects.prefix(4).map { link($0, in: .memberSubject) }
    card.image = image(entry.photo)
    card.monogram = monogram(entry.title)
    // Who has left offers and seeks nothing any more.
    if member.status == .active {
      card.offers = topics(member.offers)
      card.seeks = topics(member.seeks)
    }
    return card
  }

  /// What is offered or sought, each topic once: only the profile has what is said beside it.
  private func topics(_ exchanges: [Member.Exchange]) -> [LinkView] {
    var seen: Set<String> = []
    let different = exchanges.filter { exchange in
      let tag = exchange.tag.value
      return seen.insert(handbook.vocabulary.tagID(of: tag) ?? tag).inserted
    }
    return different.map(link(exchange:))
  }

  /// The first letters of the first and the last word of a name.
  func monogram(_ name: String) -> String? {
    let words = name.split(separator: " ")
    let letters = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first }
    return letters.isEmpty ? nil : String(letters).uppercased()
  }
}

extension Doing {
  fileprivate var word: Word {
    switch self {
    case .wrote: .memberWrote
    case .chaired: .memberChaired
    case .tookNotes: .memberTookNotes
    case .attended: .memberAttended
    case .shared: .memberShared
    case .tried: .memberTried
    case .owns: .memberOwns
    case .successes: .memberSuccesses
    }
  }
}
