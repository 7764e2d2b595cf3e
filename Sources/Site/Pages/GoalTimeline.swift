import Community
import Dates
import Markup

extension PageContext {
  /// All that served a goal, by calendar year, the newest first.
  ///
  /// Nothing here says how long nothing happened: a quiet goal is the coordinator's to know.
  func timeline(
    _ entry: PublishedEntry, _ goal: Goal, _ serving: [PublishedEntry]
  )
    -> [TimelineYearView]
  {
    let registers = handbook.registers
    let moments =
      serving.compactMap(moment) + registers.decisions(servingGoal: entry.index).compactMap(moment)
      + registers.actions(servingGoal: entry.index).compactMap(moment)
      + goal.readings.map { moment($0, of: goal) } + goal.milestones.compactMap(moment)
    let sorted = moments.enumerated().sorted { left, right in
      (right.element.date, left.offset) < (left.element.date, right.offset)
    }.map(\.element)
    return runs(of: sorted[...]) { $0.date.year }.map { year, moments in
      TimelineYearView(title: "\(year)", moments: moments.map(\.view))
    }
  }

  private func moment(_ entry: PublishedEntry) -> Moment? {
    guard let date = entry.date else { return nil }
    let view = MomentView(
      date: words.shortDate(date), kind: label(entry.kind), link: link(entry),
      language: language(entry.language))
    return Moment(date: date, view: view)
  }

  private func moment(_ decision: PublishedDecision) -> Moment? {
    guard let date = handbook.date(of: decision) else { return nil }
    return Moment(date: date, view: view(decision, on: date))
  }

  /// A decision on the day of its meeting.
  func view(_ decision: PublishedDecision, on date: CalendarDate) -> MomentView {
    MomentView(
      date: words.shortDate(date), kind: label("decision", .momentDecision), link: link(decision),
      language: handbook.entry(decision.meeting).flatMap { language($0.language) },
      note: status(of: decision)?.title)
  }

  private func moment(_ action: PublishedAction) -> Moment? {
    guard let date = handbook.dayDone(action) else { return nil }
    let view = MomentView(
      date: words.shortDate(date), kind: label("action", .momentAction), link: link(action),
      language: handbook.entry(action.meeting).flatMap { language($0.language) },
      note: action.owners.isEmpty ? nil : words.list(action.owners.map { person($0).name }))
    return Moment(date: date, view: view)
  }

  private func moment(_ reading: Goal.Reading, of goal: Goal) -> Moment {
    let view = MomentView(
      date: words.shortDate(reading.date), kind: label("reading", .momentReading),
      link: LinkView(title: value(reading.value, of: goal)), note: reading.note)
    return Moment(date: reading.date, view: view)
  }

  private func moment(_ milestone: Goal.Milestone) -> Moment? {
    guard let done = milestone.doneOn else { return nil }
    let view = MomentView(
      date: words.shortDate(done), kind: label("milestone", .momentMilestone),
      link: LinkView(title: milestone.title))
    return Moment(date: done, view: view)
  }
}

/// Something that served a goal, with its day to sort by.
private struct Moment {
  let date: CalendarDate
  let view: MomentView
}

// MARK: - What minutes hold

extension PageContext {
  /// A decision in its own words, which lead to its line in the minutes.
  func link(_ decision: PublishedDecision) -> LinkView {
    link(of: decision.meeting, at: .decision(decision.number)) { text(of: decision, in: $0) }
  }

  /// An action likewise.
  func link(_ action: PublishedAction) -> LinkView {
    link(of: action.meeting, at: .action(action.number)) { text(action.text, of: $0) }
  }

  private func link(
    of index: EntryIndex, at place: PlaceInEntry, _ text: (PublishedEntry) -> String
  ) -> LinkView {
    guard let notes = handbook.entry(index) else { return LinkView(title: "") }
    return LinkView(title: shortened(text(notes)), address: address(ofNotes: notes, at: place))
  }

  /// The words of a decision, and of the list nested in it, on one line.
  func text(of decision: PublishedDecision, in notes: PublishedEntry) -> String {
    let words = text(decision.text, of: notes)
    guard !decision.details.isEmpty else { return words }
    let details = decision.details.map { text($0.text.range, of: notes) }
    return words + (words.hasSuffix(":") ? " " : ": ") + details.joined(separator: "; ")
  }
}

extension Handbook {
  /// The day of the meeting that decided.
  func date(of decision: PublishedDecision) -> CalendarDate? { entry(decision.meeting)?.date }

  /// The day on which an action was done, or else that of the meeting whose notes say so; `nil` for
  /// one that is not done.
  func dayDone(_ action: PublishedAction) -> CalendarDate? {
    action.state == .done ? action.doneOn ?? entry(action.meeting)?.date : nil
  }
}
