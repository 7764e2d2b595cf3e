import Community
import Markup

/// How far a goal has come.
struct GoalProgress: Hashable, Sendable {
  let milestonesDone: Int
  let milestones: Int
  /// The actions that serve it, without those that were dropped.
  let actionsDone: Int
  let actions: Int
  /// How much of the way from where it began to its target lies behind, in percent; `nil` where
  /// one end of the way, or the present, is not known.
  let towardsTarget: Int?

  init(_ goal: Goal, actions: [PublishedAction] = []) {
    actionsDone = actions.count { $0.state == .done }
    self.actions = actionsDone + actions.count { $0.state == .open }
    (milestonesDone, milestones) = goal.milestonesDone
    towardsTarget = GoalProgress.towardsTarget(goal)
  }

  /// Whole percents, rounded down: a hundred is said only of a target that is reached.
  private static func towardsTarget(_ goal: Goal) -> Int? {
    guard let target = goal.target, let latest = goal.readings.last?.value,
      let from = goal.baseline ?? goal.firstOfSeveralReadings, from != target
    else { return nil }
    let share = (latest - from) / (target - from)
    guard share.isFinite else { return nil }
    return Int((min(max(share, 0), 1) * 100).rounded(.down))
  }
}

extension Goal {
  fileprivate var firstOfSeveralReadings: Double? {
    readings.count > 1 ? readings.first?.value : nil
  }
}
