import Community

extension PageContext {
  /// The index of goals, with a table of the tags of what serves them.
  func goalsPage(_ list: IndexedList, _ number: Int) -> GoalsView {
    let index = indexPage(list, number)
    let goals = page(number, of: list.entries).map { (goal: $0, serving: whatServes($0)) }
    return GoalsView(
      site: index.site, page: index.page, listing: index.listing,
      matrix: TagMatrix(goals).map(view))
  }

  private func view(_ matrix: TagMatrix) -> TagMatrixView {
    TagMatrixView(
      caption: caption(matrix), tags: matrix.tags.map(link),
      rows: matrix.rows.map { row in
        TagMatrixRowView(
          link: link(row.goal), language: language(row.goal.language),
          cells: row.counts.map { count in
            count == 0
              ? TagMatrixCellView()
              : TagMatrixCellView(step: "\(matrix.step(count))", count: "\(count)")
          })
      })
  }

  private func caption(_ matrix: TagMatrix) -> String {
    guard let strongest = matrix.strongest else { return words(.goalTagsIntro) }
    return words.goalTagsMost(
      intro: words(.goalTagsIntro), goal: strongest.goal.title, tag: strongest.tag.label,
      count: words.count(.countEntry, matrix.highest))
  }
}
