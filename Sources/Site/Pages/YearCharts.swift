import Community
import Markup

extension PageContext {
  /// A year month by month: when we met, and what came to the handbook.
  func charts(_ record: YearRecord) -> [MonthChartView] {
    [rhythm(record), contributions(record)].compactMap(\.self)
  }

  /// The meetings of the year by series, each a dot on its day.
  private func rhythm(_ record: YearRecord) -> MonthChartView? {
    let known = handbook.configuration.series.map(\.id)
    // A site of very many series shows those that met most, and the rest in one row.
    let met = Dictionary(grouping: record.meetings) { $0.meeting?.series?.value }
      .mapValues(\.count)
    let rowsOfSeries = known.filter { met[$0, default: 0] > 0 }
      .sorted { met[$0, default: 0] > met[$1, default: 0] }.prefix(mostSeries)
    let chart = MonthChart(
      record.days, known.filter(rowsOfSeries.contains).map(Optional.some) + [nil],
      record.meetings.lazy.compactMap { entry in
        entry.date.map { date in
          let series = entry.meeting?.series?.value
          return MonthChart.Event(
            subject: series.flatMap { rowsOfSeries.contains($0) ? $0 : nil }, date: date)
        }
      })
    let count = words.count(.yearCountMeetings, record.meetings.count)
    return view(
      chart, "rhythm", caption(chart, [count], record),
      subject: { series in
        series.flatMap(handbook.configuration.series).map {
          LinkView(title: $0.title, address: address(Addresses.series($0.id)))
        } ?? LinkView(title: words(.chartOtherMeetings))
      }, mark: { MonthMark.dots(days: $0) })
  }

  /// What came to the handbook in the year, by kind.
  private func contributions(_ record: YearRecord) -> MonthChartView? {
    let kinds = EntryKind.inPictureOfYear
    let chart = MonthChart(
      record.days, kinds,
      kinds.lazy.flatMap(record.entries).compactMap { entry in
        entry.date.map { MonthChart.Event(subject: entry.kind, date: $0) }
      })
    // The chart of meetings above shows the same where there is nothing else.
    guard chart.rows.contains(where: { $0.subject != .meeting }) else { return nil }
    let counts = kinds.filter { !record.entries($0).isEmpty }.map {
      words.count($0.counted, record.entries($0).count)
    }
    let highest = chart.highest
    return view(
      chart, "contributions", caption(chart, counts, record),
      subject: { kind in
        LinkView(title: words(kind.plural), address: address(Addresses.index(kind)))
      },
      mark: { MonthMark.bar(count: $0.count, highest: highest) })
  }
}

// MARK: - Tables and words

extension PageContext {
  /// `nil` where nothing happened.
  private func view<Subject>(
    _ chart: MonthChart<Subject>, _ anchor: String, _ caption: String,
    subject: (Subject) -> LinkView, mark: ([Int]) -> MonthMark
  ) -> MonthChartView? {
    guard !chart.rows.isEmpty else { return nil }
    return MonthChartView(
      anchor: anchor, caption: caption, months: chart.months.map(link(month:)),
      rows: chart.rows.map { row in
        MonthRowView(
          link: subject(row.subject),
          cells: row.days.map { days in
            let mark = mark(days)
            return MonthCellView(
              picture: mark.svg, count: days.isEmpty ? nil : "\(days.count)",
              isTold: mark.tellsCount)
          }, total: "\(row.total)")
      })
  }

  /// A month, linked to its page of the archive.
  private func link(month: CalendarDate) -> LinkView {
    let id = String(month.description.prefix(7))
    return LinkView(
      title: words(.shortMonth(month.month)),
      address: plan.overview.archive.month(id).map { _ in address(Addresses.month(id)) })
  }

  /// A chart in a sentence: how much there was, and when most of it.
  private func caption<Subject>(
    _ chart: MonthChart<Subject>, _ counts: [String], _ record: YearRecord
  ) -> String {
    let peak = chart.peak
    let counts = words.list(counts)
    let isEven = peak.months.count == chart.totals.count { $0 > 0 }
    if isEven, peak.months.count <= 3 {
      let months = words.list(peak.months.map(words.month))
      return words.chartInMonths(counts: counts, months: months)
    }
    if isEven || peak.months.count > 3 {
      return words.chartEven(counts: counts, year: record.name, most: "\(peak.count)")
    }
    let months = words.list(peak.months.map { words(.month($0.month)) })
    return words.chartMost(counts: counts, year: record.name, months: months)
  }
}

private let mostSeries = 12
