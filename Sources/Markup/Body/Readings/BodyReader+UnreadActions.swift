package import Diagnostics

extension BodyReader {
  /// Warns of the lines of a paragraph, below a heading that says *Actions*, that begin with a name.
  mutating func tellActions(from first: Int, through last: Int) {
    for line in first...max(first, last) {
      guard line == first || text.source.beginsWithMention(line: line) else { continue }
      diagnostics.append(.actionNotRead(in: text.source, line: line, isItem: false))
    }
  }
}

extension SourceText {
  fileprivate func beginsWithMention(line: Int) -> Bool {
    guard let start = start(ofLine: line) else { return false }
    let first = bytes[start...].first { !" \t>*_~([".utf8.contains($0) }
    return first == UInt8(ascii: "@")
  }

  /// A line written as an item with a box.
  fileprivate func boxed(line: Int, isItem: Bool, owner: String?) -> String {
    let (before, after) = parts(ofLine: line)
    return before + (isItem ? "[ ] " : "- [ ] ") + (owner.map { $0 + " " } ?? "") + after
  }

  /// The marks that a line begins with, and what stands behind them.
  fileprivate func parts(ofLine line: Int) -> (before: String, after: String) {
    guard let start = start(ofLine: line) else { return ("", "") }
    return bytes.withUnsafeBufferPointer { bytes in
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let content = min(LinePrefix(in: bytes, from: start).content, end)
      return (
        String(decoding: bytes[start..<content], as: UTF8.self),
        String(decoding: bytes[content..<end], as: UTF8.self)
      )
    }
  }
}

/// A box as other tools draw it: `[-]`, `[>]`, `( )`.
struct ForeignBox {
  /// The sign that ends it.
  let closer: UInt8
  let isTicked: Bool

  /// Whether it is drawn with parentheses, so that it is the same box in another hand.
  var isRound: Bool { closer == UInt8(ascii: ")") }

  init?(_ text: ArraySlice<UInt8>) {
    if let mark = ["( )", "()", "(x)", "(X)"].first(where: { text.starts(with: $0.utf8) }) {
      guard Self.endsBox(text.dropFirst(mark.utf8.count)) else { return nil }
      closer = UInt8(ascii: ")")
      isTicked = mark.utf8.count == 3 && mark != "( )"
    } else {
      let start = text.prefix(3)
      guard start.count == 3, start.first == UInt8(ascii: "["), start.last == UInt8(ascii: "]"),
        "->~/?!<*+".utf8.contains(start[start.startIndex + 1]), Self.endsBox(text.dropFirst(3))
      else { return nil }
      closer = UInt8(ascii: "]")
      isTicked = false
    }
  }

  /// A space follows, or the place of a name.
  private static func endsBox(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first == 0x20
  }
}

// MARK: - Messages

extension Diagnostic {
  /// Tells of a line that reads as an action and is not gathered as one.
  ///
  /// With an `owner`, who is named above it, it may be meant otherwise, and is not fixed.
  package static func actionNotRead(
    in source: SourceText, line: Int, isItem: Bool, owner: String? = nil
  ) -> Diagnostic {
    let place = source.location(line: line)
    let replacement = source.boxed(line: line, isItem: isItem, owner: owner)
    let length = (place.excerpt ?? "").unicodeScalars.count
    return Diagnostic(
      .warning, "action-not-read", at: SourceLocation(path: source.path, line: line),
      "this reads as an action, and is not gathered as one",
      hints: ["write: \(replacement.quotedInput)"],
      fix: owner == nil
        ? Fix(SourceSpan(line: line, column: 1, length: length), with: replacement) : nil)
  }

  /// Tells of an item whose box is one of another tool, or drawn with parentheses.
  static func boxNotRead(_ box: ForeignBox, in source: SourceText, line: Int) -> Diagnostic {
    let excerpt = source.location(line: line).excerpt ?? ""
    let parts = source.parts(ofLine: line)
    let words = parts.after.utf8.drop { $0 != box.closer }.dropFirst().drop { $0 == 0x20 }
    let text = String(decoding: Array(words), as: UTF8.self)
    let replacement = parts.before + (box.isTicked ? "[x] " : "[ ] ") + text
    let span = SourceSpan(line: line, column: 1, length: excerpt.unicodeScalars.count)
    let dropped = "or strike out what is dropped: \(parts.before)[ ] ~~\(text)~~"
    return Diagnostic(
      .warning, "action-not-read", at: SourceLocation(path: source.path, line: line),
      "this reads as an action, and is not gathered as one",
      hints: ["write: \(replacement.quotedInput)"] + (box.isRound ? [] : [dropped.quotedInput]),
      fix: box.isRound ? Fix(span, with: replacement) : nil)
  }
}
