import Text

// The lines of minutes in Markdown, as they are read one by one.
extension String {
  /// The words of a heading, its number left out; `nil` for any other line.
  var headingWords: String? {
    let marks = prefix { $0 == "#" }
    guard (1...6).contains(marks.count), dropFirst(marks.count).first == " " else { return nil }
    let words = dropFirst(marks.count).trimmed
    let rest = words.drop { $0.isNumber || ".) ".contains($0) }
    return String(rest.filter { !"*_:#".contains($0) }).trimmed
  }

  var isRule: Bool {
    let text = trimmed
    return text.count >= 3 && text.allSatisfy { $0 == "-" || $0 == "*" || $0 == "_" }
  }

  var isListItem: Bool {
    let text = drop { $0 == " " }
    return text.hasPrefix("- ") || text.hasPrefix("* ") || text.hasPrefix("+ ")
      || text.isNumberedItem
  }

  /// Without the mark of a list's item and without that of a line's break.
  var withoutMarker: String {
    let line = hasSuffix("\\") ? dropLast() : self[...]
    let text = line.drop { $0 == " " }
    if text.hasPrefix("- ") || text.hasPrefix("* ") || text.hasPrefix("+ ") {
      return text.dropFirst(2).trimmed
    }
    guard text.isNumberedItem else { return String(text).trimmed }
    return text.drop { $0 != "." && $0 != ")" }.dropFirst().trimmed
  }

  /// What stands before and behind a label's colon: `**Present:** Ada, Ben`.
  var labelled: (words: String, rest: String)? {
    let text = withoutMarker
    guard let colon = text.prefix(60).firstIndex(where: { ":：".contains($0) }) else { return nil }
    let words = text[..<colon].filter { !"*_".contains($0) }
    let rest = text[text.index(after: colon)...].drop { "*_ ".contains($0) }
    let end = rest.hasSuffix("\\") ? rest.dropLast() : rest
    // `Present (6)`
    return (words.prefix { $0 != "(" }.trimmed, String(end).trimmed)
  }

  /// Whom an action is for, where it says so, and what it is.
  var actionOpening: (owner: String, rest: String)? {
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

  var isTableRule: Bool {
    let text = trimmed
    return text.hasPrefix("|") && text.contains("-")
      && text.allSatisfy { "|-: ".contains($0) }
  }

  var tableCells: [String] {
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
  var withoutDoubleGaps: String {
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
  var isNumberedItem: Bool {
    let digits = prefix { $0.isASCII && $0.isNumber }
    let rest = dropFirst(digits.count)
    return (1...3).contains(digits.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }
}

private let openers: Set<String> = [
  "action", "actions", "action item", "action point", "to do", "todo", "action for", "action on",
  "aufgabe", "massnahme", "tarea", "accion", "tache", "a faire", "gweithred", "إجراء", "مهمة",
]
