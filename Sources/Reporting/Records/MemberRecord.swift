package import Community
package import Dates
import Diagnostics
import Markup
import Text

extension Account {
  /// What one member has done in the community, for their own professional record.
  ///
  /// - Parameters:
  ///   - from: The first day that counts; all from the beginning without one.
  ///   - to: The last day that counts.
  package static func record(
    of member: EntryIndex, from: CalendarDate?, to: CalendarDate, _ holdings: Holdings
  ) -> Account {
    let record = MemberRecord(
      member: member, days: (from ?? .first)...max(from ?? .first, to), holdings: holdings)
    let sessions = record.sessions()
    let period = from.map { "\($0.inWords) to \(to.inWords)" } ?? "up to \(to.inWords)"
    let minutes = sessions.compactMap(\.minutes).reduce(0, +)
    return Account(
      title: "\(holdings.name(member)) in \(holdings.library.configuration.name), \(period)",
      note: "\(counted(sessions.count, "session")), \(inHours(minutes)) in all. A session counts "
        + "if its notes name the member, and its hours if they are given.",
      facts: [
        "report": .text("record"), "community": .text(holdings.library.configuration.name),
        "member": .text(holdings.library[member].id.name), "name": .text(holdings.name(member)),
        "from": JSON(from?.description), "to": .text(to.description),
        "minutes": .number(minutes),
      ],
      sections: RecordPart.all.map { record.section($0, sessions) })
  }
}

/// A part of a record; the cases are in the record's order.
private enum RecordPart: Int, Comparable {
  case sessions, roles, goals, posts, resources, trials, actions, successes

  /// All parts in order: what the kinds of entry tell of a member, and actions, which stand in
  /// minutes.
  static let all = (EntryKind.allCases.flatMap(\.partsOfRecord) + [.actions]).sorted()

  static func < (left: RecordPart, right: RecordPart) -> Bool { left.rawValue < right.rawValue }
}

extension EntryKind {
  /// What the entries of the kind tell of a member's work.
  fileprivate var partsOfRecord: [RecordPart] {
    switch self {
    case .post: [.posts]
    case .member: [.roles]
    case .meeting: [.sessions]
    case .resource: [.resources, .trials]
    case .goal: [.goals]
    case .success: [.successes]
    case .page: []
    }
  }
}

extension MemberRecord {
  fileprivate func section(_ part: RecordPart, _ sessions: [Session]) -> Account.Section {
    switch part {
    case .sessions:
      Account.Section(
        "sessions", "Sessions", empty: "No session in this time.", sessions.map(\.item))
    case .roles: roles()
    case .goals: goals()
    case .posts: posts()
    case .resources: resources()
    case .trials: trials()
    case .actions: actions()
    case .successes: successes()
    }
  }
}

/// Gathers what a member has done in some time, each thing by its date, the oldest first.
struct MemberRecord {
  let member: EntryIndex
  let days: ClosedRange<CalendarDate>
  let holdings: Holdings

  func isMember(_ reference: Reference?) -> Bool { reference?.target == member }

  func isAmong(_ references: [Reference]) -> Bool { references.contains { isMember($0) } }

  /// Entries with a date in this time.
  func dated<Fields>(
    _ fields: (EntryFields) -> Fields?, _ isMeant: (Fields) -> Bool
  ) -> [(entry: Entry, fields: Fields, date: CalendarDate)] {
    holdings.all(fields).compactMap { entry, fields in
      guard let date = entry.common.date?.value, days.contains(date), !entry.common.isDraft,
        isMeant(fields)
      else { return nil }
      return (entry, fields, date)
    }.sorted { ($0.date, $0.entry.id) < ($1.date, $1.entry.id) }
  }

  func item(_ entry: Entry, on date: CalendarDate, _ details: [String] = []) -> Account.Item {
    Account.Item(
      "\(date.inWords): \(entry.workingTitle)", details: details,
      facts: [
        "date": .text(date.description), "title": .text(entry.workingTitle),
        "entry": .text(entry.id.description), "as": .list(details.map(JSON.text)),
      ])
  }
}

/// `1 session`, `12 sessions`.
private func counted(_ count: Int, _ what: String) -> String {
  "\(count) \(what)\(count == 1 ? "" : "s")"
}

/// `1 hour 15 minutes`, `2 hours`.
func inHours(_ minutes: Int) -> String {
  let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
  if rest == 0 { return counted(hours, "hour") }
  return (hours == 0 ? "" : counted(hours, "hour") + " ") + counted(rest, "minute")
}

extension CalendarDate {
  /// Before every day that anything is dated.
  fileprivate static let first = CalendarDate(daysSince1970: .min)
}
