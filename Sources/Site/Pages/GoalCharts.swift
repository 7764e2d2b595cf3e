import Community
import Dates
import Markup
import Templates

extension PageContext {
  /// A chart of readings under its words.
  func picture(_ chart: ReadingsChart, _ goal: Goal, _ size: ReadingsDrawing.Size) -> HTML {
    ReadingsDrawing(
      chart: chart, labels: labels(chart, goal, size), size: size,
      isMirrored: words(.direction) == "rtl"
    ).svg
  }

  /// What a small chart is labelled with, for the table behind it.
  func ends(_ chart: ReadingsChart, _ goal: Goal) -> FiguresView {
    FiguresView(
      baseline: value(chart.first.value, of: goal),
      latest: value(chart.last.value, of: goal),
      target: chart.target.map { value($0, of: goal) })
  }

  private func labels(
    _ chart: ReadingsChart, _ goal: Goal, _ size: ReadingsDrawing.Size
  ) -> ReadingsDrawing.Labels {
    let ends = [chart.days.lowerBound, chart.days.upperBound].map { day in
      size == .full ? words.shortDate(day).text : shortMonth(day)
    }
    return ReadingsDrawing.Labels(
      name: "\(words(.goalPicture)): \(finding(chart, goal))",
      first: value(chart.first.value, of: goal),
      last: value(chart.last.value, of: goal),
      target: chart.target.map { words.chartTarget(value: value($0, of: goal)) },
      level: chart.level.map { words.chartBaseline(value: value($0, of: goal)) },
      from: ends[0], to: ends[1], ticks: chart.scale.ticks.map { signed($0, goal) })
  }

  /// `Oct 2026`.
  private func shortMonth(_ date: CalendarDate) -> String {
    words.monthOfYear(month: words(.shortMonth(date.month)), year: "\(date.year)")
  }
}

// MARK: - What a chart shows, in a sentence

extension PageContext {
  /// What a chart shows, which is its title: `From 18 % to 31 % of 40 % since March 2026`.
  func finding(_ chart: ReadingsChart, _ goal: Goal) -> String {
    let (from, to) = (chart.first.value, chart.last.value)
    let last = value(to, of: goal)
    if from == to {
      return withTarget(words.findingSame(to: last, month: words.month(chart.first.date)), goal, to)
    }
    let first = signed(from, goal)
    let when = period(chart, goal)
    if let target = goal.target, from < to, to < target {
      return words.findingOf(
        from: first, to: signed(to, goal), target: value(target, of: goal), when: when)
    }
    return withTarget(words.findingMoved(from: first, to: last, when: when), goal, to)
  }

  /// A sentence with the target, and whether it is reached.
  ///
  /// Of a goal that was dropped it is not said: its target is no longer wanted.
  private func withTarget(_ line: String, _ goal: Goal, _ latest: Double) -> String {
    guard let target = goal.target else { return line }
    let isReached = GoalProgress(goal).towardsTarget == 100 && goal.status != .dropped
    let named = value(target, of: goal)
    return isReached
      ? words.findingReached(line: line, target: named)
      : words.findingTarget(line: line, target: named)
  }

  /// A unit in words stands once, after the last number; a sign like `%` after each.
  private func signed(_ number: Double, _ goal: Goal) -> String {
    let hasSign = goal.unit.map(isSign) ?? false
    return hasSign ? value(number, of: goal) : readable(number)
  }

  /// `since March 2026`; of what is closed `March 2026 to July 2026`.
  private func period(_ chart: ReadingsChart, _ goal: Goal) -> String {
    let months = [chart.first, chart.last].map { words.month($0.date) }
    if months[0] == months[1] { return words.findingIn(month: months[0]) }
    return goal.closed == nil
      ? words.findingSince(month: months[0])
      : words.findingBetween(first: months[0], last: months[1])
  }
}

/// Whether a unit is a sign such as `%` or `€`, not a word.
private func isSign(_ unit: String) -> Bool { !unit.contains(where: \.isLetter) }
