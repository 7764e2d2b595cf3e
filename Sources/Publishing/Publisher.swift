import Files

/// Publishes a built site to a branch of a repository elsewhere, in the way that loses nothing
/// when two do so at once: a commit of our files over the branch as it is, in an index of our own,
/// and a push that is refused when the branch has moved; then the same again over what is there.
///
/// The user's branch, index and work tree are not touched, and nothing is ever forced.
package struct Publisher: Sendable {
  package let source: SourceRepository
  package let remote: Remote
  package let branch: BranchName
  let git: Git
  /// Called before each step; what it throws ends the work there, as a kill would.
  package var beforeStep: @Sendable (PublishStep) throws(PublishTrouble) -> Void = { _ in }

  package init(from source: SourceRepository, to remote: Remote, branch: BranchName) {
    self.source = source
    self.remote = remote
    self.branch = branch
    var git = source.git
    git.redaction = remote.redaction
    self.git = git
  }

  /// The branch and its repository, as a person knows them; nothing secret.
  package var place: String { "the branch '\(branch)' of \(remote.address)" }

  /// How often the branch may move under our hands before we give up.
  package var attempts = 20

  /// Publishes the site over what the branch held when it was first looked at, or holds since.
  package func publish(
    _ site: BuiltSite, over first: BranchState, _ settings: PublishSettings
  ) async throws(PublishTrouble) -> PublishReport {
    guard site.entryCount > 0 || settings.allowsShrinking else { throw .emptySite }
    let scratch = try scratchFolder()
    defer { withExtendedLifetime((scratch, site)) {} }
    let (files, newCount) = try await store(site, over: first, isDryRun: settings.isDryRun)
    var state = first
    for attempt in 1...attempts {
      let plan = try PublishPlan(files, from: source.commit, over: state, settings)
      if plan.isPublished {
        return PublishReport(plan, isPublished: true, as: site.published(files, in: state.tip))
      }
      try await checkOrder(state)
      if settings.isDryRun { return PublishReport(plan, isPublished: false) }
      let index = "\(scratch.path)/index-\(attempt)"
      let commit = try await commit(plan, over: state, index, settings)
      if try await push(commit, over: state, newFiles: newCount) {
        return PublishReport(plan, isPublished: true, as: site.published(files, in: commit))
      }
      try? await Task.sleep(for: .milliseconds(Int.random(in: 20...(50 * attempt))))
      state = try await look(at: tip())
    }
    throw .keepsMoving(branch, attempts: attempts)
  }

  private func scratchFolder() throws(PublishTrouble) -> ScratchFolder {
    do throws(FileTrouble) {
      return try ScratchFolder()
    } catch {
      throw .files(error.message)
    }
  }

  private func checkOrder(_ state: BranchState) async throws(PublishTrouble) {
    guard let published = state.manifest?.source, let commit = source.commit,
      try await source.isOlder(commit, than: published)
    else { return }
    throw .olderSource(commit.id, published: published.id)
  }
}

/// A moment of publishing: where a test can cut it short.
package enum PublishStep: Hashable, Sendable, CaseIterable {
  case store, readTree, updateIndex, writeTree, commit, push
}
