/// Why a host did not take a push, as far as its words and git's tell.
enum PushRefusal: Hashable, Sendable, CaseIterable {
  /// The branch there has commits that are not here.
  case behind
  /// Nobody may push to the branch, only propose.
  case protected
  /// The host does not know who is asking.
  case signIn
  /// It knows, and does not let them.
  case noRight
  case notFound
  case unreachable
  case other

  init(_ words: String) {
    let words = words.lowercased()
    self =
      PushRefusal.allCases.first { $0.signs.contains(where: words.contains) } ?? .other
    if self == .protected, PushRefusal.faults.contains(where: words.contains) { self = .other }
  }

  /// What of a file or a commit the host does not take, on whatever branch: GitHub's GH001 (large
  /// files), GH008 and GitLab's "LFS objects" (files that git-lfs keeps elsewhere), GH009 and GH013
  /// (something secret).
  private static let faults = [
    "gh001", "gh008", "gh009", "lfs objects", "push cannot contain secrets",
    "exceeds github's file size limit", "secret scanning",
  ]

  /// Words in lower case; those of the more special cases are looked for first.
  private var signs: [String] {
    switch self {
    case .behind:
      [
        "(fetch first)", "(non-fast-forward)", "cannot lock ref", "failed to update ref",
        "stale info",
      ]
    case .protected:
      [
        // GitHub, "About protected branches" and "Troubleshooting rules".
        "gh006", "gh013", "protected branch", "through a pull request",
        // GitLab and Bitbucket; Forgejo says "Not allowed to push to protected branch".
        "protected branches", "only be modified through pull requests", "is protected",
        // Any host that runs a program to decide.
        "hook declined",
      ]
    case .signIn:
      [
        "authentication failed", "could not read username", "could not read password",
        "terminal prompts disabled", "permission denied (publickey", "host key verification",
        "no longer accepts passwords", "password authentication was removed",
        "http basic: access denied", "invalid username", "error: 401",
      ]
    case .noRight:
      [
        "error: 403", "denied to", "write access to repository not granted", "read only",
        "not allowed to push", "access denied", "not authorized", "unauthorized",
        "insufficient permission for", "permission denied",
      ]
    case .notFound:
      ["not found", "does not exist", "does not appear to be a git repository"]
    case .unreachable:
      [
        "could not resolve host", "timed out", "connection refused", "network is unreachable",
        "no route to host", "failed to connect",
      ]
    case .other: []
    }
  }
}
