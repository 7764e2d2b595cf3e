import Diagnostics
import Hosting
import Programs

extension GitExamination {
  /// Each repository elsewhere that git knows, and what of the site is published there.
  func remotes(_ source: SourceRepository) async -> [Finding] {
    let names = ((try? await source.git.run(["remote"]).text.lines) ?? []).prefix(mostRemotes)
    let reached = await withTaskGroup(of: (Int, Reached).self) { group in
      for (place, name) in names.enumerated() {
        group.addTask { (place, await reach(name, of: source)) }
      }
      var all: [(Int, Reached)] = []
      for await one in group { all.append(one) }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
    return reached.map(\.finding) + (await publication(reached, source))
  }

  /// Asks a host for the branches of a repository.
  private func reach(_ name: String, of source: SourceRepository) async -> Reached {
    let remote: Remote
    do throws(PublishTrouble) {
      remote = try await source.remote(name)
    } catch {
      return Reached(
        Finding("remote", .bad, error.rule, error.hint.map { [$0] } ?? []), name: name)
    }
    do throws(PublishTrouble) {
      var git = try await source.git.withoutQuestions().with(timeLimit: patience)
      git.redaction = remote.redaction
      let answer = try await git.ask(["ls-remote", "--heads", "--", "\(remote.name)"])
      guard answer.isSuccess else {
        return Reached(.cannotRead(remote, git.words(of: answer)), name: name)
      }
      return Reached(
        .canRead(remote), name: name, remote: remote, branches: Branches(answer.text))
    } catch {
      return Reached(.cannotRead(remote, error.words.joined(separator: "\n")), name: name)
    }
  }
}

/// How many repositories elsewhere are asked.
private let mostRemotes = 8

/// A repository elsewhere, as it answered.
struct Reached: Sendable {
  let finding: Finding
  let name: String
  /// `nil` where it could not be read.
  let remote: Remote?
  let branches: Branches

  init(_ finding: Finding, name: String, remote: Remote? = nil, branches: Branches = Branches("")) {
    (self.finding, self.name, self.remote, self.branches) = (finding, name, remote, branches)
  }
}

/// The branches of a repository elsewhere, with the commit at the end of each.
struct Branches: Sendable {
  private let tips: [String: ObjectID]

  /// Reads the lines of `git ls-remote`: `0123…<tab>refs/heads/main`.
  init(_ text: String) {
    var tips: [String: ObjectID] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t")
      guard parts.count == 2, let id = ObjectID(parts[0].utf8) else { continue }
      tips[String(parts[1])] = id
    }
    self.tips = tips
  }

  subscript(branch: BranchName) -> ObjectID? { tips[branch.reference] }
}

extension Finding {
  fileprivate static func canRead(_ remote: Remote) -> Finding {
    let subject = "remote \(remote.name)"
    guard remote.address.secrets.isEmpty || remote.address.isSSH else {
      return Finding(
        subject, .note,
        "\(remote.address) answers; its address holds a name or a password, which lies open in .git/config",
        ["git remote set-url \(remote.name) \(remote.address)"])
    }
    return Finding(subject, .good, "\(remote.address) answers")
  }

  fileprivate static func cannotRead(_ remote: Remote, _ words: String) -> Finding {
    let (state, steps) = remote.remedy(words)
    return Finding("remote \(remote.name)", .bad, "\(remote.address): \(state)", steps)
  }
}

extension Remote {
  /// Why it could not be read, and what to type.
  fileprivate func remedy(_ words: String) -> (state: String, steps: [String]) {
    let hosted = address.hosted
    let ask = "git fetch \(name)"
    switch PushRefusal(words) {
    case .signIn where address.isSSH:
      return ("the host does not know your key", ["\(hosted.keysPlace): add your key", ask])
    case .signIn:
      return (
        "the host asks who you are, and git has no answer",
        [
          "\(hosted.tokensPlace): make a token",
          "\(ask)   (it asks for your name; the token is the password)",
        ]
      )
    case .noRight:
      return ("you may not read it", ["\(hosted.rightsPlace): the owner lets you in"])
    case .notFound:
      return (
        "there is no such repository, or you may not see it",
        ["git remote set-url \(name) ADDRESS"]
      )
    case .unreachable: return ("the host does not answer", ["see that you are online", ask])
    case .behind, .protected, .other:
      return (words.lines.first.map(\.visible) ?? "it cannot be read", [ask])
    }
  }
}
