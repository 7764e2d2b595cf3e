import Diagnostics

/// A line that a word processor's list left behind, which Markdown takes for plain text.
struct PastedLine {
  /// What the line begins with, as a message shows it.
  let mark: String
  /// The line to write instead, without its line break.
  let replacement: String

  /// Reads a line of a paragraph; `nil` where it begins as text does.
  ///
  /// - Parameters:
  ///   - words: Those of minutes, whose lines may also begin with a box or with `Decision:`.
  ///   - isGathered: Whether a word at its beginning makes the whole paragraph what it says.
  ///   - isBelowActions: Whether a dash before somebody's name begins an action.
  init?(
    _ line: UnsafeBufferPointer<UInt8>, _ words: MinuteWords?, isGathered: Bool,
    isBelowActions: Bool
  ) {
    let prefix = LinePrefix(in: line, from: 0)
    guard !prefix.hasListItem, prefix.content < line.count else { return nil }
    let content = line[prefix.content...]
    let word = isGathered ? nil : Self.action(content) ?? Self.opening(content, words)
    let isName = isBelowActions && prefix.quotes == 0
    let box = words == nil ? nil : Self.box(content) ?? Self.dash(content, isName: isName)
    guard let (mark, item, length) = Self.bullet(content) ?? box ?? word else { return nil }
    let rest = content.dropFirst(length).drop { $0 == 0x20 || $0 == 0x09 }
    let text = rest.starts(with: [0xC2, 0xA0]) ? rest.dropFirst(2) : rest
    self.mark = mark
    let start = String(decoding: line[..<prefix.content], as: UTF8.self)
    self.replacement = start + item + String(decoding: text, as: UTF8.self)
  }

