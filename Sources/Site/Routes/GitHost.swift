import Community
import Files

/// Where the files of a handbook can be edited in a browser: the repository at one of the hosts
/// whose addresses are known.
struct GitHost: Hashable, Sendable {
  enum Software: Hashable, Sendable {
    case gitHub, gitLab
    /// Codeberg, and others with Forgejo or Gitea.
    case forgejo
  }

  let software: Software
  /// Without a `/` at its end.
  let repository: String
  let branch: String
  /// The folder of the site within the repository, with a `/` at its end; empty at the top.
  let folder: String

  /// Understands the address of a repository, or of a branch and folder of it as the host's own
  /// pages have it; the branch is `main` where none is given.
  init?(_ address: String) {
    guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
    let host = address[start...].prefix { $0 != "/" }
    if host == "github.com" || host.hasPrefix("github.") {
      (software, repository, branch, folder) = split(.gitHub, address, at: "/tree/")
    } else if host.hasPrefix("gitlab.") {
      (software, repository, branch, folder) = split(.gitLab, address, at: "/-/tree/")
    } else if host == "codeberg.org" || host.hasPrefix("forgejo.") || host.hasPrefix("gitea.") {
      (software, repository, branch, folder) = split(.forgejo, address, at: "/src/branch/")
    } else {
      return nil
    }
  }

  /// Where a file of the site can be changed.
  func editing(_ path: String) -> String {
    let place = "\(branch)/\(folder)\(path)".percentEncodedPath
    switch software {
    case .gitHub: return "\(repository)/edit/\(place)"
    case .gitLab: return "\(repository)/-/edit/\(place)"
    case .forgejo: return "\(repository)/_edit/\(place)"
    }
  }

  /// Where a new file can be written, its name and its beginning filled in.
  ///
  /// GitLab fills in the name alone.
  func writing(_ name: String, in path: String, beginning: String) -> String {
    let place = "\(branch)/\(folder)\(path)".percentEncodedPath
    let (name, text) = (name.queryEncoded, beginning.queryEncoded)
    switch software {
    case .gitHub: return "\(repository)/new/\(place)?filename=\(name)&value=\(text)"
    case .gitLab: return "\(repository)/-/new/\(place)?file_name=\(name)"
    case .forgejo: return "\(repository)/_new/\(place)?filename=\(name)&value=\(text)"
    }
  }
}

private func split(
  _ software: GitHost.Software, _ address: String, at mark: String
) -> (GitHost.Software, String, String, String) {
  guard let found = address.firstRange(of: mark) else {
    var repository = address[...]
    while repository.hasSuffix("/") { repository.removeLast() }
    if repository.hasSuffix(".git") { repository.removeLast(4) }
    return (software, String(repository), "main", "")
  }
  let parts = address[found.upperBound...].split(separator: "/").map(String.init)
  let folder = parts.dropFirst().map { $0 + "/" }.joined()
  return (software, String(address[..<found.lowerBound]), parts.first ?? "main", folder)
}

extension String {
  /// For a value of an address's query (RFC 3986, section 2.3): all but the unreserved encoded.
  fileprivate var queryEncoded: String {
    var encoded: [UInt8] = []
    for byte in utf8 {
      let isPlain =
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || Array("-._~".utf8).contains(byte)
      if isPlain {
        encoded.append(byte)
      } else {
        encoded.append(UInt8(ascii: "%"))
        encoded += [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x41 + $0 - 10 }
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
