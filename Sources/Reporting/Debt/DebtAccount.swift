package import Community
import Diagnostics
import Text

/// What of the debt is to be listed.
package struct DebtChoice: Sendable {
  package var kind: DebtKind?
  /// The path of a file.
  package var path: String?
  package var isByEntry = false
  /// Whether all is shown; otherwise the first ten of a kind or an entry.
  package var isWhole = false

  package init() {}
}

extension Account {
  /// The list of what is owed: by kind, the most of a kind first, or by entry.
  package static func debt(_ holdings: Holdings, _ choice: DebtChoice) -> Account {
    let things = holdings.owed.filter { thing in
      (choice.kind.map { $0 == thing.kind } ?? true)
        && (choice.path.map { $0 == thing.place.path } ?? true)
    }
    let sections =
      choice.isByEntry
      ? things.sectionsByEntry(isWhole: choice.isWhole)
      : things.sectionsByKind(isWhole: choice.isWhole)
    let settled = holdings.settledCount
    return Account(
      title: "\(holdings.library.configuration.name): \(things.inWords)",
      note: settled == 0
        ? "Nothing of it stops a build while its line reads as it read."
        : "\(settled) more \(settled == 1 ? "is" : "are") settled; 'handbook debt close "
          + "--all-settled' takes \(settled == 1 ? "it" : "them") off the list.",
      facts: [
        "report": .text("debt"), "community": .text(holdings.library.configuration.name),
        "owed": .number(things.count), "settled": .number(settled),
      ],
      sections: sections)
  }
}

/// How many of a kind, or of an entry, are shown.
private let shownOfOne = 10

extension [OwedThing] {
  fileprivate var inWords: String {
    switch count {
    case 0: "nothing is owed from the import"
    case 1: "1 thing is owed from the import"
    default: "\(count) things are owed from the import"
    }
  }

  fileprivate func sectionsByKind(isWhole: Bool) -> [Account.Section] {
    DebtSum(map(\.kind)).counts.map { counted in
      let kind = counted.kind
      return Account.Section(
        kind.id.rawValue, "\(kind.many.withCapital) [\(kind.id.rawValue)]", empty: "",
        filter { $0.kind == kind }.items(group: kind.remedy.withCapital, isWhole, \.firstWords),
        count: counted.count)
    }
  }

  fileprivate func sectionsByEntry(isWhole: Bool) -> [Account.Section] {
    let ofPath = Dictionary(grouping: self) { $0.place.path }
    return ofPath.sorted { $0.key < $1.key }.map { path, things in
      Account.Section(
        path, path, empty: "",
        things.items(group: nil, isWhole) { "\($0.kind.one): \($0.firstWords)" },
        count: things.count)
    }
  }

  private func items(
    group: String?, _ isWhole: Bool, _ text: (OwedThing) -> String
  ) -> [Account.Item] {
    let shown = isWhole ? self[...] : prefix(shownOfOne)
    var items = shown.map { thing in
      Account.Item(
        text(thing), group: group, details: thing.details, at: thing.place, facts: thing.facts)
    }
    if count > shown.count {
      items.append(
        Account.Item(
          "… and \(count - shown.count) more; --all shows them", group: group, facts: [:]))
    }
    return items
  }
}

extension OwedThing {
  /// What the message says, else the words that stand there.
  fileprivate var firstWords: String {
    if let problem { return problem.summary }
    let line = (place.excerpt ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.isEmpty ? "nothing stands in its place" : line.quotedInput
  }

  fileprivate var details: [String] {
    (former.map { ["in the old site: \($0)"] } ?? []) + (problem?.hints ?? [])
  }

  fileprivate var facts: Facts {
    [
      "what": .text(kind.id.rawValue), "path": .text(place.path),
      "line": JSON(place.line == 0 ? nil : place.line), "text": .text(firstWords),
      "former": JSON(former), "remedy": .text(kind.remedy),
      "hints": .list((problem?.hints ?? []).map(JSON.text)),
    ]
  }
}

extension String {
  var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
