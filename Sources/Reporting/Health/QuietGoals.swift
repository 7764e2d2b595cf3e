import Community
import Dates
import Diagnostics
import Markup
import Text

extension Holdings {
  /// Active goals that nothing has served or spoken of for 90 days, the quietest first.
  func quietGoals() -> Account.Section {
    Account.Section(
      "quiet_goals", "Goals with no sign of life for \(longestSilence) days",
      empty: "Every active goal has shown a sign of life in the last \(longestSilence) days.",
      goalsThatAreQuiet().map { item($0.index, last: $0.last) })
  }

  /// They and the last day of which anything is known.
  func goalsThatAreQuiet() -> [(index: EntryIndex, last: CalendarDate?)] {
    let signs = latestSignsOfLife()
    let quiet = library.indices.compactMap { index -> (index: EntryIndex, last: CalendarDate?)? in
      guard let goal = library[index].fields.goal, goal.status == .active else { return nil }
      let last = signs[index]
      guard last.map({ $0.days(before: today) >= longestSilence }) ?? true else { return nil }
      return (index, last)
    }
    return quiet.sorted {
      ($0.last?.daysSince1970 ?? .min, $0.index) < ($1.last?.daysSince1970 ?? .min, $1.index)
    }
  }

  private func item(_ index: EntryIndex, last: CalendarDate?) -> Account.Item {
    let entry = library[index]
    let silence = last.map { $0.days(before: today) }
    return Account.Item(
      entry.workingTitle,
      details: [
        last.map { "nothing since \($0.inWords), \(days($0.days(before: today))) ago" }
          ?? "nothing in the files has a date and names it"
      ],
      at: entry.place,
      facts: [
        "goal": .text(entry.id.name), "title": .text(entry.workingTitle),
        "last": JSON(last?.description), "days_silent": JSON(silence), "path": .text(entry.source),
      ])
  }

  /// The last day on which each goal was served or spoken of: an entry names it or links to it, an
  /// action is for it, somebody counted, a milestone was reached.
  private func latestSignsOfLife() -> [EntryIndex: CalendarDate] {
    var latest: [EntryIndex: CalendarDate] = [:]
    func note(_ goal: EntryIndex, _ date: CalendarDate?) {
      guard let date else { return }
      latest[goal] = max(latest[goal] ?? date, date)
    }
    for index in library.indices {
      let entry = library[index]
      for goal in entry.common.goals.compactMap(\.target) { note(goal, entry.common.date?.value) }
      if let goal = entry.fields.goal {
        note(index, goal.start)
        goal.readings.forEach { note(index, $0.date) }
        goal.milestones.forEach { note(index, $0.doneOn) }
        for link in links.incoming[index.position] {
          note(index, library[link.from].common.date?.value)
        }
      }
    }
    for action in minutes.latestActions {
      for goal in action.goals {
        note(goal, action.doneOn ?? library[action.meeting].common.date?.value)
      }
    }
    return latest
  }
}

/// How many days a goal may be silent.
private let longestSilence = 90
