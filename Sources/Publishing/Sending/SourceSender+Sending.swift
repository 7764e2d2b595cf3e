import Programs

/// Where what is kept here is to go.
package enum SendingWay: Hashable, Sendable {
  /// To the branch that it came from; where that is protected, as a proposal of this name.
  case directly(otherwiseAs: String)
  /// To a branch of its own, `desk/` and this name, for somebody to take over.
  case proposal(String)
}

extension SendingWay {
  /// What a proposal is to be called.
  fileprivate var name: String {
    switch self {
    case .directly(let name), .proposal(let name): name
    }
  }
}

/// What was sent.
package struct Sent: Hashable, Sendable {
  /// The commits that the host has now and did not have, the newest first.
  ///
  /// Those that were put on top of others' have new ids.
  package let commits: [SourceCommit]
  /// The files, by their paths in the repository, that others had changed and that are here now.
  package let received: [String]
  /// Where it waits for somebody; `nil` where it is on the branch itself.
  package let proposal: Proposal?
  /// As a person knows it: `'main' of github.com:riverside/circle.git`.
  package let place: String
}

/// A branch on which changes wait for somebody who takes them over.
package struct Proposal: Hashable, Sendable {
  package let branch: String
  /// The page at the host where that is asked for; `nil` where it is not known.
  package let address: String?
}

extension SourceSender {
  /// Sends what is kept here to the branch that it belongs to.
  ///
  /// Where others have sent something, it is fetched, and the desk's commits are put on top of it,
  /// as long as no file was changed on both sides. Nothing is forced.
  package func send(_ way: SendingWay) async throws(PublishTrouble) -> Sent {
    try await telling(.kept) { () throws(PublishTrouble) in
      try beforeStep(.look)
      let upstream = try await requireUpstream()
      let git = try await asking(upstream)
      var received: Set<TreePath> = []
      for attempt in 1...Self.attempts {
        guard let head = try await head() else { break }
        let unsent = try await unsent(head, upstream)
        if case .proposal(let name) = way {
          return Sent(
            unsent, received, try await propose(head, as: name, to: upstream, git), upstream)
        }
        switch try await push(head, to: upstream.reference, of: upstream, git) {
        case .taken: return Sent(unsent, received, nil, upstream)
        case .refused(.behind, _):
          received.formUnion(try await join(upstream, git))
        case .refused(.protected, _):
          return Sent(
            unsent, received, try await propose(head, as: way.name, to: upstream, git), upstream)
        case .refused(let refusal, let words): throw trouble(refusal, words, upstream)
        }
        try? await Task.sleep(for: .milliseconds(Int.random(in: 20...(50 * attempt))))
      }
      throw .sending(.init(.busy(Self.attempts), .kept))
    }
  }

  /// Brings what others have sent here, and puts the desk's own commits on top of it; gives the
  /// files that are new here.
  package func receive() async throws(PublishTrouble) -> [String] {
    try await telling(.kept) { () throws(PublishTrouble) in
      try beforeStep(.look)
      let upstream = try await requireUpstream()
      return try await join(upstream, asking(upstream)).names
    }
  }

  private func requireUpstream() async throws(PublishTrouble) -> Upstream {
    let standing = try await standing()
    switch standing {
    case .neverSent, .unsent, .proposed, .online:
      if let upstream = try await upstream() { return upstream }
      throw .sending(.init(.standing(.noRemote), .kept))
    default: throw .sending(.init(.standing(standing), .kept))
    }
  }

  private func asking(_ upstream: Upstream) async throws(PublishTrouble) -> Git {
    var git = try await git.withoutQuestions()
    git.redaction = upstream.remote.redaction
    return git
  }

  /// The commits that the branch there lacks, as far as is known here.
  private func unsent(
    _ head: ObjectID, _ upstream: Upstream
  ) async throws(PublishTrouble) -> [SourceCommit] {
    let there = try await git.id(of: upstream.tracking)
    let range = there.map { ["\($0)..\(head)"] } ?? [head.description]
    return try await git.run(["log", "--max-count=1000", "--format=%H %ct"] + range + ["--"])
      .text.lines.compactMap { SourceCommit($0) }
  }
}

/// How a push ended.
enum PushEnding: Hashable, Sendable {
  case taken(words: String)
  case refused(PushRefusal, String)
}

extension SourceSender {
  /// Pushes a commit to a branch, never by force.
  func push(
    _ commit: ObjectID, to reference: String, of upstream: Upstream, _ git: Git
  ) async throws(PublishTrouble) -> PushEnding {
    try beforeStep(.push)
    let answer = try await git.ask([
      "push", "--porcelain", "--no-verify", "--no-signed", "--no-follow-tags",
      "--recurse-submodules=no", "--", "\(upstream.remote.name)", "\(commit):\(reference)",
    ])
    if answer.isSuccess {
      try await note(commit, at: reference, of: upstream)
      return .taken(words: answer.errors)
    }
    let words = git.words(of: answer)
    let refusal = PushRefusal(words + "\n" + answer.text)
    guard refusal == .other || refusal == .unreachable else { return .refused(refusal, words) }
    // It may have broken off when all had arrived.
    let asked = try await git.ask(["ls-remote", "--", "\(upstream.remote.name)", reference])
    if ObjectID(asked.line.prefix { $0 != "\t" }.utf8) == commit {
      try await note(commit, at: reference, of: upstream)
      return .taken(words: "")
    }
    if !asked.isSuccess, refusal == .other {
      throw .sending(.init(.lost(words), .unknown))
    }
    return .refused(refusal, words)
  }

  /// Notes what the host has now: git does so only where the settings of the remote are the usual.
  private func note(
    _ commit: ObjectID, at reference: String, of upstream: Upstream
  ) async throws(PublishTrouble) {
    let branch = reference.dropFirst("refs/heads/".count)
    _ = try await git.ask([
      "update-ref", "refs/remotes/\(upstream.remote.name)/\(branch)", commit.description,
    ])
  }

  func trouble(
    _ refusal: PushRefusal, _ words: String, _ upstream: Upstream
  ) -> PublishTrouble {
    let host = upstream.remote.address.hosted
    let place = upstream.place
    let cause: SendingTrouble.Cause =
      switch refusal {
      case .signIn:
        .signIn(host, byKey: upstream.remote.address.isSSH, place: place, words)
      case .noRight: .noRight(host, place: place, words)
      case .notFound: .notFound(host, place: place, words)
      case .unreachable: .unreachable(place: place, words)
      case .behind, .protected, .other: .refused(place: place, words)
      }
    return .sending(SendingTrouble(cause, .kept))
  }
}

extension Sent {
  fileprivate init(
    _ commits: [SourceCommit], _ received: Set<TreePath>, _ proposal: Proposal?,
    _ upstream: Upstream
  ) {
    self.init(
      commits: commits, received: received.names, proposal: proposal, place: upstream.place)
  }
}
