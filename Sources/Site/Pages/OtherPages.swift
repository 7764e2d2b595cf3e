import Community
import Dates
import Markup

extension PageContext {
  /// What a host shows where there is no page.
  ///
  /// It is shown at any address, so a host is told what its links are relative to. From disk the
  /// policy of the page forbids that, and they are relative to the file.
  func notFoundPage() -> PlainView {
    var page = pageBesideTheSite(words(.notFoundTitle), canonical: nil)
    page.base = handbook.configuration.basePath
    page.here = page.base.map { _ in Addresses.notFound }
    return PlainView(site: site(), page: page)
  }

  /// What stands at the address of an entry that was taken down: nothing of the entry.
  func takenDownPage() -> PlainView {
    PlainView(site: site(), page: pageBesideTheSite(words(.takenDownTitle), canonical: nil))
  }

  /// What stands at an old address.
  func redirectPage(to entry: PublishedEntry) -> RedirectView {
    let canonical = plan.addresses.entry(entry.index).flatMap(canonical)
    return RedirectView(
      site: site(), page: pageBesideTheSite(entry.title, canonical: canonical),
      target: link(entry))
  }
}

extension SitePlan {
  /// The addresses of all pages that search engines may list (sitemaps.org, protocol 0.9).
  func sitemap() -> String {
    guard let base = handbook.configuration.baseURL, isListed else { return emptySitemap }
    let addresses = pages.filter(isListed).map { page in
      let path = page.path == Addresses.home ? "" : page.path.percentEncodedPath
      let changed = lastChange(page.route).map { "<lastmod>\($0)</lastmod>" } ?? ""
      return "<url><loc>\(escaped(base + path))</loc>\(changed)</url>\n"
    }
    return sitemapHead + addresses.joined() + "</urlset>\n"
  }

  func robots() -> String {
    let base = handbook.configuration.baseURL ?? ""
    let rule = isListed ? "Disallow:" : "Disallow: /"
    return "User-agent: *\n\(rule)\n\nSitemap: \(base)sitemap.xml\n"
  }

  private var isListed: Bool {
    handbook.configuration.indexing != .none && handbook.audience == .everyone
  }

  private func isListed(_ page: RoutedPage) -> Bool {
    let showsMembers = handbook.configuration.indexing == .all
    switch page.listing {
    case .never: return false
    case .always: return true
    case .whereMembersAre: return showsMembers
    case .asEntry(let index):
      guard let entry = handbook.entry(index) else { return false }
      return !entry.common.isHiddenFromSearchEngines && (!entry.kind.isPerson || showsMembers)
    }
  }

  private func lastChange(_ route: Route) -> CalendarDate? {
    guard case .entry(let index) = route, let entry = handbook.entry(index) else { return nil }
    return entry.lastChange(by: handbook.today)
  }

  private func escaped(_ address: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(escaped: address)
    return String(decoding: bytes, as: UTF8.self)
  }
}

private let sitemapHead = """
  <?xml version="1.0" encoding="UTF-8"?>
  <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

  """
private let emptySitemap = sitemapHead + "</urlset>\n"
