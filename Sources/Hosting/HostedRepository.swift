/// A repository at a git host, known by its address of the web: where a person finds there what
/// sending to it needs.
package struct HostedRepository: Hashable, Sendable {
  /// Its page: `https://github.com/riverside/circle`.
  package let address: String
  private let forge: Forge?

  /// `host` is in lower case; `address` is percent-encoded, without a slash at its end.
  package init(host: String, address: String) {
    self.address = address
    forge = GitHost(runningAt: host).map(Forge.init) ?? (host == "bitbucket.org" ? .bitbucket : nil)
  }
}

/// Software of git hosts, as far as proposals and rights go.
private enum Forge: Hashable, Sendable {
  case gitHub
  case gitLab
  case forgejo
  case bitbucket

  init(_ host: GitHost) {
    self =
      switch host {
      case .gitHub: .gitHub
      case .gitLab: .gitLab
      case .codeberg: .forgejo
      }
  }
}

extension HostedRepository {
  /// The page where a branch is proposed for another; `nil` at a host that is not known.
  package func proposing(_ branch: String, into target: String) -> String? {
    let (source, target) = (encoded(branch), encoded(target))
    let slashed = source.replacing("%2F", with: "/")
    return switch forge {
    case .gitHub: "\(address)/compare/\(target)...\(slashed)?expand=1"
    case .gitLab:
      "\(address)/-/merge_requests/new?merge_request%5Bsource_branch%5D=\(source)"
        + "&merge_request%5Btarget_branch%5D=\(target)"
    case .forgejo: "\(address)/compare/\(target)...\(slashed)"
    case .bitbucket: "\(address)/pull-requests/new?source=\(source)&dest=\(target)"
    case nil: nil
    }
  }

  /// RFC 3986 §2.3: all but the unreserved characters.
  private func encoded(_ name: String) -> String {
    var text = ""
    for byte in name.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
        || (0x41...0x5A).contains(byte) || "-._~".utf8.contains(byte)
      if isPlain {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}

extension HostedRepository? {
  private var forge: Forge? { flatMap(\.forgeOfIt) }

  /// Where a person makes a token that stands for the password.
  package var tokensPlace: String {
    switch forge {
    case .gitHub:
      "GitHub: Settings, Developer settings, Personal access tokens, with the right to read and write contents"
    case .gitLab: "GitLab: Preferences, Access tokens, with write_repository"
    case .forgejo: "Settings, Applications, with repository: read and write"
    case .bitbucket: "Bitbucket: Account settings, Security, API tokens, with write:repository"
    case nil: "its help tells where"
    }
  }

  /// Where a person adds the key by which ssh knows them.
  package var keysPlace: String {
    switch forge {
    case .gitHub: "GitHub: Settings, SSH and GPG keys"
    case .gitLab: "GitLab: Preferences, SSH Keys"
    case .forgejo: "Settings, SSH / GPG Keys"
    case .bitbucket: "Bitbucket: Personal settings, SSH keys"
    case nil: "its help tells where"
    }
  }

  /// Where the owner lets somebody write.
  package var rightsPlace: String {
    switch forge {
    case .gitHub: "GitHub: the repository's Settings, Collaborators"
    case .gitLab: "GitLab: the project's Manage, Members, the role Developer or Maintainer"
    case .forgejo: "the repository's Settings, Collaborators"
    case .bitbucket: "Bitbucket: Repository settings, Repository permissions"
    case nil: "in the repository's settings"
    }
  }
}

extension HostedRepository {
  fileprivate var forgeOfIt: Forge? { forge }
}
