import NIOHTTP1

/// The parts of a request that an answer depends on.
package struct Request: Sendable {
  package enum Method: Hashable, Sendable {
    /// `GET` or `HEAD`.
    case read
    case post
    case other
  }

  package let method: Method
  package let target: String
  package let hosts: [String]
  package let origins: [String]
  /// The marks of what the browser holds already.
  package var knownMarks: [String] = []
  /// The pairs of all `Cookie` fields (RFC 6265 §5.4).
  package var cookies: [(name: String, value: String)] = []
  /// The secret that a page of the desk sends with what it asks for.
  package var keys: [String] = []
  /// Where the browser says that the request comes from (Fetch Metadata, `Sec-Fetch-Site`).
  package var site: String?

  package init(method: Method, target: String, hosts: [String], origins: [String]) {
    self.method = method
    self.target = target
    self.hosts = hosts
    self.origins = origins
  }

  var isReading: Bool { method == .read }
}

extension Request {
  init(_ head: HTTPRequestHead) {
    let method: Method =
      switch head.method {
      case .GET, .HEAD: .read
      case .POST: .post
      default: .other
      }
    self.init(
      method: method, target: head.uri, hosts: head.headers["Host"],
      origins: head.headers["Origin"])
    knownMarks = head.headers[canonicalForm: "If-None-Match"].map(String.init)
    cookies = head.headers["Cookie"].flatMap(pairs)
    keys = head.headers[Workplaces.keyHeader]
    site = head.headers.first(name: "Sec-Fetch-Site")
  }
}

private func pairs(_ field: String) -> [(name: String, value: String)] {
  field.split(separator: ";").compactMap { pair in
    let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }
}
