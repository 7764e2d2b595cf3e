import Community

extension PageContext {
  func postPage(_ entry: PublishedEntry, _ post: Post) -> PostView {
    let replies = entries(referringTo: entry, as: [.repliesTo])
    let questions = entries(referringTo: entry, as: [.answeredBy])
    let related = [
      group("replies", words(.postReplies), replies),
      group("answers", words(.postAnswers), questions),
    ].compactMap(\.self)
    return PostView(
      site: site(), page: page(entry), entry: entryView(entry, related: related),
      kind: post.kind.map(label), authors: people(post.authors),
      repliesTo: link(post.repliesTo), answeredBy: link(post.answeredBy),
      state: questionState(entry), answer: handbook.entry(post.answeredBy).map(card),
      meeting: link(post.meeting), resources: links(post.resources), tried: links(post.tried),
      answering: plan.overview.questions.isOpen(entry) ? waysToAnswer(entry) : [])
  }
}

// MARK: - In lists

extension PageContext {
  func card(_ entry: PublishedEntry, _ post: Post) -> CardView {
    let title = post.kind.map { words($0.word) }
    var card = basicCard(entry, kind: kindLabel(.post, title: title))
    card.people = people(post.authors)
    card.status = questionState(entry)
    return card
  }

  /// Whether a question waits for an answer; `nil` for what is no question.
  func questionState(_ entry: PublishedEntry) -> LabelView? {
    guard entry.post?.kind == .question else { return nil }
    let state = plan.overview.questions.isOpen(entry) ? QuestionState.open : .answered
    return label(state)
  }
}
