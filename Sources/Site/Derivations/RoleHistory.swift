import Community
import Markup

/// A role of the community with those who hold it and those who did.
struct RoleHistory: Sendable {
  /// A member and the time for which they have the role.
  struct Holding: Sendable {
    let member: PublishedEntry
    let held: Member.RoleHeld
  }

  let role: Configuration.Role
  /// The newest first.
  let current: [Holding]
  let earlier: [Holding]
  /// Whether somebody holds it who has no page here.
  let isHeldByUnlisted: Bool

  var isUnheld: Bool { current.isEmpty && !isHeldByUnlisted }
}

extension RoleHistory {
  /// The roles in the order of the settings.
  static func all(_ handbook: Handbook, _ members: [PublishedEntry]) -> [RoleHistory] {
    var current: [String: [Holding]] = [:]
    var earlier: [String: [Holding]] = [:]
    for entry in members {
      guard let member = entry.member else { continue }
      for held in member.currentRoles(on: handbook.today) {
        current[held.role.value, default: []].append(Holding(member: entry, held: held))
      }
      for held in member.pastRoles(on: handbook.today) {
        earlier[held.role.value, default: []].append(Holding(member: entry, held: held))
      }
    }
    return handbook.configuration.roles.map { role in
      RoleHistory(
        role: role, current: newestFirst(current[role.id]), earlier: newestFirst(earlier[role.id]),
        isHeldByUnlisted: handbook.isHeldByUnlisted(role))
    }
  }

  /// Those of one day, and those without a day, by name.
  private static func newestFirst(_ holdings: [Holding]?) -> [Holding] {
    (holdings ?? []).enumerated().sorted { left, right in
      switch (left.element.held.from, right.element.held.from) {
      case (let first?, let second?) where first != second: first > second
      case (.some, nil): true
      case (nil, .some): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}
