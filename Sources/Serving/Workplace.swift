/// What answers below `/desk/`: pages with which the site is changed.
package protocol Workplace: Sendable {
  /// The answer to a request that is refused by its head, before its content is read; `nil` where
  /// it may go on.
  func refusal(of request: Request) -> Answer?

  /// The most bytes of content that a request may have.
  func contentLimit(of request: Request) -> Int

  /// Answers a request that was not refused.
  func answer(_ request: Request, content: [UInt8]) async -> Answer
}

/// Where a workplace lies, and where the site lies beside it.
///
/// Scripts in a site's own theme must not reach the workplace. So the two have different hosts, both
/// this machine's: `localhost` for the workplace, `127.0.0.1` for the site. To a browser these are
/// different sites, which share neither pages nor cookies.
package enum Workplaces {
  package static let folder = "/desk/"
  static let keyHeader = "Handbook-Key"

  package static func address(port: Int) -> String { "http://localhost:\(port)\(folder)" }

  package static func siteAddress(port: Int) -> String { "http://127.0.0.1:\(port)/" }

  /// Whether a request is for the workplace.
  static func claims(_ request: Request) -> Bool {
    let path = request.target.prefix { $0 != "?" && $0 != "#" }
    return path == folder.dropLast() || path.hasPrefix(folder)
  }

  /// Leads from the workplace's host to that of the site; `nil` where the request is there already.
  ///
  /// No page of the site is ever shown at the workplace's host, whatever its address.
  static func detour(_ request: Request, port: Int) -> Answer? {
    guard request.hosts.first?.lowercased() != "127.0.0.1:\(port)" else { return nil }
    guard request.isReading, request.target.hasPrefix("/") else {
      return .text(.notFound, "There is no such page.")
    }
    return .redirect(to: siteAddress(port: port) + request.target.dropFirst())
  }
}
