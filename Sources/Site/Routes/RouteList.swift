import Community
import Files
import Markup

/// Collects the pages that a site has, in the order in which a reader would list them.
struct RouteList {
  let handbook: Handbook
  let overview: Overview
  let feeds: FeedContents
  let addresses: Addresses
  private(set) var pages: [RoutedPage] = []

  mutating func collect(themeFiles: [String]) {
    add(.home)
    for kind in EntryKind.allCases {
      addPages(of: overview.listed(kind).count) { .index(kind, page: $0) }
    }
    for entry in handbook.entries { add(.entry(entry.index)) }
    add(.tags)
    for tag in overview.tags { addPages(of: tag.entries.count) { .tag(tag.tag.id, page: $0) } }
    addRegisters()
    addDerivedPages()
    var taken = Set(handbook.entries.map(\.id))
    for entry in handbook.entries { addRedirects(to: entry, &taken) }
    for id in handbook.goneAddresses.notices where taken.insert(id).inserted {
      add(.takenDown(id))
    }
    addCalendars()
    addFeeds()
    add(.openData)
    for volume in overview.printVolumes { add(.printed(volume)) }
    add(.runningText)
    add(.searchPage)
    for page in overview.titlePages { add(.titles(page: page)) }
    add(.notFound)
    if handbook.configuration.baseURL != nil {
      add(.sitemap)
      add(.robots)
    }
    for name in themeFiles { add(.themeFile(name)) }
    if handbook.configuration.accent != nil { add(.accent) }
    for position in handbook.assets.indices {
      add(.asset(position))
      for copy in addresses.copies(of: position) {
        add(.pictureCopy(position, width: copy.size.width))
      }
    }
  }

  /// Adds the action register and the decision log, where they have something to list.
  private mutating func addRegisters() {
    let registers = overview.registers
    if registers.hasActions {
      addPages(of: registers.open.count) { .actions(page: $0) }
    }
    if !registers.closed.isEmpty {
      addPages(of: registers.closed.count) { .closedActions(page: $0) }
    }
    if !registers.decisions.isEmpty {
      addPages(of: registers.decisions.count) { .decisions(page: $0) }
    }
  }

  /// Adds the pages that gather what entries say.
  private mutating func addDerivedPages() {
    for facet in Facet.allCases {
      for choice in overview.facets.choices(facet) {
        addPages(of: choice.entries.count) { .facet(facet, choice.id, page: $0) }
      }
    }
    for series in handbook.configuration.series {
      addPages(of: overview.pastMeetings(of: series.id).count) { .series(series.id, page: $0) }
    }
    addPages(of: overview.exchange.offered.count) { .offers(page: $0) }
    addPages(of: overview.exchange.sought.count) { .seeks(page: $0) }
    if !overview.missed.isEmpty { add(.missed) }
    add(.archive)
    for month in overview.archive.months {
      addPages(of: month.entries.count) { .month(month.id, page: $0) }
    }
    add(.years)
    for record in overview.years.records { add(.year(record.name)) }
  }

  /// Adds the pages of a list of so many items.
  private mutating func addPages(of count: Int, _ route: (Int) -> Route) {
    for number in pageNumbers(of: count) { add(route(number)) }
  }

  /// Adds a redirect for each old id and each old address of an entry.
  ///
  /// A person's old id has none: it would tell a name that was given up. Where two entries claim one
  /// id, settling has reported it.
  private mutating func addRedirects(to entry: PublishedEntry, _ taken: inout Set<EntryID>) {
    guard !entry.kind.isPerson else { return }
    for alias in entry.common.aliases {
      let old = EntryID(entry.kind, alias.value)
      guard taken.insert(old).inserted else { continue }
      add(.redirect(from: old, to: entry.index))
    }
    var own = Set(entry.common.aliases.map { Addresses.path(of: EntryID(entry.kind, $0.value)) })
    for path in entry.common.oldPaths where own.insert(path.value.file.description).inserted {
      add(.moved(from: path.value.file, to: entry.index))
    }
  }

  private mutating func addFeeds() {
    let tags = overview.tags.map { FeedScope.tag($0.tag.id) }
    let goals = overview.all(.goal).map { FeedScope.goal($0.index) }
    for scope in [.everything] + tags + goals where feeds[scope] != nil { add(.atomFeed(scope)) }
    if feeds[.everything] != nil { add(.jsonFeed) }
  }

  private mutating func addCalendars() {
    let series = handbook.configuration.series.map { CalendarScope.series($0.id) }
    let coming = overview.all(.meeting).filter(overview.isUpcoming)
    for scope in [.everything] + series + coming.map({ CalendarScope.meeting($0.index) })
    where overview.hasCalendar(scope) { add(.calendar(scope)) }
  }

  /// Adds what stands at a route, where anything does.
  private mutating func add(_ route: Route) {
    if let page = RoutedPage(route, addresses) { pages.append(page) }
  }
}
