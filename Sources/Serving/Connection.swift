import NIOCore
import NIOHTTP1

/// One connection of a browser: requests in, answers out, in turn.
struct Connection: Sendable {
  typealias AsyncChannel = NIOAsyncChannel<HTTPServerRequestPart, ResponsePart>
  typealias ResponsePart = HTTPPart<HTTPResponseHead, ByteBuffer>

  private let channel: AsyncChannel
  private let rules: RequestRules
  private let desk: SiteDesk
  private let workplace: (any Workplace)?

  init(
    _ channel: AsyncChannel, rules: RequestRules, desk: SiteDesk, workplace: (any Workplace)?
  ) {
    self.channel = channel
    self.rules = rules
    self.desk = desk
    self.workplace = workplace
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
      var parts = inbound.makeAsyncIterator()
      while let part = try await parts.next() {
        guard case .head(let head) = part else { continue }
        let answer = try await answer(to: Request(head), head, &parts)
        let isKept = try await send(answer, to: head, outbound)
        if !isKept { return }
      }
    }
  }

  private typealias Parts = NIOAsyncChannelInboundStream<HTTPServerRequestPart>.AsyncIterator

  private func answer(
    to request: Request, _ head: HTTPRequestHead, _ parts: inout Parts
  ) async throws -> Answer {
    if let workplace, rules.allows(host: request.hosts) {
      if Workplaces.claims(request) {
        return try await answer(to: request, head, &parts, at: workplace)
      }
      if let detour = Workplaces.detour(request, port: rules.port) { return detour }
    }
    let answers = SiteAnswers(rules: rules, edition: await desk.edition(for: head.uri))
    return answers.answer(to: request)
  }

  /// Reads what comes with a request only where its head is good, and no more than may come.
  private func answer(
    to request: Request, _ head: HTTPRequestHead, _ parts: inout Parts,
    at workplace: any Workplace
  ) async throws -> Answer {
    if let refusal = workplace.refusal(of: request) { return refusal }
    let limit = workplace.contentLimit(of: request)
    let told = head.headers.first(name: "Content-Length").flatMap(Int.init) ?? 0
    guard told <= limit else { return .tooLarge(limit) }
    var content: [UInt8] = []
    reading: while request.method == .post, let part = try await parts.next() {
      switch part {
      case .head, .end: break reading
      case .body(let bytes):
        content += bytes.readableBytesView
        guard content.count <= limit else { return .tooLarge(limit) }
      }
    }
    return await workplace.answer(request, content: content)
  }

  /// Whether the connection goes on.
  private func send(
    _ answer: Answer, to request: HTTPRequestHead,
    _ outbound: NIOAsyncChannelOutboundWriter<ResponsePart>
  ) async throws -> Bool {
    // What comes with a request that is no reading may not have been waited for.
    let isKept = request.isKeepAlive && (request.method == .GET || request.method == .HEAD)
    var headers = HTTPHeaders(answer.headers.map { ($0.name, $0.value) })
    for (name, value) in fixedHeaders where !headers.contains(name: name) {
      headers.add(name: name, value: value)
    }
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

/// What goes with every answer: pages are asked for again, and mean what their type says.
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

extension Answer {
  fileprivate static func tooLarge(_ limit: Int) -> Answer {
    .text(.tooLarge, "This is more than \(limit / 1024) KiB, the most that is taken here.")
  }
}
