import Community
import Dates
import Markup

extension PageContext {
  func goalPage(_ entry: PublishedEntry, _ goal: Goal) -> GoalView {
    let serving = whatServes(entry)
    let chart = ReadingsChart(goal)
    return GoalView(
      site: site(), page: page(entry), entry: entryView(entry, related: undated(serving)),
      status: label(goal.status), owners: people(goal.owners),
      why: goal.why, measure: goal.measure, figures: figures(goal),
      readings: readings(goal),
      picture: chart.map { picture($0, goal, .full) },
      pictureWords: chart.map { finding($0, goal) }, towardsTarget: towardsTarget(goal),
      showsMilestones: !goal.milestones.isEmpty || !goal.status.isClosed,
      isDropped: goal.status == .dropped,
      actions: actionsDone(entry, goal),
      progress: progress(goal), milestones: goal.milestones.map(milestone),
      start: goal.start.map(words.longDate), due: goal.due.map(words.longDate),
      closed: goal.closed.map(words.longDate),
      timeline: timeline(entry, goal, serving))
  }

  /// Everything that names the goal, without meetings that did not take place.
  func whatServes(_ entry: PublishedEntry) -> [PublishedEntry] {
    entries(referringTo: entry, as: [.goal, .evidence]).filter { serving in
      switch serving.meeting?.status {
      case .cancelled, .postponed: false
      case .planned, .held, nil: true
      }
    }
  }

  /// What has no day, by kind: the timeline cannot show it.
  private func undated(_ serving: [PublishedEntry]) -> [GroupView] {
    EntryKind.servingGoals.compactMap { kind in
      group(
        kind.folder, words(kind.plural),
        serving.filter { $0.kind == kind && $0.date == nil })
    }
  }

  /// The rows of the table: the baseline, where the chart begins, and the readings.
  private func readings(_ goal: Goal) -> [ReadingView] {
    let rows = goal.readings.map { reading in
      ReadingView(
        date: words.shortDate(reading.date), value: value(reading.value, of: goal),
        note: reading.note)
    }
    guard let baseline = goal.baseline, !rows.isEmpty else { return rows }
    let beginning = ReadingView(
      date: goal.startOfReadings.map { words.shortDate($0.date) },
      value: value(baseline, of: goal), note: words(.goalBaseline))
    return [beginning] + rows
  }

  /// How many of the actions that serve the goal are done; `nil` where there are none.
  private func actionsDone(_ entry: PublishedEntry, _ goal: Goal) -> ProgressView? {
    let actions = handbook.registers.actions(servingGoal: entry.index)
    let progress = GoalProgress(goal, actions: actions)
    guard progress.actions > 0 else { return nil }
    return ProgressView(
      text: words.goalActionsDone(progress.actions, done: "\(progress.actionsDone)"),
      value: "\(progress.actionsDone)", max: "\(progress.actions)")
  }

  private func figures(_ goal: Goal) -> FiguresView? {
    let figures = FiguresView(
      baseline: goal.baseline.map { value($0, of: goal) },
      latest: goal.readings.last.map { value($0.value, of: goal) },
      target: goal.target.map { value($0, of: goal) })
    let isEmpty = figures.baseline == nil && figures.latest == nil && figures.target == nil
    return isEmpty ? nil : figures
  }

  /// A number of a goal's measure with its unit: `61%`, `1 lesson`, `3 lessons`.
  func value(_ value: Double, of goal: Goal) -> String {
    let number = readable(value)
    guard let unit = value == 1 ? goal.unitOfOne ?? goal.unit : goal.unit else { return number }
    return unit == "%" ? words.percent(number: number) : "\(number)\u{A0}\(unit)"
  }

  func milestone(_ milestone: Goal.Milestone) -> MilestoneView {
    MilestoneView(
      title: milestone.title, isDone: milestone.doneOn != nil, state: state(of: milestone),
      evidence: milestone.evidence.map(evidence))
  }

  private func state(of milestone: Goal.Milestone) -> String {
    if let done = milestone.doneOn {
      return words.milestoneDone(date: words.shortDate(done).text)
    }
    guard let due = milestone.due else { return words(.milestoneOpen) }
    let day = words.shortDate(due).text
    return due < handbook.today && tellsLateness
      ? words.milestoneOverdue(date: day) : words.milestoneDue(date: day)
  }

  /// Whether pages say that something is late: to members alone, since nobody is to be shamed.
  var tellsLateness: Bool { handbook.audience == .members }

