/// What the server says to a request, before it is written in the words of a protocol.
struct Answer: Sendable {
  enum Status: Int, Sendable {
    case fine = 200
    case moved = 301
    case same = 304
    case forbidden = 403
    case notFound = 404
    case notAllowed = 405
  }

  enum Content: Sendable {
    case bytes([UInt8])
    /// The news of changes, until one of the two goes away.
    case news
  }

  var status = Status.fine
  var headers: [(name: String, value: String)] = []
  var content = Content.bytes([])

  static func text(_ status: Status, _ text: String) -> Answer {
    Answer(
      status: status, headers: [("Content-Type", "text/plain; charset=utf-8")],
      content: .bytes(Array("\(text)\n".utf8)))
  }
}
