import Build
import Synchronization

/// One line on a terminal that says what a long command is doing; on anything else, silence.
final class ProgressLine: Sendable {
  private let stages = Mutex(StageTimes())
  private let isShown: Bool

  init(isShown: Bool) {
    self.isShown = isShown && Console.isTerminal
  }

  func enter(_ stage: BuildStage) {
    stages.withLock { $0.enter(stage, at: .now) }
  }

  /// When each stage began, so far.
  var times: StageTimes { stages.withLock(\.self) }

  /// Runs `work`, and shows its stages once it has taken half a second.
  func during<Result: Sendable>(
    _ work: @Sendable () async throws -> Result
  ) async rethrows -> Result {
    guard isShown else { return try await work() }
    let ticker = Task { await tick() }
    defer {
      ticker.cancel()
      Console.printError("\r\u{1B}[K", terminator: "")
    }
    return try await work()
  }

  private func tick() async {
    try? await Task.sleep(for: .milliseconds(500))
    while !Task.isCancelled {
      if let stage = times.current {
        Console.printError("\r\u{1B}[K\(stage.words) …", terminator: "")
      }
      try? await Task.sleep(for: .milliseconds(100))
    }
  }
}

extension BuildStage {
  fileprivate var words: String {
    switch self {
    case .reading: "Reading"
    case .linking: "Linking"
    case .checking: "Checking"
    case .indexing: "Indexing"
    case .rendering: "Making pages"
    case .writing: "Writing"
    }
  }
}
