import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// The server that shows a site to its author: on this machine alone, a connection a task.
package struct LocalServer: Sendable {
  /// Where it listens; the one that was asked for, or the one the system chose for 0.
  package let port: Int
  private let listener: NIOAsyncChannel<Connection.AsyncChannel, Never>
  private let desk: SiteDesk

  /// Listens on the loopback address.
  package static func listen(
    on port: Int, _ desk: SiteDesk
  ) async throws(ServingTrouble) -> LocalServer {
    let places = Places()
    do {
      let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .serverChannelOption(.backlog, value: 64)
        .bind(host: "127.0.0.1", port: port) { channel in
          channel.eventLoop.makeCompletedFuture {
            try places.take(for: channel)
            return try Connection.prepare(channel)
          }
        }
      return LocalServer(
        port: listener.channel.localAddress?.port ?? port, listener: listener, desk: desk)
    } catch {
      throw ServingTrouble(error, port: port)
    }
  }

  package var address: String { "http://localhost:\(port)/" }

  /// Answers until the task is cancelled, below `/desk/` from a workplace where there is one.
  package func run(_ workplace: (any Workplace)? = nil) async {
    try? await listener.executeThenClose { connections in
      try await withThrowingDiscardingTaskGroup { group in
        group.addTask { try await keepBreathing() }
        for try await connection in connections {
          group.addTask {
            await Connection(
              connection, rules: RequestRules(port: port), desk: desk, workplace: workplace
            ).serve()
          }
        }
      }
    }
  }

  private func keepBreathing() async throws {
    while true {
      try await Task.sleep(for: .seconds(15))
      await desk.breathe()
    }
  }
}

/// How many connections may be open at once: a browser opens six, so more are a fault or an attack.
private final class Places: Sendable {
  private struct NoneFree: Error {}

  private let free = Mutex(128)

  /// Takes a place until the connection closes; where none is free it closes at once.
  func take(for channel: any Channel) throws {
    let isFree = free.withLock { free in
      free -= 1
      return free >= 0
    }
    channel.closeFuture.whenComplete { _ in self.free.withLock { $0 += 1 } }
    guard isFree else {
      channel.close(promise: nil)
      throw NoneFree()
    }
  }
}

/// Why the server cannot listen.
package struct ServingTrouble: Error, Sendable {
  package let message: String
  package let hint: String?

  init(_ error: any Error, port: Int) {
    let answer = (error as? IOError)?.errnoCode
    if answer == EADDRINUSE {
      message = "port \(port) is in use by another program"
      hint = "try another: --port \(port + 1)"
    } else if answer == EACCES {
      message = "this user may not listen on port \(port)"
      hint = "take one above 1023, such as --port 8000"
    } else {
      message = "cannot listen on port \(port)"
      hint = nil
    }
  }
}
