package import Community
package import Diagnostics
import Files
import Markup

/// All routes of a site, and what its pages have in common.
///
/// A class, all of it constant: every page holds it.
package final class SitePlan: Sendable {
  package let handbook: Handbook
  package let pages: [RoutedPage]
  let addresses: Addresses
  let overview: Overview
  let feeds: FeedContents

  /// Long lists are cut into pages of so many entries.
  static let pageLength = 50
  /// Of bare titles a page holds so many.
  static let titlesLength = 500

  private init(
    handbook: Handbook, pages: [RoutedPage], addresses: Addresses, overview: Overview,
    feeds: FeedContents
  ) {
    self.handbook = handbook
    self.pages = pages
    self.addresses = addresses
    self.overview = overview
    self.feeds = feeds
  }
}

extension SitePlan {
  /// Lists the routes, and reports those that would stand at one address.
  ///
  /// `themeFiles` are the names of the theme's files.
  package static func make(_ handbook: Handbook, themeFiles: [String]) -> Diagnosed<SitePlan> {
    let overview = Overview(handbook)
    let addresses = Addresses(handbook, kinds: handbook.shownIDs)
    let feeds = FeedContents(handbook, overview)
    var routes = RouteList(
      handbook: handbook, overview: overview, feeds: feeds, addresses: addresses)
    routes.collect(themeFiles: themeFiles)
    let plan = SitePlan(
      handbook: handbook, pages: routes.pages, addresses: addresses, overview: overview,
      feeds: feeds)
    return Diagnosed(plan, routes.collisions())
  }
}

/// Collects the routes of a handbook in the order in which a reader would list them.
private struct RouteList {
  let handbook: Handbook
  let overview: Overview
  let feeds: FeedContents
  let addresses: Addresses
  var pages: [RoutedPage] = []

  mutating func collect(themeFiles: [String]) {
    add(.home, Addresses.home)
    for kind in EntryKind.allCases { addIndex(kind) }
    for entry in handbook.entries { add(.entry(entry.index), Addresses.path(of: entry.id)) }
    add(.tags, Addresses.tags)
    for tag in overview.tags {
      for page in pageNumbers(of: tag.entries.count) {
        add(.tag(tag.tag.id, page: page), Addresses.tag(tag.tag.id, page: page))
      }
    }
    addRegisters()
    addDerivedPages()
    var taken = Set(handbook.entries.map(\.id))
    for entry in handbook.entries { addRedirects(to: entry, &taken) }
    for id in handbook.goneAddresses.notices where taken.insert(id).inserted {
      add(.takenDown(id), Addresses.path(of: id))
    }
    addCalendars()
    addFeeds()
    add(.openData, Addresses.openData)
    for volume in overview.printVolumes { add(.printed(volume), Addresses.printed(volume)) }
    add(.runningText, Addresses.runningText)
    add(.searchPage, Addresses.search)
    for page in overview.titlePages { add(.titles(page: page), Addresses.titles(page: page)) }
    add(.notFound, "404.html")
    if handbook.configuration.baseURL != nil {
      add(.sitemap, "sitemap.xml")
      add(.robots, "robots.txt")
    }
    for name in themeFiles { add(.themeFile(name), "theme/\(name)") }
    if handbook.configuration.accent != nil { add(.accent, Addresses.accent) }
    for (position, asset) in handbook.assets.enumerated() {
      if let asset { add(.asset(position), asset.address.description) }
    }
  }

  private mutating func addIndex(_ kind: EntryKind) {
    for page in pageNumbers(of: overview.listed(kind).count) {
      add(.index(kind, page: page), Addresses.index(kind, page: page))
    }
  }

  /// The register and the log, where there is anything to list.
  private mutating func addRegisters() {
    let registers = overview.registers
    if registers.hasActions {
      for page in pageNumbers(of: registers.open.count) {
        add(.actions(page: page), Addresses.actions(page: page))
      }
    }
    if !registers.closed.isEmpty {
      for page in pageNumbers(of: registers.closed.count) {
        add(.closedActions(page: page), Addresses.closedActions(page: page))
      }
    }
    if !registers.decisions.isEmpty {
      for page in pageNumbers(of: registers.decisions.count) {
        add(.decisions(page: page), Addresses.decisions(page: page))
      }
    }
  }

  /// The pages that nobody writes: they gather what the entries say.
  private mutating func addDerivedPages() {
    for facet in Facet.allCases {
      for choice in overview.facets.choices(facet) {
        addPages(of: choice.entries.count) {
          (.facet(facet, choice.id, page: $0), Addresses.facet(facet, choice.id, page: $0))
        }
      }
    }
    for series in handbook.configuration.series {
      addPages(of: overview.pastMeetings(of: series.id).count) {
        (.series(series.id, page: $0), Addresses.series(series.id, page: $0))
      }
    }
    addPages(of: overview.exchange.offered.count) {
      (.offers(page: $0), Addresses.offers(page: $0))
    }
    addPages(of: overview.exchange.sought.count) { (.seeks(page: $0), Addresses.seeks(page: $0)) }
    add(.archive, Addresses.archive)
    for month in overview.archive.months {
      addPages(of: month.entries.count) {
        (.month(month.id, page: $0), Addresses.month(month.id, page: $0))
      }
    }
    add(.years, Addresses.years)
    for record in overview.years.records { add(.year(record.name), Addresses.year(record.name)) }
  }

  /// The pages that a list of so many is cut into.
  private mutating func addPages(of count: Int, _ page: (Int) -> (Route, String)) {
    for number in pageNumbers(of: count) {
      let (route, path) = page(number)
      add(route, path)
    }
  }

