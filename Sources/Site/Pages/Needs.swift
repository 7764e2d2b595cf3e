import Community
import Markup

extension PageContext {
  /// What the community needs somebody for, the first few of each kind.
  func needs(showing shown: Int) -> [NeedView] {
    let couldYou = plan.overview.couldYou
    return [
      need(
        "role", .needRole, couldYou.unheldRoles, showing: shown,
        all: Addresses.index(.member) + "#roles"
      ) {
        role in
        RequestView(
          link: LinkView(
            title: role.title, address: address(Addresses.index(.member)) + "#role-\(role.id)"),
          detail: role.summary)
      },
      need("action", .needAction, couldYou.unownedActions, showing: shown, all: Addresses.actions())
      { action in
        RequestView(
          link: link(action),
          language: handbook.entry(action.meeting).flatMap { language($0.language) },
          detail: action.due.map { words.dueOn(date: words.shortDate($0).text) })
      },
      need(
        "chair", .needChair, couldYou.meetingsWithoutChair, showing: shown,
        all: Addresses.index(.meeting)
      ) {
        meeting in
        request(meeting, detail: meeting.date.map { words.fullDate($0).text })
      },
      need("question", .needQuestion, couldYou.openQuestions, showing: shown, all: openQuestions) {
        question in
        request(question, detail: words.list(people(question.post?.authors ?? []).map(\.name)))
      },
      need("seek", .needSeek, couldYou.unmetSeeks, showing: shown, all: Addresses.seeks()) {
        topic in
        RequestView(
          link: LinkView(title: topic.label, address: link(topic).address ?? address(of: topic)),
          detail: words.count(.needSeekers, topic.seeks.count))
      },
    ].compactMap(\.self)
  }

  /// Where all open questions are listed; where all questions are open, with the posts.
  private var openQuestions: String {
    plan.overview.facets.choice(.questionState, QuestionState.open.rawValue).map {
      Addresses.facet(.questionState, $0.id)
    } ?? Addresses.index(.post)
  }

  private func need<Item>(
    _ id: String, _ title: Word, _ items: [Item], showing shown: Int, all path: String,
    _ request: (Item) -> RequestView
  ) -> NeedView? {
    guard !items.isEmpty else { return nil }
    return NeedView(
      id: id, title: words(title), requests: items.prefix(shown).map(request),
      more: items.count > shown
        ? LinkView(title: words.count(.needMore, items.count - shown), address: address(path))
        : nil)
  }

  private func request(_ entry: PublishedEntry, detail: String?) -> RequestView {
    RequestView(link: link(entry), language: language(entry.language), detail: detail)
  }

  /// Where somebody asks for it.
  private func address(of topic: Exchange.Topic) -> String {
    let position = plan.overview.exchange.sought.firstIndex { $0.id == topic.id } ?? 0
    let page = position / SitePlan.pageLength + 1
    return address(Addresses.seeks(page: page)) + "#topic-\(topic.id)"
  }
}
