import Hosting
import Programs

extension SourceSender {
  /// Pushes a commit to a branch of its own, and tells where it is proposed.
  ///
  /// A branch of that kind which ends at the commit already is taken, so that a kill after the push
  /// leaves no second one.
  func propose(
    _ commit: ObjectID, as name: String, to upstream: Upstream, _ git: Git
  ) async throws(PublishTrouble) -> Proposal {
    try beforeStep(.propose)
    let known = try await branches(of: upstream, git)
    if let branch = known.first(where: { $0.value == commit && $0.key.hasPrefix(folder) })?.key {
      return Proposal(branch: branch, address: upstream.proposing(branch))
    }
    let branch = freeName(for: name, among: Set(known.keys))
    switch try await push(commit, to: "refs/heads/\(branch)", of: upstream, git) {
    case .taken(let words):
      let address = upstream.proposing(branch) ?? upstream.remote.address.link(in: words)
      return Proposal(branch: branch, address: address)
    case .refused(let refusal, let words): throw trouble(refusal, words, upstream)
    }
  }

  private var folder: String { "desk/" }

  private func branches(
    of upstream: Upstream, _ git: Git
  ) async throws(PublishTrouble) -> [String: ObjectID] {
    let answer = try await git.ask([
      "ls-remote", "--refs", "--heads", "--", "\(upstream.remote.name)",
    ])
    guard answer.isSuccess else {
      let words = git.words(of: answer)
      throw trouble(PushRefusal(words), words, upstream)
    }
    var branches: [String: ObjectID] = [:]
    for line in answer.text.split(separator: "\n") {
      let parts = line.split(separator: "\t")
      guard parts.count == 2, parts[1].hasPrefix("refs/heads/") else { continue }
      branches[String(parts[1].dropFirst("refs/heads/".count))] = ObjectID(parts[0].utf8)
    }
    return branches
  }

  /// `desk/2026-11-30-minutes`, and with `-2` where that is taken.
  ///
  /// A branch `desk` leaves no room for others in a folder of its name.
  private func freeName(for name: String, among known: Set<String>) -> String {
    let start = (known.contains("desk") ? "desk-" : folder) + slug(name)
    var number = 1
    while true {
      let candidate = number == 1 ? start : "\(start)-\(number)"
      let isBlocked = known.contains { $0 == candidate || $0.hasPrefix("\(candidate)/") }
      if !isBlocked { return candidate }
      number += 1
    }
  }
}

/// The letters, digits and hyphens of a name, which any host takes in that of a branch.
private func slug(_ name: String) -> String {
  var slug = ""
  for byte in name.utf8.prefix(200) {
    let isPlain =
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
    if isPlain {
      slug.unicodeScalars.append(Unicode.Scalar(byte))
    } else if !slug.hasSuffix("-"), !slug.isEmpty {
      slug += "-"
    }
  }
  let cut = String(slug.lowercased().prefix(60).reversed().drop { $0 == "-" }.reversed())
  return cut.isEmpty ? "change" : cut
}

extension Upstream {
  /// The page where a branch is proposed for this one.
  fileprivate func proposing(_ branch: String) -> String? {
    remote.address.hosted?.proposing(branch, into: name)
  }
}
