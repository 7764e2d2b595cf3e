package import Build
import Files
package import Site

/// The site as one build left it: what the server answers from, until the next good build.
///
/// Pages are made when they are asked for. They depend on nothing but the build, so an edition is
/// small and a request costs one page.
package struct SiteEdition: Sendable {
  /// Counts the good builds of one run, from 1.
  let number: Int
  private let renderer: SiteRenderer
  private let files: SiteFiles
  /// The files of the search, by path; none where nobody has searched.
  private let searchPages: [String: RoutedPage]
  /// Changes when a file that pages only point to does: a style sheet, a picture.
  private let appearance: Fingerprint
  /// The smaller copies of pictures, which outlive the edition.
  private let copies: CopiesInMemory

  package init(
    number: Int, _ renderer: SiteRenderer, _ files: SiteFiles,
    _ copies: CopiesInMemory = CopiesInMemory()
  ) {
    self.copies = copies
    self.number = number
    self.renderer = renderer
    self.files = files
    searchPages = Dictionary(
      renderer.searchPages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    appearance = files.appearance
  }
}

extension SiteEdition {
  /// The same with the files that a search reads.
  func withSearch() async -> SiteEdition {
    SiteEdition(number: number, await renderer.withSearch(), files, copies)
  }

  /// A file of the site, with the mark that tells it from an earlier state of itself.
  package struct Page: Sendable {
    package let path: String
    package let bytes: [UInt8]
    let mark: String
  }

  /// What stands at a path as the site's own links write it; `nil` where nothing does.
  package func page(at path: String) -> Page? {
    let isFolder = path.isEmpty || path.hasSuffix("/")
    return route(at: isFolder ? path + "index.html" : path).flatMap(make)
  }

  private func route(at path: String) -> RoutedPage? {
    renderer.plan.page(at: path) ?? searchPages[path]
  }

  /// Whether a path is that of a folder whose index needs a `/` behind it.
  func isFolder(_ path: String) -> Bool { route(at: "\(path)/index.html") != nil }

  /// What a host shows where there is no page.
  var notFoundPage: Page? { page(at: "404.html") }

  /// `nil` for a file that went away since the build.
  private func make(_ page: RoutedPage) -> Page? {
    guard let bytes = try? renderer.bytes(of: page, files, copies: copies) else { return nil }
    let own = Fingerprint(bytes)
    let isPage = page.path.hasSuffix(".html")
    return Page(path: page.path, bytes: bytes, mark: isPage ? "\(own)\(appearance)" : "\(own)")
  }
}
