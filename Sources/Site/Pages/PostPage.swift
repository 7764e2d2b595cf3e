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
