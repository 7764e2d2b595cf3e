package import Community
package import Dates
import Markup

/// The next meeting of a series: its day by the rhythm, the agenda of the last one, and what the
/// earlier ones left open.
package struct NextMeeting: Sendable {
  private let content: SettledContent
  private let series: Configuration.Series
  private let today: CalendarDate
  private let language: StarterLanguage

  /// - Throws: `NoNextMeeting` for a series that is not there.
  package init(
    of series: String, in content: SettledContent, today: CalendarDate
  ) throws(NoNextMeeting) {
    guard let found = content.library.configuration.series(series) else {
      throw .unknownSeries(series, known: content.library.configuration.series.map(\.id))
    }
    guard !content.library.configuration.isClosed(on: today) else { throw .closed }
    self.content = content
    self.series = found
    self.today = today
    language = StarterLanguage(tag: content.library.configuration.language)
  }

  /// The first day of the rhythm from today on that has no meeting yet.
  package func day() throws(NoNextMeeting) -> CalendarDate {
    guard let rhythm = series.rhythm else { throw .noRhythm(series.id) }
    let taken = Set(meetings.compactMap { $0.common.date?.value })
    let breaks = content.library.configuration.breaks
    var from = today
    while let day = rhythm.next(onOrAfter: from, skipping: breaks) {
      if !taken.contains(day) { return day }
      from = day.adding(days: 1)
    }
    throw .noDay(series.id)
  }

  /// The file of the meeting on a day, before it takes place.
  package func start(on day: CalendarDate, id: String, title: String?) -> EntryStart {
    var meeting = EntryStart(EntryID(.meeting, id), in: language, body: agenda(on: day).text)
    meeting.fill("title", title ?? series.title)
    meeting.fill("date", yaml: day.description)
    meeting.fill("series", series.id)
    return meeting
  }

  /// The file of a meeting that begins again after a silence.
  package func restart(on day: CalendarDate, id: String, title: String?) -> EntryStart {
    let restart = RestartAgenda.of(language)
    let open = openActions(before: day).map(content.carriedLine)
    let agenda = restart.agenda(in: language, carryingOver: open)
    var meeting = EntryStart(EntryID(.meeting, id), in: language, body: agenda.text)
    meeting.fill("title", title ?? restart.title)
    meeting.fill("date", yaml: day.description)
    meeting.fill("series", series.id)
    return meeting
  }

  /// The id that the meeting has by default: its day and its series.
  package func id(on day: CalendarDate) -> String { "\(day)-\(series.id)" }

  private func agenda(on day: CalendarDate) -> Agenda {
    let earlier = meetings.filter { $0.common.date.map { $0.value < day } ?? false }
    let last = earlier.max { ($0.common.date?.value ?? day) < ($1.common.date?.value ?? day) }
    let headings = last.map { entry in
      entry.body.headings.filter { $0.level == 2 }.map { entry.body.prose.string($0.title) }
    }
    var agenda = Agenda(after: headings ?? [], in: language)
    agenda.carriedOver = openActions(before: day).map(content.carriedLine)
    return agenda
  }

  private var meetings: [Entry] {
    content.library.entries.filter { entry in
      guard case .meeting(let meeting) = entry.fields else { return false }
      return meeting.series?.value == series.id
    }
  }

  private func openActions(before day: CalendarDate) -> [LatestAction] {
    content.minutes.latestActions.filter { action in
      let entry = content.library[action.meeting]
      guard case .meeting(let meeting) = entry.fields else { return false }
      return action.state == .open && meeting.series?.value == series.id
        && (entry.common.date.map { $0.value < day } ?? true)
    }
  }
}

/// Why there is no next meeting to write.
package enum NoNextMeeting: Error, Hashable, Sendable {
  case unknownSeries(String, known: [String])
  case noRhythm(String)
  case noDay(String)
  /// The community has ended.
  case closed

  package var message: String {
    switch self {
    case .unknownSeries(let id, _): "content/handbook.yml has no series '\(id)'"
    case .noRhythm(let id): "the series '\(id)' has no rhythm, so its next day is not known"
    case .closed: "the community has ended, so no meeting is planned"
    case .noDay(let id): "the series '\(id)' meets on no day of the next two years"
    }
  }

  package var hint: String {
    switch self {
    case .unknownSeries(_, let known):
      known.isEmpty
        ? "add one to handbook.yml, or leave --series out"
        : "there are \(known.joined(separator: ", "))"
    case .closed: "to go on, take status: closed out of content/handbook.yml"
    case .noRhythm, .noDay: "write the day: --date 2026-01-15"
    }
  }
}
