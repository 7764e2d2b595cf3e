package import Site

extension SiteRenderer {
  /// The renderer of the same site with the index of its search, made on all cores.
  package func withSearch() async -> SiteRenderer {
    await withSearch(searchParts())
  }

  /// Each part of the entries is counted alone; one that stands is not counted again.
  func searchParts(standing: StandingSite? = nil) async -> [SearchPart] {
    let searched = SearchedEntries(plan)
    return await parallelMap(Array(searched.runs.enumerated())) { number, run in
      standing?.searchPart(number, of: searched.indices(of: run)) ?? searchPart(searched, run)
    }
  }

  /// Each run of words is written alone.
  func withSearch(_ parts: [SearchPart]) async -> SiteRenderer {
    let vocabulary = SearchVocabulary(parts)
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
