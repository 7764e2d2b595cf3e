package import Site

extension SiteRenderer {
  /// The renderer of the same site with the index of its search, made on all cores.
  ///
  /// Each part of the entries is counted alone, each run of words written alone.
  package func withSearch() async -> SiteRenderer {
    let searched = SearchedEntries(plan)
    let parts = await parallelMap(searched.runs) { run in searchPart(searched, run) }
    let vocabulary = SearchVocabulary(parts)
    let lists = await parallelMap(vocabulary.runs) { run in vocabulary.lists(of: run) }
    let words = ListedWords(vocabulary, lists: lists.flatMap(\.self))
    let summaries = await parallelMap(words.beginnings) { beginning in
      (beginning, words.summary(of: beginning))
    }
    var renderer = self
    renderer.search = SearchIndex(
      parts, words, summaries: summaries, of: searched, in: searchWords)
    return renderer
  }
}
