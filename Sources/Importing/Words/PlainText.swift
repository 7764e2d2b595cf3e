import Text

/// Text that is no Markdown, as Markdown that says the same: its signs stand for themselves, its lines
/// stay lines, what a word processor drew as lists are lists.
enum PlainText {
  /// Words on one line, each sign for itself.
  static func inline(_ text: String) -> String { escaped(text.onOneLine) }

  /// The same with the blanks at both ends.
  static func escaped(_ text: String) -> String {
    let characters = Array(text)
    var output = ""
    let hasFormula = characters.count { $0 == "$" } > 1
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : " "
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      if needsEscape(character, before, next, hasFormula: hasFormula) { output.append("\\") }
      output.append(character)
    }
    return output
  }

  private static func needsEscape(
    _ character: Character, _ before: Character, _ next: Character, hasFormula: Bool
  ) -> Bool {
    switch character {
    case "\\", "`": true
    case "*": !(before == " " && next == " ")
    // Inside of words it is one of their signs.
    case "_": !(before.isWordSign && next.isWordSign) && !(before == " " && next == " ")
    case "<": next.isLetter || "/!?".contains(next)
    case "&": next.isLetter || next == "#"
    case "~": before == "~" || next == "~"
    case "[": next != "[" && before != "["
    case "$": hasFormula
    default: false
    }
  }

  static func markdown(_ text: String) -> String {
    var lines = PlainLines(text)
    return lines.markdown()
  }
}

extension Character {
  fileprivate var isWordSign: Bool { isLetter || isNumber }
}

/// The lines of a plain text, made Markdown one after another.
private struct PlainLines {
  private let lines: [String]
  private var output: [String] = []
  /// Whether the last line written is one of a paragraph, which the next would go on with.
  private var isParagraph = false
  private var isList = false

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  mutating func markdown() -> String {
    var index = 0
    while index < lines.count {
      if let (rows, end) = table(from: index) {
        block(rows)
        index = end
        continue
      }
      add(lines[index], index)
      index += 1
    }
    while output.last?.isEmpty == true { output.removeLast() }
    return output.joined(separator: "\n") + (output.isEmpty ? "" : "\n")
  }

  private mutating func add(_ line: String, _ index: Int) {
    let text = line.trimmed
    if text.isEmpty { return blank() }
    if text.count >= 5, text.allSatisfy({ "_-=*~".contains($0) }) { return block(["---"]) }
    if let item = PlainItem(line) { return add(item.text) }
    if let heading = heading(text, index) { return block([heading]) }
    if text.isNumbered { return add(PlainText.inline(text)) }
    if text.opensNote { blank() }
    paragraphLine(text)
  }

  private mutating func add(_ item: String) {
    if isParagraph { blank() }
    output.append(item)
    (isList, isParagraph) = (true, false)
  }

  private mutating func paragraphLine(_ text: String) {
    if isList { blank() }
    if isParagraph, let last = output.last, !last.isEmpty { output[output.count - 1] = last + "\\" }
    output.append(PlainText.inline(text).withEscapedStart)
    (isList, isParagraph) = (false, true)
    if text.opensNote { blank() }
  }

  private mutating func blank() {
    if output.last.map({ !$0.isEmpty }) ?? false { output.append("") }
    (isList, isParagraph) = (false, false)
  }

  private mutating func block(_ lines: [String]) {
    blank()
    output += lines
    isParagraph = true
    blank()
  }

  /// `2. Matters arising` above what was said of it: the next line is no second item.
  private func heading(_ text: String, _ index: Int) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let number = Int(digits), text.count <= 80,
      text.dropFirst(digits.count).first.map({ ".)".contains($0) }) ?? false
    else { return nil }
    let title = text.dropFirst(digits.count + 1).trimmed
    guard title.first?.isLetter ?? false, !".;,:".contains(title.last ?? "."),
      index == 0 || lines[index - 1].trimmed.isEmpty, index + 1 < lines.count
    else { return nil }
    let next = lines[(index + 1)...].first { !$0.trimmed.isEmpty }?.trimmed ?? ""
    guard !next.isEmpty, !next.hasPrefix("\(number + 1).") && !next.hasPrefix("\(number + 1))")
    else {
      return nil
    }
    return "## \(number). \(PlainText.inline(title))"
  }

  /// Lines separated by tabs into the same number of cells.
  private func table(from start: Int) -> (rows: [String], end: Int)? {
    let width = lines[start].cellCount
    guard width > 1, PlainItem(lines[start]) == nil else { return nil }
    let rows = lines[start...].prefix { $0.cellCount == width }
    guard rows.count > 1 else { return nil }
    var text = rows.map { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
        PlainText.inline(cell.trimmed).replacing("|", with: "\\|")
      }
      return "| \(cells.joined(separator: " | ")) |"
    }
    text.insert("|\(String(repeating: " --- |", count: width))", at: 1)
    return (text, start + rows.count)
  }
}

