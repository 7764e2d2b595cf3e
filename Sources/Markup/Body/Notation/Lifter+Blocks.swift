import Diagnostics

extension Lifter {
  private static let mostFootnotes = 1_000

  /// Replaces `[ ]`, `[x]` or `[X]` before white space, and returns where the text begins.
  mutating func readTaskBox(at index: Int) -> Int? {
    guard byte(index) == UInt8(ascii: "["), byte(index + 2) == UInt8(ascii: "]"),
      byte(index + 3) == UInt8(ascii: " ") || byte(index + 3) == UInt8(ascii: "\t")
    else { return nil }
    let box: Sigil
    switch byte(index + 1) {
    case UInt8(ascii: " "): box = .openBox
    case UInt8(ascii: "x"): box = .tickedBox
    case UInt8(ascii: "X"): box = .tickedCapitalBox
    default: return nil
    }
    return replace(index..<(index + 3)) { $0.append(box) }
  }

  /// Lifts `[^label]`; left alone where CommonMark would make a link of it.
  mutating func readFootnoteReference(at index: Int) -> Int {
    guard let end = endOfFootnoteLabel(at: index), byte(end) != UInt8(ascii: "(") else {
      return index + 1
    }
    return lift(index..<end, .footnote)
  }

  /// Makes a list item of `[^label]: text`, whose content begins, as the item's does, four columns
  /// in; returns where the text begins.
  mutating func readFootnote(at prefix: LinePrefix) -> Int? {
    guard !misread.plain.contains(line), let end = endOfFootnoteLabel(at: prefix.content),
      byte(end) == UInt8(ascii: ":")
    else { return nil }
    var text = end + 1
    while byte(text) == UInt8(ascii: " ") || byte(text) == UInt8(ascii: "\t") { text += 1 }
    if findings.footnotes.count == Self.mostFootnotes {
      findings.diagnostics.append(tooManyFootnotes(source, line: line))
    }
    let label = String(decoding: bytes[(prefix.content + 2)..<(end - 1)], as: UTF8.self)
    findings.footnotes.append(
      LiftedText.Footnote(
        line: findings.lines.count + 1, column: prefix.content - prefix.start + 1, label: label,
        span: source.span(of: prefix.content..<end)))
    return replace(prefix.content..<text) { $0.append("+   ") }
  }

  /// The byte after `[^label]`; a label holds no white space and no brackets.
  private func endOfFootnoteLabel(at index: Int) -> Int? {
    guard byte(index + 1) == UInt8(ascii: "^") else { return nil }
    var end = index + 2
    while let byte = byte(end), end - index < 100 {
      switch byte {
      case UInt8(ascii: "]"): return end > index + 2 ? end + 1 : nil
      case 0...0x20, UInt8(ascii: "["), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "^"):
        return nil
      default: end += 1
      }
    }
    return nil
  }
}

// MARK: - Messages

private func tooManyFootnotes(_ source: SourceText, line: Int) -> Diagnostic {
  Diagnostic(
    .error, "too-many-footnotes", at: SourceLocation(path: source.path, line: line),
    "an entry may have at most 1,000 footnotes",
    hints: ["move a part of it into an entry of its own and link to it"])
}
