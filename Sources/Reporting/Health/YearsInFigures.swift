import Community
import Dates
import Diagnostics
import Markup
import Text

extension Holdings {
  /// How this year of the community goes beside the one before: in sums, and never so small that
  /// somebody could be picked out.
  func yearsInFigures() -> Account.Section {
    let first = firstContributions()
    let start = library.configuration.yearStarts.latest(until: today)
    let years = [
      (title: "Since \(start.inWords)", days: start...today),
      (
        title: "The year before that",
        days: start.adding(months: -12)...start.adding(days: -1)
      ),
    ]
    return Account.Section(
      uncounted: "years", "The year in figures", empty: "",
      years.map { year in
        let meetings = meetings(in: year.days)
        let heads = meetings.map { $0.attendees.count + ($0.guests ?? 0) }.filter { $0 > 0 }
        let average = heads.isEmpty ? 0 : (heads.reduce(0, +) + heads.count / 2) / heads.count
        let newcomers = first.values.count { year.days.contains($0) }
        return Account.Item(
          year.title,
          details: [
            "\(meetings.isEmpty ? "no" : "\(meetings.count)") "
              + "\(meetings.count == 1 ? "meeting" : "meetings") held"
              + (heads.isEmpty ? "" : ", with \(inWords(average)) people on average"),
            "\(inWords(newcomers)) contributed for the first time",
          ],
          facts: [
            "from": .text(year.days.lowerBound.description),
            "to": .text(year.days.upperBound.description), "meetings": .number(meetings.count),
            "average_attendance": told(average), "first_time_contributors": told(newcomers),
          ])
      })
  }

  private func meetings(in days: ClosedRange<CalendarDate>) -> [Meeting] {
    all(\.meeting).compactMap { entry, meeting in
      guard let date = entry.common.date?.value, days.contains(date),
        meeting.status(on: date, today: today) == .held
      else { return nil }
      return meeting
    }
  }

  /// The day on which each member first wrote, made, shared, chaired or took notes.
  private func firstContributions() -> [EntryIndex: CalendarDate] {
    var first: [EntryIndex: CalendarDate] = [:]
    for entry in library.entries where !entry.common.isDraft {
      guard let date = entry.common.date?.value, date <= today else { continue }
      for member in entry.fields.contributors.compactMap(\.target) {
        first[member] = min(first[member] ?? date, date)
      }
    }
    return first
  }
}

/// The fewest people who are told as a number: fewer could be guessed one by one.
private let fewestTold = 5

private func inWords(_ people: Int) -> String {
  people == 0 ? "nobody" : people < fewestTold ? "fewer than \(fewestTold)" : "\(people)"
}

/// `null` where too few are meant to be told.
private func told(_ people: Int) -> JSON {
  (1..<fewestTold).contains(people) ? .null : .number(people)
}

extension Configuration.DayOfYear {
  /// The last such day that is not after another; a 29 February is the 28th in other years.
  func latest(until date: CalendarDate) -> CalendarDate {
    [date.year, date.year - 1].lazy.compactMap(inYear).first { $0 <= date } ?? date
  }

  private func inYear(_ year: Int) -> CalendarDate? {
    guard (1...9999).contains(year) else { return nil }
    let last = CalendarDate.days(inMonth: month, of: year)
    return CalendarDate(year: year, month: month, day: min(day, last))
  }
}
