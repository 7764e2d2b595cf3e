import Community
import Files
import Hosting

/// The source of a handbook in a repository at a git host whose editor is known.
struct HostedSource: Hashable, Sendable {
  let host: GitHost
  /// The address of the repository, without a `/` at its end.
  let repository: String
  let branch: String
  /// The folder of the site within the repository, with a `/` at its end; empty at the top.
  let folder: String

  /// Reads the address of a repository, or of a branch and folder of it as the host's own pages
  /// have it.
  ///
  /// Without a branch in the address it is the default one.
  init?(_ address: String) {
    guard let start = address.firstRange(of: "://")?.upperBound,
      let host = GitHost(runningAt: address[start...].prefix { $0 != "/" })
    else { return nil }
    self.host = host
    guard let mark = address.firstRange(of: host.branchMark) else {
      repository = address.withoutGitEnding
      branch = GitHost.defaultBranch
      folder = ""
      return
    }
    let parts = address[mark.upperBound...].split(separator: "/").map(String.init)
    repository = String(address[..<mark.lowerBound])
    branch = parts.first ?? GitHost.defaultBranch
    folder = parts.dropFirst().map { $0 + "/" }.joined()
  }

  /// Where a file of the site can be changed.
  func editing(_ path: String) -> String { host.editing(place(path), of: repository) }

  /// Where a new file can be written, its name and its beginning filled in as far as the host does
  /// that.
  func writing(_ name: String, in path: String, beginning: String) -> String {
    host.writing(
      name.queryEncoded, text: beginning.queryEncoded, in: place(path), of: repository)
  }

  private func place(_ path: String) -> String { "\(branch)/\(folder)\(path)".percentEncodedPath }
}

extension String {
  /// The address of a repository without a `/` or `.git` at its end.
  fileprivate var withoutGitEnding: String {
    var repository = self[...]
    while repository.hasSuffix("/") { repository.removeLast() }
    if repository.hasSuffix(".git") { repository.removeLast(4) }
    return String(repository)
  }

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
