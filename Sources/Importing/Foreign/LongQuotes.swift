/// Values in quotation marks that go on at the beginning of the next line: YAML that other tools read
/// and ours, which takes such a line for a field, does not.
enum LongQuotes {
  /// The same YAML with each such value on one line, its breaks written out.
  ///
  /// Blank lines take the place of those that went, so that messages name the right line.
  static func joined(_ text: String) -> String {
    guard text.contains("\"") || text.contains("'") else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var output: [String] = []
    output.reserveCapacity(lines.count)
    var index = 0
    // Quotes that are never closed are looked for once.
    var isHopeless = false
    while index < lines.count {
      if !isHopeless, let open = OpenQuote(lines[index]) {
        if let (value, end) = open.value(in: lines, from: index) {
          output.append(value)
          output += [String](repeating: "", count: end - index)
          index = end + 1
          continue
        }
        isHopeless = lines.count - index > 2_000
      }
      output.append(lines[index])
      index += 1
    }
    return output.joined(separator: "\n")
  }
}

/// The beginning of a value whose quotation mark is not closed on its line.
private struct OpenQuote {
  private let lead: String
  private let mark: Character
  private let first: String
  private let indent: Int

  init?(_ line: String) {
    let blanks = line.prefix { $0 == " " }
    guard let colon = line.firstIndex(of: ":"), line.first != "#" else { return nil }
    let key = line[..<colon]
    guard !key.contains("\""), !key.contains("'"), !key.contains("#") else { return nil }
    let rest = line[line.index(after: colon)...]
    let value = rest.drop { $0 == " " }
    guard value.startIndex > rest.startIndex, let mark = value.first, mark == "\"" || mark == "'",
      Self.closing(mark, in: value.dropFirst()) == nil
    else { return nil }
    lead = String(line[..<value.startIndex])
    self.mark = mark
    first = String(value.dropFirst())
    indent = blanks.count
  }

  /// Where the quotation mark stands that closes a text.
  private static func closing(_ mark: Character, in text: Substring) -> Substring.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if mark == "\"", text[index] == "\\" {
        index = next < text.endIndex ? text.index(after: next) : next
      } else if text[index] == mark {
        guard mark == "'", next < text.endIndex, text[next] == "'" else { return index }
        index = text.index(after: next)
      } else {
        index = next
      }
    }
    return nil
  }

  /// The whole value on one line, and the last line of it; `nil` where it is never closed, or where
  /// its lines are indented as our reader wants them.
  func value(in lines: [String], from start: Int) -> (String, end: Int)? {
    var parts = [first]
    var isShallow = false
    for index in (start + 1)..<min(lines.count, start + 400) {
      let line = lines[index]
      if !line.trimmed.isEmpty, line.prefix(while: { $0 == " " }).count <= indent {
        isShallow = true
      }
      guard let end = Self.closing(mark, in: line[...]) else {
        parts.append(line)
        continue
      }
      let after = line[line.index(after: end)...].trimmed
      guard after.isEmpty || after.hasPrefix("#"), isShallow else { return nil }
      parts.append(String(line[..<end]))
      return ("\(lead)\"\(folded(parts))\"", index)
    }
    return nil
  }

  /// The lines joined as YAML joins them (1.2, §7.3.1), but for blank lines, which part paragraphs, and
  /// for the items of a list.
  private func folded(_ parts: [String]) -> String {
    var text = ""
    var breaks = 0
    for (position, part) in parts.enumerated() {
      let words = part.trimmed
      if position > 0 { breaks += 1 }
      if words.isEmpty { continue }
      if !text.isEmpty {
        let isKept = breaks == 1 && words.beginsItem
        text +=
          breaks == 1 && !isKept
          ? " " : String(repeating: "\\n", count: max(1, breaks == 1 ? 1 : breaks))
      }
      text += mark == "\"" ? words : words.replacing("''", with: "'").escaped
      breaks = 0
    }
    return text
  }
}

extension String {
  fileprivate var escaped: String {
    replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// Whether a line begins an item of a list: `- a`, `1) a`.
  fileprivate var beginsItem: Bool {
    let digits = prefix { $0.isASCII && $0.isNumber }
    let rest = dropFirst(digits.count)
    if digits.isEmpty {
      return rest.hasPrefix("- ") || rest.hasPrefix("* ") || rest.hasPrefix("• ")
    }
    return digits.count <= 2 && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }
}
