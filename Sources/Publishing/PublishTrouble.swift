import Diagnostics

/// Why a site was not published; what is published is then as it was.
package enum PublishTrouble: Error, Sendable {
  // What stands here.
  case noGit
  case noRepository(String)
  case badRemoteName(String)
  case badBranchName(String)
  case unknownRemote(String, known: [String])
  case severalAddresses(String)
  case refusedAddress(String)
  case unknownRevision(String)
  case uncommitted
  case membersOnly
  case drafts
  // What stands there.
  case holdsSource(BranchName)
  case besideBranch(BranchName, String)
  case damagedManifest
  case foreignFiles([String])
  case blocked(String)
  case olderSource(String, published: String)
  // What is to be published.
  case emptySite
  case shrinks(from: Int, to: Int)
  case largeFile(String, Int)
  case largeSite(Int)
  // What failed.
  case cannotReach(Remote, String)
  case refused(Remote, BranchName, String)
  case lost(Remote, String)
  case keepsMoving(BranchName, attempts: Int)
  case treeDiffers
  case git(String, String)
  case files(String)
  // What the desk runs into; it says itself what state things are in.
  case sending(SendingTrouble)
}

extension PublishTrouble {
  /// One line that says which rule is broken or what failed, and what things were left in.
  package var message: String {
    if case .sending(let trouble) = self { return trouble.message }
    return "\(rule); \(remains)"
  }

  /// What git or the host said of it, made safe to print.
  package var words: [String] {
    switch self {
    case .cannotReach(_, let words), .refused(_, _, let words), .lost(_, let words),
      .git(_, let words):
      words.lines.prefix(12).map(\.visible)
    case .sending(let trouble): trouble.words.lines.prefix(12).map(\.visible)
    default: []
    }
  }

  private var remains: String {
    switch self {
    case .lost: "it cannot be told whether the site arrived"
    case .noGit, .noRepository: "nothing was published"
    case .unknownRevision: "there is nothing to compare with"
    default: "what is published is as it was"
    }
  }

  /// Which rule is broken, or what failed.
  var rule: String {
    switch self {
    case .noGit: "publishing needs the program git, which is not installed"
    case .noRepository(let site): "'\(site.quotedInput)' is not in a git repository"
    case .badRemoteName(let name):
      "'\(name.quotedInput)' cannot be the name of a remote: it is one word that git knows, such as origin"
    case .badBranchName(let name):
      "'\(name.quotedInput)' cannot be the name of a branch: it is a word such as gh-pages"
    case .unknownRemote(let name, let known):
      "git knows no remote called '\(name.quotedInput)'"
        + (known.isEmpty
          ? "" : "; it knows \(known.map { "'\($0.quotedInput)'" }.joined(separator: ", "))")
    case .severalAddresses(let name):
      "the remote '\(name)' is pushed to several addresses, and a site is published to one"
    case .refusedAddress(let name):
      "the address of the remote '\(name)' is none of https, ssh or a folder; git could start any program for it"
    case .unknownRevision(let revision):
      "git knows no commit '\(revision.quotedInput)' here"
    case .uncommitted: "there are changes that are not committed, and --require-clean forbids that"
    case .membersOnly:
      "this would publish what is for members only, to everyone who can read the branch"
    case .drafts: "this would publish drafts, to everyone who can read the branch"
    case .holdsSource(let branch):
      "the branch '\(branch)' holds the source of this handbook, and a published site is a branch of its own"
    case .besideBranch(let branch, let other):
      "git cannot have a branch '\(branch)' beside the branch '\(other.quotedInput)', which is there"
    case .damagedManifest:
      "the list of published files, '\(PublishedManifest.path)' on the branch, cannot be read"
    case .foreignFiles(let paths):
      "the branch has files of the same names that handbook did not write: \(listed(paths))"
    case .blocked(let path):
      "'\(path.quotedInput)' on the branch was not written by handbook, and is a file where a folder has to be, or the other way round"
    case .olderSource(let id, let published):
      "the source is at \(short(id)), which is older than \(short(published)), which is published already"
    case .emptySite: "the site has no entries"
    case .shrinks(let before, let now):
      "the site has \(now) of the \(before) pages that are published, less than half"
    case .largeFile(let path, let size):
      "'\(path)' has \(megabytes(size)) MB, and git hosts take at most 100 MB a file"
    case .largeSite(let size):
      "the site has \(megabytes(size)) MB, and git hosts serve at most 1,024 MB"
    case .cannotReach(let remote, _):
      "the remote '\(remote.name)' (\(remote.address)) could not be read"
    case .refused(let remote, let branch, _):
      "the remote '\(remote.name)' (\(remote.address)) does not take a push to '\(branch)'"
    case .lost(let remote, _):
      "the push to '\(remote.name)' (\(remote.address)) broke off"
    case .keepsMoving(let branch, let attempts):
      "the branch '\(branch)' was changed by others \(attempts) times while this was going on"
    case .treeDiffers: "git did not take all files of the site as they are"
    case .git(let command, _): "git \(command) failed"
    case .files(let words): words
    case .sending(let trouble): trouble.rule
    }
  }

