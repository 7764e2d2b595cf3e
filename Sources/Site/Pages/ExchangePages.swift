import Community
import Markup

extension PageContext {
  /// What members offer, each topic with those who look for it.
  func offersPage(_ number: Int) -> ExchangeView {
    exchangePage(
      words(.offersTitle), plan.overview.exchange.offered, number, path: Addresses.offers
    ) { topic in
      TopicView(
        tag: link(topic), anchor: "topic-\(topic.id)", people: topic.offers.map(hand),
        match: topic.seeks.isEmpty ? nil : words.count(.exchangeSought, topic.seeks.count),
        matching: topic.seeks.map { person($0.member) })
    }
  }

  /// What members look for, each topic with those who offer it.
  func seeksPage(_ number: Int) -> ExchangeView {
    exchangePage(
      words(.seeksTitle), plan.overview.exchange.sought, number, path: Addresses.seeks
    ) { topic in
      TopicView(
        tag: link(topic), anchor: "topic-\(topic.id)", people: topic.seeks.map(hand),
        match: topic.offers.isEmpty
          ? handbook.isClosed ? nil : words(.exchangeUnmet)
          : words.count(.exchangeOffered, topic.offers.count),
        matching: topic.offers.map { person($0.member) })
    }
  }

  private func exchangePage(
    _ title: String, _ topics: [Exchange.Topic], _ number: Int, path: (Int) -> String,
    _ view: (Exchange.Topic) -> TopicView
  ) -> ExchangeView {
    ExchangeView(
      site: site(),
      page: page(
        title, below: [index(.member)], isHidden: handbook.configuration.indexing != .all),
      topics: page(number, of: topics).map(view),
      listing: ListingView(
        links: [
          navigationLink(words(.offersTitle), Addresses.offers()),
          navigationLink(words(.seeksTitle), Addresses.seeks()),
        ], pagination: pagination(number, of: topics.count, path: path)))
  }

  private func hand(_ hand: Exchange.Hand) -> HandView {
    HandView(person: person(hand.member), note: hand.note)
  }

  /// A topic, linked where it is a tag in use.
  func link(_ topic: Exchange.Topic) -> LinkView {
    LinkView(
      title: topic.label, address: plan.overview.tag(topic.id).flatMap { link($0.tag).address })
  }

  /// The members on the other side of what one offers or looks for, without that one.
  func matching(
    _ exchange: Member.Exchange, of entry: PublishedEntry,
    _ side: (Exchange.Topic) -> [Exchange.Hand]
  ) -> [PersonView] {
    guard let id = handbook.vocabulary.tagID(of: exchange.tag.value),
      let topic = plan.overview.exchange.topic(id)
    else { return [] }
    return side(topic).filter { $0.member.index != entry.index }.map { person($0.member) }
  }
}

// MARK: - Roles

extension PageContext {
  func roleHistory(_ history: RoleHistory) -> RoleHistoryView {
    RoleHistoryView(
      title: history.role.title, anchor: "role-\(history.role.id)", summary: history.role.summary,
      holders: history.current.map(holder), earlier: history.earlier.map(holder),
      isHeldByUnlisted: history.isHeldByUnlisted, isUnheld: history.isUnheld && !handbook.isClosed)
  }

  private func holder(_ holding: RoleHistory.Holding) -> HolderView {
    let left = holding.member.member?.left
    return HolderView(
      person: person(holding.member),
      period: words.span(
        from: holding.held.from.map(words.month), to: (holding.held.to ?? left).map(words.month)))
  }
}
