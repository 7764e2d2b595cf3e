import Community

/// What the community needs somebody for.
struct CouldYou: Sendable {
  /// In the order of the settings.
  let unheldRoles: [Configuration.Role]
  /// Open actions that nobody owns, the latest first.
  let unownedActions: [PublishedAction]
  /// Planned meetings without a chair, the next first.
  let meetingsWithoutChair: [PublishedEntry]
  /// Newest first.
  let openQuestions: [PublishedEntry]
  /// What somebody looks for and nobody offers, A to Z.
  let unmetSeeks: [Exchange.Topic]
}

extension CouldYou {
  /// Whether nobody is asked for anything.
  var isEmpty: Bool {
    unheldRoles.isEmpty && unownedActions.isEmpty && meetingsWithoutChair.isEmpty
      && openQuestions.isEmpty && unmetSeeks.isEmpty
  }

  /// What a community asks that has ended.
  static let nothing = CouldYou()

  private init() {
    (unheldRoles, unownedActions, meetingsWithoutChair) = ([], [], [])
    (openQuestions, unmetSeeks) = ([], [])
  }

  init(
    _ handbook: Handbook, roles: [RoleHistory], upcoming: [PublishedEntry], questions: Questions,
    exchange: Exchange
  ) {
    unheldRoles = roles.filter(\.isUnheld).map(\.role)
    unownedActions = handbook.registers.latestActions.reversed().filter {
      $0.state == .open && $0.owners.isEmpty
    }
    meetingsWithoutChair = upcoming.filter { entry in
      entry.meeting?.chair == nil
        && entry.meeting?.status(on: entry.date, today: handbook.today) == .planned
    }
    openQuestions = questions.open
    unmetSeeks = exchange.unmet
  }
}
