package import Files
import Programs

/// What taking back the last publication would do to the site.
///
/// Look at what returns before doing it: a page may be there of somebody who has left since.
package struct PublicationUndo: Hashable, Sendable {
  /// Each sorted by bytes; only files that the publication wrote or removed.
  package let returning: [RelativePath]
  package let changed: [RelativePath]
  package let leaving: [RelativePath]
  /// The publication that is taken back.
  package let publication: String
  let before: ObjectID
}

extension Publisher {
  /// Finds out what taking back the last publication would do.
  ///
  /// `publication` is the commit that `publish` told; where it is not known, the last commit there
  /// has to be one of ours. It is refused where somebody else has changed the branch since, and
  /// where nothing was published before.
  package func undo(
    of publication: String? = nil
  ) async throws(PublishTrouble) -> PublicationUndo {
    try await telling(.published) { () throws(PublishTrouble) in
      let state = try await look(at: tip())
      guard let tip = state.tip, state.hasPublished else {
        throw .sending(.init(.nothingBefore(place: place), .published))
      }
      guard try await isOurs(tip), publication == nil || publication == tip.description else {
        throw .sending(.init(.changedByOthers(place: place), .published))
      }
      guard let before = try await predecessor(of: tip) else {
        throw .sending(.init(.nothingBefore(place: place), .published))
      }
      return try await difference(from: tip, to: before)
    }
  }

  /// The commit of the source from which the pages before were made, as far as their commit says.
  package func sourceCommit(
    before undo: PublicationUndo
  ) async throws(PublishTrouble) -> String? {
    let trailer = "Source-Commit: "
    let message = try await git.run(["log", "-1", "--format=%B", undo.before.description]).text
    return message.lines.last { $0.hasPrefix(trailer) }
      .map { String($0.dropFirst(trailer.count).prefix { $0 != " " }) }
  }

  /// Puts a commit on the branch whose files are those before the last publication.
  ///
  /// It gives the commit's id. Taking that back in turn publishes again.
  ///
  /// What is kept of the last publication here no longer fits the branch, so the next one makes and
  /// compares every page.
  package func carryOut(
    _ undo: PublicationUndo, toolVersion: String
  ) async throws(PublishTrouble) -> String {
    try await telling(.published) { () throws(PublishTrouble) in
      let state = try await look(at: tip())
      guard let tip = state.tip, tip.description == undo.publication else {
        throw .sending(.init(.changedByOthers(place: place), .published))
      }
      let subject = try await git.run(["log", "-1", "--format=%s", tip.description]).text
      let message = """
        Take back: \(subject.lines.first ?? "")

        Undoes: \(tip)
        Handbook-Version: \(toolVersion)

        """
      try beforeStep(.commit)
      let answer = try await git.ask(
        ["commit-tree", "-p", tip.description, "\(undo.before)^{tree}"], input: Array(message.utf8))
      guard answer.isSuccess, let commit = ObjectID(answer.line.utf8) else {
        throw .git("commit-tree", git.words(of: answer))
      }
      guard try await push(commit, over: state, newFiles: 0) else {
        throw .sending(.init(.changedByOthers(place: place), .published))
      }
      return commit.description
    }
  }

  /// Whether a commit was made by a publication: in its name, with what it says at the end.
  private func isOurs(_ commit: ObjectID) async throws(PublishTrouble) -> Bool {
    let text = try await git.run(["log", "-1", "--format=%ce%n%B", commit.description]).text
    return text.hasPrefix("handbook@publish.invalid\n") && text.contains("\nHandbook-Version: ")
  }

  /// The commit before, where a handbook was published in it; a shallow clone has to fetch it.
  private func predecessor(of tip: ObjectID) async throws(PublishTrouble) -> ObjectID? {
    let line = try await git.run(["cat-file", "commit", tip.description]).text.lines
      .prefix { !$0.hasPrefix("author ") }.first { $0.hasPrefix("parent ") }
    guard let parent = line.flatMap({ ObjectID($0.utf8.dropFirst("parent ".utf8.count)) }) else {
      return nil
    }
    // Elsewhere `--depth` would cut off the history that is here.
    if source.isShallow, try await git.id(of: "\(parent)^{tree}") == nil {
      _ = try await git.ask([
        "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules",
        "--depth=2", "--", "\(remote.name)", branch.reference,
      ])
    }
    let list = try await git.ask(["cat-file", "-e", "\(parent):\(PublishedManifest.path)"])
    return list.isSuccess ? parent : nil
  }

  private func difference(
    from tip: ObjectID, to before: ObjectID
  ) async throws(PublishTrouble) -> PublicationUndo {
    var (returning, changed, leaving): ([RelativePath], [RelativePath], [RelativePath]) =
      ([], [], [])
    for change in try await git.fileChanges(from: tip, to: before) {
      guard let path = try? RelativePath(bytes: change.path.bytes),
        path != PublishedManifest.path
      else { continue }
      switch (change.old, change.new) {
      case (nil, _): returning.append(path)
      case (_, nil): leaving.append(path)
      default: changed.append(path)
      }
    }
    return PublicationUndo(
      returning: returning.sorted(), changed: changed.sorted(), leaving: leaving.sorted(),
      publication: tip.description, before: before)
  }
}
