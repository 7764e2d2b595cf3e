import Build
import Community
import Markup
import Scaffolding

/// An action that an earlier meeting left open, and of which the notes of this one say nothing.
struct EarlierAction: Sendable {
  /// How it is cited: `2026-02-05-circle#action-1`.
  let name: String
  /// The line that goes on with it, without its box.
  let line: String
  /// The title of its meeting.
  let meeting: String
}

extension SettledContent {
  /// What meetings before one left open, those of its own series first, then the oldest.
  ///
  /// - Parameters:
  ///   - meeting: The meeting whose notes are kept.
  ///   - text: The notes as they are typed: what they go on with is in them already.
  func earlierActions(than meeting: Entry, besides text: String) -> [EarlierAction] {
    let open = minutes.latestActions.filter { action in
      let entry = library[action.meeting]
      guard action.state == .open, entry.id != meeting.id, entry.common.takenDown == nil,
        let day = entry.common.date?.value
      else { return false }
      return meeting.common.date.map { day < $0.value } ?? true
    }
    let own = { (action: LatestAction) in series(library[action.meeting]) == series(meeting) }
    return (open.filter(own) + open.filter { !own($0) }).map { action in
      let entry = library[action.meeting]
      return EarlierAction(
        name: "\(entry.id.name)#action-\(action.number)",
        line: TypedLine(carriedLine(of: action)).asWords, meeting: entry.workingTitle)
    }.filter { !text.cites($0.name) }
  }

  private func series(_ entry: Entry) -> String? {
    guard case .meeting(let meeting) = entry.fields else { return nil }
    return meeting.series?.value
  }
}

extension String {
  /// Whether a link of the text leads to an action: `[[2026-02-05-circle#action-1]]`.
  fileprivate func cites(_ name: String) -> Bool {
    ["[[", "/"].contains { before in
      ["]]", "|"].contains { contains("\(before)\(name)\($0)") }
    }
  }
}

extension MinutesText {
  /// The same with a line that goes on with an action of an earlier meeting, and what the reader
  /// makes of it.
  ///
  /// It goes below *Carried over*, else below the heading that gathers actions, else below the one
  /// that is given.
  func carrying(
    _ action: EarlierAction, isDone: Bool, below number: Int
  ) throws(MinutesRefusal) -> (minutes: MinutesText, item: MinutesItem) {
    guard isReadable else { throw .unreadable }
    let section =
      sections.first { Agenda.carriedOverHeadings.contains($0.title) }
      ?? sections.first { $0.gathers == [.action] } ?? sections.first { $0.number == number }
    guard let section else { throw .noSuchHeading }
    return try addingAction("[\(isDone ? "x" : " ")] \(action.line)", below: section)
  }
}

// MARK: - At the desk

extension DeskState {
  /// The most that are offered at once.
  static let mostEarlierActions = 30

  func earlierActions(than id: EntryID, besides minutes: MinutesText) -> [EarlierAction] {
    guard let content = inspection?.source?.content, let meeting = entry(id) else { return [] }
    return content.earlierActions(than: meeting, besides: minutes.text)
  }

  /// What is offered below the agenda, as the reader of the notes tells it.
  func stillOpen(_ action: EarlierAction, _ reader: MinutesReader) -> EarlierActionView {
    var item = reader.read("- [ ] \(action.line)\n").items.first
    item?.isCarriedOver = false
    let from = words("minutes_from", ["meeting": action.meeting])
    return EarlierActionView(
      name: action.name, said: item?.words.shortened ?? action.line,
      told: ([item.flatMap(told)].compactMap(\.self) + [from]).joined(separator: ", "))
  }
}