  func evidence(_ evidence: Evidence) -> LinkView {
    switch evidence {
    case .entry(let reference): link(reference) ?? LinkView(title: words(.aMembersPage))
    case .address(let address): LinkView(title: address, address: address)
    case .words(let words): LinkView(title: words)
    }
  }
}

// MARK: - In lists

extension PageContext {
  func card(_ entry: PublishedEntry, _ goal: Goal) -> CardView {
    var card = basicCard(entry, kind: kindLabel(.goal))
    card.status = label(goal.status)
    card.date = nil
    card.summary = goal.measure
    card.people = people(goal.owners)
    card.facts = [goal.due.map { words.dueOn(date: words.shortDate($0).text) }]
      .compactMap(\.self)
    card.progress = progress(goal) ?? towardsTarget(goal)
    return card
  }

  /// How many milestones are done; `nil` for a goal without any.
  func progress(_ goal: Goal) -> ProgressView? {
    let progress = GoalProgress(goal)
    guard progress.milestones > 0 else { return nil }
    return ProgressView(
      text: words.goalMilestonesDone(progress.milestones, done: "\(progress.milestonesDone)"),
      value: "\(progress.milestonesDone)", max: "\(progress.milestones)")
  }

  /// How much of the way to the target is behind; `nil` where that cannot be told, and for a goal
  /// that was given up.
  func towardsTarget(_ goal: Goal) -> ProgressView? {
    guard goal.status != .dropped else { return nil }
    return GoalProgress(goal).towardsTarget.map { percent in
      ProgressView(
        text: percent == 100
          ? words(.goalTargetReached)
          : words.goalTowardsTarget(percent: words.percent(number: "\(percent)")),
        value: "\(percent)", max: "100")
    }
  }
}

// MARK: - In the report of a year

extension PageContext {
  /// How a goal moved in a year; `nil` where it neither moved nor was worked on.
  func goal(_ entry: PublishedEntry, in record: YearRecord) -> YearGoalView? {
    guard let goal = entry.goal else { return nil }
    let milestones = goal.milestones.filter { $0.doneOn.map(record.days.contains) ?? false }
    let readings = goal.readings.filter { record.days.contains($0.date) }
    guard !milestones.isEmpty || !readings.isEmpty || goal.isUnderWay(in: record.days) else {
      return nil
    }
    let upToNow = goal.readings(until: record.days.upperBound)
    let chart = readings.isEmpty ? nil : ReadingsChart(upToNow)
    return YearGoalView(
      link: link(entry), language: language(entry.language),
      status: goal.statusAtEnd(of: record.days, today: handbook.today).map(label),
      measure: goal.measure, movement: movement(goal, readings, in: record),
      picture: chart.map { picture($0, upToNow, .small) },
      figures: chart.map { ends($0, upToNow) },
      milestones: milestones.map(milestone))
  }

  /// How far a goal's measure moved in a year, in words.
  ///
  /// It begins with the last value before the year, else with the first in it.
  private func movement(
    _ goal: Goal, _ readings: [Goal.Reading], in record: YearRecord
  ) -> String? {
    guard let last = readings.last else { return nil }
    let before = goal.readings.last { $0.date < record.days.lowerBound }?.value ?? goal.baseline
    let first = before ?? (readings.count > 1 ? readings.first?.value : nil)
    let to = value(last.value, of: goal)
    guard let first else { return words.yearGoalReached(to: to) }
    guard first != last.value else { return words.yearGoalUnchanged(to: to) }
    return words.yearGoalMoved(from: value(first, of: goal), to: to)
  }
}

extension Goal {
  /// The goal as it was read until a day.
  fileprivate func readings(until day: CalendarDate) -> Goal {
    var goal = self
    goal.readings = readings.filter { $0.date <= day }
    return goal
  }

  /// Whether the goal had begun and was not closed in some part of those days.
  fileprivate func isUnderWay(in days: ClosedRange<CalendarDate>) -> Bool {
    guard let start, start <= days.upperBound else { return false }
    if let closed { return closed >= days.lowerBound }
    return status == .active || status == .paused
  }

  /// The status at the end of a year; `nil` where it is not known.
  ///
  /// Files hold the present status alone. Of an earlier year only a closing is known.
  fileprivate func statusAtEnd(of days: ClosedRange<CalendarDate>, today: CalendarDate) -> Status? {
    if let closed { return days.contains(closed) ? status : nil }
    return days.contains(today) ? status : nil
  }
}

/// A number without needless zeros: `12`, `12.5`.
func readable(_ value: Double) -> String {
  let rounded = value.rounded()
  return rounded == value && abs(value) < 1e15 ? "\(Int(rounded))" : "\(value)"
}
