import Programs

/// The git repository that a site's source lies in, as far as publishing asks about it.
///
/// It may be a shallow clone, a linked work tree, or one in which the site is only a folder.
package struct SourceRepository: Sendable {
  let git: Git
  /// The commit that the source is at; `nil` before the first.
  package let commit: SourceCommit?
  /// Whether what the site is made from differs from that commit.
  package let isDirty: Bool
  let isShallow: Bool
  /// The site's folder within the repository, ending in `/`; empty at its top.
  package let prefix: String
}

/// A commit of the source, with the seconds since 1970 at which it was made.
package struct SourceCommit: Hashable, Sendable {
  package let id: String
  package let seconds: Int

  package init(id: String, seconds: Int) {
    self.id = id
    self.seconds = seconds
  }

  /// Reads `id seconds`.
  init?(_ words: some StringProtocol) {
    let parts = words.split(separator: " ")
    guard parts.count == 2, isObjectID(parts[0].utf8), let seconds = Int(parts[1]) else {
      return nil
    }
    self.init(id: String(parts[0]), seconds: seconds)
  }
}

extension SourceRepository {
  /// Finds the repository that a site's folder lies in.
  package static func containing(_ site: String) async throws(PublishTrouble) -> SourceRepository {
    let git = Git(in: site)
    let answer = try await git.ask(
      ["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix"])
    guard answer.isSuccess else {
      let words = git.words(of: answer)
      throw words.contains("not a git repository")
        ? .noRepository(site) : .git("rev-parse", words)
    }
    let lines = answer.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 3, lines[0] == "true" else { throw .noRepository(site) }
    let head = try await git.ask(["log", "-1", "--format=%H %ct", "HEAD"])
    let changes = try await git.run(
      ["status", "--porcelain", "-z", "--untracked-files=all", "--", "content", "templates"])
    return SourceRepository(
      git: git, commit: head.isSuccess ? SourceCommit(head.line) : nil, isDirty: !changes.isEmpty,
      isShallow: lines[1] == "true", prefix: String(lines[2]))
  }

  /// The repository elsewhere that the pages go to: the one that was named, or that called `site`,
  /// which holds the pages of a private source, or `origin`.
  package func pagesRemote(_ name: String?) async throws(PublishTrouble) -> Remote {
    if let name { return try await remote(name) }
    let known = try await git.run(["remote"]).text.lines
    return try await remote(known.contains("site") ? "site" : "origin")
  }

  /// The repository elsewhere that git's settings have under a name.
  package func remote(_ name: String) async throws(PublishTrouble) -> Remote {
    guard let checked = RemoteName(name) else { throw .badRemoteName(name) }
    let known = try await git.run(["remote"]).text.lines
    guard known.contains(name) else { throw .unknownRemote(name, known: known) }
    let fetched = try await addresses(of: checked, [])
    let pushed = try await addresses(of: checked, ["--push"])
    guard pushed.count == 1, let address = pushed.first else { throw .severalAddresses(name) }
    return Remote(name: checked, address: address, all: fetched + pushed)
  }

  private func addresses(
    of remote: RemoteName, _ options: [String]
  ) async throws(PublishTrouble) -> [RemoteAddress] {
    let answer = try await git.ask(
      ["remote", "get-url", "--all"] + options + [remote.description])
    var addresses: [RemoteAddress] = []
    for line in answer.text.split(separator: "\n") {
      guard let address = RemoteAddress(String(line)) else { throw .refusedAddress("\(remote)") }
      addresses.append(address)
    }
    return addresses
  }

  /// Refuses the branch that this source itself is pushed to: the site would take its place.
  package func checkIsAnother(
    _ branch: BranchName, of remote: Remote
  ) async throws(PublishTrouble) {
    let head = try await git.ask(["symbolic-ref", "--quiet", "--short", "HEAD"])
    guard head.isSuccess, !head.line.isEmpty else { return }
    let own = String(head.line)
    let upstream = try await git.ask(["config", "--get", "branch.\(own).merge"])
    let pushed = upstream.isSuccess ? String(upstream.line) : "refs/heads/\(own)"
    guard branch.reference == pushed else { return }
    guard try await home(of: own) == remote.name.description else { return }
    throw .holdsSource(branch)
  }

  /// The remote that a branch is pushed to: its own, else the only one, else `origin`.
  func home(of branch: String) async throws(PublishTrouble) -> String {
    let own = try await git.ask(["config", "--get", "branch.\(branch).remote"])
    if own.isSuccess { return String(own.line) }
    let known = try await git.run(["remote"]).text.lines
    return known.count == 1 ? known[0] : "origin"
  }

  /// Whether one commit of the source comes before another.
  ///
  /// Where the history here does not go back so far, their dates tell.
  func isOlder(
    _ commit: SourceCommit, than other: SourceCommit
  ) async throws(PublishTrouble) -> Bool {
    if commit.id == other.id { return false }
    let isKnown = try await git.ask(["cat-file", "-e", "\(other.id)^{commit}"]).isSuccess
    guard isKnown else { return commit.seconds < other.seconds }
    return try await git.ask(["merge-base", "--is-ancestor", commit.id, other.id]).isSuccess
  }
}

/// A repository elsewhere, which the site is published to.
package struct Remote: Sendable {
  package let name: RemoteName
  /// Where it is pushed to.
  package let address: RemoteAddress
  /// All addresses that it has, for what is secret in them.
  let redaction: Redaction

  init(name: RemoteName, address: RemoteAddress, all: [RemoteAddress]) {
    self.name = name
    self.address = address
    redaction = Redaction(all)
  }
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}

/// Whether it can be the id of an object: 40 hexadecimal digits, or 64 where git uses SHA-256.
func isObjectID(_ digits: some Collection<UInt8>) -> Bool {
  (digits.count == 40 || digits.count == 64)
    && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
}
