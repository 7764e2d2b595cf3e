import Build

/// When each stage of a build began, and how much memory had been used by then.
struct StageTimes: Sendable {
  /// A moment in the run of the command.
  struct Moment: Sendable {
    let instant: ContinuousClock.Instant
    /// The most memory that the command has used so far, in bytes.
    let memory: Int

    static var now: Moment { Moment(instant: .now, memory: peakMemory) }
  }

  private var starts: [(stage: BuildStage, at: Moment)] = []

  var current: BuildStage? { starts.last?.stage }

  mutating func enter(_ stage: BuildStage, at moment: Moment) {
    // A stage that is entered again goes on.
    if stage != current { starts.append((stage, moment)) }
  }

  /// A line a stage: its name, how long it took, its share of the whole, and the most memory that
  /// was used up to its end.
  func table(until end: Moment) -> String {
    guard let first = starts.first else { return "" }
    let whole = end.instant - first.at.instant
    let ends = starts.dropFirst().map(\.at) + [end]
    return zip(starts, ends).map { start, end in
      let time = end.instant - start.at.instant
      return column(
        start.stage.rawValue, time.inWords, "\(Int((time / whole * 100).rounded())) %",
        "\(end.memory / 1_000_000) MB")
    }.joined(separator: "\n")
  }

  private func column(
    _ stage: String, _ time: String, _ share: String, _ memory: String
  )
    -> String
  {
    stage + padding(stage, 10) + padding(time, 8) + time + padding(share, 6) + share
      + padding(memory, 9) + memory
  }

  private func padding(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.utf8.count))
  }
}
