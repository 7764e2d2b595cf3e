import Community
import Markup

extension PageContext {
  /// What is the same on every page; its addresses are written as this page needs them.
  func site() -> SiteView {
    let configuration = handbook.configuration
    let first = firstPages()
    return SiteView(
      name: configuration.name, tagline: configuration.tagline,
      language: languageView(words.language), home: address(Addresses.home),
      printed: address(Addresses.printed(.whole)),
      runningText: address(Addresses.runningText), search: address(Addresses.search),
      theme: address(Addresses.theme),
      stylesheet: address(Addresses.stylesheet),
      accent: configuration.accent.map { _ in address(Addresses.accent) },
      icon: address(Addresses.icon), logo: logo(),
      navigation: navigation(), pages: first + registerLinks() + tagsLink(),
      about: about(first), lists: lists(),
      licence: licence(configuration.licence),
      contacts: configuration.contacts.map(contact), privacy: privacy(),
      source: source(configuration), feed: feed(), isPreview: isPreview, standing: standing())
  }

  private func logo() -> ImageView? {
    facts.logo.flatMap { smallImage(PublishedImage(asset: $0, alternative: "", title: nil)) }
  }

  /// Links to the indexes of the kinds that have entries.
  private func navigation() -> [NavigationLinkView] {
    EntryKind.inMenu.filter { !plan.overview.all($0).isEmpty }.map { kind in
      NavigationLinkView(
        title: words(kind.plural), address: address(Addresses.index(kind)),
        current: current(Addresses.index(kind), below: foldersOfSection(kind)))
    }
  }

  /// The folders of the pages in whose menu a kind is the section.
  private func foldersOfSection(_ kind: EntryKind) -> [String] {
    kind == .meeting ? ["meetings/", "series/"] : ["\(kind.folder)/"]
  }

  /// Links to the pages that the community put first.
  private func firstPages() -> [NavigationLinkView] {
    handbook.entries(handbook.configuration.navigation).map { entry in
      let path = plan.addresses.entry(entry.index) ?? Addresses.home
      return NavigationLinkView(title: entry.title, address: address(path), current: current(path))
    }
  }

  /// Links to the pages that the community put first, and to the list of all its pages.
  private func about(_ first: [NavigationLinkView]) -> [NavigationLinkView] {
    guard !plan.overview.all(.page).isEmpty else { return first }
    let isAmongOthers = !first.contains { $0.current != nil } && isPageOfOurOwn
    let all = NavigationLinkView(
      title: words(.pagesAll), address: address(Addresses.index(.page)),
      current: isAmongOthers ? "true" : current(Addresses.index(.page), below: ["pages/"]))
    return first + [all]
  }

  /// Whether this is a page of the handbook's own, which stand beside the home page.
  private var isPageOfOurOwn: Bool {
    !path.contains("/")
      && plan.overview.all(.page).contains { plan.addresses.entry($0.index) == path }
  }

  /// Links to the lists that gather from entries of several kinds.
  private func lists() -> [NavigationLinkView] {
    var links = registerLinks()
    if !plan.overview.exchange.offered.isEmpty {
      links.append(listLink(.offersTitle, Addresses.offers(), below: ["offers-"]))
    }
    if !plan.overview.exchange.sought.isEmpty {
      links.append(listLink(.seeksTitle, Addresses.seeks(), below: ["seeks-"]))
    }
    if !plan.overview.missed.isEmpty { links.append(listLink(.missedTitle, Addresses.missed)) }
    return links + tagsLink() + [
      listLink(.yearsTitle, Addresses.years, below: ["years/"]),
      listLink(.archiveTitle, Addresses.archive, below: ["archive/"]),
      listLink(.print, Addresses.printed(.whole), below: ["print/"]),
    ]
  }

  private func tagsLink() -> [NavigationLinkView] {
    plan.overview.tags.isEmpty ? [] : [listLink(.tags, Addresses.tags, below: ["tags/"])]
  }

