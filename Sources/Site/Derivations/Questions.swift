import Community

/// The questions that members have asked, and which of them still wait for an answer.
struct Questions: Sendable {
  /// Newest first.
  let open: [PublishedEntry]
  private let openIndexes: Set<EntryIndex>

  /// A question is open until it names the post that answers it, or a reply that is no question itself
  /// stands below it.
  init(_ posts: [PublishedEntry]) {
    var answered: Set<EntryIndex> = []
    for entry in posts {
      guard let post = entry.post else { continue }
      if post.namesItsAnswer { answered.insert(entry.index) }
      if post.kind != .question, let question = post.repliesTo?.target { answered.insert(question) }
    }
    open = posts.filter { $0.post?.kind == .question && !answered.contains($0.index) }
    openIndexes = Set(open.map(\.index))
  }

  func isOpen(_ entry: PublishedEntry) -> Bool { openIndexes.contains(entry.index) }
}
