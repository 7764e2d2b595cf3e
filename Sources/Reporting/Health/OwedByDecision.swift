import Community
import Diagnostics
import Text

extension Holdings {
  /// What is owed from the import, by what is to be done: first what the tool does itself, then
  /// where one decision settles the most.
  func owedByDecision() -> Account.Section {
    let decisions = consentsThatWouldTell() + owed.decisions
    let ofRemedy = Dictionary(grouping: decisions, by: \.remedy)
    let groups = ofRemedy.sorted { left, right in
      (left.value.rank, right.key) > (right.value.rank, left.key)
    }
    let items = groups.flatMap { remedy, decisions -> [Account.Item] in
      let sorted = decisions.sorted { ($1.places, $0.subject) < ($0.places, $1.subject) }
      let rest = sorted.dropFirst(shownOfOneRemedy)
      return sorted.prefix(shownOfOneRemedy).map(\.item)
        + (rest.isEmpty ? [] : [Decision.rest(of: Array(rest), remedy).item])
    }
    return Account.Section(
      "owed", "Owed from the import", empty: "", items,
      count: owed.count)
  }

  /// Members whom imported entries would name if they agreed to it: to ask one of them settles many
  /// places, though nothing of it is on the list.
  private func consentsThatWouldTell() -> [Decision] {
    guard !owed.isEmpty else { return [] }
    var places: [EntryIndex: Int] = [:]
    for index in library.indices where imported.contains(library[index].source) {
      let named =
        links.bodies[index.position].mentioned.compactMap(\.self)
        + library[index].references.compactMap(\.target)
      for member in named where isUnasked(member) { places[member, default: 0] += 1 }
    }
    return places.map { member, count in
      Decision(
        remedy: "Ask for consent to 'name'; until then they are shown as a member",
        subject: name(member), places: count, isOfMember: true,
        place: SourceLocation(path: library[member].source), what: "consent")
    }
  }

  private func isUnasked(_ index: EntryIndex) -> Bool {
    guard let member = library[index].fields.member else { return false }
    return member.status == .active && !member.consent.isOnFile
  }
}

/// How many decisions of one remedy are listed.
private let shownOfOneRemedy = 10

/// What one person decides once, and how many places it settles.
private struct Decision {
  let remedy: String
  /// Whom or what it is about.
  let subject: String
  var places: Int
  /// How many decisions are told as one; 0 where a command makes them.
  var count = 1
  var isOfMember = false
  let place: SourceLocation?
  let what: String

  /// Several, each of which settles little.
  static func rest(of decisions: [Decision], _ remedy: String) -> Decision {
    let places = decisions.reduce(0) { $0 + $1.places }
    return Decision(
      remedy: remedy, subject: "\(decisions.count) more", places: places, count: decisions.count,
      place: nil, what: decisions.first?.what ?? "")
  }

  var item: Account.Item {
    let inPlaces = places == 1 ? "1 place" : "\(places) places"
    let work =
      switch count {
      case 0: "one command"
      case 1: "one decision"
      default: "\(count) decisions"
      }
    return Account.Item(
      "\(subject): \(inPlaces), \(work)", group: remedy, at: place,
      facts: [
        "what": .text(what), "subject": .text(subject), "places": .number(places),
        "decisions": .number(count), "remedy": .text(remedy), "path": JSON(place?.path),
        "line": JSON(place.flatMap { $0.line == 0 ? nil : $0.line }),
      ])
  }
}

extension [Decision] {
  /// How quickly a remedy wins: the places that its best decision settles.
  fileprivate var rank: Int {
    map { $0.count == 0 ? .max : $0.places }.max() ?? 0
  }
}

extension [OwedThing] {
  /// Things that one decision settles, as one.
  fileprivate var decisions: [Decision] {
    var found: [[String]: Decision] = [:]
    for thing in self {
      let isFixed = thing.problem?.fix != nil
      let subject = thing.subject
      let key = isFixed ? ["", thing.kind.id.rawValue] : [thing.kind.id.rawValue, subject ?? ""]
      if var decision = found[key] {
        decision.places += 1
        if subject == nil, !isFixed { decision.count += 1 }
        found[key] = decision
      } else {
        found[key] = Decision(
          remedy: isFixed ? "Run 'handbook check --fix'" : thing.kind.remedy.withCapital,
          subject: isFixed ? thing.kind.many.withCapital : subject ?? thing.kind.many.withCapital,
          places: 1, count: isFixed ? 0 : 1, place: thing.place, what: thing.kind.id.rawValue)
      }
    }
    return found.values.map(\.self)
  }
}

extension OwedThing {
  /// What one decision is about, where the same can be wrong in many places; `nil` where each place
  /// is a decision of its own.
  fileprivate var subject: String? {
    switch kind.id {
    case "dead-link", "missing-picture": former
    case "broken-link", "unknown-link", "unknown-mention", "ambiguous-mention", "missing-image",
      "unknown-tag", "near-duplicate-tag", "unknown-licence", "remote-image":
      words.isEmpty ? nil : words.quotedInput
    default: nil
    }
  }
}
