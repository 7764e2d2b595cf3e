package import Files
import Programs

extension SourceSender {
  /// Commits some files as they are in the working folder, or their absence, and nothing else;
  /// `nil` where they are as the last commit has them.
  ///
  /// The user's index is brought up to date for these files before the branch moves. Cut short in
  /// between, the files are staged and differ from the last commit, and the next time commits them.
  @discardableResult
  package func commit(
    _ paths: [RelativePath], saying message: String
  ) async throws(PublishTrouble) -> SourceCommit? {
    try await telling(.written) { () throws(PublishTrouble) in
      try await requireCommittable(paths)
      for _ in 1...Self.attempts {
        let head = try await head()
        let scratch = try Scratch()
        defer { withExtendedLifetime(scratch) {} }
        try beforeStep(.store)
        let (tree, entries) = try await tree(of: head, with: paths, index: scratch.index())
        if try await isTree(tree, of: head) { return nil }
        let commit = try await commit(tree, over: head, saying: message)
        if try await move(from: head, to: commit, entries, message) {
          return try await sourceCommit(commit)
        }
      }
      throw .sending(.init(.busy(Self.attempts), .written))
    }
  }

  /// Refuses what git would refuse, and what is not the desk's to commit.
  private func requireCommittable(_ paths: [RelativePath]) async throws(PublishTrouble) {
    try beforeStep(.look)
    let standing = try await standing()
    guard standing.canCommit else { throw .sending(.init(.standing(standing), .written)) }
    let content = RelativePath(fixed: "content")
    if let path = paths.first(where: { !$0.isInside(content) }) {
      throw .sending(.init(.outside(path.description), .written))
    }
    let ignored = try await git.run(
      ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--"]
        + paths.map(\.description))
    let names = ignored.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    if !names.isEmpty { throw .sending(.init(.ignored(names), .written)) }
  }

  /// The tree of a commit with some files as they are in the working folder, and what it has of
  /// them; `nil` for one that is not there.
  private func tree(
    of head: ObjectID?, with paths: [RelativePath], index: String
  ) async throws(PublishTrouble) -> (ObjectID, [TreePath: TreeEntry?]) {
    let git = git.with(index: index)
    _ = try await git.run(["read-tree", head?.description ?? "--empty"])
    _ = try await git.run(
      ["update-index", "--add", "--remove", "--replace", "-z", "--stdin"], input: lines(paths))
    let tree = try await git.writtenTree()
    let files = try await git.files(of: tree)
    var entries: [TreePath: TreeEntry?] = [:]
    for path in paths {
      let path = TreePath(Array(source.prefix.utf8) + path.withBytes { Array($0) })
      entries[path] = .some(files[path])
      if files[path]?.mode == "120000" {
        let name = String(decoding: path.bytes, as: UTF8.self)
        throw .sending(.init(.linked(name), .written))
      }
    }
    return (tree, entries)
  }

  private func lines(_ paths: [RelativePath]) -> [UInt8] {
    paths.flatMap { path in path.withBytes { Array($0) } + [0] }
  }

  private func isTree(_ tree: ObjectID, of head: ObjectID?) async throws(PublishTrouble) -> Bool {
    guard let head else { return try await git.files(of: tree).isEmpty }
    return try await git.id(of: "\(head)^{tree}") == tree
  }
}

extension SourceSender {
  /// What the messages of the desk's own commits end with: those alone are put on top of others'.
  static let trailer = "Saved-With: handbook desk"

  /// Makes a commit in the user's name.
  func commit(
    _ tree: ObjectID, over parent: ObjectID?, saying message: String
  ) async throws(PublishTrouble) -> ObjectID {
    try beforeStep(.commit)
    let git = git.asUser
    for role in ["GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"] {
      guard try await git.ask(["var", role]).isSuccess else {
        throw .sending(.init(.noIdentity, .written))
      }
    }
    let text = "\(messageText(message))\n\n\(Self.trailer)\n"
    return try await git.committed(tree, over: parent, text)
  }

  /// Stages some entries, and moves the branch; `false` where the branch was moved meanwhile.
  func move(
    from head: ObjectID?, to commit: ObjectID, _ entries: [TreePath: TreeEntry?],
    _ message: String
  ) async throws(PublishTrouble) -> Bool {
    try beforeStep(.stage)
    _ = try await git.runWhenFree(
      ["update-index", "--replace", "-z", "--index-info"],
      input: try await git.indexLines(entries))
    return try await moveBranch(from: head, to: commit, "commit: \(messageText(message))")
  }

  func moveBranch(
    from head: ObjectID?, to commit: ObjectID, _ note: String
  ) async throws(PublishTrouble) -> Bool {
    try beforeStep(.move)
    let old =
      head?.description ?? String(repeating: "0", count: commit.description.utf8.count)
    let ending = try await git.asUser.ask([
      "update-ref", "-m", note.lines.first ?? "", "HEAD", commit.description, old,
    ])
    if ending.isSuccess { return true }
    let words = git.words(of: ending)
    guard words.contains("but expected") || words.contains("already exists") else {
      throw .git("update-ref", words)
    }
    return false
  }

  func sourceCommit(_ id: ObjectID) async throws(PublishTrouble) -> SourceCommit {
    let line = try await git.run(["log", "-1", "--format=%H %ct", id.description]).text
    guard let commit = SourceCommit(line.lines.first ?? "") else { throw .git("log", line) }
    return commit
  }
}

extension Git {
  /// Makes a commit, signed where git's settings say so: `git commit-tree` does not look there.
  func committed(
    _ tree: ObjectID, over parent: ObjectID?, _ message: String
  ) async throws(PublishTrouble) -> ObjectID {
    let isSigned = try await isOn("commit.gpgsign")
    let parents = parent.map { ["-p", $0.description] } ?? []
    let answer = try await ask(
      ["commit-tree"] + (isSigned ? ["-S"] : []) + parents + [tree.description],
      input: Array(message.utf8))
    if answer.isSuccess, let commit = ObjectID(answer.line.utf8) { return commit }
    let words = words(of: answer)
    if isSigned, SendingTrouble.Cause(storing: words) == nil {
      throw .sending(.init(.noSignature(words), .written))
    }
    throw .git("commit-tree", words)
  }
}

/// A message without what git refuses in it; never empty.
private func messageText(_ message: String) -> String {
  let text = String(message.unicodeScalars.filter { $0 == "\n" || $0.value >= 0x20 })
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { String($0.reversed().drop { $0 == " " }.reversed()) }
  let body = lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
  return body.isEmpty ? "Change the handbook" : body.joined(separator: "\n")
}
