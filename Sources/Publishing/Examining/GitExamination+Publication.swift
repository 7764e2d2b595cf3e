import Diagnostics
import Hosting
import Programs

extension GitExamination {
  /// What is published, as the branches of pages tell it.
  func publication(_ reached: [Reached], _ source: SourceRepository) async -> [Finding] {
    if isBuiltByHost { return [.builtByHost] }
    var found: [Finding] = []
    for one in reached {
      guard let remote = one.remote, let branch = remote.pagesBranch,
        let tip = one.branches[branch]
      else { continue }
      found.append(await published(tip, branch, of: remote, source))
    }
    if !found.isEmpty { return found }
    // What cannot be read cannot be told to hold nothing.
    guard let first = reached.first, reached.allSatisfy({ $0.remote != nil }) else { return [] }
    let site = reached.first { $0.name == "site" } ?? first
    return [.notPublished(to: site.remote)]
  }

  /// How a branch of pages stands to the source, as far as its commit is here.
  private func published(
    _ tip: ObjectID, _ branch: BranchName, of remote: Remote, _ source: SourceRepository
  ) async -> Finding {
    let place = "branch '\(branch)' of \(remote.name)"
    let git = source.git.withoutFetching
    let told = try? await git.ask(["log", "-1", "--format=%cs", "\(tip)"])
    guard let told, told.isSuccess else {
      return Finding("published", .good, "\(place), from another computer")
    }
    let day = told.line.quotedInput
    let list = try? await git.ask(["cat-file", "blob", "\(tip):\(PublishedManifest.path)"])
    guard let list, list.isSuccess, let manifest = PublishedManifest(text: list.output) else {
      return Finding(
        "published", .note, "\(place) is there, and handbook did not write it",
        [remote.publishing + " --dry-run"])
    }
    guard let from = manifest.source, let now = source.commit else {
      return Finding("published", .good, "\(place), on \(day)")
    }
    guard from.id != now.id else { return Finding("published", .good, "\(place), on \(day)") }
    return Finding(
      "published", .note, "\(place), on \(day); the source has changed since",
      [remote.publishing])
  }
}

extension Remote {
  /// The branch of pages that publishing takes where nobody names one.
  fileprivate var pagesBranch: BranchName? {
    BranchName(address.pagesHost?.pagesBranch ?? GitHost.usualPagesBranch)
  }

  /// The command that publishes there.
  fileprivate var publishing: String {
    name.description == "origin" ? "handbook publish" : "handbook publish --remote \(name)"
  }
}

extension Finding {
  fileprivate static let builtByHost = Finding(
    "published", .good, "the git host builds the pages, by its recipe")

  fileprivate static func notPublished(to remote: Remote?) -> Finding {
    let host = remote?.address.pagesHost
    return Finding(
      "published", .note, "nothing yet",
      [remote?.publishing ?? "handbook publish"] + (host?.pagesStep.map { [$0] } ?? []))
  }
}
