import Diagnostics
import Hosting
import Programs

/// A look at git and at the git hosts of a site.
///
/// It changes nothing and asks nobody. What a host does not answer within `patience` is given up.
/// No password, token or user of an address is in what it finds.
package struct GitExamination: Sendable {
  let site: String
  let patience: Duration
  /// The address of the repository that the settings name.
  package var repository: String?
  /// Whether the git host builds the pages itself.
  package var isBuiltByHost = false

  package init(of site: String, patience: Duration) {
    self.site = site
    self.patience = patience
  }
}

extension GitExamination {
  /// Git itself and who its user is; then, where there is git, the repository, its remotes and what
  /// is published.
  package func findings(withRepository: Bool) async -> [Finding] {
    let git = Git(in: site).with(timeLimit: patience)
    guard let version = try? await git.ask(["--version"]), version.isSuccess else {
      return [.noGit]
    }
    let first = [Finding.git(version.line), await identity(git)]
    guard withRepository else { return first }
    do throws(PublishTrouble) {
      let sender = try await SourceSender(site)
      return first + [await standing(sender)] + (await remotes(sender.source))
    } catch {
      return first + [.noRepository(error, site)]
    }
  }

  /// Whose name stands under commits of the source.
  private func identity(_ git: Git) async -> Finding {
    let name = try? await git.asUser.ask(["config", "--get", "user.name"])
    let address = try? await git.asUser.ask(["config", "--get", "user.email"])
    guard let name, name.isSuccess, !name.line.isEmpty else { return .noName }
    guard let address, address.isSuccess, !address.line.isEmpty else { return .noAddress }
    return Finding("your name", .good, "git has it: \(name.line.quotedInput)")
  }

  private func standing(_ sender: SourceSender) async -> Finding {
    guard let standing = try? await sender.standing() else {
      return Finding("repository", .bad, "git cannot read it", ["git fsck"])
    }
    switch standing {
    case .noRemote: return Finding("repository", .bad, standing.words, addingRemote)
    case .noCommit:
      return Finding(
        "repository", .note, standing.words, ["git add --all", "git commit -m \"First\""])
    case .unsent: return Finding("repository", .note, standing.words, ["git push"])
    case .neverSent:
      return Finding("repository", .note, standing.words, [await firstPush(sender)])
    case .noGit, .noRepository, .unfinished, .detached:
      return Finding("repository", .bad, standing.words, standing.step.map { [$0] } ?? [])
    case .proposed:
      return Finding("repository", .note, standing.words, standing.step.map { [$0] } ?? [])
    case .online:
      return Finding(
        "repository", sender.source.isDirty ? .note : .good,
        sender.source.isDirty ? "some changes are not kept in it yet" : standing.words,
        sender.source.isDirty ? ["git add --all", "git commit -m \"What you did\""] : [])
    }
  }

  /// The line that sends a branch for the first time.
  private func firstPush(_ sender: SourceSender) async -> String {
    guard let branch = try? await sender.branch()?.dropFirst("refs/heads/".count),
      let home = try? await sender.source.home(of: String(branch))
    else { return "git push" }
    return "git push --set-upstream \(home.quotedInput) \(String(branch).quotedInput)"
  }

  /// The line that tells git of the repository at the host: the one that the settings name, or one
  /// for each host that is known.
  private var addingRemote: [String] {
    if let repository, let hosted = RemoteAddress(repository.withoutBranch)?.hosted {
      return ["git remote add origin \(hosted.address).git"]
    }
    return GitHost.allCases.map { host in
      "\(host.title): git remote add origin https://\(host.domain)/OWNER/REPOSITORY.git"
    }
  }
}

extension String {
  /// The address of a repository, of that or of a branch's page.
  fileprivate var withoutBranch: String {
    let marks = GitHost.allCases.map(\.branchMark).sorted { $0.utf8.count > $1.utf8.count }
    let place = marks.lazy.compactMap { firstRange(of: $0) }.first
    return place.map { String(self[..<$0.lowerBound]) } ?? self
  }
}

extension Finding {
  fileprivate static func git(_ line: String) -> Finding {
    let version = line.split(separator: " ").dropFirst(2).joined(separator: " ")
    return Finding("git", .good, version.quotedInput)
  }

  fileprivate static let noGit = Finding(
    "git", .bad, "not installed; nothing can be published or sent without it",
    [Installing.line("git")])

  private static let nameIsSeen = "both can be seen by whoever sees the repository"

  fileprivate static let noName = Finding(
    "your name", .bad, "git does not know who you are, so nothing can be kept in its history",
    [
      "git config --global user.name \"Your Name\"",
      "git config --global user.email you@example.org",
    ])

  fileprivate static let noAddress = Finding(
    "your name", .bad, "git knows no e-mail address of yours; it stands in every commit",
    ["git config --global user.email you@example.org"])

  fileprivate static func noRepository(_ trouble: PublishTrouble, _ site: String) -> Finding {
    switch trouble {
    case .noRepository:
      Finding(
        "repository", .bad, "this folder is in no git repository",
        ["git init", "git add --all", "git commit -m \"First\""])
    case .git(_, let words) where words.contains("dubious ownership"):
      Finding(
        "repository", .bad, "it belongs to somebody else on this computer, so git leaves it alone",
        ["git config --global --add safe.directory \"$(pwd)\""])
    default:
      Finding("repository", .bad, trouble.rule, trouble.words + (trouble.hint.map { [$0] } ?? []))
    }
  }
}

/// How a program is installed here.
package enum Installing {
  package static func line(_ program: String) -> String {
    #if canImport(Darwin)
      "brew install \(program)"
    #else
      "sudo apt-get install \(program)"
    #endif
  }
}
