package import Diagnostics
package import Files

/// The addresses that a handbook has published, as `content/routes.lock` keeps them: one a line,
/// sorted, so that two people's additions merge.
///
///     # …
///     meetings/2026-02-12-circle.html
///     meetings/2026-02-12-circle.html#decision-2 0123456789abcdef0123456789abcdef
///
/// An action or a decision that is cited has a fingerprint of its words, which tells when its
/// number has gone to another. Members' addresses are never in it.
package struct RoutesLock: Sendable {
  /// By address; the fingerprint only for an action or a decision.
  package private(set) var routes: [String: Fingerprint?] = [:]
  /// The line that each was read from.
  private(set) var lines: [String: Int] = [:]

  package init() {}

  package static let path = RelativePath(fixed: "content/routes.lock")

  private static let head = """
    # The addresses that this handbook has published, so that none is ever lost.
    # 'handbook routes --update' adds new ones. In a merge, keep the lines of both sides.

    """

  mutating func add(_ address: String, _ words: Fingerprint? = nil) {
    routes.updateValue(words, forKey: address)
  }

  /// This list with all that `other` has, whose fingerprints are taken.
  package func adding(_ other: RoutesLock) -> RoutesLock {
    var sum = self
    sum.routes.merge(other.routes) { $1 }
    return sum
  }

  /// This list after a change of words on purpose: where it has a fingerprint of `old`, that of `new`
  /// takes its place.
  package func following(_ old: RoutesLock, to new: RoutesLock) -> RoutesLock {
    var renewed = self
    for case (let address, let words?) in routes where old.routes[address] == .some(words) {
      if case .some(.some(let words)) = new.routes[address] { renewed.add(address, words) }
    }
    return renewed
  }

  /// The addresses of `other` that are not here.
  package func missing(of other: RoutesLock) -> [String] {
    other.routes.keys.filter { routes[$0] == nil }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  package var text: [UInt8] {
    let sorted = routes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let lines = sorted.map { address, words in
      words.map { "\(address) \($0)\n" } ?? "\(address)\n"
    }
    return Array((Self.head + lines.joined()).utf8)
  }
}

extension RoutesLock {
  /// Reads the list; a line that is no address is a problem.
  package static func read(_ source: SourceText) -> Diagnosed<RoutesLock> {
    var lock = Diagnosed(RoutesLock())
    for (offset, start) in source.lineStarts.enumerated() {
      let line = source.bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      if !lock.value.read(line, number: offset + 1) {
        lock.diagnostics.append(.noRoute(source.location(line: offset + 1)))
      }
    }
    return lock
  }

  private mutating func read(_ line: ArraySlice<UInt8>, number: Int) -> Bool {
    let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    let address = String(decoding: parts[0], as: UTF8.self)
    guard LockedRoute(address) != nil, parts.count <= 2 else { return false }
    let words = parts.count == 2 ? Fingerprint(hexadecimal: parts[1]) : nil
    guard parts.count == 1 || words != nil else { return false }
    add(address, words)
    lines[address] = number
    return true
  }
}

extension Diagnostic {
  fileprivate static func noRoute(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "bad-route", at: place, "this is no address of a page",
      because: "routes.lock holds one address a line, such as posts/exit-tickets.html.",
      hints: ["remove this line; after a merge, keep the addresses of both sides"])
  }
}