  /// What to do or to type next.
  package var hint: String? {
    switch self {
    case .noGit: "install it, for example with: sudo apt-get install git"
    case .noRepository:
      "make it one: git init, then git remote add origin followed by the address of a repository at your git host (docs/publishing.md)"
    case .badRemoteName: "git remote lists the names"
    case .badBranchName: "leave --branch out, and the usual one is taken"
    case .unknownRemote(let name, let known):
      known.isEmpty
        ? "git remote add \(RemoteName(name)?.description ?? "origin") followed by the address of a repository at your git host"
        : NearMiss.nearest(to: name, among: known).map { "did you mean --remote \($0)?" }
          ?? "choose one with --remote"
    case .severalAddresses: "git remote add site followed by one address, then --remote site"
    case .refusedAddress(let name): "git remote set-url \(name) followed by the right address"
    case .unknownRevision: "git log lists commits; a shallow clone has few: git fetch --unshallow"
    case .uncommitted: "commit them, or publish without --require-clean"
    case .membersOnly, .drafts: "if that is what you want, add --yes"
    case .holdsSource: "choose another with --branch, such as --branch gh-pages"
    case .besideBranch(_, let other):
      "publish to '\(other.quotedInput)', or choose another name with --branch"
    case .damagedManifest, .foreignFiles:
      "look at the branch; to take these files over, add --adopt"
    case .blocked: "remove it from the branch, or rename the entry"
    case .olderSource: "git pull, and publish again; to go back on purpose, use git revert"
    case .emptySite: "see that this is the right folder; to publish it so, add --allow-shrink"
    case .shrinks: "see what is missing with --dry-run; if it is right, add --allow-shrink"
    case .largeFile: "put it elsewhere, and link to it"
    case .largeSite: "put the largest files elsewhere, and link to them"
    case .cannotReach(_, let words), .refused(_, _, let words): remedy(words)
    case .lost, .keepsMoving: "run the command again; it does only what is left to do"
    case .treeDiffers: "this is a fault of handbook or of git; please report it"
    case .git, .files: nil
    case .sending(let trouble): trouble.hint
    }
  }
}

/// What usually helps where git says so.
private func remedy(_ words: String) -> String {
  let words = words.lowercased()
  let remedies: [([String], String)] = [
    (
      [
        "authentication failed", "could not read username", "could not read password",
        "permission denied", "403", "access denied", "terminal prompts disabled",
      ],
      "git has no key or password that the host takes: try git fetch, which asks for one"
    ),
    (
      ["could not resolve host", "timed out", "connection refused", "network is unreachable"],
      "see that you are online, and run the command again"
    ),
    (
      ["protected branch", "gh006", "not allowed to push"],
      "the host protects the branch: allow pushes to it in the settings of the repository"
    ),
    (
      ["not found", "does not exist", "does not appear to be a git repository"],
      "see that the repository is there and you may read it: git remote -v lists addresses"
    ),
  ]
  return remedies.first { $0.0.contains(where: words.contains) }?.1
    ?? "fix what the host says above, and run the command again"
}

private func listed(_ paths: [String]) -> String {
  let shown = paths.prefix(5).map { "'\($0.quotedInput)'" }.joined(separator: ", ")
  return paths.count > 5 ? "\(shown) and \(paths.count - 5) more" : shown
}

private func short(_ id: String) -> String { String(id.prefix(10)) }

private func megabytes(_ size: Int) -> Int { (size + (1 << 20) - 1) >> 20 }
