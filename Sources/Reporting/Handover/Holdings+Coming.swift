import Community
import Dates
import Markup

extension Holdings {
  /// Active goals without a sign of life.
  func quiet(_ words: HandoverWords) -> HandoverLetter.Section {
    let items = goalsThatAreQuiet().map { index, last in
      let owners = library[index].fields.goal?.owners.compactMap(\.target).map(name) ?? []
      return HandoverLetter.Item(
        text: library[index].workingTitle,
        details: [
          owners.joined(separator: ", "),
          last.map { words.quietSince + " " + words.date($0) } ?? "",
        ].filter { !$0.isEmpty })
    }
    return HandoverLetter.Section(words.goals, items, empty: words.noGoals)
  }

  /// Members to ask for their consent, with the day on which they gave it.
  func consents(_ words: HandoverWords) -> HandoverLetter.Section {
    let items = membersToAsk().map { asked in
      HandoverLetter.Item(
        text: name(asked.member),
        details: [asked.given.map { words.givenOn + " " + words.date($0) } ?? words.neverAsked])
    }
    return HandoverLetter.Section(words.consents, items, empty: words.noConsents)
  }

  /// The meetings of the next three months: those that are planned, and the days on which the series
  /// would meet.
  func comingMeetings(_ words: HandoverWords) -> HandoverLetter.Section {
    let days = today...today.adding(months: 3)
    let planned = all(\.meeting).compactMap { entry, meeting -> (CalendarDate, String)? in
      guard let date = entry.common.date?.value, days.contains(date),
        meeting.status(on: date, today: today) == .planned
      else { return nil }
      let chair = meeting.chair?.target.map(name)
      return (
        date, "\(entry.workingTitle) (\(chair.map { "\(words.chair) \($0)" } ?? words.noChair))"
      )
    }
    let expected = expectedDays(in: days).map { day, series in
      (day, "\(series.title) (\(words.notWritten) handbook new meeting --series \(series.id))")
    }
    let items = (planned + expected).enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map { HandoverLetter.Item(text: words.date($0.element.0), details: [$0.element.1]) }
    return HandoverLetter.Section(words.agenda, items, empty: words.noMeetings)
  }

  /// The days on which each series that goes on would meet and has no meeting yet.
  private func expectedDays(
    in days: ClosedRange<CalendarDate>
  ) -> [(CalendarDate, Configuration.Series)] {
    let settings = library.configuration
    guard settings.standing(on: today) == nil else { return [] }
    return settings.series.flatMap { series -> [(CalendarDate, Configuration.Series)] in
      let taken = Set(
        all(\.meeting).filter { $0.fields.series?.value == series.id }
          .compactMap { $0.entry.common.date?.value })
      var found: [(CalendarDate, Configuration.Series)] = []
      var from = days.lowerBound
      while let day = series.rhythm?.next(onOrAfter: from, skipping: settings.breaks),
        day <= days.upperBound, series.ended.map({ day < $0 }) ?? true
      {
        if !taken.contains(day) { found.append((day, series)) }
        from = day.adding(days: 1)
      }
      return found
    }
  }
}
