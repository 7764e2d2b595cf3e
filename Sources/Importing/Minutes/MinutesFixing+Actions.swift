import Community
import Dates
import Text

// What is to be done.
extension MinutesFixing {
  /// The line for an action that a line tells: `**AI(Ada):** send the slip`, `ACTION: Ben to write`.
  func action(in line: String) -> String? {
    let indent = line.prefix { $0 == " " }
    let item = line.withoutMarker
    if line.isListItem, let box = ["[ ] ", "[x] ", "[X] "].first(where: item.hasPrefix) {
      return owned(String(item.dropFirst(4)), in: box, indent: String(indent))
    }
    guard let (owner, rest) = item.actionOpening, !rest.isEmpty else { return nil }
    let sentence = owner.isEmpty ? rest : "\(owner): \(rest)"
    let action = ActionLine(
      sentence, among: members, on: day, isMonthFirst: isMonthFirst, isMarkdown: true)
    return (line.isListItem ? String(indent) : "") + action.text
  }

  /// A box whose words begin with a member's name, as one of theirs.
  private func owned(_ sentence: String, in box: String, indent: String) -> String? {
    guard !sentence.hasPrefix("@"), !ActionLine.owners(of: sentence, members).0.isEmpty else {
      return nil
    }
    return indent
      + ActionLine(
        sentence, among: members, on: day, isMonthFirst: isMonthFirst, isDone: box != "[ ] ",
        isMarkdown: true
      ).text
  }

  /// The line behind a table of actions, which becomes a list.
  mutating func actionTable(_ index: Int) -> Int? {
    guard index + 2 < lines.count, lines[index].trimmed.hasPrefix("|"), lines[index + 1].isTableRule
    else { return nil }
    // A word processor that marks no row as headings leaves the row above the rule empty.
    let isHeadless = lines[index].tableCells.allSatisfy(\.isEmpty)
    let headings = isHeadless ? index + 2 : index
    guard headings < lines.count, let columns = ActionColumns(lines[headings].tableCells) else {
      return nil
    }
    var end = max(index + 2, headings + 1)
    var rows: [String] = []
    while end < lines.count, lines[end].trimmed.hasPrefix("|") {
      let cells = lines[end].tableCells
      end += 1
      guard let task = columns.task(cells), !task.isEmpty else { continue }
      rows.append(
        ActionLine(
          task: task, who: columns.who(cells), when: columns.when(cells), among: members, on: day,
          isMonthFirst: isMonthFirst, isDone: columns.isDone(cells)
        ).text)
    }
    guard !rows.isEmpty else { return nil }
    if output.last.map({ !$0.isEmpty }) ?? false { output.append("") }
    output += rows
    actions += rows.count
    return end
  }
}
