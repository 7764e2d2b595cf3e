import Programs

/// The source of a site as somebody changes it who never sees git: kept in the history, sent to the
/// git host, taken back.
///
///     let sender = try await SourceSender(site)
///     let kept = try await sender.commit(paths, saying: "Minutes of 12 February")
///     let sent = try await sender.send(.directly(otherwiseAs: "2026-02-12-minutes"))
///     // sent.proposal?.address is where somebody takes it over.
///     // To take back what `sent` sent:
///     try await sender.revert(sent.commits, saying: "Take back the minutes of 12 February")
///     try await sender.send(.directly(otherwiseAs: "2026-02-12-undo"))
///
/// Only files that are named are committed. What else the user has changed or staged stays as it
/// is. Nothing is ever forced, hooks are not run, and nobody is asked for a password. A commit is
/// signed where `commit.gpgsign` says so. After a kill the next call goes on where it was left.
package struct SourceSender: Sendable {
  package let source: SourceRepository
  let git: Git
  /// Called before each step, to tell how far it is; what it throws ends the work there, as a kill
  /// would.
  package var beforeStep: @Sendable (SendingStep) throws(PublishTrouble) -> Void = { _ in }

  /// Finds the repository that a site's folder lies in.
  package init(_ site: String) async throws(PublishTrouble) {
    source = try await SourceRepository.containing(site)
    git = source.git
  }

  /// How often others may be quicker before we give up.
  static let attempts = 5
}

/// A moment of keeping, sending or taking back.
package enum SendingStep: Hashable, Sendable, CaseIterable {
  case look, store, commit, stage, move, push, fetch, join, update, propose
}

extension SendingStep {
  /// What is being done, for somebody who waits.
  package var words: String {
    switch self {
    case .look: "Looking what has changed"
    case .store, .commit, .stage, .move: "Keeping it in the history"
    case .push: "Sending it"
    case .fetch: "Fetching what others have sent"
    case .join, .update: "Putting it together with what others have sent"
    case .propose: "Sending it as a proposal"
    }
  }
}

extension SourceSender {
  /// The last commit as git has it now; `nil` before the first.
  func head() async throws(PublishTrouble) -> ObjectID? {
    try await git.id(of: "HEAD^{commit}")
  }

  /// The whole name of the branch that is checked out: `refs/heads/main`; `nil` where none is.
  func branch() async throws(PublishTrouble) -> String? {
    let answer = try await git.ask(["symbolic-ref", "--quiet", "HEAD"])
    return answer.isSuccess && answer.line.hasPrefix("refs/heads/") ? answer.line : nil
  }

  /// Where the branch is sent to; `nil` where git knows no place.
  func upstream() async throws(PublishTrouble) -> Upstream? {
    guard let local = try await branch() else { return nil }
    let name = String(local.dropFirst("refs/heads/".count))
    let known = try await git.run(["remote"]).text.lines
    let home = try await source.home(of: name)
    guard known.contains(home) else { return nil }
    let own = try await git.ask(["config", "--get", "branch.\(name).merge"])
    let reference = own.isSuccess && own.line.hasPrefix("refs/heads/") ? own.line : local
    return Upstream(remote: try await source.remote(home), reference: reference)
  }

  /// How the history stands, as far as is known without asking the host.
  package func standing() async throws(PublishTrouble) -> SourceStanding {
    let branch = try await branch()
    for work in UnfinishedWork.allCases where try await git.id(of: work.rawValue) != nil {
      // A rebase that has ended may leave its name behind, but never without a branch.
      if work != .rebase || branch == nil { return .unfinished(work) }
    }
    guard branch != nil else { return .detached }
    guard let head = try await head() else { return .noCommit }
    guard let upstream = try await upstream() else { return .noRemote }
    guard let there = try await git.id(of: upstream.tracking) else {
      return .neverSent(try await count([head.description]))
    }
    let count = try await count(["\(there)..\(head)"])
    if count == 0 { return .online }
    return try await proposal(of: head, to: upstream).map { .proposed(branch: $0, count) }
      ?? .unsent(count)
  }

  private func count(_ range: [String]) async throws(PublishTrouble) -> Int {
    Int(try await git.run(["rev-list", "--count"] + range + ["--"]).text.lines.first ?? "") ?? 0
  }

  /// The branch of proposals that holds a commit, as far as is known here.
  private func proposal(
    of head: ObjectID, to upstream: Upstream
  ) async throws(PublishTrouble) -> String? {
    let folder = "refs/remotes/\(upstream.remote.name)/"
    let answer = try await git.run([
      "for-each-ref", "--contains=\(head)", "--format=%(refname)", folder + "desk",
    ])
    return answer.text.lines.first.map { String($0.dropFirst(folder.count)) }
  }
}

/// The branch elsewhere that the source is sent to.
struct Upstream: Sendable {
  let remote: Remote
  /// Its whole name: `refs/heads/main`.
  let reference: String

  /// Its name without what git puts before it: `main`.
  var name: String { String(reference.dropFirst("refs/heads/".count)) }

  /// Where git keeps what it knows of it.
  var tracking: String { "refs/remotes/\(remote.name)/\(name)" }

  var place: String { "'\(name)' of \(remote.address)" }
}
