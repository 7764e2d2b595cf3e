/// What the server says to a request, before it is written in the words of a protocol.
package struct Answer: Sendable {
  package enum Status: Int, Sendable {
    case fine = 200
    case moved = 301
    case elsewhere = 303
    case same = 304
    case refused = 400
    case forbidden = 403
    case notFound = 404
    case notAllowed = 405
    case conflict = 409
    case tooLarge = 413
    case failed = 500
  }

  package enum Content: Sendable {
    case bytes([UInt8])
    /// The news of changes, until one of the two goes away.
    case news
  }

  package var status = Status.fine
  package var headers: [(name: String, value: String)] = []
  package var content = Content.bytes([])

  package init(
    status: Status = .fine, headers: [(name: String, value: String)] = [],
    content: Content = .bytes([])
  ) {
    self.status = status
    self.headers = headers
    self.content = content
  }

  package static func text(_ status: Status, _ text: String) -> Answer {
    Answer(
      status: status, headers: [("Content-Type", "text/plain; charset=utf-8")],
      content: .bytes(Array("\(text)\n".utf8)))
  }

  /// Leads to another address, which is then read.
  package static func redirect(to address: String) -> Answer {
    Answer(status: .elsewhere, headers: [("Location", address)])
  }
}
