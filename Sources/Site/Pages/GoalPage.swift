import Community
import Markup

extension PageContext {
  func goalPage(_ entry: PublishedEntry, _ goal: Goal) -> GoalView {
    GoalView(
      site: site(), page: page(entry), entry: entryView(entry, related: whatServes(entry)),
      status: label("goal_status", goal.status.rawValue), owners: people(goal.owners),
      why: goal.why, measure: goal.measure, figures: figures(goal),
      readings: goal.readings.map { reading in
        ReadingView(
          date: words.shortDate(reading.date), value: value(reading.value, unit: goal.unit),
          note: reading.note)
      },
      progress: progress(goal), milestones: goal.milestones.map(milestone),
      start: goal.start.map(words.longDate), due: goal.due.map(words.longDate),
      closed: goal.closed.map(words.longDate))
  }

  /// Everything that names the goal, by kind.
  private func whatServes(_ entry: PublishedEntry) -> [GroupView] {
    let order: [EntryKind] = [.success, .meeting, .resource, .post, .page, .goal]
    return order.compactMap { kind in
      let serving = entries(referringTo: entry, as: [.goal, .evidence], kind: kind)
      return group(kind.folder, words("kinds_\(kind.rawValue)"), serving)
    }
  }

  private func figures(_ goal: Goal) -> FiguresView? {
    let figures = FiguresView(
      baseline: goal.baseline.map { value($0, unit: goal.unit) },
      latest: goal.readings.last.map { value($0.value, unit: goal.unit) },
      target: goal.target.map { value($0, unit: goal.unit) })
    let isEmpty = figures.baseline == nil && figures.latest == nil && figures.target == nil
    return isEmpty ? nil : figures
  }

  private func value(_ value: Double, unit: String?) -> String {
    let number = readable(value)
    return unit.map { "\(number)\u{A0}\($0)" } ?? number
  }

  private func milestone(_ milestone: Goal.Milestone) -> MilestoneView {
    MilestoneView(
      title: milestone.title, isDone: milestone.doneOn != nil, state: state(of: milestone),
      evidence: milestone.evidence.map(evidence))
  }

  private func state(of milestone: Goal.Milestone) -> String {
    if let done = milestone.doneOn {
      return words("milestone_done", ["date": words.shortDate(done).text])
    }
    guard let due = milestone.due else { return words("milestone_open") }
    let key = due < handbook.today ? "milestone_overdue" : "milestone_due"
    return words(key, ["date": words.shortDate(due).text])
  }

  func evidence(_ evidence: Evidence) -> LinkView {
    switch evidence {
    case .entry(let reference): link(reference) ?? LinkView(title: words("a_members_page"))
    case .address(let address): LinkView(title: address, address: address)
    case .words(let words): LinkView(title: words)
    }
  }
}

/// A number without needless zeros: `12`, `12.5`.
private func readable(_ value: Double) -> String {
  let rounded = value.rounded()
  return rounded == value && abs(value) < 1e15 ? "\(Int(rounded))" : "\(value)"
}
