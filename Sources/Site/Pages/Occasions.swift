import Community
import Markup
import Templates

/// When and where a meeting is, what its series gives included.
struct Occasion {
  let start: ClockTime?
  let end: ClockTime?
  let mode: Meeting.Mode?
  let venue: String?
  let series: Configuration.Series?
  let timeZone: String

  init(_ meeting: Meeting, in configuration: Configuration) {
    series = meeting.series.flatMap { configuration.series($0.value) }
    start = meeting.start ?? series?.start
    end = meeting.end ?? (meeting.start == nil ? series?.end : nil)
    mode = meeting.mode ?? series?.mode
    // A meeting that has moved online is not where the series usually is.
    venue = meeting.venue ?? (meeting.mode == .online ? nil : series?.venue)
    timeZone = meeting.timeZone ?? configuration.timeZone
  }
}

extension PageContext {
  func occasion(_ entry: PublishedEntry, _ meeting: Meeting) -> OccasionView {
    let occasion = Occasion(meeting, in: handbook.configuration)
    let status = meeting.status(on: entry.date, today: handbook.today)
    return OccasionView(
      kind: label("meeting_kind", meeting.kind.rawValue),
      status: status == .held ? nil : label("meeting_status", status.rawValue),
      title: entry.title, address: address(of: entry.index) ?? "",
      language: language(entry.language), summary: entry.summary,
      date: entry.date.map(words.fullDate), leaf: entry.date.map(words.leaf),
      time: time(occasion),
      mode: occasion.mode.map { label("mode", $0.rawValue) }, venue: occasion.venue,
      joiningWords: meeting.joiningWords, series: occasion.series.map(seriesLink),
      signUp: plan.overview.isUpcoming(entry)
        ? meeting.signUp.map { LinkView(title: words("sign_up"), address: $0) } : nil)
  }

  /// The hours, with the zone where it is not the site's.
  private func time(_ occasion: Occasion) -> String? {
    let time = words.times(from: occasion.start, to: occasion.end)
    guard let time, occasion.timeZone != handbook.configuration.timeZone else { return time }
    return words("time_with_zone", ["time": time, "zone": occasion.timeZone])
  }

  private func seriesLink(_ series: Configuration.Series) -> SeriesLinkView {
    SeriesLinkView(
      title: series.title,
      address: address(Addresses.index(.meeting)) + "#series-\(series.id)",
      rhythm: series.rhythm.map(words.rhythm))
  }
}
