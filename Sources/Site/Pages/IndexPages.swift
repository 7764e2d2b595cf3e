import Community
import Markup

/// What an index lists: a whole kind, or what one choice of a facet leaves of it.
struct IndexedList {
  let kind: EntryKind
  let entries: [PublishedEntry]
  private let narrowing: (facet: Facet, choice: Facets.Choice)?

  fileprivate init(_ kind: EntryKind, _ overview: Overview) {
    self.kind = kind
    entries = overview.listed(kind)
    narrowing = nil
  }

  init(_ facet: Facet, _ choice: Facets.Choice) {
    kind = facet.kind
    entries = choice.entries
    narrowing = (facet, choice)
  }

  fileprivate var facet: Facet? { narrowing?.facet }
  fileprivate var choice: Facets.Choice? { narrowing?.choice }

  fileprivate func path(page: Int) -> String {
    narrowing.map { Addresses.facet($0.facet, $0.choice.id, page: page) }
      ?? Addresses.index(kind, page: page)
  }
}

extension SitePlan {
  func list(_ kind: EntryKind) -> IndexedList { IndexedList(kind, overview) }
}

extension PageContext {
  /// The index of a kind other than members and meetings.
  func indexPage(_ list: IndexedList, _ number: Int) -> IndexView {
    IndexView(site: site(), page: frame(list), listing: listing(list, number))
  }

  func membersPage(_ list: IndexedList, _ number: Int) -> MembersView {
    var view = MembersView(site: site(), page: frame(list), listing: listing(list, number))
    guard number == 1, list.facet == nil else { return view }
    let unlisted = handbook.unlistedMembers
    view.unlisted = unlisted > 0 ? words.count(.membersUnlisted, unlisted) : nil
    view.roles = plan.overview.roles.map(roleHistory)
    return view
  }

  func meetingsPage(_ list: IndexedList, _ number: Int) -> MeetingsView {
    var view = MeetingsView(site: site(), page: frame(list), listing: listing(list, number))
    if number == 1 {
      view.upcoming = plan.overview.upcoming.map(card)
      view.series = seriesCards()
      view.calendar = calendarLink(.everything, words(.calendarAll))
      view.subscribing = subscribingLink(.everything)
    }
    return view
  }

  private func frame(_ list: IndexedList) -> PageView {
    let isMembers = list.kind.isPerson && handbook.configuration.indexing != .all
    let title = words(list.kind.plural)
    guard let facet = list.facet, let choice = list.choice else {
      return page(title, isHidden: isMembers)
    }
    let narrowed = words.narrowedTitle(kinds: title, choice: self.title(of: choice, in: facet))
    return page(narrowed, below: [index(list.kind)], isHidden: isMembers)
  }

  private func listing(_ list: IndexedList, _ number: Int) -> ListingView {
    let groups = self.groups(list, page(number, of: list.entries))
    let facets = self.facets(list)
    return ListingView(
      links: links(beside: list, number), narrowed: narrowed(list), facets: facets,
      kind: facets.isEmpty ? nil : list.kind.rawValue,
      shown: facets.isEmpty
        ? nil : words.filtersShown(count: "#", total: "\(list.entries.count)"),
      groups: groups,
      isLettered: list.kind.presentation.grouping == .byPerson
        && groups.contains { $0.anchor.hasPrefix("letter-") },
      pagination: pagination(number, of: list.entries.count, path: list.path))
  }

  /// The part of a list that a page of it shows.
  func page<Item>(_ number: Int, of items: [Item]) -> ArraySlice<Item> {
    items.dropFirst((number - 1) * SitePlan.pageLength).prefix(SitePlan.pageLength)
  }

