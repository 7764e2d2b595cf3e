@preconcurrency import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The user's wish to end a command that would go on for ever.
enum Interruption {
  /// Waits for Ctrl-C, or for the system to ask for an end.
  static func wait() async {
    let signals = AsyncStream<Void> { continuation in
      let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
        // Without this the signal would end the process before anybody hears of it.
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number)
        source.setEventHandler { continuation.yield() }
        source.activate()
        return source
      }
      continuation.onTermination = { _ in for source in sources { source.cancel() } }
    }
    for await _ in signals { return }
  }
}
