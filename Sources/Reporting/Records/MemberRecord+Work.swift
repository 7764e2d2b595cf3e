import Community
import Dates
import Diagnostics
import Markup
import Text

extension MemberRecord {
  /// Roles held on any day of this time.
  func roles() -> Account.Section {
    let held = holdings.library[member].fields.member?.roles ?? []
    let inTime = held.filter { role in
      (role.from ?? days.lowerBound) <= days.upperBound
        && (role.to ?? days.upperBound) >= days.lowerBound
    }
    return Account.Section(
      "roles", "Roles", empty: "",
      inTime.map { role in
        let title =
          holdings.library.configuration.role(role.role.value)?.title ?? role.role.value
        let period = [role.from.map { "from \($0.inWords)" }, role.to.map { "to \($0.inWords)" }]
        let words = period.compactMap(\.self).joined(separator: " ")
        return Account.Item(
          words.isEmpty ? title : "\(title), \(words)",
          facts: [
            "role": .text(role.role.value), "title": .text(title),
            "from": JSON(role.from?.description), "to": JSON(role.to?.description),
          ])
      })
  }

  /// Goals that the member owns and that were pursued in this time.
  func goals() -> Account.Section {
    let owned = holdings.all(\.goal).filter { entry, goal in
      let start = goal.start ?? entry.common.date?.value ?? days.lowerBound
      return isAmong(goal.owners) && start <= days.upperBound
        && (goal.closed ?? days.upperBound) >= days.lowerBound
    }
    return Account.Section(
      "goals", "Goals owned", empty: "",
      owned.map { entry, goal in
        Account.Item(
          entry.workingTitle, details: [goal.status.rawValue],
          facts: [
            "title": .text(entry.workingTitle), "entry": .text(entry.id.description),
            "status": .text(goal.status.rawValue),
          ])
      })
  }

  func posts() -> Account.Section {
    Account.Section(
      "posts", "Posts written", empty: "",
      dated(\.post) { isAmong($0.authors) }.map { item($0.entry, on: $0.date) })
  }

  func resources() -> Account.Section {
    let found = dated(\.resource) { isMaker(of: $0) || isMember($0.sharedBy) }
    return Account.Section(
      "resources", "Resources made or shared", empty: "",
      found.map { item($0.entry, on: $0.date, [isMaker(of: $0.fields) ? "made it" : "shared it"]) })
  }

  private func isMaker(of resource: Resource) -> Bool {
    resource.creators.contains { isMember($0.member) }
  }

  /// Resources that the member tried in class and told of, by the day of the note.
  func trials() -> Account.Section {
    let found = holdings.all(\.resource).flatMap { entry, resource in
      resource.trials.compactMap { trial -> (date: CalendarDate, entry: Entry)? in
        guard isMember(trial.member), let date = trial.date, days.contains(date) else { return nil }
        return (date, entry)
      }
    }
    return Account.Section(
      "trials", "Resources tried", empty: "",
      found.sorted { ($0.date, $0.entry.id) < ($1.date, $1.entry.id) }
        .map { item($0.entry, on: $0.date) })
  }

  /// Actions that the member took on and did, by the day on which they were done.
  func actions() -> Account.Section {
    let done = holdings.minutes.latestActions.compactMap {
      action -> (date: CalendarDate, action: LatestAction)? in
      guard action.state == .done, action.owners.contains(member),
        let date = action.doneOn ?? holdings.library[action.meeting].common.date?.value,
        days.contains(date)
      else { return nil }
      return (date, action)
    }
    return Account.Section(
      "actions", "Actions done", empty: "",
      done.sorted { $0.date < $1.date }.map { date, action in
        let text = holdings.words(action.text, of: action.meeting)
        return Account.Item(
          "\(date.inWords): \(text)",
          facts: [
            "date": .text(date.description), "text": .text(text),
            "meeting": .text(holdings.library[action.meeting].id.name),
            "number": .number(action.number),
          ])
      })
  }

  func successes() -> Account.Section {
    Account.Section(
      "successes", "Part of these successes", empty: "",
      dated(\.success) { isAmong($0.people) }.map { item($0.entry, on: $0.date) })
  }
}
