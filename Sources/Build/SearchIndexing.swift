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
    let kept = places.count == parts.count ? places : []
    return (await withSearch(parts.map(\.0), of: searched), kept)
  }

  private func withSearch(
    _ parts: consuming [SearchPart], of searched: SearchedEntries
  ) async -> SiteRenderer {
    let records = parts.flatMap(\.records)
    let words = await listedWords(parts)
    let summaries = await parallelMap(words.beginnings) { beginning in
      (beginning, words.summary(of: beginning))
    }
    var renderer = self
    renderer.search = SearchIndex(
      records, words, summaries: summaries, of: searched, in: searchWords)
    return renderer
  }

  /// The words of all runs with their lists, each run of words written alone.
  ///
  /// What was counted is let go of then: in a large site it takes a tenth of the memory.
  private func listedWords(_ parts: consuming [SearchPart]) async -> ListedWords {
    let vocabulary = SearchVocabulary(parts, in: searchWords.language)
    let lists = await parallelMap(vocabulary.runs) { run in vocabulary.lists(of: run) }
    return ListedWords(vocabulary.withoutPostings, lists: lists.flatMap(\.self))
  }
}
