import Community
import Dates
import Diagnostics
import Markup
import Text

extension Holdings {
  /// That the community has not met for long and plans nothing, with how to begin again.
  ///
  /// A community that rests says so itself: only after a year is it asked. One that has ended is not.
  func silence() -> Account.Section {
    Account.Section(
      "silence", "Silence", empty: "", [silentMonths(), restingMonths()].compactMap(\.self))
  }

  private func silentMonths() -> Account.Item? {
    guard library.configuration.standing(on: today) == nil, !isAnythingPlanned,
      let last = latestMeeting, last.date.adding(months: shortestSilence) <= today
    else { return nil }
    let months = last.date.wholeMonths(until: today)
    return Account.Item(
      "no meeting for \(months) months, nothing planned",
      details: [
        "the last was \(last.entry.workingTitle) on \(last.date.inWords)",
        "to begin again: \(restart(after: last.meeting))",
        "to rest or to end, write status: paused or status: closed in content/handbook.yml",
      ],
      at: last.entry.place,
      facts: facts(.text("silent"), months, last.date))
  }

  private func restingMonths() -> Account.Item? {
    guard let standing = library.configuration.standing(on: today), standing.status == .paused,
      !isAnythingPlanned, let since = standing.since,
      since.adding(months: longestRest) <= today
    else { return nil }
    let months = since.wholeMonths(until: today)
    return Account.Item(
      "resting for \(months) months, nothing planned",
      details: [
        "to begin again: \(restart(after: latestMeeting?.meeting))",
        "to end, write status: closed in content/handbook.yml",
      ], facts: facts(.text("resting"), months, since))
  }

  private func facts(_ what: JSON, _ months: Int, _ since: CalendarDate) -> Facts {
    ["what": what, "months": .number(months), "since": .text(since.description)]
  }

  /// The command that writes the agenda: in the series of the last meeting, where that can go on.
  private func restart(after last: Meeting?) -> String {
    let going = library.configuration.series.filter { series in
      series.rhythm != nil && series.ended.map { $0 > today } ?? true
    }
    let series = going.first { $0.id == last?.series?.value } ?? going.first
    return "handbook new meeting --restart" + (series.map { " --series \($0.id)" } ?? "")
  }

  private var latestMeeting: (entry: Entry, meeting: Meeting, date: CalendarDate)? {
    let held = all(\.meeting).compactMap {
      entry, meeting -> (entry: Entry, meeting: Meeting, date: CalendarDate)? in
      guard let date = entry.common.date?.value,
        meeting.status(on: date, today: today) == .held
      else { return nil }
      return (entry, meeting, date)
    }
    return held.max { $0.date < $1.date }
  }

  private var isAnythingPlanned: Bool {
    all(\.meeting).contains { entry, meeting in
      let date = entry.common.date?.value
      return date.map { $0 >= today } ?? true && meeting.status(on: date, today: today) == .planned
    }
  }
}

/// How many months without a meeting are a silence: more than a summer.
private let shortestSilence = 4

/// After how many months somebody asks whether a rest is an end.
private let longestRest = 12

extension CalendarDate {
  /// How many months have passed on a later day.
  fileprivate func wholeMonths(until later: CalendarDate) -> Int {
    let months = (later.year - year) * 12 + later.month - month
    return adding(months: months) <= later ? months : months - 1
  }
}
