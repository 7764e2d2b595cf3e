package import Markup

/// A page of the handbook's own: start here, the charter, the glossary.
package struct Page: Sendable {
  /// The year of the community, such as `2025-26`, whose report this page introduces.
  package var year: Located<CommunityYear>?

  package init(year: Located<CommunityYear>? = nil) {
    self.year = year
  }
}
