import Community
import Files

extension Route {
  /// Where the page stands, whether the site map has it, and what makes it; `nil` where there is
  /// nothing.
  ///
  /// To add a page, add a case to `Route` and its declaration here.
  func declaration(_ addresses: Addresses) -> PageDeclaration? {
    switch self {
    case .home: PageDeclaration(Addresses.home, .always, .view(\.home) { $0.homePage() })
    case .index(let kind, let number):
      PageDeclaration(Addresses.index(kind, page: number), .of(kind), .index(kind, number))
    case .entry(let index):
      PageDeclaration(addresses.entry(index), .asEntry(index), .entry(index))
    case .tags: PageDeclaration(Addresses.tags, .always, .view(\.tags) { $0.tagsPage() })
    case .tag(let id, let number):
      PageDeclaration(
        Addresses.tag(id, page: number), .always,
        .view(\.tag) { $0.tagPage(id, page: number) })
    case .actions(let number):
      // Who is to do what is about members as their own pages are.
      PageDeclaration(
        Addresses.actions(page: number), .whereMembersAre,
        .view(\.actions) { $0.actionsPage(page: number) })
    case .closedActions(let number):
      PageDeclaration(
        Addresses.closedActions(page: number), .whereMembersAre,
        .view(\.closedActions) { $0.closedActionsPage(page: number) })
    case .decisions(let number):
      PageDeclaration(
        Addresses.decisions(page: number), .always,
        .view(\.decisions) { $0.decisionsPage(page: number) })
    case .facet(let facet, let id, let number):
      PageDeclaration(
        Addresses.facet(facet, id, page: number), .of(facet.kind), .facet(facet, id, number))
    case .series(let id, let number):
      PageDeclaration(
        Addresses.series(id, page: number), .always,
        .view(\.series) { context in
          context.handbook.configuration.series(id).map { context.seriesPage($0, page: number) }
        })
    case .offers(let number):
      PageDeclaration(
        Addresses.offers(page: number), .whereMembersAre,
        .view(\.offers) { $0.offersPage(number) })
    case .seeks(let number):
      PageDeclaration(
        Addresses.seeks(page: number), .whereMembersAre,
        .view(\.seeks) { $0.seeksPage(number) })
    case .archive:
      PageDeclaration(Addresses.archive, .always, .view(\.archive) { $0.archivePage() })
    case .month(let id, let number):
      PageDeclaration(
        Addresses.month(id, page: number), .always,
        .view(\.month) { $0.monthPage(id, page: number) })
    case .missed:
      PageDeclaration(Addresses.missed, .always, .view(\.missed) { $0.missedPage() })
    case .years: PageDeclaration(Addresses.years, .always, .view(\.years) { $0.yearsPage() })
    case .year(let name):
      PageDeclaration(
        Addresses.year(name), .always,
        .view(\.year) { context in
          context.plan.overview.years.record(name).map(context.yearPage)
        }, showsMuch: true)
    case .redirect(let old, let target):
      PageDeclaration(
        Addresses.path(of: old), .never,
        .view(\.redirect) { context in
          context.handbook.entry(target).map { context.redirectPage(to: $0) }
        })
    case .moved(let old, let target):
      PageDeclaration(
        old.description, .never,
        .view(\.redirect) { context in
          context.handbook.entry(target).map { context.redirectPage(to: $0) }
        })
    case .takenDown(let id):
      PageDeclaration(Addresses.path(of: id), .never, .view(\.takenDown) { $0.takenDownPage() })
    case .printed(let volume):
      PageDeclaration(
        Addresses.printed(volume), .never, .view(\.print) { $0.printPage(volume) }, showsMuch: true)
    case .searchPage:
      PageDeclaration(Addresses.search, .never, .view(\.search) { $0.searchPage() })
    case .titles(let number):
      PageDeclaration(
        Addresses.titles(page: number), .always, .view(\.titles) { $0.titlesPage(number) })
    case .search(.texts(let number)):
      PageDeclaration(Addresses.search(.texts(number)), .never, .searchTexts(number))
    case .search(let file):
      PageDeclaration(Addresses.search(file), .never, .held { $0.search?.bytes(of: file) })
    case .notFound:
      PageDeclaration(Addresses.notFound, .never, .view(\.notFound) { $0.notFoundPage() })
    case .calendar(let scope):
      PageDeclaration(addresses.calendar(scope), .never, .bytes { $0.calendar(scope) })
    case .atomFeed(let scope):
      PageDeclaration(addresses.feed(scope), .never, .bytes { $0.feed(scope)?.atom })
    case .jsonFeed:
      PageDeclaration(Addresses.jsonFeed, .never, .bytes { $0.feed(.everything)?.json })
    case .openData:
      PageDeclaration(
        Addresses.openData, .never, .appended { $0.appendOpenData(to: &$1) }, showsMuch: true)
    case .sitemap: PageDeclaration(Addresses.sitemap, .never, .text { $0.plan.sitemap() })
    case .robots: PageDeclaration(Addresses.robots, .never, .text { $0.plan.robots() })
    case .accent:
      PageDeclaration(
        Addresses.accent, .never, .text { $0.handbook.configuration.accent?.styleSheet ?? "" })
    case .runningText:
      PageDeclaration(
        Addresses.runningText, .never, .text { Site.runningText($0.handbook.configuration.name) })
    case .themeFile(let name):
      PageDeclaration(Addresses.theme + name, .never, .held { $0.themeFiles[name] })
    case .asset(let position): PageDeclaration(addresses.file(position), .never, .ofFile)
    case .pictureCopy(let position, let width):
      PageDeclaration(
        addresses.copies(of: position).first { $0.size.width == width }?.path, .never,
        .ofFile)
    }
  }
}
