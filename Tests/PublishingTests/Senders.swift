import Files
import Publishing
import TestSupport
import Testing

extension Repositories {
  /// Two repositories whose source belongs to Ada and has been sent.
  static func sent() throws -> Repositories {
    let repositories = try Repositories()
    repositories.git("config", "user.name", "Ada Okafor")
    repositories.git("config", "user.email", "ada@example.org")
    repositories.git("push", "--quiet", "--set-upstream", "origin", "main")
    return repositories
  }

  func sender(_ folder: String? = nil) async throws -> SourceSender {
    try await SourceSender(folder ?? source)
  }

  /// Writes files below `content/` and commits them as the desk does.
  @discardableResult
  func keep(
    _ files: [String: String], saying message: String = "A change"
  ) async throws
    -> SourceCommit
  {
    for (name, text) in files { write("content/\(name)", text) }
    let paths = try files.keys.sorted().map { try RelativePath("content/\($0)") }
    return try #require(try await sender().commit(paths, saying: message))
  }

  func send(_ way: SendingWay = .directly(otherwiseAs: "2026-11-30-x")) async throws -> Sent {
    try await sender().send(way)
  }

  /// A file of the branch that holds the source, at the host.
  func online(_ name: String, branch: String = "main") -> String {
    git(in: remote, "cat-file", "blob", "\(branch):content/\(name)")
  }

  func here(_ name: String) -> String {
    (try? fileBytes(at: "\(source)/content/\(name)", atMost: 1 << 20)).map {
      String(decoding: $0, as: UTF8.self)
    } ?? "(none)"
  }

  /// What git says of the folder, as its user sees it.
  var status: String { git("status", "--porcelain") }

  /// Makes the host refuse a push to some references, as its hook says it.
  func refuse(_ reference: String, saying words: String) {
    let hook = "\(remote)/hooks/update"
    writeFile(
      hook, Array("#!/bin/sh\ncase $1 in \(reference)) echo '\(words)' >&2; exit 1;; esac\n".utf8))
    _ = run("chmod", "+x", hook)
  }
}

/// The message and the hint of what some work runs into; `nil` where nothing stands against it.
func obstacle(
  _ repositories: Repositories? = nil, _ work: () async throws -> Void
) async throws -> String? {
  do {
    try await work()
    return nil
  } catch let trouble as PublishTrouble {
    let text = trouble.text
    return repositories.map { text.replacing($0.path, with: "~") } ?? text
  }
}

/// The paths of a site by their names below `content/`.
func contentPaths(_ names: String...) throws -> [RelativePath] {
  try names.map { try RelativePath("content/\($0)") }
}
