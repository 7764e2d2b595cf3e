import Programs

extension SourceSender {
  /// Takes commits back by a new one; the working files keep what was typed, and so count as saved
  /// here and not online.
  ///
  /// A file that was committed again since stands against it. `nil` where nothing is left to take
  /// back.
  @discardableResult
  package func revert(
    _ commits: [SourceCommit], saying message: String
  ) async throws(PublishTrouble) -> SourceCommit? {
    try await telling(.written) { () throws(PublishTrouble) in
      try beforeStep(.look)
      let standing = try await standing()
      guard standing.canCommit else { throw .sending(.init(.standing(standing), .written)) }
      for _ in 1...Self.attempts {
        guard let head = try await head() else { return nil }
        let entries = try await entries(before: commits, at: head)
        guard !entries.isEmpty else { return nil }
        let scratch = try Scratch()
        defer { withExtendedLifetime(scratch) {} }
        try beforeStep(.store)
        let tree = try await git.tree(of: head, with: entries, index: scratch.index())
        let commit = try await commit(tree, over: head, saying: message)
        if try await move(from: head, to: commit, entries, message) {
          return try await sourceCommit(commit)
        }
      }
      throw .sending(.init(.busy(Self.attempts), .written))
    }
  }

  /// What stood before some commits at the paths that they changed.
  private func entries(
    before commits: [SourceCommit], at head: ObjectID
  ) async throws(PublishTrouble) -> [TreePath: TreeEntry?] {
    var spans: [TreePath: Span] = [:]
    for id in try await newestFirst(commits, upTo: head) {
      for change in try await git.fileChanges(from: git.id(of: "\(id)^"), to: id) {
        spans[change.path, default: Span(change)].extend(by: change)
      }
    }
    let files = try await git.files(of: head)
    let wanted = spans.filter { $0.value.before != files[$0.key] }
    let changedSince = wanted.filter { !$0.value.isWhole || $0.value.after != files[$0.key] }
    if !changedSince.isEmpty {
      throw .sending(.init(.changedSince(Set(changedSince.keys).names), .written))
    }
    return wanted.mapValues(\.before)
  }

  /// Those of some commits that a history has, the newest first.
  private func newestFirst(
    _ commits: [SourceCommit], upTo head: ObjectID
  ) async throws(PublishTrouble) -> [ObjectID] {
    var known: [ObjectID] = []
    for commit in commits {
      guard let id = ObjectID(commit.id.utf8),
        try await git.ask(["merge-base", "--is-ancestor", commit.id, head.description]).isSuccess
      else { throw .sending(.init(.unknownCommit(commit.id), .written)) }
      known.append(id)
    }
    let wanted = Set(known)
    let history = try await git.run(
      ["rev-list", "--topo-order", "--max-count=10000", head.description])
    let order = history.text.lines.compactMap { ObjectID($0.utf8) }.filter(wanted.contains)
    guard order.count == wanted.count else {
      throw .sending(.init(.unknownCommit(commits.first?.id ?? ""), .written))
    }
    return order
  }
}

/// What stood at a path before the first of some commits and after the last.
private struct Span {
  var before: TreeEntry?
  let after: TreeEntry?
  /// Whether nobody else changed it in between.
  var isWhole = true

  init(_ newest: TreeChange) { (before, after) = (newest.new, newest.new) }

  /// Takes the change before those that it has.
  mutating func extend(by older: TreeChange) {
    isWhole = isWhole && older.new == before
    before = older.old
  }
}

extension Set<TreePath> {
  /// Their names, sorted by bytes.
  var names: [String] {
    map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
