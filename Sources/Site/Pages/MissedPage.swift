import Community
import Markup

extension PageContext {
  /// The year on one page, for who joins midway.
  func missedPage() -> MissedView {
    let missed = plan.overview.missed
    let newest = missed.decisions.prefix(MissedLength.decisions)
    var view = MissedView(
      site: site(), page: page(words(.missedTitle)), start: plan.overview.start.map(link))
    view.decisions = newest.compactMap { decision($0) }
    view.agreed = runs(of: newest, key: \.meeting).compactMap(agreed)
    view.earlier = lines(
      Array(missed.decisions.dropFirst(newest.count).prefix(MissedLength.earlier)))
    view.allDecisions =
      missed.decisions.isEmpty
      ? nil : LinkView(title: words(.decisionsAll), address: address(Addresses.decisions()))
    view.resources = missed.resources.prefix(MissedLength.resources).map(card)
    view.allResources = missed.resources.isEmpty ? nil : all(.resource)
    view.nextMeeting = nextMeeting()
    view.needs = needs(showing: MissedLength.needs)
    return view
  }

  private func agreed(in meeting: EntryIndex, _ decisions: [PublishedDecision]) -> AgreedView? {
    guard let notes = handbook.entry(meeting) else { return nil }
    return AgreedView(
      meeting: link(notes), language: language(notes.language),
      date: notes.date.map(words.longDate),
      decisions: decisions.compactMap { decision($0, isBelowMeeting: true) })
  }

  /// The way there from where newcomers begin; `nil` where the site has no such page.
  func missedLink() -> LinkView? {
    plan.overview.missed.isEmpty
      ? nil : LinkView(title: words(.missedTitle), address: address(Addresses.missed))
  }

  /// A resource with what says that it was used, in place of its licence and level.
  private func card(_ used: Missed.Used) -> CardView {
    var card = card(used.resource)
    card.facets = nil
    card.tags = []
    card.date = nil
    card.facts = [uses(used)].compactMap(\.self)
    return card
  }

  private func uses(_ used: Missed.Used) -> String? {
    guard let latest = used.latest else { return nil }
    let entries = EntryKind.inReportOfYear.compactMap { kind in
      used.entries[kind].map { words.count(kind.counted, $0) }
    }
    let trials = used.trials > 0 ? [words.count(.missedTrials, used.trials)] : []
    return words.missedUses(
      sources: words.list(entries + trials), date: words.shortDate(latest).text)
  }
}

/// How much of a year a newcomer reads.
private enum MissedLength {
  /// In whole; the earlier ones are lines of a list that is folded.
  static let decisions = 6
  static let earlier = 60
  static let resources = 5
  static let needs = 5
}
