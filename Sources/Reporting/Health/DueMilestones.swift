import Community
import Dates
import Diagnostics
import Markup
import Text

extension Holdings {
  /// What of each active goal is late or due within a month: milestones, and the goal itself.
  ///
  /// The goal that has waited longest comes first.
  func dueMilestones() -> Account.Section {
    let goals = all(\.goal).compactMap { entry, goal -> DueGoal? in
      guard goal.status == .active else { return nil }
      let milestones = goal.milestones.filter { $0.doneOn == nil }.map { ($0.title, $0.due) }
      let all = milestones + [("the goal itself", goal.due)]
      let steps = all.compactMap { title, due in due.map { DueGoal.Step(title: title, due: $0) } }
        .filter { $0.due <= today.adding(months: 1) }.sorted { $0.due < $1.due }
      return steps.isEmpty ? nil : DueGoal(entry: entry, goal: goal, steps: steps)
    }
    return Account.Section(
      "due_milestones", "Milestones due", empty: "No milestone is late, or due in the next month.",
      goals.sorted { $0.firstDue < $1.firstDue }.flatMap(items))
  }

  private func items(_ goal: DueGoal) -> [Account.Item] {
    let owners = goal.goal.owners.compactMap(\.target).map(name)
    let title = goal.entry.workingTitle
    return goal.steps.map { step in
      Account.Item(
        step.title,
        group: owners.isEmpty ? title : "\(title) (\(owners.joined(separator: ", ")))",
        details: ["due \(step.due.inWords), \(untilOrSince(step.due))"], at: goal.entry.place,
        facts: [
          "goal": .text(goal.entry.id.name), "owners": .list(owners.map(JSON.text)),
          "title": .text(step.title), "due": .text(step.due.description),
          "days_late": .number(step.due.days(before: today)), "path": .text(goal.entry.source),
        ])
    }
  }

  /// `5 days late`, `today`, `in 12 days`.
  func untilOrSince(_ date: CalendarDate) -> String {
    let late = date.days(before: today)
    return late == 0 ? "today" : late > 0 ? "\(days(late)) late" : "in \(days(-late))"
  }
}

/// A goal with what of it is due, the earliest first.
private struct DueGoal {
  struct Step {
    let title: String
    let due: CalendarDate
  }

  let entry: Entry
  let goal: Goal
  let steps: [Step]

  var firstDue: CalendarDate { steps[0].due }
}
