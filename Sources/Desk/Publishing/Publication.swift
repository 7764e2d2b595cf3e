import Synchronization

/// The publication that goes on, or how the last one ended: one at a time.
final class Publication: Sendable {
  enum State: Hashable, Sendable {
    case idle
    /// What is being done, for somebody who waits.
    case going(String)
    case ended(PublicationResult)
  }

  private let current = Mutex(State.idle)

  var state: State { current.withLock { $0 } }

  /// Whether it may begin: none goes on.
  func begin(_ words: String) -> Bool {
    current.withLock { state in
      if case .going = state { return false }
      state = .going(words)
      return true
    }
  }

  func tell(_ words: String) {
    current.withLock { state in
      if case .going = state { state = .going(words) }
    }
  }

  func end(_ result: PublicationResult) { current.withLock { $0 = .ended(result) } }
}

/// How a publication ended.
struct PublicationResult: Hashable, Sendable {
  var isGood: Bool
  var message: String
  var hint: String?
  /// Where the site, or the proposal, can be seen.
  var address: String?
}
