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
      subjects: member.subjects.map(link(subject:)), levels: member.levels.map(link(subject:)),
      links: member.links.map { LinkView(title: $0.label, address: $0.address) },
      offers: member.offers.map(offer), seeks: member.seeks.map(offer))
  }

  private func role(_ held: Member.RoleHeld) -> RoleView? {
    guard let role = handbook.configuration.role(held.role.value) else { return nil }
    return RoleView(
      title: role.title,
      period: words.period(from: held.from.map(words.month), to: held.to.map(words.month)))
  }

  private func offer(_ exchange: Member.Exchange) -> OfferView {
    OfferView(tag: link(exchange: exchange), note: exchange.note)
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
    let doings: [(key: String, relations: Set<Relation>, kind: EntryKind?)] = [
      ("wrote", [.author], nil), ("chaired", [.chair], nil), ("took_notes", [.noteTaker], nil),
      ("attended", [.attendee], nil), ("shared", [.creator, .sharedBy], nil),
      ("tried", [.triedBy], nil), ("owns", [.owner], nil),
      ("successes", [.person, .quotedFrom], .success),
    ]
    return doings.compactMap { doing in
      group(
        doing.key.replacingUnderscores, words("member_\(doing.key)"),
        entries(referringTo: entry, as: doing.relations, kind: doing.kind))
    }
  }
}

extension String {
  /// With hyphens for underscores, as ids are written.
  var replacingUnderscores: String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
  }
}
