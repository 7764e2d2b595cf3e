import Community
import Dates
import Markup

extension PageContext {
  /// All meetings of a series, and what each of them has from it.
  func seriesPage(_ series: Configuration.Series, page number: Int) -> SeriesPageView {
    let past = plan.overview.pastMeetings(of: series.id)
    var view = SeriesPageView(
      site: site(),
      page: page(series.title, description: series.summary, below: [index(.meeting)]),
      series: seriesCard(series),
      listing: ListingView(
        groups: byYear(page(number, of: past)),
        pagination: pagination(number, of: past.count) { Addresses.series(series.id, page: $0) }))
    guard number == 1 else { return view }
    view.time = words.times(from: series.start, to: series.end)
    view.place = self.view(series.place)
    view.goals = links(series.goals)
    view.upcoming = plan.overview.upcoming.filter { $0.meeting?.series?.value == series.id }.map(
      card)
    return view
  }
}

extension PageContext {
  func seriesCards() -> [SeriesView] {
    let all = handbook.configuration.series
    let (ended, going) = (
      all.filter { $0.hasEnded(by: handbook.today) },
      all.filter { !$0.hasEnded(by: handbook.today) }
    )
    return (going + ended).map(seriesCard)
  }

  private func seriesCard(_ series: Configuration.Series) -> SeriesView {
    let meetings = plan.overview.meetingsOfSeries[series.id] ?? []
    let coming = meetings.first { plan.overview.isUpcoming($0) && status(of: $0) == .planned }
    let latest = meetings.last { status(of: $0) == .held }
    return SeriesView(
      anchor: "series-\(series.id)", title: series.title,
      address: address(Addresses.series(series.id)), summary: series.summary,
      rhythm: rhythm(of: series),
      count: words.count(.countMeeting, meetings.count), next: coming.flatMap(dateLink),
      latest: latest.flatMap(dateLink),
      calendar: calendarLink(
        .series(series.id), words.calendarSeries(series: series.title)),
      subscribing: subscribingLink(.series(series.id)))
  }

  /// When a series meets, or that it does not.
  private func rhythm(of series: Configuration.Series) -> String? {
    if series.hasEnded(by: handbook.today) || handbook.isClosed { return words(.seriesEnded) }
    if handbook.standing != nil { return words(.seriesResting) }
    return series.rhythm.map(words.rhythm)
  }

  /// What came of a meeting; `nil` for what is none.
  func status(of meeting: PublishedEntry) -> Meeting.Status? {
    meeting.meeting?.status(on: meeting.date, today: handbook.today)
  }

  private func dateLink(_ meeting: PublishedEntry) -> LinkView? {
    meeting.date.map {
      LinkView(title: words.shortDate($0).text, address: address(of: meeting.index))
    }
  }
}

extension Configuration.Series {
  fileprivate func hasEnded(by day: CalendarDate) -> Bool { ended.map { $0 <= day } ?? false }
}
