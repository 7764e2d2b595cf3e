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
