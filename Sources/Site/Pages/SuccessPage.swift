import Community

extension PageContext {
  func successPage(_ entry: PublishedEntry, _ success: Success) -> SuccessView {
    SuccessView(
      site: site(), page: page(entry), entry: entryView(entry, related: []),
      people: people(success.people), value: success.value.map(value), quote: quote(success),
      evidence: success.evidence.map(evidence), resources: links(success.resources))
  }

  private func value(_ value: Success.Value) -> ValueView {
    ValueView(
      id: value.rawValue, title: words(value.word),
      meaning: words(value.meaning))
  }

  func quote(_ success: Success) -> QuoteView? {
    success.quote.map { QuoteView(text: $0, by: person(success.quotedFrom)) }
  }
}

// MARK: - In lists

extension PageContext {
  /// On the home page.
  func cheer(_ entry: PublishedEntry, _ success: Success) -> CheerView {
    CheerView(card: card(entry), quote: quote(success))
  }

  func card(_ entry: PublishedEntry, _ success: Success) -> CardView {
    var card = basicCard(entry, kind: kindLabel(.success))
    card.people = people(success.people)
    card.facts = [success.value.map { words($0.word) }].compactMap(\.self)
    return card
  }
}
