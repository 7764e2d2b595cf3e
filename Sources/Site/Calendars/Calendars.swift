package import Community
import Dates
import Markup

/// Which meetings a calendar holds.
package enum CalendarScope: Hashable, Sendable {
  case everything
  case series(String)
  case meeting(EntryIndex)
}

extension PageContext {
  /// A calendar of meetings (RFC 5545), oldest first.
  ///
  /// It has no `METHOD`, which would make it an invitation that somebody must have sent.
  func calendar(_ scope: CalendarScope) -> [UInt8] {
    var text = CalendarText()
    text.add("BEGIN", "VCALENDAR")
    text.add("VERSION", "2.0")
    text.add("PRODID", "-//Handbook//Handbook//EN")
    if let name = calendarName(scope) {
      // RFC 7986 §5.1, §5.2 and §5.7; most programs read the older names only.
      for property in ["NAME", "X-WR-CALNAME"] { text.add(property, text: name) }
      text.add("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
      text.add("X-PUBLISHED-TTL", "P1D")
      if let standing = standing() {
        let told = [standing.text, standing.words].compactMap(\.self).joined(separator: " ")
        for property in ["DESCRIPTION", "X-WR-CALDESC"] { text.add(property, text: told) }
      }
    }
    for entry in meetings(scope) {
      if let meeting = entry.meeting { addEvent(entry, meeting, to: &text) }
    }
    if case .series(let id) = scope { addExpectedEvent(ofSeries: id, to: &text) }
    text.add("END", "VCALENDAR")
    return text.bytes
  }

  private func calendarName(_ scope: CalendarScope) -> String? {
    let community = handbook.configuration.name
    switch scope {
    case .everything: return community
    case .series(let id):
      let title = handbook.configuration.series(id)?.title ?? id
      return words.partOfCommunity(part: title, community: community)
    case .meeting: return nil
    }
  }

  private func addEvent(_ entry: PublishedEntry, _ meeting: Meeting, to text: inout CalendarText) {
    guard let date = entry.date else { return }
    let occasion = Occasion(meeting, on: date, in: handbook.configuration)
    text.add("BEGIN", "VEVENT")
    text.add("UID", text: PermanentID.calendar(entry, handbook.configuration))
    text.add("DTSTAMP", "\(plan.overview.lastRevision(of: entry).digits)T000000Z")
    if let updated = entry.common.updated?.value {
      text.add("LAST-MODIFIED", "\(updated.digits)T000000Z")
    }
    text.add("SEQUENCE", "\(meeting.revision)")
    addTimes(occasion, on: date, to: &text)
    text.add("SUMMARY", text: entry.title)
    if let place = inWords(occasion.place) { text.add("LOCATION", text: place) }
    let page = plan.addresses.entry(entry.index).flatMap(canonical)
    let description = ([entry.summary] + toldBelow(entry) + [page])
      .compactMap(\.self).joined(separator: "\n\n")
    if !description.isEmpty { text.add("DESCRIPTION", text: description) }
    if let page { text.add("URL", page) }
    text.add("STATUS", meeting.status(on: date, today: handbook.today).inCalendars)
    text.add("END", "VEVENT")
  }

  /// What fields say that calendars tell below the summary.
  private func toldBelow(_ entry: PublishedEntry) -> [String?] {
    entry.fields.filled.filter(\.field.isInCalendars).map { filled in
      switch filled.content {
      case .text(let words), .address(let words): words
      default: nil
      }
    }
  }

  /// A series that has not met yet has a calendar to subscribe to nevertheless: a calendar may not be
  /// empty (RFC 5545 §3.6), so it holds the day on which the series is to meet first.
  private func addExpectedEvent(ofSeries id: String, to text: inout CalendarText) {
    guard let date = plan.overview.firstMeetings[id],
      let series = handbook.configuration.series(id), let rhythm = series.rhythm
    else { return }
    let occasion = Occasion(of: series, on: date, in: handbook.configuration)
    text.add("BEGIN", "VEVENT")
    text.add("UID", text: PermanentID.uuid(handbook.configuration, "series/\(id)/\(date)"))
    text.add("DTSTAMP", "\(plan.overview.lastRevision.digits)T000000Z")
    addTimes(occasion, on: date, to: &text)
    text.add("SUMMARY", text: series.title)
    if let place = inWords(occasion.place) { text.add("LOCATION", text: place) }
    let expected = words.calendarExpected(rhythm: words.rhythm(rhythm))
    let page = canonical(Addresses.series(id))
    text.add(
      "DESCRIPTION",
      text: [series.summary, expected, page].compactMap(\.self).joined(separator: "\n\n"))
    if let page { text.add("URL", page) }
    text.add("STATUS", "TENTATIVE")
    text.add("END", "VEVENT")
  }

  private func addTimes(_ occasion: Occasion, on date: CalendarDate, to text: inout CalendarText) {
    if let hours = occasion.hours {
      text.add("DTSTART", hours.start)
      if let end = hours.end ?? occasion.endOfLastDay { text.add("DTEND", end) }
    } else {
      text.add("DTSTART;VALUE=DATE", date.digits)
      text.add("DTEND;VALUE=DATE", (occasion.lastDay ?? date).adding(days: 1).digits)
    }
  }
}

extension PageContext {
  private func meetings(_ scope: CalendarScope) -> [PublishedEntry] {
    switch scope {
    case .everything: plan.overview.all(.meeting).reversed()
    case .series(let id): plan.overview.meetingsOfSeries[id] ?? []
    case .meeting(let index): [handbook.entry(index)].compactMap(\.self)
    }
  }

  func calendarLink(_ scope: CalendarScope, _ title: String) -> LinkView? {
    guard plan.overview.hasCalendar(scope) else { return nil }
    return plan.addresses.calendar(scope).map { LinkView(title: title, address: address($0)) }
  }

  /// The address by which a program takes in a calendar and keeps it up to date, where the address
  /// of the site is known.
  ///
  /// `webcal` is no registered scheme; the programs of phones and desks open it all the same.
  func subscribingLink(_ scope: CalendarScope) -> LinkView? {
    guard plan.overview.hasCalendar(scope), let path = plan.addresses.calendar(scope),
      let site = handbook.configuration.baseURL, let scheme = site.firstRange(of: "://")
    else { return nil }
    return LinkView(
      title: words(.calendarSubscribe), address: "webcal://\(site[scheme.upperBound...])\(path)")
  }

  /// The calendar of one meeting that will be.
  func calendarLink(_ entry: PublishedEntry) -> LinkView? {
    guard plan.overview.isUpcoming(entry),
      entry.meeting?.status(on: entry.date, today: handbook.today) == .planned
    else { return nil }
    return calendarLink(.meeting(entry.index), words(.calendarAdd))
  }
}

extension Overview {
  /// Whether there is anything to put into a calendar, which may not be empty.
  func hasCalendar(_ scope: CalendarScope) -> Bool {
    switch scope {
    case .everything: !all(.meeting).isEmpty
    case .series(let id): meetingsOfSeries[id] != nil || firstMeetings[id] != nil
    case .meeting: true
    }
  }
}

extension Meeting.Status {
  fileprivate var inCalendars: String {
    switch self {
    case .planned, .held: "CONFIRMED"
    case .cancelled: "CANCELLED"
    // The day is given up, and the meeting is not.
    case .postponed: "TENTATIVE"
    }
  }
}
