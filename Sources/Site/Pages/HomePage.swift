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
      purpose: handbook.configuration.purpose,
      start: plan.overview.start.map(link),
      nextMeeting: nextMeeting(), goals: active.prefix(4).map(card),
      moreGoals: more(.goal, beyond: min(active.count, 4)),
      posts: overview.all(.post).prefix(3).map(card),
      morePosts: more(.post, beyond: 3),
      resources: resources.sorted(by: isNewer).prefix(3).map(card),
      moreResources: more(.resource, beyond: 3), success: cheer(), needs: needs(showing: 2),
      join: handbook.join.flatMap { html($0) })
  }

  /// The next that is neither cancelled nor postponed.
  private func nextMeeting() -> OccasionView? {
    let coming = plan.overview.all(.meeting).reversed().first { entry in
      plan.overview.isUpcoming(entry) && entry.date != nil
        && entry.meeting?.status(on: entry.date, today: handbook.today) == .planned
    }
    guard let coming, let meeting = coming.meeting else { return nil }
    return occasion(coming, meeting)
  }

  private func more(_ kind: EntryKind, beyond shown: Int) -> LinkView? {
    guard plan.overview.all(kind).count > shown else { return nil }
    return LinkView(
      title: words("\(kind.folder)_all"), address: address(Addresses.index(kind)))
  }

  private func cheer() -> CheerView? {
    guard let latest = plan.overview.all(.success).first, let success = latest.success else {
      return nil
    }
    return CheerView(card: card(latest), quote: quote(success))
  }

}
