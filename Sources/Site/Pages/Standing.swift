import Community
import Markup

extension PageContext {
  /// That the community rests or has ended; `nil` where it goes on.
  func standing() -> StandingView? {
    handbook.standing.map { standing in
      StandingView(
        text: words.standing(standing), words: standing.words,
        isClosed: standing.status == .closed)
    }
  }
}

extension Handbook {
  /// That the community rests or has ended.
  var standing: Configuration.Standing? { configuration.standing(on: today) }

  /// Whether the community has ended: nobody is then asked for anything.
  var isClosed: Bool { configuration.isClosed(on: today) }
}

extension Words {
  /// Says it in a sentence, with the day where that is known.
  func standing(_ standing: Configuration.Standing) -> String {
    let day = standing.since.map { longDate($0).text }
    switch standing.status {
    case .closed: return day.map { standingClosedSince(date: $0) } ?? self(.standingClosed)
    case .paused, .active:
      return day.map { standingPausedSince(date: $0) } ?? self(.standingPaused)
    }
  }
}
