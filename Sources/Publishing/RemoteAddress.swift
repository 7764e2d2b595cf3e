import Diagnostics
package import Hosting
import Text

/// The address of a repository elsewhere, as git's settings have it.
///
/// It may hold a password or a token, so only `description`, which has none, is ever shown.
package struct RemoteAddress: Sendable {
  /// As git has it.
  private let written: String
  private let userInformation: String?
  /// In lower case; `nil` for a folder of this machine.
  private let host: String?
  private let port: String?
  private let path: String
  private let scheme: String?

  /// Reads an address; `nil` for one that git would start a program of somebody's choice for, or
  /// that a program would take for an option.
  package init?(_ written: String) {
    guard !written.isEmpty, !written.hasPrefix("-"),
      !written.unicodeScalars.contains(where: \.isUnsafeToPrint)
    else { return nil }
    self.written = written
    let pieces: Pieces?
    if let scheme = written.split(by: "://") {
      pieces = Pieces(scheme: scheme.before, rest: scheme.after)
    } else {
      pieces = Pieces(withoutScheme: written)
    }
    guard let pieces else { return nil }
    scheme = pieces.scheme
    userInformation = pieces.userInformation
    host = pieces.host?.lowercased()
    port = pieces.port
    path = pieces.path
  }
}

extension RemoteAddress: CustomStringConvertible {
  /// The address without user, password, token or query.
  package var description: String {
    guard let host else { return path.quotedInput }
    let place = port.map { "\(host):\($0)" } ?? host
    return scheme.map { "\($0)://\(place)/\(path)" } ?? "\(place):\(path)"
  }
}

extension RemoteAddress {
  /// What must never be shown: the whole address where it holds something secret, and the parts
  /// of it that do.
  var secrets: [String] {
    guard let userInformation, userInformation != "git" else { return [] }
    let parts = userInformation.split(separator: ":", maxSplits: 1).map { String($0) }
    return [written, userInformation] + parts.filter { $0.utf8.count >= 6 }
  }

  /// The owner's and the repository's names, where a git host's address has both.
  private var names: [String] {
    let names = path.split(separator: "/").map { String($0) }
    guard let last = names.last, last.hasSuffix(".git") else { return names }
    return names.dropLast() + [String(last.dropLast(4))]
  }

  /// The git host that serves pages of its repositories.
  package var pagesHost: GitHost? { host.flatMap { GitHost(servingPagesOf: $0) } }

  /// Where the host serves the pages of this repository, ending in `/`; `nil` where that is not
  /// known.
  package var pagesAddress: String? {
    guard let pagesHost, names.count >= 2 else { return nil }
    return pagesHost.pagesAddress(owner: names[0].lowercased(), path: Array(names.dropFirst()))
  }
}

extension RemoteAddress {
  /// Whether it is reached by ssh, which knows people by their keys.
  var isSSH: Bool { host != nil && scheme != "https" && scheme != "http" }

  /// The repository in the web, at whatever host; `nil` for a folder of this machine.
  var hosted: HostedRepository? {
    guard let webHost, !names.isEmpty else { return nil }
    let path = names.map(\.percentEncoded).joined(separator: "/")
    return HostedRepository(
      host: webHost, address: "\(scheme == "http" ? "http" : "https")://\(webPlace)/\(path)")
  }

  /// The first address of the host's own web that it tells in what it says of a push.
  func link(in words: String) -> String? {
    let told = words.lines.filter { $0.hasPrefix("remote:") }
      .flatMap { $0.split(separator: " ") }
    return told.first { word in
      word.hasPrefix("https://\(webPlace)/")
        && word.utf8.allSatisfy { $0.isPlainInAddress || "/:?#&=+,;!$()*@".utf8.contains($0) }
    }.map { String($0) }
  }

  /// Some hosts have a name of its own for ssh on the port of the web.
  private var webHost: String? {
    guard let host, isSSH else { return host }
    let other = ["altssh.", "ssh."].first { host.hasPrefix($0) }
    return String(host.dropFirst(other?.count ?? 0))
  }

  private var webPlace: String {
    let name = webHost ?? ""
    return isSSH ? name : port.map { "\(name):\($0)" } ?? name
  }
}

extension String {
  /// RFC 3986 §2.3: all but the unreserved characters; what is encoded already stays.
  fileprivate var percentEncoded: String {
    var text = ""
    for byte in utf8 {
      if byte.isPlainInAddress {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}

extension UInt8 {
  fileprivate var isPlainInAddress: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
      || "-._~%".utf8.contains(self)
  }
}

/// An address taken apart.
private struct Pieces {
  var scheme: String?
  var userInformation: String?
  var host: String?
  var port: String?
  var path: String

  /// `https://user:token@host:port/path`, RFC 3986 §3.
  init?(scheme: String, rest: String) {
    guard ["https", "http", "ssh", "file"].contains(scheme.lowercased()) else { return nil }
    let parts = rest.split(by: "/") ?? (rest, "")
    path = String(parts.after.prefix { $0 != "?" && $0 != "#" })
    guard scheme.lowercased() != "file" else {
      guard parts.before.isEmpty else { return nil }
      path = "/" + path
      return
    }
    self.scheme = scheme.lowercased()
    takeHost(parts.before)
    guard let host, !host.isEmpty, !host.hasPrefix("-") else { return nil }
  }

  /// `user@host:path` as ssh has it, or a folder; git takes `name::…` for a program to run.
  init?(withoutScheme written: String) {
    path = written
    guard let colon = written.firstIndex(of: ":"), !written[..<colon].contains("/") else { return }
    path = String(written[written.index(after: colon)...])
    if path.hasPrefix(":") { return nil }
    let authority = String(written[..<colon])
    host = authority
    if let at = authority.lastIndex(of: "@") {
      userInformation = String(authority[..<at])
      host = String(authority[authority.index(after: at)...])
    }
    guard let host, !host.isEmpty, !host.hasPrefix("-") else { return nil }
    // A folder of the other machine, not of this one.
    if path.hasPrefix("/") { path.removeFirst() }
  }

  private mutating func takeHost(_ authority: String) {
    var place = authority
    if let at = authority.lastIndex(of: "@") {
      userInformation = String(authority[..<at])
      place = String(authority[authority.index(after: at)...])
    }
    host = place
    if let colon = place.lastIndex(of: ":"), !place.hasSuffix("]") {
      port = String(place[place.index(after: colon)...])
      host = String(place[..<colon])
    }
  }
}

extension String {
  /// What stands before and after the first place of `separator`.
  fileprivate func split(by separator: String) -> (before: String, after: String)? {
    guard let range = firstRange(of: separator) else { return nil }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }
}