  func pagination(_ number: Int, of count: Int, path: (Int) -> String) -> PaginationView? {
    let pages = pageNumbers(of: count)
    guard pages.count > 1 else { return nil }
    func link(_ page: Int, _ title: String) -> LinkView? {
      pages.contains(page)
        ? LinkView(title: title, address: address(path(page).percentEncodedPath)) : nil
    }
    return PaginationView(
      text: words.pageOf(current: "\(number)", total: "\(pages.count)"),
      previous: link(number - 1, words(.previous)), next: link(number + 1, words(.next)),
      pages: numbers(near: number, in: pages).map { page, followsGap in
        PageNumberView(
          title: "\(page)", address: address(path(page).percentEncodedPath),
          current: page == number ? "page" : nil, followsGap: followsGap)
      })
  }

  /// The first and the last page and those around one, each with whether others are left out before
  /// it: were all named on all, a list twice as long would have four times as many links.
  private func numbers(near page: Int, in pages: ClosedRange<Int>) -> [(Int, followsGap: Bool)] {
    let near = pages.clamped(to: (page - 2)...(page + 2))
    let shown = Set([pages.lowerBound, pages.upperBound] + near).sorted()
    return zip(shown, [0] + shown).map { page, before in (page, page - before > 1) }
  }
}

// MARK: - What stands beside a list

extension PageContext {
  /// Links beside a list: to pages that show the same entries in another way, and to forms.
  private func links(beside list: IndexedList, _ number: Int) -> [NavigationLinkView] {
    let contributions = number == 1 && list.facet == nil ? self.contributions(to: list.kind) : []
    return otherViews(of: list.kind) + contributions
  }

  private func otherViews(of kind: EntryKind) -> [NavigationLinkView] {
    switch kind.presentation.otherViews {
    case .none: []
    case .exchange:
      [
        navigationLink(words(.offersTitle), Addresses.offers()),
        navigationLink(words(.seeksTitle), Addresses.seeks()),
      ]
    case .years: [navigationLink(words(.yearsTitle), Addresses.years)]
    case .archive: [navigationLink(words(.archiveTitle), Addresses.archive)]
    case .registers: registerLinks()
    }
  }

  func navigationLink(_ title: String, _ path: String) -> NavigationLinkView {
    NavigationLinkView(
      title: title, address: address(path), current: self.path == path ? "page" : nil)
  }

  /// The link from a part of an index to the whole.
  private func narrowed(_ list: IndexedList) -> LinkView? {
    list.facet.flatMap { all($0.kind) }
  }

  private func facets(_ list: IndexedList) -> [FacetView] {
    Facet.allCases.filter { $0.kind == list.kind }.compactMap { facet in
      let choices = plan.overview.facets.choices(facet)
      guard !choices.isEmpty else { return nil }
      return FacetView(
        id: facet.name, title: words(facet.word),
        choices: choices.map { choice in
          ChoiceView(
            id: choice.id, title: title(of: choice, in: facet),
            address: address(of: choice, in: facet),
            count: "\(choice.entries.count)",
            current: facet == list.facet && choice.id == list.choice?.id ? "true" : nil)
        })
    }
  }

  private func title(of choice: Facets.Choice, in facet: Facet) -> String {
    switch facet {
    case .resourceSubject, .resourceLevel, .memberSubject, .memberLevel: choice.label
    case .resourceKind: title(Resource.Kind(rawValue: choice.id)?.plural, of: choice)
    case .resourceLicence: licence(choice.entries.first?.resource?.licence)?.title ?? choice.label
    case .postKind: title(Post.Kind(rawValue: choice.id)?.plural, of: choice)
    case .questionState: title(QuestionState(rawValue: choice.id)?.word, of: choice)
    case .successValue: title(Success.Value(rawValue: choice.id)?.word, of: choice)
    }
  }

  private func title(_ word: Word?, of choice: Facets.Choice) -> String {
    word.map { words($0) } ?? choice.label
  }

  private func address(of choice: Facets.Choice, in facet: Facet) -> String {
    address(Addresses.facet(facet, choice.id).percentEncodedPath)
  }

  /// The address of the list of entries that have a word in the facet's field; `nil` without one.
  func address(of word: String, in facet: Facet) -> String? {
    handbook.vocabulary.tagID(of: word).flatMap { plan.overview.facets.choice(facet, $0) }
      .map { address(of: $0, in: facet) }
  }
}
