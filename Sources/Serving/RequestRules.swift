/// Who may ask, and from where.
///
/// The server listens to this machine alone, but every page in the user's browser can make requests
/// to it. A name that somebody points at 127.0.0.1 shows in `Host`, a page of another site in
/// `Origin`.
struct RequestRules: Sendable {
  let port: Int

  private var hosts: [String] { ["localhost:\(port)", "127.0.0.1:\(port)", "[::1]:\(port)"] }

  /// Whether a request is addressed to this server by one of its own names.
  func allows(host: [String]) -> Bool {
    host.count == 1 && hosts.contains(host[0].lowercased())
  }

  /// Whether a request may follow what the server tells of changes: the browser says from which
  /// page it comes, or says nothing where that page is the server's own.
  func allows(origin: [String]) -> Bool {
    origin.isEmpty
      || origin.count == 1 && hosts.contains { origin[0].lowercased() == "http://\($0)" }
  }
}
