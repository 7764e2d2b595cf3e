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
    guard let treeID = ObjectID(tree.utf8), try await git.files(of: treeID) == wanted else {
      throw .treeDiffers
    }
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