  /// A member's old id makes no redirect: it would tell a name that was given up.
  ///
  /// An old id that is somebody's already is told where ids are settled.
  private mutating func addRedirects(to entry: PublishedEntry, _ taken: inout Set<EntryID>) {
    guard entry.kind != .member else { return }
    for alias in entry.common.aliases {
      let old = EntryID(entry.kind, alias.value)
      guard taken.insert(old).inserted else { continue }
      add(.redirect(from: old, to: entry.index), Addresses.path(of: old))
    }
  }

  private mutating func addFeeds() {
    let tags = overview.tags.map { FeedScope.tag($0.tag.id) }
    let goals = overview.all(.goal).map { FeedScope.goal($0.index) }
    for scope in [.everything] + tags + goals where feeds[scope] != nil {
      if let path = addresses.feed(scope) { add(.atomFeed(scope), path) }
    }
    if feeds[.everything] != nil { add(.jsonFeed, Addresses.jsonFeed) }
  }

  private mutating func addCalendars() {
    let series = handbook.configuration.series.map { CalendarScope.series($0.id) }
    let coming = overview.all(.meeting).filter(overview.isUpcoming)
    for scope in [.everything] + series + coming.map({ CalendarScope.meeting($0.index) }) {
      guard overview.hasCalendar(scope), let path = addresses.calendar(scope) else { continue }
      add(.calendar(scope), path)
    }
  }

  private mutating func add(_ route: Route, _ path: String) {
    pages.append(RoutedPage(route: route, path: path))
  }

  /// Two routes at one address, or at addresses that some file systems take for one, or a file
  /// where another needs a folder.
  func collisions() -> [Diagnostic] {
    var taken: [CollisionKey: RoutedPage] = [:]
    var problems: [Diagnostic] = []
    for page in pages {
      guard let key = collisionKey(page.path) else {
        problems.append(.badAddress(page, handbook))
        continue
      }
      if let other = taken[key] {
        problems.append(.collision(page, other, handbook))
      } else {
        taken[key] = page
      }
    }
    for page in pages {
      for folder in foldersAbove(page.path) {
        guard let other = collisionKey(folder).flatMap({ taken[$0] }) else { continue }
        problems.append(.collision(page, other, handbook))
      }
    }
    return problems
  }
}

/// What a path is compared by; `nil` for one that no file may have.
private func collisionKey(_ path: String) -> CollisionKey? {
  (try? RelativePath(path))?.collisionKey
}

private func foldersAbove(_ path: String) -> [String] {
  let parts = path.split(separator: "/")
  return (1..<max(1, parts.count)).map { parts[..<$0].joined(separator: "/") }
}

/// The pages that a list is cut into; an empty list has one that says so.
func pageNumbers(of count: Int) -> ClosedRange<Int> {
  1...max(1, (count + SitePlan.pageLength - 1) / SitePlan.pageLength)
}

extension Handbook {
  /// The id of each entry by position; `nil` for what is not shown.
  fileprivate var shownIDs: [EntryID?] {
    var ids: [EntryID?] = Array(repeating: nil, count: positions)
    for entry in entries { ids[entry.index.position] = entry.id }
    return ids
  }

  /// The file that a route is made from, to name it in a message; `nil` for the site's own pages.
  fileprivate func source(of page: RoutedPage) -> String? {
    switch page.route {
    case .entry(let index), .redirect(_, let index), .calendar(.meeting(let index)),
      .atomFeed(.goal(let index)):
      entry(index)?.source
    case .asset(let position): assets[position]?.source.description
    case .tag(let id, _), .atomFeed(.tag(let id)):
      entries.first { $0.tags.contains { $0.id == id } }?.source
    default: nil
    }
  }
}

extension RoutedPage {
  /// The id of the tag that the page is of, if it is of one.
  fileprivate var tag: String? { if case .tag(let id, _) = route { id } else { nil } }

  /// What has the address, as the beginning of a message about its file.
  fileprivate var claim: String {
    switch route {
    case .redirect: "its old address '\(path.quotedInput)'"
    case .tag(let id, _): "the address '\(path.quotedInput)' of its tag '\(id.quotedInput)'"
    default: "its address '\(path.quotedInput)'"
    }
  }
}

extension Diagnostic {
  fileprivate static func badAddress(_ page: RoutedPage, _ handbook: Handbook) -> Diagnostic {
    Diagnostic(
      .error, "bad-address", at: handbook.source(of: page).map { SourceLocation(path: $0) },
      "no file can have the address '\(page.path.quotedInput)'",
      hints: ["write a shorter name, of letters, digits and hyphens"])
  }

  fileprivate static func collision(
    _ page: RoutedPage, _ other: RoutedPage, _ handbook: Handbook
  ) -> Diagnostic {
    let isOurs = handbook.source(of: page) != nil
    let (claimant, rival) = isOurs ? (page, other) : (other, page)
    let rivalName = rival.tag.map { "the tag '\($0.quotedInput)'" } ?? handbook.source(of: rival)
    return Diagnostic(
      .error, "address-collision",
      at: handbook.source(of: claimant).map { SourceLocation(path: $0) },
      "\(claimant.claim) is also that of \(rivalName ?? "a page that the site makes itself")",
      because: difference(of: rival.path, from: claimant.path),
      hints: [rivalName == nil ? "give it another name" : "rename one of the two"])
  }
}

/// Why two addresses that are not one by their bytes cannot both stand.
private func difference(of path: String, from other: String) -> String? {
  if path.utf8.elementsEqual(other.utf8) { return nil }
  // String takes for equal what is canonically equivalent (Unicode, UAX #15).
  if path == other { return "They look alike: one writes a letter and its accent apart." }
  return "'\(path.quotedInput)' differs, but not on every computer."
}
