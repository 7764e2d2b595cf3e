import Community
import Dates
import Markup
import Text

/// Minutes in Markdown from elsewhere, as those of a handbook: who was there goes to the field for it,
/// who was not goes, and what is to be done is written so that the register finds it.
struct MinutesMending {
  private(set) var attendees: [String] = []
  private(set) var chair: String?
  private(set) var noteTaker: String?
  private(set) var notes: [String] = []
  private let members: MemberDirectory
  private let day: CalendarDate?
  private let isMonthFirst: Bool
  private var handles: [String: String] = [:]
  private var strangers = 0
  private var absences = 0
  private var actions = 0
  private var lines: [String] = []
  private var output: [String] = []
  private var fence: Character?

  init(members: MemberDirectory, day: CalendarDate?, isMonthFirst: Bool = false) {
    self.members = members
    self.day = day
    self.isMonthFirst = isMonthFirst
  }

  /// The text without the names of who came and who did not.
  mutating func mend(_ text: String) -> String {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < lines.count { index = next(index) }
    tell()
    let mended = output.joined(separator: "\n")
    return HandleMending(members: members, handles: handles).mend(
      output.count < lines.count ? mended.withoutDoubleGaps : mended)
  }

  private mutating func tell() {
    if strangers > 0 { notes.append(.strangers(strangers, "attendees")) }
    if absences > 0 { notes.append("left out: who was not there, which can reveal health") }
    if actions > 0 { notes.append(actions == 1 ? "1 action found" : "\(actions) actions found") }
  }

  /// Goes on behind a line, or behind all that belongs to it.
  private mutating func next(_ index: Int) -> Int {
    let line = lines[index]
    let text = line.trimmed
    if let mark = text.first, text.hasPrefix("```") || text.hasPrefix("~~~") {
      fence = fence == nil ? mark : fence == mark ? nil : fence
    }
    guard fence == nil, !line.hasPrefix("    ") || line.isListItem else { return copy(index) }
    if let end = presence(index) ?? presenceRow(index) { return end }
    if let end = actionTable(index) { return end }
    if let action = self.action(in: line) {
      let isItem = line.isListItem
      if !isItem, let last = output.last, !last.isEmpty, !last.isListItem { output.append("") }
      output.append(action)
      actions += 1
      if !isItem, index + 1 < lines.count, !lines[index + 1].trimmed.isEmpty,
        self.action(in: lines[index + 1]) == nil
      {
        output.append("")
      }
      return index + 1
    }
    return copy(index)
  }

  private mutating func copy(_ index: Int) -> Int {
    output.append(lines[index])
    return index + 1
  }
}

// MARK: Who was there