  /// Whether a line begins with a byte that is worth a look.
  static func mayBegin(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: ">") {
      index += 1
    }
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case UInt8(ascii: "A"), UInt8(ascii: "a"), UInt8(ascii: "*"), UInt8(ascii: "_"), 0x09, 0x80...:
      return true
    default: return false
    }
  }

  private typealias Found = (mark: String, item: String, length: Int)

  private static func bullet(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Found? {
    guard let first = content.first, first == 0xC2 || first == 0xE2 else { return nil }
    for (mark, item) in bullets where content.starts(with: mark.utf8) {
      return (mark, item, mark.utf8.count)
    }
    return nil
  }

  /// `Action: …`, plain, emphasised or bold.
  private static func action(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Found? {
    guard let first = content.first, "Aa*_".utf8.contains(first) else { return nil }
    let isMark: (UInt8) -> Bool = { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
    let word = content.drop(while: isMark)
    guard word.count > 6, zip(word, "action".utf8).allSatisfy({ $0 | 0x20 == $1 }) else {
      return nil
    }
    let end = word.dropFirst(6).drop(while: isMark)
    guard end.first == UInt8(ascii: ":") else { return nil }
    let rest = end.dropFirst().drop(while: isMark)
    return ("Action:", "- [ ] ", content.count - rest.count)
  }

  /// `[ ] …` without the mark of a list item before it.
  private static func box(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Found? {
    for (mark, item) in boxes where content.starts(with: mark.utf8) {
      let next = content.dropFirst(mark.utf8.count).first
      if next == 0x20 || next == UInt8(ascii: "@") { return (mark, item, mark.utf8.count) }
    }
    return nil
  }

  /// `-[ ] …`, `– [ ] …`, and `-@ada …` where names may follow: a dash that makes no list item.
  private static func dash(
    _ content: Slice<UnsafeBufferPointer<UInt8>>, isName: Bool
  ) -> Found? {
    guard let mark = dashes.first(where: { content.starts(with: $0.utf8) }) else { return nil }
    let rest = content.dropFirst(mark.utf8.count)
    let text = rest.drop { $0 == 0x20 || $0 == 0x09 }
    if let (box, item, length) = box(text) {
      return (mark + box, item, content.count - text.count + length)
    }
    let signs = "*+—".utf8
    guard isName, !mark.utf8.allSatisfy(signs.contains), text.first == UInt8(ascii: "@"),
      text.contains(0x20)
    else { return nil }
    return (mark, "- ", content.count - text.count)
  }

  private static let dashes = ["-", "*", "+", "–", "—", "−", "‐", "‑"]

  /// `Decision: …` and what else an item of minutes may begin with.
  private static func opening(
    _ content: Slice<UnsafeBufferPointer<UInt8>>, _ words: MinuteWords?
  ) -> Found? {
    guard let words, words.openerBeginnings.mayBegin(content) else { return nil }
    let start = Array(content.prefix(120))
    // A small letter goes on with the sentence of the line above.
    let first = start.withUnsafeBufferPointer { $0.scalar(at: 0)?.0 }
    guard first?.properties.isLowercase != true else { return nil }
    let sign = start.firstIndex(of: UInt8(ascii: "@"))
    guard let found = words.opening(of: start[...], mention: sign, emphasis: nil) else {
      return nil
    }
    let mark = String(decoding: start[..<found.length], as: UTF8.self).utf8.trimmingSpaces
    return found.kind == .action
      ? (String(Substring(mark)), "- [ ] ", found.length) : (String(Substring(mark)), "- ", 0)
  }

  private static let boxes: KeyValuePairs<String, String> = [
    "[ ]": "- [ ] ", "[]": "- [ ] ", "[x]": "- [x] ", "[X]": "- [x] ",
  ]

  private static let bullets: KeyValuePairs<String, String> = [
    "•": "- ", "·": "- ", "◦": "- ", "▪": "- ", "●": "- ", "☐": "- [ ] ", "☑": "- [x] ",
    "☒": "- [x] ",
  ]
}

extension BodyReader {
  /// Warns of the lines of a paragraph that were pasted from a word processor's list.
  ///
  /// - Returns: Whether the first of them was.
  mutating func readPastedLines(from first: Int, through last: Int) -> Bool {
    var isFirst = false
    for line in first...max(first, last) {
      guard let found = readPastedLine(line, isFirst: line == first) else { continue }
      diagnostics.append(pastedLine(found, text.source, line: line))
      isFirst = isFirst || line == first
    }
    return isFirst
  }

  private func readPastedLine(_ line: Int, isFirst: Bool) -> PastedLine? {
    guard let start = text.source.start(ofLine: line) else { return nil }
    let isGathered = isFirst && isAtTopLevel && dialect.minuteWords != nil
    return text.source.bytes.withUnsafeBufferPointer { bytes in
      guard dialect.minuteWords != nil || PastedLine.mayBegin(in: bytes, at: start) else {
        return nil
      }
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      return PastedLine(
        UnsafeBufferPointer(rebasing: bytes[start..<end]), dialect.minuteWords,
        isGathered: isGathered, isBelowActions: section?.kinds.contains(.action) ?? false)
    }
  }

  /// Warns once of what another site generator would have run.
  mutating func readShortcodes(in literal: UnsafeBufferPointer<UInt8>, line: Int) {
    guard !hasShortcode else { return }
    for opening in ["{{<", "{{%", "{%"] {
      guard let span = spans.find(opening.utf8, onLine: line, through: line),
        String(decoding: literal, as: UTF8.self).utf8.contains(opening)
      else { continue }
      hasShortcode = true
      diagnostics.append(shortcode(opening, text.source.path, span))
      return
    }
  }
}

extension String.UTF8View {
  fileprivate func contains(_ needle: String) -> Bool {
    indices.contains { self[$0...].starts(with: needle.utf8) }
  }
}

// MARK: - Messages

private func pastedLine(_ found: PastedLine, _ source: SourceText, line: Int) -> Diagnostic {
  let words = source.location(line: line).excerpt ?? ""
  let wholeLine = SourceSpan(line: line, column: 1, length: words.unicodeScalars.count)
  return Diagnostic(
    .warning, "pasted-list", at: SourceLocation(path: source.path, line: line),
    "a line that starts '\(found.mark)' is not a list item",
    hints: ["write: \(found.replacement.quotedInput)"],
    fix: Fix(wholeLine, with: found.replacement))
}

private func shortcode(_ opening: String, _ path: String, _ span: SourceSpan) -> Diagnostic {
  Diagnostic(
    .warning, "shortcode", at: SourceLocation(path: path, span: span),
    "'\(opening)' begins a shortcode of another tool, which is shown here as it is written",
    hints: ["write in Markdown what it should show"])
}
