import Community
import Markup
import Templates

extension PageContext {
  func occasion(_ entry: PublishedEntry, _ meeting: Meeting) -> OccasionView {
    let occasion = Occasion(meeting, on: entry.date, in: handbook.configuration)
    let status = meeting.status(on: entry.date, today: handbook.today)
    return OccasionView(
      kind: label(meeting.kind),
      status: status.word.map { label(status.rawValue, $0) },
      title: entry.title, address: address(of: entry.index) ?? "",
      language: language(entry.language), summary: entry.summary,
      date: entry.date.map(words.fullDate), lastDay: occasion.lastDay.map(words.fullDate),
      leaf: entry.date.map(words.leaf),
      time: time(occasion), ownTime: ownTime(occasion),
      place: view(occasion.place),
      joiningWords: meeting.joiningWords, series: occasion.series.map(seriesLink),
      signUp: plan.overview.isUpcoming(entry)
        ? meeting.signUp.map { LinkView(title: words(.signUp), address: $0) } : nil,
      calendar: calendarLink(entry))
  }

  /// The hours by the clocks of the site's zone, which are those of most readers; with the day
  /// where it is not that of the meeting.
  ///
  /// Who comes to a meeting in person goes by the clocks there, and needs no zone.
  private func time(_ occasion: Occasion) -> String? {
    guard let hours = occasion.hours else { return nil }
    guard occasion.mode != .inPerson else {
      return words.localTimes(hours, in: TimeZones.zone(occasion.timeZone))
    }
    let zone = TimeZones.zone(handbook.configuration.timeZone)
    let time = words.times(hours, in: zone)
    let day = hours.start.local(ahead: zone.offset(at: hours.start)).date
    guard day != occasion.date else { return time }
    return words.timeOnDate(time: time, date: words.longDate(day).text)
  }

  /// The hours by the clocks where the meeting is, if these show something else.
  private func ownTime(_ occasion: Occasion) -> String? {
    guard let hours = occasion.hours, occasion.mode != .inPerson else { return nil }
    let zone = TimeZones.zone(occasion.timeZone)
    let site = TimeZones.zone(handbook.configuration.timeZone)
    guard zone.offset(at: hours.start) != site.offset(at: hours.start) else { return nil }
    return words.timeWithZone(time: words.times(hours, in: zone), zone: occasion.timeZone)
  }

  func view(_ place: MeetingPlace) -> PlaceView {
    PlaceView(mode: place.mode.map(label), venue: place.venue)
  }

  func address(ofSeries series: Configuration.Series) -> String {
    address(Addresses.series(series.id))
  }

  private func seriesLink(_ series: Configuration.Series) -> SeriesLinkView {
    SeriesLinkView(
      title: series.title,
      address: address(ofSeries: series),
      rhythm: handbook.standing == nil ? series.rhythm.map(words.rhythm) : nil)
  }
}

// MARK: - In lists

extension PageContext {
  func card(_ entry: PublishedEntry, _ meeting: Meeting) -> CardView {
    var card = basicCard(
      entry, kind: kindLabel(.meeting, title: words(meeting.kind.word)))
    let status = meeting.status(on: entry.date, today: handbook.today)
    if status == .cancelled || status == .postponed {
      card.status = status.word.map { label(status.rawValue, $0) }
    }
    card.leaf = entry.date.map(words.leaf)
    let occasion = Occasion(meeting, on: entry.date, in: handbook.configuration)
    card.facts = [
      days(occasion) ?? clock(occasion),
      occasion.mode.map { words($0.word) }, occasion.place.venue,
      occasion.series.flatMap { isPage(of: $0) ? nil : $0.title },
    ].compactMap(\.self)
    return card
  }

  /// Whether the page lists the meetings of a series, and so need not name it beside each.
  private func isPage(of series: Configuration.Series) -> Bool {
    let first = Addresses.series(series.id)
    let later = Addresses.series(series.id, page: 2).dropLast("2.html".utf8.count)
    return path == first || path.hasPrefix(later)
  }

  /// The first and the last day of a meeting that takes several.
  func days(_ occasion: Occasion) -> String? {
    guard let first = occasion.date, let last = occasion.lastDay else { return nil }
    return "\(words.shortDate(first).text) – \(words.shortDate(last).text)"
  }

  /// The hours on the day of the card's leaf, so those where the meeting is.
  private func clock(_ occasion: Occasion) -> String? {
    let times = words.times(from: occasion.start, to: occasion.end)
    guard let times, occasion.timeZone != handbook.configuration.timeZone else { return times }
    return words.timeWithZone(time: times, zone: occasion.timeZone)
  }
}

// MARK: - In calendars and in print

extension PageContext {
  /// Where a meeting is, in a few words.
  func inWords(_ place: MeetingPlace) -> String? {
    place.venue ?? (place.mode == .online ? place.mode.map { words($0.word) } : nil)
  }

  /// When and where a meeting is.
  func occasionFacts(_ entry: PublishedEntry) -> [(title: Word, values: [LinkView])] {
    guard case .meeting(let meeting) = entry.fields else { return [] }
    let occasion = occasion(entry, meeting)
    return [
      (.meetingWhen, [occasion.date?.text, occasion.time].linked),
      (.meetingWhere, [occasion.place.mode?.title, occasion.place.venue].linked),
    ]
  }
}
