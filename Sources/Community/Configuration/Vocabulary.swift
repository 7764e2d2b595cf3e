package import Diagnostics
package import Markup

/// The tags that a community has agreed on, from `content/tags.yml`.
package struct Vocabulary: Sendable {
  /// A tag with what is known of it.
  package struct Term: Hashable, Sendable {
    /// The id as it is written.
    var written = Located.unread
    var givenLabel: String?
    package internal(set) var description: String?
    /// Other spellings, which mean this tag.
    package internal(set) var also: [Located<String>] = []
    /// The id of a wider tag.
    package internal(set) var parent: Located<String>?

    package init() {}

    /// Empty of a tag without a letter or a digit.
    package var id: String { Slug.ofTag(written.value) ?? "" }
    package var label: String { givenLabel ?? written.value }
    package var span: SourceSpan { written.span }
  }

  /// In the order of the file.
  package private(set) var terms: [Term] = []
  /// Whether a tag outside the vocabulary is an error.
  package var isClosed = false
  private var byWord: [String: Int] = [:]

  package init() {}

  package init(terms: [Term], isClosed: Bool) {
    self.terms = terms
    self.isClosed = isClosed
    for (index, term) in terms.enumerated() {
      for word in [term.id, term.label] + term.also.map(\.value) {
        guard let slug = Slug.ofTag(word), byWord[slug] == nil else { continue }
        byWord[slug] = index
      }
    }
  }

  /// The term that a slug means, by its id, its label or another spelling.
  package func term(_ slug: String) -> Term? {
    byWord[slug].map { terms[$0] }
  }
}