  /// Links to the action register and the decision log, where there are any.
  func registerLinks() -> [NavigationLinkView] {
    let registers = plan.overview.registers
    var links: [NavigationLinkView] = []
    if registers.hasActions {
      links.append(listLink(.actionsTitle, Addresses.actions(), below: ["actions-"]))
    }
    if !registers.decisions.isEmpty {
      links.append(listLink(.decisionsTitle, Addresses.decisions(), below: ["decisions-"]))
    }
    return links
  }

  private func listLink(
    _ title: Word, _ path: String, below beginnings: [String] = []
  ) -> NavigationLinkView {
    NavigationLinkView(
      title: words(title), address: address(path), current: current(path, below: beginnings))
  }

  /// `page` on the page itself, `true` on those whose paths have one of the beginnings.
  private func current(_ path: String, below beginnings: [String] = []) -> String? {
    if self.path == path { return "page" }
    return beginnings.contains(where: self.path.hasPrefix) ? "true" : nil
  }

  func licence(_ licence: Licence?) -> LinkView? {
    guard let licence else { return nil }
    switch licence {
    case .creativeCommons, .openGovernment:
      return LinkView(title: licence.name ?? "", address: licence.address)
    case .allRightsReserved: return LinkView(title: words(.licenceAllRightsReserved))
    case .other: return LinkView(title: words(.licenceOther), address: licence.address)
    case .unknown: return LinkView(title: words(.licenceUnknown))
    }
  }

  private func contact(_ contact: String) -> LinkView {
    let address = contactAddress(contact)
    let mailbox = address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : nil
    return LinkView(title: mailbox ?? words(.contactForm), address: address)
  }

  /// The address of a form as it stands, or of a mailbox.
  func contactAddress(_ contact: String) -> String {
    contact.contains("://") || contact.hasPrefix("mailto:") ? contact : "mailto:\(contact)"
  }

  private func privacy() -> LinkView? {
    plan.overview.privacy.map(link)
  }

  private func feed() -> LinkView? {
    guard plan.feeds[.everything] != nil else { return nil }
    return plan.addresses.feed(.everything).map {
      LinkView(title: words(.feed), address: address($0))
    }
  }

  private func source(_ configuration: Configuration) -> LinkView? {
    guard configuration.source == .everyone else { return nil }
    return configuration.repository.map { LinkView(title: words(.source), address: $0) }
  }
}

extension PageContext {
  /// What a page says of itself.
  ///
  /// `below` are the pages above it, without the home page. `entry` is the entry that it shows.
  func page(
    _ title: String, description: String? = nil, below: [LinkView] = [], isHidden: Bool = false,
    feed: FeedScope? = nil, of entry: PublishedEntry? = nil
  )
    -> PageView
  {
    var page = PageView(
      title: title, description: description.map(shortened),
      isHidden: isHidden || handbook.configuration.indexing == .none
        || handbook.audience == .members,
      isHome: path == Addresses.home, canonical: canonical(path), feeds: feeds(feed),
      breadcrumbs: path == Addresses.home ? [] : [home()] + below)
    page.sharing = sharing(page, entry)
    page.structuredData = structuredData(page, about: entry.flatMap(thing))
    return page
  }

  /// A page that is no place of the site, such as a redirect.
  func pageBesideTheSite(_ title: String, canonical: String?) -> PageView {
    PageView(title: title, isHidden: true, canonical: canonical, feeds: feeds())
  }

  func home() -> LinkView {
    LinkView(title: words(.home), address: address(Addresses.home))
  }

  func index(_ kind: EntryKind) -> LinkView {
    LinkView(title: words(kind.plural), address: address(Addresses.index(kind)))
  }

  /// The link from some entries of a kind to all of them.
  func all(_ kind: EntryKind) -> LinkView? {
    kind.all.map { LinkView(title: words($0), address: address(Addresses.index(kind))) }
  }

  func canonical(_ path: String) -> String? {
    handbook.configuration.baseURL.map {
      $0 + (path == Addresses.home ? "" : path.percentEncodedPath)
    }
  }
}

/// About 160 characters, cut at a word.
func shortened(_ text: String) -> String {
  guard text.utf8.count > 160 else { return text }
  let cut = text.unicodeScalars.prefix(157)
  let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
  return String(words) + "…"
}
