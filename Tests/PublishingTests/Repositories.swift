import Files
import TestSupport

@testable import Publishing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A source repository and the bare one that it publishes to, in a folder of their own.
final class Repositories: Sendable {
  private let scratch: ScratchFolder
  var path: String { scratch.path }
  var source: String { "\(path)/source" }
  var remote: String { "\(path)/remote.git" }

  /// Makes both; the source has one commit, of `content/handbook.yml`.
  init() throws {
    scratch = try ScratchFolder()
    git(in: path, "init", "--quiet", "--bare", "--initial-branch=main", remote)
    git(in: path, "init", "--quiet", "--initial-branch=main", source)
    git("remote", "add", "origin", remote)
    write("content/handbook.yml", plainSettings)
    commit("First")
  }

  func write(_ name: String, _ text: String) {
    writeFile("\(source)/\(name)", Array(text.utf8))
  }

  /// Commits all of the source.
  func commit(_ message: String, at seconds: Int = 1_770_000_000) {
    git("add", "--all")
    let date = "\(seconds) +0000"
    _ = run(
      "env",
      arguments: [
        "GIT_COMMITTER_DATE=\(date)", "GIT_AUTHOR_DATE=\(date)", "git", "-C", source,
      ] + Self.identity + ["commit", "--quiet", "-m", message])
  }

  private static let identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]

  @discardableResult
  func git(in folder: String? = nil, _ arguments: String...) -> String {
    let place = ["-C", folder ?? source] + Self.identity
    let ending = run("git", arguments: place + arguments)
    return ending.output
  }

  /// Lays a commit on a branch of the remote, as somebody else would: these files beside those
  /// that are there; `nil` takes one away.
  func changeRemote(_ files: [String: String?], branch: String = "gh-pages") {
    let clone = "\(path)/other-\(UInt32.random(in: 0 ... .max))"
    git(in: path, "clone", "--quiet", "--branch", branch, remote, clone)
    if access(clone, F_OK) != 0 {
      git(in: path, "clone", "--quiet", remote, clone)
      git(in: clone, "checkout", "--quiet", "--orphan", branch)
      git(in: clone, "rm", "-r", "--quiet", "--force", "--ignore-unmatch", ".")
    }
    for (name, text) in files {
      if let text {
        writeFile("\(clone)/\(name)", Array(text.utf8))
      } else {
        unlink("\(clone)/\(name)")
      }
    }
    git(in: clone, "add", "--all")
    git(in: clone, "commit", "--quiet", "-m", "By hand")
    git(in: clone, "push", "--quiet", "origin", "HEAD:refs/heads/\(branch)")
  }

  /// Lays a commit on the branch of the remote, as somebody else would: a symbolic link.
  func linkRemote(_ name: String, to target: String) {
    let clone = "\(path)/other-\(UInt32.random(in: 0 ... .max))"
    git(in: path, "clone", "--quiet", "--branch", "gh-pages", remote, clone)
    symlink(target, "\(clone)/\(name)")
    git(in: clone, "add", "--all")
    git(in: clone, "commit", "--quiet", "-m", "By hand")
    git(in: clone, "push", "--quiet", "origin", "HEAD:refs/heads/gh-pages")
  }

  /// Every file of a branch of the remote, by path; none where there is no such branch.
  func published(_ branch: String = "gh-pages") -> [String: String] {
    var files: [String: String] = [:]
    let names = git(in: remote, "ls-tree", "-r", "-z", "--name-only", branch)
    for name in names.split(separator: "\0") {
      files[String(name)] = git(in: remote, "cat-file", "blob", "\(branch):\(name)")
    }
    return files
  }

  /// The id of the commit at the end of a branch of the remote.
  func tip(_ branch: String = "gh-pages") -> String {
    git(in: remote, "rev-parse", "--quiet", "--verify", "refs/heads/\(branch)")
  }

  /// How many commits a branch of the remote has.
  func length(_ branch: String = "gh-pages") -> Int {
    git(in: remote, "log", "--format=%H", branch).split(separator: "\n").count
  }

  /// Whether the remote is whole: every object there, and right.
  var isSound: Bool {
    run("git", "-C", remote, "fsck", "--strict", "--no-dangling").status == 0
  }

  /// All that belongs to the user: the files, the index, the branches and where `HEAD` is.
  func possessions() throws -> [String: [UInt8]] {
    let tree = try LocalFileTree(source)
    var files: [String: [UInt8]] = [:]
    for item in try tree.listing(below: nil).items {
      let path = item.path.description
      let isGits = path.hasPrefix(".git/")
      let isTheirs =
        [".git/index", ".git/HEAD", ".git/config", ".git/FETCH_HEAD"].contains(path)
        || path.hasPrefix(".git/refs/heads/") || path.hasPrefix(".git/refs/tags/")
      guard !isGits || isTheirs else { continue }
      files[path] = try tree.bytes(of: item.path, atMost: 1 << 24)
      if !isGits { files["\(path) was written"] = Array("\(item.modified)".utf8) }
    }
    return files
  }
}

extension Repositories {
  /// A site of these files, over what was published before.
  func build(
    _ files: [String: String], over published: [RelativePath: NamedPrint] = [:]
  ) throws -> BuiltSite {
    let spool = try BlobSpool(over: published)
    let staged = try files.sorted { $0.key < $1.key }.map { name, text in
      try spool.stageFile(RelativePath(name), Array(text.utf8), picture: nil)
    }
    return try BuiltSite(staged, in: spool, entryCount: 1)
  }

  func publisher(
    from folder: String? = nil, branch: String = "gh-pages"
  ) async throws -> Publisher {
    let repository = try await SourceRepository.containing(folder ?? source)
    guard let name = BranchName(branch) else { throw PublishTrouble.badBranchName(branch) }
    return Publisher(
      from: repository, to: try await repository.remote("origin"), branch: name)
  }

  /// Publishes a site of these files from the source.
  @discardableResult
  func publish(
    _ files: [String: String], from folder: String? = nil, branch: String = "gh-pages",
    _ change: (inout PublishSettings) -> Void = { _ in }
  ) async throws -> PublishReport {
    let publisher = try await publisher(from: folder, branch: branch)
    var settings = PublishSettings(siteName: "The Circle", toolVersion: "1.2.3")
    change(&settings)
    return try await publisher.publish(
      build(files), over: publisher.lookNow(), settings)
  }

  /// What stands against publishing a site, as a person reads it.
  func trouble(
    _ files: [String: String], branch: String = "gh-pages",
    _ change: (inout PublishSettings) -> Void = { _ in }
  ) async throws -> String? {
    do {
      try await publish(files, branch: branch, change)
      return nil
    } catch let trouble as PublishTrouble {
      return trouble.text.replacing(path, with: "~")
    }
  }
}

extension PublishTrouble {
  var text: String {
    ([message] + words.map { "| \($0)" } + (hint.map { ["help: \($0)"] } ?? []))
      .joined(separator: "\n")
  }
}

extension Publisher {
  /// What the branch holds now.
  func lookNow() async throws(PublishTrouble) -> BranchState { try await look(at: tip()) }
}
