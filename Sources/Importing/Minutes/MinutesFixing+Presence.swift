import Community
import Text

// Who was there, and who was not.
extension MinutesFixing {
  /// The line behind a list of who was there or not; `nil` where none begins.
  mutating func presence(_ index: Int) -> Int? {
    let line = lines[index]
    if let heading = line.headingWords {
      guard let label = MinuteLabel(heading), label.isAttendance else { return nil }
      var end = index + 1
      while end < lines.count, lines[end].headingWords == nil, !lines[end].isRule { end += 1 }
      return take(label, nil, index, names: (index + 1)..<end, end: end)
    }
    guard let (words, rest) = line.labelled, let label = MinuteLabel(words) else { return nil }
    var end = index + 1
    // Items below a label, or lines that go on with it.
    let isAlone = rest.isEmpty
    if isAlone {
      while end < lines.count, lines[end].trimmed.isEmpty, end < index + 3 { end += 1 }
      let first = end
      while end < lines.count, lines[end].isListItem || (lines[end].hasPrefix("  ") && end > first)
      {
        end += 1
      }
      if end == first { end = label.isAttendance ? names(from: first) : first }
      if end == first { return nil }
    } else {
      while end < lines.count, label.isAttendance,
        lines[end - 1].trimmed.last.map({ ",;&\\".contains($0) }) ?? false,
        !lines[end].trimmed.isEmpty
      {
        end += 1
      }
    }
    return take(label, rest, index, names: (index + 1)..<end, end: end)
  }

  /// The line behind lines that are names and nothing else.
  private func names(from start: Int) -> Int {
    var end = start
    while end < lines.count, !lines[end].trimmed.isEmpty, lines[end].headingWords == nil,
      lines[end].labelled.map({ MinuteLabel($0.words) == nil }) ?? true
    {
      end += 1
    }
    let people = PeopleList(
      lines[start..<end].map(\.withoutMarker).joined(separator: "\n"), among: members)
    return people.rest.isEmpty ? end : start
  }

  /// A row of a table such as `| Present | Ada, Ben |`, whose names go.
  mutating func presenceRow(_ index: Int) -> Int? {
    guard lines[index].trimmed.hasPrefix("|") else { return nil }
    let cells = lines[index].tableCells
    guard cells.count == 2, let label = MinuteLabel(cells[0]), label.isAttendance,
      !cells[1].isEmpty,
      take(label, cells[1], index, names: index..<index, end: index + 1) != nil
    else { return nil }
    output.append("| \(cells[0]) |  |")
    return index + 1
  }

  /// Takes the names of some lines; what is no name stays.
  private mutating func take(
    _ label: MinuteLabel, _ first: String?, _ heading: Int, names: Range<Int>, end: Int
  ) -> Int? {
    let parts = [first].compactMap(\.self) + lines[names].map(\.withoutMarker)
    let people = PeopleList(parts.joined(separator: "\n"), among: members)
    switch label {
    case .absent:
      guard people.rest.isEmpty || !people.ids.isEmpty || people.strangers > 0 else { return nil }
      absences += 1
      return end
    case .chair, .noteTaker:
      guard people.rest.isEmpty, people.ids.count == 1, people.strangers == 0 else { return nil }
      if label == .chair {
        chair = chair ?? people.ids[0]
      } else {
        noteTaker = noteTaker ?? people.ids[0]
      }
      return end
    case .present:
      guard !people.ids.isEmpty || people.strangers > 0 else { return nil }
    }
    attendees += people.ids.filter { !attendees.contains($0) }
    strangers += people.strangers
    handles.merge(people.handles) { first, _ in first }
    chair = chair ?? people.chair
    noteTaker = noteTaker ?? people.noteTaker
    if !people.rest.isEmpty {
      if first == nil { output.append(lines[heading]) }
      output += ["", people.rest.joined(separator: ", "), ""]
    }
    return end
  }
}
