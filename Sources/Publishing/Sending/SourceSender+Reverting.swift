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
    let files = try await git.files(of: head)
    var entries: [TreePath: TreeEntry?] = [:]
    var changedSince: Set<TreePath> = []
    for id in try await newestFirst(commits, upTo: head) {
      for change in try await git.fileChanges(from: git.id(of: "\(id)^"), to: id) {
        let now = entries[change.path] ?? files[change.path]
        if now == change.new {
          entries[change.path] = .some(change.old)
        } else if now != change.old {
          changedSince.insert(change.path)
        }
      }
    }
    if !changedSince.isEmpty {
      throw .sending(.init(.changedSince(changedSince.names), .written))
    }
    return entries.filter { $0.value != files[$0.key] }
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

extension Set<TreePath> {
  /// Their names, sorted by bytes.
  var names: [String] {
    map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
