/// How the history of a site's source here stands to the one at the git host.
package enum SourceStanding: Hashable, Sendable {
  case noGit
  case noRepository
  /// A merge or the like was begun and not ended.
  case unfinished(UnfinishedWork)
  /// No branch is checked out, so a new commit would belong to none.
  case detached
  case noCommit
  case noRemote
  /// So many commits, none of which was ever sent.
  case neverSent(Int)
  /// So many commits that the host does not have, as far as is known here.
  case unsent(Int)
  /// They are on a branch of their own, where somebody has to take them over.
  case proposed(branch: String, Int)
  case online
}

/// What git was doing when it was left.
package enum UnfinishedWork: String, Hashable, Sendable, CaseIterable {
  case merge = "MERGE_HEAD"
  case cherryPick = "CHERRY_PICK_HEAD"
  case revert = "REVERT_HEAD"
  case rebase = "REBASE_HEAD"
}

extension SourceStanding {
  /// Whether anything can be kept in the history.
  package var canCommit: Bool {
    switch self {
    case .noGit, .noRepository, .unfinished, .detached: false
    case .noCommit, .noRemote, .neverSent, .unsent, .proposed, .online: true
    }
  }

  /// Whether anything is kept here that is not online.
  package var hasUnsent: Bool {
    switch self {
    case .neverSent, .unsent, .proposed: true
    default: false
    }
  }

  /// One sentence that says it, without a full stop.
  package var words: String {
    switch self {
    case .noGit: "the program git is not installed here, and nothing can be sent without it"
    case .noRepository: "this folder has no history yet, and no place to be sent to"
    case .unfinished(let work): "\(work.words) was begun in this folder and not ended"
    case .detached: "git shows an older state of this folder, and what is added now could get lost"
    case .noCommit: "nothing of this folder has been kept in its history yet"
    case .noRemote: "git knows no place to send this folder to"
    case .neverSent(let count):
      "saved here, not online: \(changes(count)), and nothing was ever sent"
    case .unsent(let count): "saved here, not online: \(changes(count))"
    case .proposed(let branch, let count):
      "proposed on '\(branch)', not taken over yet: \(changes(count))"
    case .online: "what is kept here is online"
    }
  }

  /// What to do next; `nil` where nothing is wrong.
  package var step: String? {
    switch self {
    case .noGit: "install it, for example with: sudo apt-get install git"
    case .noRepository:
      "once, in a terminal in this folder: git init, then git remote add origin followed by the address of a repository at your git host (docs/publishing.md)"
    case .unfinished(let work):
      "ask whoever began it; in a terminal, \(work.wayOut) goes back to before it"
    case .detached: "in a terminal in this folder: git switch - goes back to the branch"
    case .noRemote:
      "once, in a terminal in this folder: git remote add origin followed by the address of a repository at your git host"
    case .proposed: "whoever looks after the repository takes it over at the git host"
    case .noCommit, .neverSent, .unsent, .online: nil
    }
  }
}

extension UnfinishedWork {
  fileprivate var words: String {
    switch self {
    case .merge: "a merge"
    case .cherryPick: "a cherry-pick"
    case .revert: "a revert"
    case .rebase: "a rebase"
    }
  }

  fileprivate var wayOut: String {
    switch self {
    case .merge: "git merge --abort"
    case .cherryPick: "git cherry-pick --abort"
    case .revert: "git revert --abort"
    case .rebase: "git rebase --abort"
    }
  }
}

private func changes(_ count: Int) -> String { count == 1 ? "1 change" : "\(count) changes" }
