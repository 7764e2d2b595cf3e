package import Community
import Markup
import Templates

/// Makes the bytes of any page.
///
/// It reads no files: what it needs of them is given to it.
package struct SiteRenderer: Sendable {
  package private(set) var plan: SitePlan
  let templates: PageTemplates
  package let wordbook: Wordbook
  let facts: AssetFacts
  let themeFiles: [String: [UInt8]]
  /// Whether pages also say, to those who write them, how to add what is missing.
  let isPreview: Bool
  /// What the files of the search are taken from, once it is made.
  package var search: SearchIndex?

  package init(
    plan: SitePlan, templates: PageTemplates, wordbook: Wordbook, facts: AssetFacts,
    themeFiles: [String: [UInt8]], isPreview: Bool = false
  ) {
    self.plan = plan
    self.templates = templates
    self.wordbook = wordbook
    self.facts = facts
    self.themeFiles = themeFiles
    self.isPreview = isPreview
  }

  /// The same for a handbook in which nothing but running text is another; without its search.
  package func exchanging(_ handbook: Handbook) -> SiteRenderer {
    var renderer = self
    renderer.plan = plan.exchanging(handbook)
    renderer.search = nil
    return renderer
  }

  /// Appends the bytes of a page to `output`, and returns the entries whose texts it shows.
  ///
  /// For a file of the community's it appends nothing; `Build` reads those.
  @discardableResult
  package func render(_ page: RoutedPage, into output: inout [UInt8]) -> [EntryIndex] {
    let context = context(of: page)
    page.route.declaration(plan.addresses)?.content.append(context, self, &output)
    return context.shownTexts.entries
  }

  private func context(of page: RoutedPage) -> PageContext {
    let volume: PrintVolume? = if case .printed(let volume) = page.route { volume } else { nil }
    return PageContext(
      plan: plan, wordbook: wordbook, facts: facts, path: page.path, volume: volume,
      isPreview: isPreview)
  }
}

// MARK: - Search

extension SiteRenderer {
  /// All pages, with the files of the search once it is made.
  package var pages: [RoutedPage] {
    plan.pages + searchPages
  }

  /// The files of the search once it is made.
  package var searchPages: [RoutedPage] {
    (search?.files ?? []).compactMap { RoutedPage(.search($0), plan.addresses) }
  }

  /// The words of a run of entries.
  package func searchPart(_ searched: SearchedEntries, _ run: Range<Int>) -> SearchPart {
    let context = PageContext(
      plan: plan, wordbook: wordbook, facts: facts, path: Addresses.search)
    return SearchPart(searched.entries[run], context)
  }

  /// The words that a search speaks with.
  package var searchWords: Words { wordbook.site }
}
