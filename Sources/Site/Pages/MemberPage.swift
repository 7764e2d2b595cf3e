import Community
import Markup

extension PageContext {
  func memberPage(_ entry: PublishedEntry, _ member: Member) -> MemberView {
    let today = handbook.today
    return MemberView(
      site: site(), page: page(entry), entry: entryView(entry, related: contributions(entry)),
      status: member.status == .former ? label("member_status", member.status.rawValue) : nil,
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
      period: words.period(
        from: held.from.map(words.month), to: held.to.map(words.month)))
  }

  private func offer(_ exchange: Member.Exchange, matching: [PersonView]) -> OfferView {
    OfferView(tag: link(exchange: exchange), note: exchange.note, matching: matching)
  }

  private func membership(_ member: Member) -> String? {
    guard let joined = member.joined.map(words.month) else { return nil }
    if let left = member.left.map(words.month) {
      return words("member_from_to", ["from": joined, "to": left])
    }
    return words("member_since", ["date": joined])
  }

  /// All that a member did, by what it was: recognition, never a score.
  private func contributions(_ entry: PublishedEntry) -> [GroupView] {
    func those(_ relations: Set<Relation>, _ kind: EntryKind? = nil) -> [PublishedEntry] {
      entries(referringTo: entry, as: relations, kind: kind)
    }
    let doings: [(key: String, entries: [PublishedEntry])] = [
      ("wrote", those([.author])), ("chaired", those([.chair]).filter(tookPlace)),
      ("took_notes", those([.noteTaker]).filter(tookPlace)),
      ("attended", those([.attendee]).filter(tookPlace)),
      ("shared", those([.creator, .sharedBy])), ("tried", tried(by: entry)),
      ("owns", those([.owner])), ("successes", those([.person, .quotedFrom], .success)),
    ]
    return doings.compactMap { doing in
      group(doing.key.replacingUnderscores, words("member_\(doing.key)"), doing.entries)
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

extension String {
  /// With hyphens for underscores, as ids are written.
  var replacingUnderscores: String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
  }
}
