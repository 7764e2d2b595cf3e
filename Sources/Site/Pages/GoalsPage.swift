import Community

extension PageContext {
  /// The index of goals, with a chart of each that has readings, and a table of the tags of what
  /// serves them.
  func goalsPage(_ list: IndexedList, _ number: Int) -> GoalsView {
    let index = indexPage(list, number)
    let goals = page(number, of: list.entries).map { (goal: $0, serving: whatServes($0)) }
    return GoalsView(
      site: index.site, page: index.page, listing: index.listing,
      charts: charts(goals.map(\.goal)), matrix: TagMatrix(goals).map(view))
  }

  /// Small charts beside each other, all with the same axis of days.
  private func charts(_ goals: [PublishedEntry]) -> [GoalChartView] {
    var charts = goals.compactMap { entry in
      entry.goal.flatMap { goal in
        ReadingsChart(goal).map { (entry: entry, goal: goal, chart: $0) }
      }
    }
    guard let first = charts.map(\.chart.first.date).min(),
      let last = charts.map(\.chart.last.date).max()
    else { return [] }
    for position in charts.indices { charts[position].chart.days = first...last }
    return charts.map { entry, goal, chart in
      GoalChartView(
        link: link(entry), language: language(entry.language), status: label(goal.status),
        finding: finding(chart, goal), picture: picture(chart, goal, .small),
        figures: ends(chart, goal))
    }
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
