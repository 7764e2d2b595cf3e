import Community
import Markup
import Templates

extension PageContext {
  func homePage() -> HomeView {
    let overview = plan.overview
    let active = overview.all(.goal).filter { $0.goal?.status == .active }
    let resources = overview.all(.resource).filter { $0.resource?.status != .withdrawn }
    return HomeView(
      site: site(),
      page: page(handbook.configuration.name, description: handbook.configuration.purpose),
      purpose: handbook.configuration.purpose, image: image(overview.start?.image),
      start: overview.start.map(link), missed: missedLink(),
      nextMeeting: nextMeeting(), lastMeeting: lastMeeting(), rhythms: rhythms(),
      goals: cards(active, .goal),
      moreGoals: more(.goal, beyond: active.count),
      posts: cards(overview.all(.post), .post), morePosts: more(.post),
      resources: cards(resources.sorted(by: isNewer), .resource), moreResources: more(.resource),
      success: cheer(), needs: needs(showing: 2),
      join: handbook.isClosed ? nil : handbook.join.flatMap { html($0) })
  }

  /// The next meeting that is neither cancelled nor postponed.
  func nextMeeting() -> OccasionView? {
    let coming = plan.overview.all(.meeting).reversed().first { entry in
      plan.overview.isUpcoming(entry) && entry.date != nil
        && entry.meeting?.status(on: entry.date, today: handbook.today) == .planned
    }
    guard let coming, let meeting = coming.meeting else { return nil }
    return occasion(coming, meeting)
  }

  /// When the community last met.
  private func lastMeeting() -> LinkView? {
    let past = plan.overview.all(.meeting).first { entry in
      !plan.overview.isUpcoming(entry) && entry.date != nil
        && entry.meeting?.status(on: entry.date, today: handbook.today) == .held
    }
    guard let past, let date = past.date else { return nil }
    let day = words.longDate(date).text
    return LinkView(
      title: words.homeLastMeeting(date: day), address: address(of: past.index))
  }

  /// When the series that go on meet.
  private func rhythms() -> String? {
    guard handbook.standing == nil else { return nil }
    let running = handbook.configuration.series.filter { series in
      series.ended.map { $0 > handbook.today } ?? true
    }
    let rhythms = running.compactMap { series in
      series.rhythm.map { words.homeRhythm(series: series.title, rhythm: words.rhythm($0)) }
    }
    return rhythms.isEmpty ? nil : rhythms.joined(separator: " ")
  }

  /// As many entries as the home page shows of their kind.
  private func cards(_ entries: [PublishedEntry], _ kind: EntryKind) -> [CardView] {
    entries.prefix(kind.presentation.homeLength).map(card)
  }

  /// The way to all entries of a kind, where there are more than the home page shows.
  ///
  /// `available` says how many it could show.
  private func more(_ kind: EntryKind, beyond available: Int = .max) -> LinkView? {
    let shown = min(available, kind.presentation.homeLength)
    guard plan.overview.all(kind).count > shown else { return nil }
    return all(kind)
  }

  private func cheer() -> CheerView? {
    guard let latest = plan.overview.all(.success).first else { return nil }
    return latest.success.map { cheer(latest, $0) }
  }
}
