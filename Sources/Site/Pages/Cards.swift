import Community
import Markup
import Templates

extension PageContext {
  /// An entry in a list of any kind.
  func card(_ entry: PublishedEntry) -> CardView {
    var card = cardOfKind(entry)
    let marks = plan.overview.facets.marks(of: entry.index)
    card.facets = marks.isEmpty ? nil : marks.joined(separator: " ")
    return card
  }

  func kindLabel(_ kind: EntryKind, title: String? = nil) -> LabelView {
    LabelView(id: kind.rawValue, title: title ?? words(kind.word))
  }

  func basicCard(_ entry: PublishedEntry, kind: LabelView) -> CardView {
    CardView(
      kind: kind, title: entry.title, address: address(of: entry.index),
      language: language(entry.language), date: entry.date.map(words.shortDate),
      summary: entry.summary.map(cardSummary), tags: entry.tags.prefix(4).map(link),
      image: image(entry.image ?? firstPhoto(in: entry)))
  }

  /// The first picture of a text that is large enough to have copies, so no sign or small drawing.
  ///
  /// Which pictures a text has is part of its surface, so the text is not noted as shown.
  private func firstPhoto(in entry: PublishedEntry) -> PublishedImage? {
    entry.body(notedIn: ShownTexts()).images.lazy.compactMap(\.self).first { image in
      !plan.addresses.copies(of: image.asset).isEmpty
    }
  }

  func card(_ entry: PublishedEntry, _ post: Post) -> CardView {
    let title = post.kind.map { words($0.word) }
    var card = basicCard(entry, kind: kindLabel(.post, title: title))
    card.people = people(post.authors)
    card.status = questionState(entry)
    return card
  }

  func card(_ entry: PublishedEntry, _ member: Member) -> CardView {
    var card = basicCard(entry, kind: kindLabel(.member))
    card.date = nil
    card.facts = member.currentRoles(on: handbook.today).compactMap {
      handbook.configuration.role($0.role.value)?.title
    }
    card.tags = member.subjects.prefix(4).map { link($0, in: .memberSubject) }
    card.image = image(entry.photo)
    card.monogram = monogram(entry.title)
    return card
  }

  func card(_ entry: PublishedEntry, _ meeting: Meeting) -> CardView {
    var card = basicCard(
      entry, kind: kindLabel(.meeting, title: words(meeting.kind.word)))
    let status = meeting.status(on: entry.date, today: handbook.today)
    if status == .cancelled || status == .postponed {
      card.status = status.word.map { label(status.rawValue, $0) }
    }
    card.leaf = entry.date.map(words.leaf)
    let occasion = Occasion(meeting, on: entry.date, in: handbook.configuration)
    card.facts = [
      days(occasion) ?? clock(occasion),
      occasion.mode.map { words($0.word) }, occasion.venue,
      occasion.series?.title,
    ].compactMap(\.self)
    return card
  }

  /// The first and the last day of a meeting that takes several.
  func days(_ occasion: Occasion) -> String? {
    guard let first = occasion.date, let last = occasion.lastDay else { return nil }
    return "\(words.shortDate(first).text) – \(words.shortDate(last).text)"
  }

  /// The hours on the day of the card's leaf, so those where the meeting is.
  private func clock(_ occasion: Occasion) -> String? {
    let times = words.times(from: occasion.start, to: occasion.end)
    guard let times, occasion.timeZone != handbook.configuration.timeZone else { return times }
    return words.timeWithZone(time: times, zone: occasion.timeZone)
  }

  func card(_ entry: PublishedEntry, _ resource: Resource) -> CardView {
    let kind = words(resource.kind.word)
    var card = basicCard(entry, kind: kindLabel(.resource, title: kind))
    card.status = status(entry, resource)
    card.people = creators(resource)
    if card.people.isEmpty { card.people = [person(resource.sharedBy)].compactMap(\.self) }
    card.facts = [
      resource.timeNeeded.map(timeNeeded),
      resource.levels.isEmpty ? nil : words.list(resource.levels),
      licence(resource.licence)?.title,
    ].compactMap(\.self)
    return card
  }

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

  func card(_ entry: PublishedEntry, _ success: Success) -> CardView {
    var card = basicCard(entry, kind: kindLabel(.success))
    card.people = people(success.people)
    card.facts = [success.value.map { words($0.word) }].compactMap(\.self)
    return card
  }
}

extension PageContext {
  /// Whether a question waits for an answer; `nil` for what is no question.
  func questionState(_ entry: PublishedEntry) -> LabelView? {
    guard entry.post?.kind == .question else { return nil }
    let state = plan.overview.questions.isOpen(entry) ? QuestionState.open : .answered
    return label(state)
  }

  /// What to know of a resource before using it; `nil` where all is well.
  func status(_ entry: PublishedEntry, _ resource: Resource) -> LabelView? {
    if let word = resource.status.word { return label(resource.status.rawValue, word) }
    let isDue = entry.common.reviewBy.map { $0 < handbook.today } ?? false
    return isDue ? label("due", .resourceStatusDue) : nil
  }

  func creators(_ resource: Resource) -> [PersonView] {
    resource.creators.compactMap { creator in
      person(creator.member) ?? creator.outsider.map { PersonView(name: $0) }
    }
  }

  func timeNeeded(_ time: TimeNeeded) -> String { words.count(time.unit.counted, time.count) }

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

  /// The first letters of the first and the last word of a name.
  func monogram(_ name: String) -> String? {
    let words = name.split(separator: " ")
    let letters = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first }
    return letters.isEmpty ? nil : String(letters).uppercased()
  }
}

/// A summary short enough for a card: whole sentences where they fit, else whole words.
private func cardSummary(_ text: String) -> String {
  guard text.utf8.count > 240 else { return text }
  let cut = text.unicodeScalars.prefix(220)
  let end = cut.lastIndex(of: " ") ?? cut.endIndex
  return String(cut[..<end]) + "…"
}
