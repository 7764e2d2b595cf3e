import Programs

extension Publisher {
  /// Pushes a commit with so many files that the repository did not hold; `false` where the branch
  /// has moved since we looked.
  func push(
    _ commit: ObjectID, over state: BranchState, newFiles: Int
  ) async throws(PublishTrouble) -> Bool {
    try beforeStep(.push)
    let git = newFiles < Publisher.many ? git : git.with(settings: ["pack.window=0"])
    let answer = try await git.ask(
      [
        "push", "--porcelain", "--no-verify", "--no-signed", "--no-follow-tags",
        "--recurse-submodules=no", "--", "\(remote.name)", "\(commit):\(branch.reference)",
      ])
    if answer.isSuccess { return true }
    let words = git.words(of: answer) + "\n" + git.redaction.redacted(answer.text)
    let now: ObjectID?
    do throws(PublishTrouble) {
      now = try await tip()
    } catch {
      throw .lost(remote, git.words(of: answer))
    }
    if now == commit { return true }
    if now != state.tip || isAboutLocks(words) { return false }
    throw .refused(remote, branch, git.words(of: answer))
  }

  /// Whether the host was just busy with another push to the same branch.
  private func isAboutLocks(_ words: String) -> Bool {
    ["cannot lock ref", "failed to update ref", "fetch first", "non-fast-forward"]
      .contains { words.contains($0) }
  }
}