/// An item of a list that a person or a word processor drew.
private struct PlainItem {
  let text: String

  init?(_ line: String) {
    let indent = line.prefix { $0 == " " || $0 == "\t" }
    let columns = indent.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
    let rest = String(line.dropFirst(indent.count))
    guard let first = rest.first else { return nil }
    var lead = String(
      repeating: "  ", count: Swift.min(3, columns / 4 + (columns % 4 >= 2 ? 1 : 0)))
    if let box = Self.box(rest) {
      text = "\(lead)- [\(box.isDone ? "x" : " ")] \(PlainText.inline(box.rest))"
      return
    }
    let after = rest.dropFirst()
    let isSpaced = after.first.map { $0 == " " || $0 == "\t" || $0 == "\u{A0}" } ?? false
    let isBullet = "•◦▪▸▹‣●○■□·⁃∙◆➢➤✓".contains(first)
    let isTyped =
      ("-–—*+".contains(first)
        || (first == "o" || first == "§" || first == "\u{F0B7}")
          && after.first == "\t")
      && isSpaced
    guard isBullet || isTyped else { return nil }
    let words = after.trimmed
    guard !words.isEmpty else { return nil }
    if "◦○o".contains(first), lead.isEmpty { lead = "  " }
    if let box = Self.box(words) {
      text = "\(lead)- [\(box.isDone ? "x" : " ")] \(PlainText.inline(box.rest))"
    } else {
      text = "\(lead)- \(PlainText.inline(words))"
    }
  }

  private static func box(_ text: String) -> (isDone: Bool, rest: String)? {
    for (mark, isDone) in boxes where text.hasPrefix(mark) {
      let rest = text.dropFirst(mark.count)
      guard rest.first.map({ $0 == " " || $0 == "\t" }) ?? false, !rest.trimmed.isEmpty else {
        return nil
      }
      return (isDone, rest.trimmed)
    }
    return nil
  }
}

private let boxes: [(String, Bool)] = [
  ("☐", false), ("☑", true), ("☒", true), ("✅", true), ("✔", true), ("[ ]", false), ("[]", false),
  ("[x]", true), ("[X]", true),
]

extension String {
  fileprivate var cellCount: Int {
    trimmed.isEmpty ? 0 : utf8.count { $0 == UInt8(ascii: "\t") } + 1
  }

  /// Whether a line says itself what it is, so that it stands alone: `ACTION: …`.
  fileprivate var opensNote: Bool {
    guard let colon = prefix(48).firstIndex(of: ":") else { return false }
    if MinuteLabel(String(self[..<colon].prefix { $0 != "(" })) != nil { return true }
    guard distance(from: startIndex, to: colon) <= 24 else { return false }
    let word = self[..<colon].prefix { $0.isLetter }.lowercased()
    return [
      "action", "actions", "agreed", "decision", "decided", "resolved", "ai", "ap", "aufgabe",
      "beschluss", "tarea", "acuerdo", "décision", "todo",
    ].contains(word)
  }

  /// Whether a line is an item of a list with numbers.
  fileprivate var isNumbered: Bool {
    let digits = prefix { $0.isASCII && $0.isNumber }
    let rest = dropFirst(digits.count)
    return (1...3).contains(digits.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }

  /// A line that begins like a heading, a quotation, a list or a rule, as words.
  fileprivate var withEscapedStart: String {
    guard let first, "#>+-=|".contains(first) else { return self }
    return "\\" + self
  }
}
