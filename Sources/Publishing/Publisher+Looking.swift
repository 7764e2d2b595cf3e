import Programs

extension Publisher {
  /// What the branch holds now; what is not here yet is fetched.
  ///
  /// `first` is where it ended a moment ago.
  package func look(at first: ObjectID?) async throws(PublishTrouble) -> BranchState {
    var latest = first
    for attempt in 1...attempts {
      if attempt > 1 { latest = try await tip() }
      guard let tip = latest else { return .none }
      let fetched = try await has(tip) ? nil : fetch()
      if try await has(tip) { return try await state(of: tip) }
      // The branch moved between the two questions, or it could not be fetched.
      if let fetched, !fetched.isSuccess {
        throw .cannotReach(remote, git.words(of: fetched))
      }
    }
    throw .keepsMoving(branch, attempts: attempts)
  }

  /// The commit at the end of the branch; `nil` where there is no such branch.
  package func tip() async throws(PublishTrouble) -> ObjectID? {
    let answer = try await git.ask(
      ["ls-remote", "--refs", "--", "\(remote.name)", branch.reference, "\(branch.reference)/*"]
        + branch.references(above: branch.reference))
    guard answer.isSuccess else { throw .cannotReach(remote, git.words(of: answer)) }
    for line in answer.text.split(separator: "\n") {
      let parts = line.split(separator: "\t")
      guard parts.count == 2 else { continue }
      if parts[1] == branch.reference { return ObjectID(parts[0].utf8) }
      if isInTheWay(parts[1]) { throw .besideBranch(branch, String(parts[1].dropFirst(11))) }
    }
    return nil
  }

  /// Whether git could not hold a branch of that name and ours: one would be a folder of the other.
  private func isInTheWay(_ reference: Substring) -> Bool {
    reference.hasPrefix(branch.reference + "/") || branch.reference.hasPrefix(reference + "/")
  }

  private func has(_ tip: ObjectID) async throws(PublishTrouble) -> Bool {
    try await git.ask(["cat-file", "-e", "\(tip)^{tree}"]).isSuccess
  }

  private func fetch() async throws(PublishTrouble) -> ProgramEnding {
    let depth = source.isShallow ? ["--depth=1"] : []
    return try await git.ask(
      ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"]
        + depth + ["--", "\(remote.name)", branch.reference])
  }

  private func state(of tip: ObjectID) async throws(PublishTrouble) -> BranchState {
    let files = try await git.files(of: tip)
    guard files[TreePath(source.settingsPath)] == nil else { throw .holdsSource(branch) }
    var manifest: PublishedManifest?
    if let entry = files[TreePath(PublishedManifest.path)] {
      manifest = PublishedManifest(text: try await git.bytes(of: entry.id))
    }
    var domain: String?
    if let entry = files[TreePath(Array("CNAME".utf8))] {
      domain = String(domainOf: try await git.bytes(of: entry.id))
    }
    return BranchState(tip: tip, files: files, manifest: manifest, domain: domain)
  }
}

extension BranchName {
  /// The branches whose names are a folder of this one's: `gh-pages` of `gh-pages/site`.
  fileprivate func references(above reference: String) -> [String] {
    let parts = reference.split(separator: "/")
    return (3..<max(3, parts.count)).map { parts[..<$0].joined(separator: "/") }
  }
}

extension SourceRepository {
  /// Where the site's settings lie in the repository: a branch that has them is the source.
  fileprivate var settingsPath: [UInt8] { Array("\(prefix)content/handbook.yml".utf8) }
}

extension String {
  /// The domain in a file `CNAME`; `nil` where it holds none.
  fileprivate init?(domainOf file: [UInt8]) {
    guard let line = file.text.lines.first?.lowercased(), line.contains("."),
      line.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || ".-".utf8.contains($0)
      })
    else { return nil }
    self = line
  }
}
