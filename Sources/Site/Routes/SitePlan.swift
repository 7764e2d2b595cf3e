package import Community
package import Diagnostics
import Files
import Markup

/// All pages of a site, and what they have in common.
///
/// It is a class of constants, since every page holds it.
package final class SitePlan: Sendable {
  package let handbook: Handbook
  package let pages: [RoutedPage]
  /// Where each is among them, by path; of two at one address the first.
  private let positions: [String: Int]
  let addresses: Addresses
  let overview: Overview
  let feeds: FeedContents

  /// Long lists are cut into pages of so many entries.
  static let pageLength = 50
  /// Of bare titles a page holds so many.
  static let titlesLength = 500

  private init(
    handbook: Handbook, pages: [RoutedPage], positions: [String: Int], addresses: Addresses,
    overview: Overview, feeds: FeedContents
  ) {
    self.handbook = handbook
    self.pages = pages
    self.positions = positions
    self.addresses = addresses
    self.overview = overview
    self.feeds = feeds
  }
}

extension SitePlan {
  /// Lists the routes, and reports those that would stand at one address.
  ///
  /// `copySizes` are the sizes of the smaller copies of pictures, by the position of the picture;
  /// `themeFiles` are the names of the theme's files.
  package static func make(
    _ handbook: Handbook, copySizes: [Int: [AssetFacts.Size]], themeFiles: [String]
  ) async -> Diagnosed<SitePlan> {
    async let named = Addresses(handbook, kinds: handbook.shownIDs, copySizes: copySizes)
    let overview = await Overview(handbook)
    let addresses = await named
    let feeds = FeedContents(handbook, overview)
    var routes = RouteList(
      handbook: handbook, overview: overview, feeds: feeds, addresses: addresses)
    routes.collect(themeFiles: themeFiles)
    let plan = SitePlan(
      handbook: handbook, pages: routes.pages,
      positions: Dictionary(
        routes.pages.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first }),
      addresses: addresses, overview: overview, feeds: feeds)
    return Diagnosed(plan, plan.collisions())
  }

  /// The same pages of a handbook in which nothing but running text is another.
  package func exchanging(_ handbook: Handbook) -> SitePlan {
    SitePlan(
      handbook: handbook, pages: pages, positions: positions, addresses: addresses,
      overview: overview, feeds: feeds)
  }

  /// What stands at a path.
  package func page(at path: String) -> RoutedPage? { positions[path].map { pages[$0] } }
}

/// The numbers of a list's pages, from 1; an empty list has one page.
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
}
