import Community
import Markup

extension PageContext {
  /// What is the same on every page; its addresses are written as this page needs them.
  func site() -> SiteView {
    let configuration = handbook.configuration
    return SiteView(
      name: configuration.name, tagline: configuration.tagline,
      language: languageView(words.language), home: address(Addresses.home),
      printed: address(Addresses.printed(.whole)),
      runningText: address(Addresses.runningText), search: address(Addresses.search),
      theme: address(Addresses.theme),
      stylesheet: address(Addresses.stylesheet),
      accent: configuration.accent.map { _ in address(Addresses.accent) },
      icon: address(Addresses.icon), logo: logo(),
      navigation: navigation(), pages: pages(), licence: licence(configuration.licence),
      contacts: configuration.contacts.map(contact), privacy: privacy(),
      source: source(configuration), feed: feed(), isPreview: isPreview)
  }

  private func logo() -> ImageView? {
    facts.logo.flatMap { image(PublishedImage(asset: $0, alternative: "", title: nil)) }
  }

  /// Links to the indexes of the kinds that have entries.
  private func navigation() -> [NavigationLinkView] {
    EntryKind.inMenu.filter { !plan.overview.all($0).isEmpty }.map { kind in
      NavigationLinkView(
        title: words(kind.plural), address: address(Addresses.index(kind)),
        current: current(Addresses.index(kind), below: "\(kind.folder)/"))
    }
  }

  /// Links to the pages that the community put first, then to the registers and the tags.
  private func pages() -> [NavigationLinkView] {
    let own = handbook.entries(handbook.configuration.navigation).map { entry in
      let path = plan.addresses.entry(entry.index) ?? Addresses.home
      return NavigationLinkView(
        title: entry.title, address: address(path), current: current(path, below: nil))
    }
    let registers = registerLinks()
    guard !plan.overview.tags.isEmpty else { return own + registers }
    let tags = NavigationLinkView(
      title: words(.tags), address: address(Addresses.tags),
      current: current(Addresses.tags, below: "tags/"))
    return own + registers + [tags]
  }

  /// Links to the action register and the decision log, where there are any.
  func registerLinks() -> [NavigationLinkView] {
    let registers = plan.overview.registers
    var links: [NavigationLinkView] = []
    if registers.hasActions {
      links.append(registerLink(.actionsTitle, Addresses.actions(), pages: "actions-"))
    }
    if !registers.decisions.isEmpty {
      links.append(registerLink(.decisionsTitle, Addresses.decisions(), pages: "decisions-"))
    }
    return links
  }

  private func registerLink(_ title: Word, _ path: String, pages: String) -> NavigationLinkView {
    NavigationLinkView(
      title: words(title), address: address(path), current: current(path, below: pages))
  }

  private func current(_ path: String, below folder: String?) -> String? {
    if self.path == path { return "page" }
    return folder.map(self.path.hasPrefix) == true ? "true" : nil
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
    if contact.contains("://") { return LinkView(title: words(.contactForm), address: contact) }
    let mailbox = contact.hasPrefix("mailto:") ? String(contact.dropFirst(7)) : contact
    return LinkView(title: mailbox, address: "mailto:\(mailbox)")
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
