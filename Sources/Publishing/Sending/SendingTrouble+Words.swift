import Diagnostics
import Hosting

extension SendingTrouble {
  var message: String { "\(rule); \(remains)" }

  /// What git or the host said of it.
  var words: String {
    switch cause {
    case .noSignature(let words), .signIn(_, _, _, let words), .noRight(_, _, let words),
      .notFound(_, _, let words), .unreachable(_, let words), .refused(_, let words),
      .lost(let words), .readOnly(let words), .full(let words), .git(_, let words):
      words
    case .ownCommits(let subjects): subjects.joined(separator: "\n")
    default: ""
    }
  }

  private var remains: String {
    switch state {
    case .written: "nothing was sent, and the files hold what was typed"
    case .kept: "what was typed is kept here, and is not online"
    case .unknown: "it cannot be told whether it arrived, and all is kept here"
    case .published: "what is published is as it was"
    }
  }

  var rule: String {
    switch cause {
    case .standing(let standing): standing.words
    case .outside(let path): "'\(path.quotedInput)' is not below content/"
    case .ignored(let paths): "\(listed(paths)) is to be left out, by a file .gitignore"
    case .linked(let path): "'\(path.quotedInput)' is a symbolic link, not a file"
    case .noIdentity: "git does not know in whose name to keep this"
    case .noSignature: "git is set to sign what is kept, and could not"
    case .sparse: "only a part of the repository is in this folder"
    case .bothChanged(let paths): "somebody else has changed \(listed(paths)) too"
    case .changedHere(let paths):
      "somebody else has changed \(listed(paths)), which is changed here too and was not to be sent"
    case .ownCommits:
      "others have sent something, and there are commits here that the desk did not make"
    case .busy: "others were changing the same at this moment"
    case .changedSince(let paths): "\(listed(paths)) was changed again since"
    case .unknownCommit: "what is to be taken back is not in the history here"
    case .nothingBefore(let place): "nothing was published to \(place) before"
    case .changedByOthers(let place):
      "somebody else has changed \(place) since, and that must not be lost"
    case .noFile(let name): "'\(name.quotedInput)' cannot be read from the history"
    case .signIn(_, _, let place, _): "the host of \(place) does not know who is asking"
    case .noRight(_, let place, _): "the host does not let you write to \(place)"
    case .notFound(_, let place, _): "there is no \(place), or you may not see it"
    case .unreachable(let place, _): "the host of \(place) does not answer"
    case .refused(let place, _): "the host did not take it for \(place)"
    case .lost: "the connection broke off"
    case .locked: "another git is at work in this folder, or was cut short"
    case .readOnly: "git may not write its own files in this folder"
    case .full: "the disk is full"
    case .git(let command, _): "git \(command) failed"
    case .files(let words): words
    }
  }

  /// What to do or to type next.
  var hint: String? {
    switch cause {
    case .standing(let standing): standing.step
    case .noIdentity:
      "once, in a terminal: git config --global user.name \"Your Name\" and git config --global user.email you@example.org; both can be seen by whoever sees the repository"
    case .noSignature:
      "see that gpg or ssh can sign without asking, or: git config commit.gpgsign false"
    case .sparse, .ownCommits:
      "ask whoever knows git: in a terminal in this folder, git pull --rebase, then send again"
    case .bothChanged:
      "both versions are kept: theirs is online, yours is here; send yours as a proposal, or compare them with whoever changed it"
    case .changedHere: "send these changes too, or take them back, and send again"
    case .changedSince: "change it by hand, and send that"
    case .changedByOthers: "publish again: that puts what is here on top of theirs"
    case .signIn(let host, let byKey, _, _): signInHint(host, byKey: byKey)
    case .noRight(let host, _, _):
      "ask the owner for the right to write (\(host.rightsPlace)), or send it as a proposal"
    case .notFound(let host, _, _):
      "see that the address is right (git remote -v) and that you may see the repository (\(host.rightsPlace))"
    case .unreachable: "see that you are online, and send again"
    case .refused: "see what the host says, and send again"
    case .lost, .busy: "send again; it does only what is left to do"
    case .locked(let path):
      "if no other program is using git here, delete the file \(path.quotedInput), and try again"
    case .readOnly: "see that the folder .git and all in it belong to you, and try again"
    case .full: "make room, and try again"
    case .outside, .ignored, .linked, .unknownCommit, .nothingBefore, .noFile, .git, .files: nil
    }
  }
}

private func signInHint(_ host: HostedRepository?, byKey: Bool) -> String {
  byKey
    ? "add your key at the host (\(host.keysPlace)), then once, in a terminal in this folder: git fetch"
    : "make a token at the host (\(host.tokensPlace)), then once, in a terminal in this folder: git fetch, which asks for your name and takes the token for the password"
}

private func listed(_ paths: [String]) -> String {
  let shown = paths.prefix(5).map { "'\($0.quotedInput)'" }.joined(separator: ", ")
  return paths.count > 5 ? "\(shown) and \(paths.count - 5) more" : shown
}
