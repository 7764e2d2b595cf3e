import Build

/// When each stage of a build began.
struct StageTimes: Sendable {
  private var starts: [(stage: BuildStage, at: ContinuousClock.Instant)] = []

  var current: BuildStage? { starts.last?.stage }

  mutating func enter(_ stage: BuildStage, at instant: ContinuousClock.Instant) {
    starts.append((stage, instant))
  }

  /// A line a stage: its name, how long it took, its share of the whole.
  func table(until end: ContinuousClock.Instant) -> String {
    guard let first = starts.first else { return "" }
    let ends = starts.dropFirst().map(\.at) + [end]
    return zip(starts, ends).map { start, end in
      let share = Int(((end - start.at) / (ends[ends.count - 1] - first.at) * 100).rounded())
      return column(start.stage.rawValue, (end - start.at).inWords, "\(share) %")
    }.joined(separator: "\n")
  }

  private func column(_ stage: String, _ time: String, _ share: String) -> String {
    stage + padding(stage, 10) + padding(time, 8) + time + padding(share, 6) + share
  }

  private func padding(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.utf8.count))
  }
}
