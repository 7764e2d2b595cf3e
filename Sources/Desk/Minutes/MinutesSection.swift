import Community
import Dates
import Diagnostics
import Markup

/// A heading of a meeting's notes, with the lines below it up to the next heading.
///
/// Headings of one name are told apart by their numbers. The first section has no heading: it is
/// what stands above them all.
struct MinutesSection: Sendable {
  let number: Int
  let title: String
  /// 1 to 6; 0 for what stands above the first heading.
  let level: Int
  /// Its lines, that of the heading included.
  let lines: Range<Int>
  /// What the items below the heading are, by its words.
  var gathers: Set<MinutesItem.Kind> = []
}

/// Something that stands below a heading: a task, a decision, or any other words.
struct MinutesItem: Hashable, Sendable {
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case action, decision, note
  }

  let kind: Kind
  /// As it is cited; 0 for a note.
  let number: Int
  let line: Int
  let words: String
  var owners: [String] = []
  var due: CalendarDate?
  var isDone = false
  /// Whether it is struck through: an action that was dropped, a decision that no longer holds.
  var isDropped = false
  /// Whether it goes on with an action of an earlier meeting.
  var isCarriedOver = false
}

extension MinutesText {
  var sections: [MinutesSection] {
    let headings = body.headings.filter { isAtTop($0.line) }
    let ends = headings.map(\.line) + [source.lineStarts.count + 1]
    let top = MinutesSection(number: 0, title: "", level: 0, lines: 1..<max(1, ends[0]))
    return [top]
      + headings.enumerated().map { position, heading in
        let title = words(heading.title)
        return MinutesSection(
          number: position + 1, title: title, level: heading.level,
          lines: heading.line..<max(heading.line, ends[position + 1]), gathers: gathers(title))
      }
  }

  /// Whether a line begins without spaces, quotes or the mark of a list, as no heading in any does.
  private func isAtTop(_ line: Int) -> Bool {
    guard let start = source.start(ofLine: line) else { return false }
    return LineBeginning(source.bytes, from: start).content == start || start == 0
  }

  private func gathers(_ title: String) -> Set<MinutesItem.Kind> {
    let gathered = reader.words.minutes.gathers(heading: title)
    var kinds: Set<MinutesItem.Kind> = []
    if gathered.actions { kinds.insert(.action) }
    if gathered.decisions { kinds.insert(.decision) }
    return kinds
  }

  /// All that stands in the text but headings, code and tables, in order.
  var items: [MinutesItem] {
    let tasks = body.tasks.indices.map(action)
    let told = body.decisions.indices.map(decision)
    let gathered = Set(
      (body.tasks.map(\.text) + body.decisions.map(\.text)).compactMap { text in
        body.prose.block(around: text)?.range.lowerBound
      })
    let notes = body.prose.blocks.filter { block in
      block.isNote && !gathered.contains(block.range.lowerBound)
    }.map { MinutesItem(kind: .note, number: 0, line: Int($0.line), words: words($0.range)) }
    return (tasks + told + notes.filter { !$0.words.isBlank }).sorted { $0.line < $1.line }
  }

  func action(at position: Int) -> MinutesItem {
    let action = actions[position]
    return MinutesItem(
      kind: .action, number: action.number, line: action.line, words: words(action.text.range),
      owners: action.owners.map(name), due: action.due, isDone: action.state == .done,
      isDropped: action.state == .dropped, isCarriedOver: action.continues != nil)
  }

  private func decision(at position: Int) -> MinutesItem {
    let decision = decisions[position]
    return MinutesItem(
      kind: .decision, number: decision.number, line: decision.line,
      words: words(decision.text.range), isDropped: decision.isStruck)
  }
}

extension Prose.Block {
  fileprivate var isNote: Bool {
    switch kind {
    case .paragraph, .listItem, .quotation: true
    case .heading, .cell, .footnote, .code: false
    }
  }
}
