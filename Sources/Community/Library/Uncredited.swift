package import Diagnostics

extension Library {
  /// Says once that posts without an author are the community's, so that nobody is left out by an
  /// oversight.
  package func uncreditedPosts() -> [Diagnostic] {
    let posts = entries.filter { entry in
      guard case .post(let post) = entry.fields, !entry.common.isDraft else { return false }
      return post.authors.isEmpty && !post.hasMisspeltAuthors && entry.common.takenDown == nil
    }
    guard let first = posts.min(by: { $0.source < $1.source }) else { return [] }
    let others = posts.count - 1
    let more = others == 1 ? ", as is 1 other" : others > 1 ? ", as are \(others) others" : ""
    return [
      Diagnostic(
        .warning, "nobody-credited", at: SourceLocation(path: first.source, line: 1),
        "nobody is credited with this post, so it is the community's\(more)",
        hints: ["write the ids of those who wrote it after 'authors:', or leave it so"])
    ]
  }
}
