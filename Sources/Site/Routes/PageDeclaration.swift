import Community
import Templates

/// What is to be said of a page of the site, or of another file of it.
struct PageDeclaration {
  /// Within the output, as in an address: `posts/a.html`.
  let path: String
  let listing: Listing
  /// Whether it shows hundreds of entries, and so takes long to make.
  let showsMuch: Bool
  let content: PageContent

  /// `nil` without a path.
  init?(
    _ path: String?, _ listing: Listing, _ content: PageContent, showsMuch: Bool = false
  ) {
    guard let path else { return nil }
    self.path = path
    self.listing = listing
    self.content = content
    self.showsMuch = showsMuch
  }
}

/// Whether the site map has a page, so that search engines find it.
enum Listing: Hashable, Sendable {
  case never
  case always
  /// Only where search engines may list members.
  case whereMembersAre
  /// As the entry asks, and as its kind allows.
  case asEntry(EntryIndex)

  /// The listing of what shows entries of a kind.
  static func of(_ kind: EntryKind) -> Listing { kind.isPerson ? .whereMembersAre : .always }
}

/// What makes the bytes of a page.
struct PageContent {
  /// Appends the bytes.
  let append: (PageContext, SiteRenderer, inout [UInt8]) -> Void

  /// A view in a template of the theme; nothing where there is no view.
  static func view<Page: View>(
    _ template: KeyPath<PageTemplates, Template<Page>>, _ view: @escaping (PageContext) -> Page?
  ) -> PageContent {
    PageContent { context, renderer, output in
      guard let page = view(context) else { return }
      renderer.templates[keyPath: template].render(page, into: &output)
    }
  }

  static func text(_ text: @escaping (PageContext) -> String) -> PageContent {
    PageContent { context, _, output in output.append(text(context)) }
  }

  static func bytes(_ bytes: @escaping (PageContext) -> [UInt8]?) -> PageContent {
    PageContent { context, _, output in output += bytes(context) ?? [] }
  }

  /// Bytes that are too many to be made apart.
  static func appended(_ append: @escaping (PageContext, inout [UInt8]) -> Void) -> PageContent {
    PageContent { context, _, output in append(context, &output) }
  }

  /// Bytes that the renderer holds already.
  static func held(_ bytes: @escaping (SiteRenderer) -> [UInt8]?) -> PageContent {
    PageContent { _, renderer, output in output += bytes(renderer) ?? [] }
  }

  /// Bytes that are read where files are read.
  static var ofFile: PageContent { PageContent { _, _, _ in } }
}
