import Serving
import Synchronization

/// Who may use the desk.
///
/// Every program and every page on this computer can send requests to the desk, and a browser sends
/// the cookies of `localhost` to all its ports. So there are three secrets:
///
/// - The *invitation* is in the one-time address that the terminal shows. It opens the desk once.
/// - The *session* is the cookie that the invitation is exchanged for. It shows pages.
/// - The *key* is in the pages, and their scripts send it in a header. Without it nothing is
///   changed: a form or a page of another site knows neither the key nor how to send it.
package final class DeskAccess: Sendable {
  static let cookie = "handbook-desk"

  private struct Secrets {
    var invitation = secret()
    var sessions: [String] = []
  }

  /// The most browsers that are signed in; the first is signed out when one more comes.
  private static let sessionLimit = 20

  private let secrets = Mutex(Secrets())
  /// The secret that a page of the desk sends with what it asks for.
  let key = secret()
  /// The secret in the addresses of pages that are shown in a frame, which has no cookies.
  let frameKey = secret()
  private let port: Int

  package init(port: Int) { self.port = port }

  /// The address that opens the desk once.
  package var invitation: String {
    "\(Workplaces.address(port: port))open/\(secrets.withLock(\.invitation))"
  }

  private var host: String { "localhost:\(port)" }

  /// Exchanges an invitation for a session; `nil` for one that is used or wrong.
  func session(for invitation: String) -> String? {
    secrets.withLock { secrets in
      guard isSame(secrets.invitation, invitation) else { return nil }
      let session = secret()
      secrets.invitation = secret()
      secrets.sessions = secrets.sessions.suffix(Self.sessionLimit - 1) + [session]
      return session
    }
  }

  /// Whether a request is addressed to the desk by its own name, which a name that somebody points
  /// at this computer is not.
  func isForDesk(_ request: Request) -> Bool {
    request.hosts.count == 1 && request.hosts[0].lowercased() == host
  }

  /// Whether the browser that asks has been let in.
  func isLetIn(_ request: Request) -> Bool {
    let given = request.cookies.filter { $0.name == Self.cookie }.map(\.value)
    return secrets.withLock(\.sessions).contains { session in
      given.contains { isSame(session, $0) }
    }
  }

  /// Whether a request that would change something comes from a page of the desk.
  func mayChange(_ request: Request) -> Bool {
    request.origins.count == 1 && request.origins[0].lowercased() == "http://\(host)"
      && (request.site ?? "same-origin") == "same-origin"
      && request.keys.count == 1 && isSame(key, request.keys[0])
  }

  func isFrameKey(_ given: some StringProtocol) -> Bool { isSame(frameKey, String(given)) }
}

/// 32 random bytes from the system, in hexadecimal digits.
private func secret() -> String {
  var generator = SystemRandomNumberGenerator()
  return (0..<4).map { _ in
    let digits = String(generator.next() as UInt64, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }.joined()
}

/// Compares in the same time wherever two secrets differ.
private func isSame(_ secret: String, _ given: String) -> Bool {
  guard secret.utf8.count == given.utf8.count else { return false }
  return zip(secret.utf8, given.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}
