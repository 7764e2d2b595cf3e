import Files
import Programs

extension Publisher {
  func blob(_ bytes: [UInt8], _ writing: [String]) async throws(PublishTrouble) -> ObjectID {
    let answer = try await git.ask(
      ["hash-object"] + writing + ["--no-filters", "--stdin"], input: bytes)
    guard let id = ObjectID(answer.line.utf8) else {
      throw .git("hash-object", git.words(of: answer))
    }
    return id
  }

  /// Makes the commit, and holds its tree against the plan: git leaves out in silence a path that
  /// it does not like.
  func commit(
    _ plan: PublishPlan, over state: BranchState, _ index: String, _ settings: PublishSettings
  ) async throws(PublishTrouble) -> ObjectID {
    var wanted = plan.files
    wanted[TreePath(PublishedManifest.path)] = .file(try await blob(plan.manifest.text, ["-w"]))
    let git = git.with(index: index)
    try beforeStep(.readTree)
    _ = try await git.run(["read-tree", state.tip?.description ?? "--empty"])
    try beforeStep(.updateIndex)
    _ = try await git.run(
      ["update-index", "-z", "--index-info"], input: difference(from: state.files, to: wanted))
    try beforeStep(.writeTree)
    let tree = try await git.run(["write-tree"]).text.lines.first ?? ""
    guard let treeID = ObjectID(tree.utf8),
      try await git.isTree(treeID, holding: wanted, over: state)
    else { throw .treeDiffers }
    try beforeStep(.commit)
    let parent = state.tip.map { ["-p", $0.description] } ?? []
    let answer = try await git.ask(
      ["commit-tree", tree] + parent, input: Array(message(plan, settings).utf8))
    guard let commit = ObjectID(answer.line.utf8) else {
      throw .git("commit-tree", git.words(of: answer))
    }
    return commit
  }

  /// Lines for `update-index --index-info`: what goes first, so that a folder can become a file.
  private func difference(
    from old: [TreePath: TreeEntry], to new: [TreePath: TreeEntry]
  ) -> [UInt8] {
    var lines: [UInt8] = []
    for (path, entry) in old where new[path] == nil {
      let none = String(repeating: "0", count: entry.id.description.utf8.count)
      lines += Array("0 \(none)\t".utf8) + path.bytes + [0]
    }
    for (path, entry) in new where old[path] != entry {
      lines += Array("\(entry.mode) \(entry.id)\t".utf8) + path.bytes + [0]
    }
    return lines
  }

  private func message(_ plan: PublishPlan, _ settings: PublishSettings) -> String {
    let subject = settings.message ?? "Publish \(settings.siteName)"
    let summary = PublishReport(plan, isPublished: true).summary
    var trailers: [String] = []
    if let commit = source.commit {
      let state = source.isDirty ? " with changes that are not committed" : ""
      trailers.append("Source-Commit: \(commit.id)\(state)")
    }
    trailers.append("Handbook-Version: \(settings.toolVersion)")
    return "\(subject)\n\n\(summary)\n\n\(trailers.joined(separator: "\n"))\n"
  }
}

extension Git {
  /// Whether a tree holds exactly these files: by what differs from the tree that it was made from,
  /// of which the most is as it was.
  fileprivate func isTree(
    _ tree: ObjectID, holding wanted: [TreePath: TreeEntry], over state: BranchState
  ) async throws(PublishTrouble) -> Bool {
    guard let tip = state.tip else { return try await files(of: tree) == wanted }
    var expected: [TreePath: TreeEntry?] = [:]
    for path in state.files.keys where wanted[path] == nil { expected[path] = .some(nil) }
    for (path, entry) in wanted where state.files[path] != entry { expected[path] = entry }
    return try await changes(from: tip, to: tree) == expected
  }

  /// What is another in a tree than in a commit; `nil` for a file that it does not hold.
  private func changes(
    from commit: ObjectID, to tree: ObjectID
  ) async throws(PublishTrouble) -> [TreePath: TreeEntry?] {
    let listing = try await run(
      [
        "diff-tree", "-r", "-z", "--no-renames", "--raw", "--no-abbrev", commit.description,
        tree.description,
      ])
    // `:100644 100644 0123… 4567… M`, NUL, path, NUL.
    let parts = listing.split(separator: 0)
    var changes: [TreePath: TreeEntry?] = [:]
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      let words = parts[index].split(separator: UInt8(ascii: " "))
      guard words.count == 5, let id = ObjectID(words[3]) else {
        throw .git("diff-tree", "it gave a line that cannot be understood")
      }
      let mode = String(decoding: words[1], as: UTF8.self)
      let isGone = words[4].elementsEqual("D".utf8)
      changes[TreePath(Array(parts[index + 1]))] =
        isGone ? .some(nil) : TreeEntry(mode: mode, id: id)
    }
    return changes
  }
}
