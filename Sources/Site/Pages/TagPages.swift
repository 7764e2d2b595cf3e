import Community
import Markup

extension PageContext {
  /// All tags, A to Z.
  func tagsPage() -> TagsView {
    let alphabet = plan.overview.alphabet
    let letters = runs(of: tagsByLabel[...]) { alphabet.initial(of: $0.tag.label) }.map {
      letter, tags in
      LetterView(title: letterTitle(letter), anchor: "letter-\(letter)", tags: tags.map(choice))
    }
    return TagsView(site: site(), page: page(words(.tagsTitle)), letters: letters)
  }

  /// All tags in the order of the alphabet.
  var tagsByLabel: [Overview.TaggedEntries] {
    plan.overview.alphabet.sorted(plan.overview.tags, by: \.tag.label, then: \.tag.id)
  }

  private func choice(_ tagged: Overview.TaggedEntries) -> ChoiceView {
    ChoiceView(
      title: tagged.tag.label, address: link(tagged.tag).address ?? "",
      count: "\(tagged.entries.count)",
      description: handbook.vocabulary.term(tagged.tag.id)?.description)
  }

  /// Everything about one thing.
  func tagPage(_ id: String, page number: Int) -> TagView {
    let tagged = plan.overview.tag(id)
    let entries = tagged?.entries ?? []
    let term = handbook.vocabulary.term(id)
    let title = tagged?.tag.label ?? id
    return TagView(
      site: site(),
      page: page(
        title, description: term?.description,
        below: [LinkView(title: words(.tags), address: address(Addresses.tags))], feed: .tag(id)),
      listing: ListingView(
        groups: byKind(page(number, of: entries)),
        pagination: pagination(number, of: entries.count) { Addresses.tag(id, page: $0) }),
      description: term?.description, also: term?.also.map(\.value) ?? [],
      broader: term?.parent.flatMap { related($0.value) }, narrower: narrower(than: id),
      offeredBy: people(plan.overview.exchange.topic(id)?.offers),
      soughtBy: people(plan.overview.exchange.topic(id)?.seeks),
      tagsAddress: address(Addresses.tags))
  }

  /// The entries under the names of their kinds.
  func byKind(_ entries: ArraySlice<PublishedEntry>) -> [GroupView] {
    EntryKind.allCases.compactMap { kind in
      group(kind.folder, words(kind.plural), entries.filter { $0.kind == kind })
    }
  }

  private func related(_ word: String) -> LinkView? {
    guard let slug = Slug.ofTag(word), let term = handbook.vocabulary.term(slug) else { return nil }
    let used = plan.overview.tag(term.id)?.tag
    return LinkView(title: term.label, address: used.flatMap { link($0).address })
  }

  private func narrower(than id: String) -> [LinkView] {
    handbook.vocabulary.terms.filter { term in
      term.parent.flatMap { Slug.ofTag($0.value) }.flatMap(handbook.vocabulary.term)?.id == id
    }.compactMap { related($0.id) }
  }

  private func people(_ hands: [Exchange.Hand]?) -> [PersonView] {
    (hands ?? []).map { person($0.member) }
  }
}
