import NIOCore
import NIOHTTP1

/// Closes a connection that keeps the server waiting: with the head of a request, or by taking
/// nothing of an answer.
final class Patience: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = Connection.ResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private var deadline: Scheduled<Void>?

  /// How long a whole head, or a pause between requests, may take.
  private static let wait = TimeAmount.seconds(15)
  /// How long an answer may take; news go on for as long as they are read.
  private static let answering = TimeAmount.seconds(60)

  func channelActive(context: ChannelHandlerContext) {
    wait(Self.wait, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head = unwrapInboundIn(data) { wait(Self.answering, context) }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let part = unwrapOutboundIn(data)
    switch part {
    case .head, .body: wait(Self.answering, context)
    case .end: wait(Self.wait, context)
    }
    context.write(wrapOutboundOut(part.forWriting), promise: promise)
  }

  private func wait(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
      context.close(promise: nil)
    }
  }
}

extension Connection.ResponsePart {
  /// As the encoder takes it, which could send files too.
  fileprivate var forWriting: HTTPServerResponsePart {
    switch self {
    case .head(let head): .head(head)
    case .body(let bytes): .body(.byteBuffer(bytes))
    case .end(let trailers): .end(trailers)
    }
  }
}
