import Programs

extension SourceSender {
  /// Fetches what others have sent, puts the desk's commits on top of it, and brings the working
  /// folder there; gives the files that came.
  ///
  /// A file is taken as a whole: where both sides changed one, and not alike, nothing is done, so
  /// no text is ever woven together from two. Files come first, then the index, then the branch.
  /// Cut short in between, what came counts as changed here, and the next time goes on.
  func join(_ upstream: Upstream, _ git: Git) async throws(PublishTrouble) -> Set<TreePath> {
    try beforeStep(.fetch)
    let theirs = try await fetch(upstream, git)
    guard let head = try await head(), theirs != head else { return [] }
    let base = try await git.ask(["merge-base", head.description, theirs.description])
    guard base.isSuccess, let base = ObjectID(base.line.utf8) else {
      throw .sending(.init(.ownCommits([]), .kept))
    }
    if base == theirs { return [] }
    try beforeStep(.join)
    let tip = try await replay(from: base, to: head, over: theirs)
    let arriving = try await git.fileChanges(from: head, to: tip)
    try await update(from: head, to: tip, arriving)
    return Set(arriving.map(\.path))
  }

  /// The end of the branch there, whose commits are here then.
  private func fetch(
    _ upstream: Upstream, _ git: Git
  ) async throws(PublishTrouble) -> ObjectID {
    let answer = try await git.ask([
      "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--",
      "\(upstream.remote.name)", "+\(upstream.reference):\(upstream.tracking)",
    ])
    guard answer.isSuccess, let id = try await git.id(of: upstream.tracking) else {
      let words = git.words(of: answer)
      throw trouble(PushRefusal(words), words, upstream)
    }
    return id
  }

  /// The desk's commits over others'; those that others have alike are left out.
  private func replay(
    from base: ObjectID, to head: ObjectID, over theirs: ObjectID
  ) async throws(PublishTrouble) -> ObjectID {
    let commits = try await ownCommits(base, head, theirs)
    let ours = try await git.files(of: head)
    let others = try await git.files(of: theirs)
    var files = others
    var tip = theirs
    var conflicts: Set<TreePath> = []
    for commit in commits {
      var entries: [TreePath: TreeEntry?] = [:]
      for change in try await git.fileChanges(from: commit.parent, to: commit.id) {
        // What came to the same in the end, whatever it was in between, is no quarrel.
        let isAlike = ours[change.path] == others[change.path]
        if isAlike || files[change.path] == change.new { continue }
        if files[change.path] != change.old { conflicts.insert(change.path) }
        entries[change.path] = .some(change.new)
        files[change.path] = change.new
      }
      guard conflicts.isEmpty, !entries.isEmpty else { continue }
      tip = try await commit.over(tip, entries, git)
    }
    guard conflicts.isEmpty else {
      throw .sending(.init(.bothChanged(conflicts.names), .kept))
    }
    return tip
  }

  /// The commits that only we have, the oldest first; refuses those that the desk did not make.
  private func ownCommits(
    _ base: ObjectID, _ head: ObjectID, _ theirs: ObjectID
  ) async throws(PublishTrouble) -> [OwnCommit] {
    let listing = try await git.run([
      "log", "-z", "--reverse", "--topo-order", "--date=raw",
      "--format=%H%n%P%n%an%n%ae%n%ad%n%B", "\(theirs)..\(head)", "--",
    ])
    var commits: [OwnCommit] = []
    var foreign: [String] = []
    for record in listing.split(separator: 0) {
      let text = String(decoding: record, as: UTF8.self)
      if let commit = OwnCommit(text) {
        commits.append(commit)
      } else {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        foreign.append(lines.count > 5 ? String(lines[5]) : "")
      }
    }
    guard foreign.isEmpty else { throw .sending(.init(.ownCommits(foreign), .kept)) }
    return commits
  }
}

/// A commit that the desk made.
private struct OwnCommit {
  let id: ObjectID
  let parent: ObjectID
  let author: [String: String?]
  let message: String

  /// Reads id, parents, name, address, date and message; `nil` for a merge or a commit of others.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", maxSplits: 5, omittingEmptySubsequences: false)
    guard lines.count == 6, let id = ObjectID(lines[0].utf8), let parent = ObjectID(lines[1].utf8),
      lines[5].split(separator: "\n").contains(where: { $0 == SourceSender.trailer })
    else { return nil }
    (self.id, self.parent, message) = (id, parent, String(lines[5]))
    author = [
      "GIT_AUTHOR_NAME": String(lines[2]), "GIT_AUTHOR_EMAIL": String(lines[3]),
      "GIT_AUTHOR_DATE": String(lines[4]),
    ]
  }

  /// The same change on top of another commit.
  func over(
    _ tip: ObjectID, _ entries: [TreePath: TreeEntry?], _ git: Git
  ) async throws(PublishTrouble) -> ObjectID {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let tree = try await git.tree(of: tip, with: entries, index: scratch.index())
    return try await git.asUser.with(variables: author).committed(tree, over: tip, message)
  }
}

extension SourceSender {
  /// Brings the working folder, the index and the branch from one commit to another, as long as no
  /// file that differs was changed here and not committed.
  private func update(
    from head: ObjectID, to tip: ObjectID, _ arriving: [TreeChange]
  ) async throws(PublishTrouble) {
    try beforeStep(.update)
    if try await isSparse() { throw .sending(.init(.sparse, .kept)) }
    try await settle(arriving)
    // Its end tells of files that were changed, which is no trouble.
    _ = try await git.ask(["update-index", "-q", "--refresh"])
    _ = try await git.runWhenFree(["read-tree", "-m", "-u", head.description, tip.description])
    guard try await moveBranch(from: head, to: tip, "pull: Put on top of what others sent") else {
      throw .sending(.init(.busy(1), .kept))
    }
  }

  /// Stages what arrived before a kill; refuses to write over what is not committed.
  private func settle(_ arriving: [TreeChange]) async throws(PublishTrouble) {
    let changed = try await workChanges(below: nil)
    var settled: [TreePath: TreeEntry?] = [:]
    var conflicts: Set<TreePath> = []
    for change in arriving where changed[change.path] != nil {
      if try await isInWork(change) {
        settled[change.path] = .some(change.new)
      } else if changed[change.path] != .removed || change.new == nil {
        conflicts.insert(change.path)
      }
    }
    guard conflicts.isEmpty else {
      throw .sending(.init(.changedHere(conflicts.names), .kept))
    }
    guard !settled.isEmpty else { return }
    _ = try await git.runWhenFree(
      ["update-index", "--replace", "-z", "--index-info"],
      input: try await git.indexLines(settled))
  }

  /// Whether the working folder has a file as it is to become.
  private func isInWork(_ change: TreeChange) async throws(PublishTrouble) -> Bool {
    if change.new?.mode == "120000" { return false }
    let name = String(decoding: change.path.bytes, as: UTF8.self)
    let top = try await git.run(["rev-parse", "--show-toplevel"]).text.lines.first ?? ""
    let answer = try await git.with(folder: top).ask(["hash-object", "--", name])
    guard answer.isSuccess else { return change.new == nil }
    return ObjectID(answer.line.utf8) == change.new?.id
  }

  /// Whether only a part of the repository is in the working folder.
  private func isSparse() async throws(PublishTrouble) -> Bool {
    // The last is our own.
    let values = try await git.ask(["config", "--type=bool", "--get-all", "core.sparseCheckout"])
    return values.text.lines.dropLast().last == "true"
  }
}
