package import Site

extension SiteRenderer {
  /// The renderer of the same site with the index of its search, made on all cores.
  package func withSearch() async -> SiteRenderer { await withSearch(keeping: nil).renderer }

  /// The same, and where the words of its search are kept, run by run; none where they can't all be.
  ///
  /// Each run of entries is counted alone; one whose words stand is not counted again.
  func withSearch(
    keeping words: KeptWords?
  ) async -> (renderer: SiteRenderer, words: [RecordPlace]) {
    let searched = SearchedEntries(plan)
    let parts = await parallelMap(Array(searched.runs.enumerated())) { number, run in
      let entries = searched.indices(of: run)
      return words?.part(number, of: entries) { searchPart(searched, run) }
        ?? (searchPart(searched, run), nil)
    }
    let places = parts.compactMap(\.1)
    return (
      await withSearch(parts.map(\.0)), places.count == parts.count ? places : []
    )
  }

  /// Each run of words is written alone.
  private func withSearch(_ parts: [SearchPart]) async -> SiteRenderer {
    let vocabulary = SearchVocabulary(parts, in: searchWords.language)
    let lists = await parallelMap(vocabulary.runs) { run in vocabulary.lists(of: run) }
    let words = ListedWords(vocabulary, lists: lists.flatMap(\.self))
    let summaries = await parallelMap(words.beginnings) { beginning in
      (beginning, words.summary(of: beginning))
    }
    var renderer = self
    renderer.search = SearchIndex(
      parts, words, summaries: summaries, of: SearchedEntries(plan), in: searchWords)
    return renderer
  }
}
