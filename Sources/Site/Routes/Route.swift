package import Community
package import Files

/// Every output of a site: the whole of it on one screen.
///
/// Where each stands and what makes it is said in `Route+Declaration`; which of them a site has, in
/// `RouteList`.
package enum Route: Hashable, Sendable {
  case home
  /// The index of a kind; long ones have several pages, counted from 1.
  case index(EntryKind, page: Int)
  case entry(EntryIndex)
  case tags
  /// The page of a tag, by its id; long ones have several, counted from 1.
  case tag(String, page: Int)
  /// The action register: what is open; long ones have several pages, counted from 1.
  case actions(page: Int)
  /// What is done or dropped.
  case closedActions(page: Int)
  /// The decision log.
  case decisions(page: Int)
  /// A part of a kind's index: those with one value of a facet, by its id.
  case facet(Facet, String, page: Int)
  /// A series of meetings, by its id.
  case series(String, page: Int)
  /// What members offer, and what they look for.
  case offers(page: Int)
  case seeks(page: Int)
  /// Everything by month: the months, and a month by its id.
  case archive
  case month(String, page: Int)
  /// The year on one page, for who joins midway.
  case missed
  /// The reports of the years, and one by its name.
  case years
  case year(String)
  /// What stands at the old address of an entry.
  case redirect(from: EntryID, to: EntryIndex)
  /// What stands at an address that the entry had on another site.
  case moved(from: RelativePath, to: EntryIndex)
  /// What says that the entry which had this address was taken down.
  case takenDown(EntryID)
  /// A page of the print edition.
  case printed(PrintVolume)
  case searchPage
  /// Titles, A to Z, where they are too many for the search page; counted from 1.
  case titles(page: Int)
  /// A file that a search reads.
  ///
  /// These are known when the index is made, after the plan.
  case search(SearchIndex.File)
  case notFound
  case calendar(CalendarScope)
  case atomFeed(FeedScope)
  case jsonFeed
  /// All that is public, for machines.
  case openData
  case sitemap
  case robots
  /// The site's own colour.
  case accent
  /// What runs along the pages of the print edition.
  case runningText
  /// A file of the theme, such as `style.css`.
  case themeFile(String)
  /// A file of the community's: a position in `Handbook.assets`.
  case asset(Int)
  /// A smaller copy of a picture of the community's, by its width.
  case pictureCopy(Int, width: Int)
}

/// A route with its place in the output.
package struct RoutedPage: Hashable, Sendable {
  package let route: Route
  /// Within the output, as in an address: `posts/a.html`.
  package let path: String
  /// Whether it shows hundreds of entries, and so takes long to make.
  package let showsMuch: Bool
  let listing: Listing

  /// `nil` where the route leads to nothing.
  init?(_ route: Route, _ addresses: Addresses) {
    guard let declaration = route.declaration(addresses) else { return nil }
    self.route = route
    path = declaration.path
    showsMuch = declaration.showsMuch
    listing = declaration.listing
  }
}