extension MinutesMending {
  /// The line behind a list of who was there or not; `nil` where none begins.
  private mutating func presence(_ index: Int) -> Int? {
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
  private mutating func presenceRow(_ index: Int) -> Int? {
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

// MARK: What is to be done

extension MinutesMending {
  /// The line for an action that a line tells: `**AI(Ada):** send the slip`, `ACTION: Ben to write`.
  private func action(in line: String) -> String? {
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
  private mutating func actionTable(_ index: Int) -> Int? {
    guard index + 2 < lines.count, lines[index].trimmed.hasPrefix("|"), lines[index + 1].isTableRule
    else { return nil }
    let columns = ActionColumns(lines[index].tableCells)
    guard let columns else { return nil }
    var end = index + 2
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

/// What the columns of a table of actions are.
private struct ActionColumns {
  private let task: Int
  private let who: Int
  private let when: Int?
  private let state: Int?
  private let others: [(column: Int, heading: String)]

  init?(_ headings: [String]) {
    let names = headings.map { heading in
      heading.foldedForComparison.split { !$0.isLetter }.joined(separator: " ")
    }
    guard let task = names.firstIndex(where: taskWords.contains),
      let who = names.firstIndex(where: whoWords.contains), task != who
    else { return nil }
    self.task = task
    self.who = who
    when = names.firstIndex(where: whenWords.contains)
    state = names.firstIndex(where: stateWords.contains)
    let known = [task, who, when ?? -1, state ?? -1]
    others = headings.enumerated().filter { offset, heading in
      !known.contains(offset) && !["", "no", "nr", "#"].contains(heading.trimmed.lowercased())
    }.map { ($0.offset, $0.element) }
  }

  private func cell(_ cells: [String], _ column: Int?) -> String {
    column.map { $0 < cells.count ? cells[$0] : "" } ?? ""
  }

  func task(_ cells: [String]) -> String? {
    let words = cell(cells, task)
    guard !words.isEmpty else { return nil }
    let rest = others.map { cell(cells, $0.column) }.filter { !$0.isEmpty }
    return rest.isEmpty ? words : "\(words) (\(rest.joined(separator: "; ")))"
  }

  func who(_ cells: [String]) -> String { cell(cells, who) }
  func when(_ cells: [String]) -> String { cell(cells, when) }

  func isDone(_ cells: [String]) -> Bool {
    doneWords.contains(cell(cells, state).foldedForComparison.trimmed)
  }
}

private let taskWords: Set<String> = [
  "action", "actions", "task", "tasks", "what", "to do", "todo", "action item", "action items",
  "action point", "action points", "item", "description", "aufgabe", "aufgaben", "was", "massnahme",
  "tache", "taches", "quoi", "action a mener", "tarea", "tareas", "accion", "acciones", "que",
  "tasg", "beth", "gweithred", "المهمة", "الإجراء",
]
private let whoWords: Set<String> = [
  "who", "owner", "owners", "by whom", "name", "responsible", "person", "lead", "assigned to",
  "assignee", "person responsible", "wer", "verantwortlich", "zustandig", "qui", "responsable",
  "quien", "encargado", "encargada", "pwy", "المسؤول", "من",
]
private let whenWords: Set<String> = [
  "when", "by when", "due", "due date", "deadline", "date", "by", "target date", "bis", "bis wann",
  "wann", "termin", "frist", "fallig", "quand", "echeance", "date limite", "cuando", "fecha",
  "plazo", "fecha limite", "pryd", "erbyn", "متى", "الموعد",
]
private let stateWords: Set<String> = [
  "status", "done", "state", "complete", "completed", "erledigt", "stand", "statut", "fait",
  "estado",
  "hecho", "statws", "الحالة",
]
private let doneWords: Set<String> = [
  "done", "yes", "complete", "completed", "closed", "x", "✓", "✔", "☑", "✅", "finished", "erledigt",
  "ja", "fait", "oui", "termine", "hecho", "si", "wedi gwneud", "تم",
]

extension String {
  /// The words of a heading, its number left out; `nil` for any other line.
  fileprivate var headingWords: String? {
    let marks = prefix { $0 == "#" }
    guard (1...6).contains(marks.count), dropFirst(marks.count).first == " " else { return nil }
    let words = dropFirst(marks.count).trimmed
    let rest = words.drop { $0.isNumber || ".) ".contains($0) }
    return String(rest.filter { !"*_:#".contains($0) }).trimmed
  }

  fileprivate var isRule: Bool {
    let text = trimmed
    return text.count >= 3 && text.allSatisfy { $0 == "-" || $0 == "*" || $0 == "_" }
  }

  var isListItem: Bool {
    let text = drop { $0 == " " }
    return text.hasPrefix("- ") || text.hasPrefix("* ") || text.hasPrefix("+ ")
      || text.isNumberedItem
  }

  /// Without the mark of a list's item and without that of a line's break.
  fileprivate var withoutMarker: String {
    let line = hasSuffix("\\") ? dropLast() : self[...]
    let text = line.drop { $0 == " " }
    if text.hasPrefix("- ") || text.hasPrefix("* ") || text.hasPrefix("+ ") {
      return text.dropFirst(2).trimmed
    }
    guard text.isNumberedItem else { return String(text).trimmed }
    return text.drop { $0 != "." && $0 != ")" }.dropFirst().trimmed
  }

  /// What stands before and behind a label's colon: `**Present:** Ada, Ben`.
  fileprivate var labelled: (words: String, rest: String)? {
    let text = withoutMarker
    guard let colon = text.prefix(60).firstIndex(where: { ":：".contains($0) }) else { return nil }
    let words = text[..<colon].filter { !"*_".contains($0) }
    let rest = text[text.index(after: colon)...].drop { "*_ ".contains($0) }
    let end = rest.hasSuffix("\\") ? rest.dropLast() : rest
    // `Present (6)`
    return (words.prefix { $0 != "(" }.trimmed, String(end).trimmed)
  }

  /// Whom an action is for, where it says so, and what it is.
  fileprivate var actionOpening: (owner: String, rest: String)? {
    let plain = String(filter { $0 != "*" && $0 != "_" }.prefix(80))
    guard let colon = plain.firstIndex(where: { ":：".contains($0) }) else { return nil }
    let head = plain[..<colon]
    let word = head.prefix { $0.isLetter || $0 == " " }.trimmed
    let folded = word.foldedForComparison
    let isShort = word == "AI" || word == "AP"
    guard isShort || openers.contains(folded) else { return nil }
    let rest = head.dropFirst(head.prefix { $0.isLetter || $0 == " " }.count)
    let owner = rest.filter { !"()[]–—-".contains($0) }.trimmed
    // `Action 3:` has a number, and no owner.
    let isNumber = owner.allSatisfy { $0.isNumber || $0 == "." || $0 == "#" }
    guard let mark = firstIndex(where: { ":：".contains($0) }) else { return nil }
    let task = self[index(after: mark)...].drop { "*_ ".contains($0) }
    return (isNumber ? "" : owner, String(task).trimmed)
  }

  fileprivate var isTableRule: Bool {
    let text = trimmed
    return text.hasPrefix("|") && text.contains("-")
      && text.allSatisfy { "|-: ".contains($0) }
  }

  fileprivate var tableCells: [String] {
    var cells = [""]
    var isEscaped = false
    for character in trimmed {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.first?.trimmed.isEmpty == true { cells.removeFirst() }
    if cells.last?.trimmed.isEmpty == true { cells.removeLast() }
    return cells.map { String($0.trimmed.filter { $0 != "*" }) }
  }

  /// Without two blank lines one after another outside of code.
  fileprivate var withoutDoubleGaps: String {
    var lines: [Substring] = []
    var isCode = false
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") || line.hasPrefix("~~~") { isCode.toggle() }
      if !isCode, line.isEmpty {
        guard let last = lines.last, !last.isEmpty else { continue }
        // The line that it parted from the next stands at the end of its paragraph now.
        if last.hasSuffix("\\") { lines[lines.count - 1] = last.dropLast() }
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }
}

extension Substring {
  fileprivate var isNumberedItem: Bool {
    let digits = prefix { $0.isASCII && $0.isNumber }
    let rest = dropFirst(digits.count)
    return (1...3).contains(digits.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }
}

private let openers: Set<String> = [
  "action", "actions", "action item", "action point", "to do", "todo", "action for", "action on",
  "aufgabe", "massnahme", "tarea", "accion", "tache", "a faire", "gweithred", "إجراء", "مهمة",
]
