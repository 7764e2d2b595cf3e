import NIOCore
import NIOHTTP1

/// One connection of a browser: requests in, answers out, in turn.
struct Connection: Sendable {
  typealias AsyncChannel = NIOAsyncChannel<HTTPServerRequestPart, ResponsePart>
  typealias ResponsePart = HTTPPart<HTTPResponseHead, ByteBuffer>

  private let channel: AsyncChannel
  private let rules: RequestRules
  private let desk: SiteDesk

  init(_ channel: AsyncChannel, rules: RequestRules, desk: SiteDesk) {
    self.channel = channel
    self.rules = rules
    self.desk = desk
  }

  /// Puts the parts of HTTP on a new connection, and bounds to them.
  static func prepare(_ channel: any Channel) throws -> AsyncChannel {
    let pipeline = channel.pipeline.syncOperations
    try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
    try pipeline.addHandler(Patience())
    return try AsyncChannel(wrappingChannelSynchronously: channel)
  }

  /// Answers until one of the two closes.
  func serve() async {
    try? await channel.executeThenClose { inbound, outbound in
      for try await part in inbound {
        guard case .head(let head) = part else { continue }
        let answers = SiteAnswers(rules: rules, edition: await desk.edition(for: head.uri))
        let isKept = try await send(answers.answer(to: Request(head)), to: head, outbound)
        if !isKept { return }
      }
    }
  }

  /// Whether the connection goes on.
  private func send(
    _ answer: Answer, to request: HTTPRequestHead,
    _ outbound: NIOAsyncChannelOutboundWriter<ResponsePart>
  ) async throws -> Bool {
    // What comes with a request that is no reading is not waited for.
    let isKept = request.isKeepAlive && (request.method == .GET || request.method == .HEAD)
    var headers = HTTPHeaders(answer.headers.map { ($0.name, $0.value) })
    headers.add(contentsOf: fixedHeaders)
    switch answer.content {
    case .bytes(let bytes):
      headers.add(name: "Content-Length", value: "\(bytes.count)")
      if !isKept { headers.add(name: "Connection", value: "close") }
      try await outbound.write(.head(request.response(answer.status, headers)))
      if request.method != .HEAD, !bytes.isEmpty {
        try await outbound.write(.body(ByteBuffer(bytes: bytes)))
      }
      try await outbound.write(.end(nil))
      return isKept
    case .news:
      headers.add(name: "Connection", value: "close")
      try await outbound.write(.head(request.response(answer.status, headers)))
      guard request.method == .GET else { break }
      for await news in await desk.follow() {
        try await outbound.write(.body(ByteBuffer(string: news.text)))
      }
    }
    try await outbound.write(.end(nil))
    return false
  }
}

/// What goes with every answer: pages are asked for anew, and mean what their type says.
private let fixedHeaders: HTTPHeaders = [
  "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
]

extension HTTPRequestHead {
  fileprivate func response(_ status: Answer.Status, _ headers: HTTPHeaders) -> HTTPResponseHead {
    HTTPResponseHead(
      version: version, status: HTTPResponseStatus(statusCode: status.rawValue), headers: headers)
  }
}

extension Request {
  init(_ head: HTTPRequestHead) {
    self.init(
      isReading: head.method == .GET || head.method == .HEAD, target: head.uri,
      hosts: head.headers["Host"], origins: head.headers["Origin"],
      knownMarks: head.headers[canonicalForm: "If-None-Match"].map(String.init))
  }
}
