import Site

/// The pages of a site in memory, each rendered when it is asked for: most tests look at one.
///
/// A file of the community's is there with no bytes: they are read where it is written.
package struct RenderedPages: Sendable {
  private let renderer: SiteRenderer?
  private let pages: [RoutedPage]

  init(_ renderer: SiteRenderer?, _ pages: [RoutedPage]) {
    self.renderer = renderer
    self.pages = pages
  }

  /// The text of the page at a path; `nil` where there is none.
  package subscript(path: String) -> String? {
    pages.first { $0.path == path }.map(text)
  }

  package subscript(path: String, default missing: String) -> String { self[path] ?? missing }

  package var isEmpty: Bool { pages.isEmpty }
  package var count: Int { pages.count }

  /// The paths of all pages.
  package var keys: [String] { pages.map(\.path) }

  /// The texts of all pages.
  package var values: [String] { pages.map(text) }

  /// All pages by their paths.
  package var all: [String: String] {
    Dictionary(pages.map { ($0.path, text($0)) }) { first, _ in first }
  }

  private func text(_ page: RoutedPage) -> String {
    var bytes: [UInt8] = []
    renderer?.render(page, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
