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
  fileprivate func boxed(line: Int, isItem: Bool) -> String {
    guard let start = start(ofLine: line) else { return "" }
    return bytes.withUnsafeBufferPointer { bytes in
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let content = min(LinePrefix(in: bytes, from: start).content, end)
      let before = String(decoding: bytes[start..<content], as: UTF8.self)
      let after = String(decoding: bytes[content..<end], as: UTF8.self)
      return before + (isItem ? "[ ] " : "- [ ] ") + after
    }
  }
}

// MARK: - Messages

extension Diagnostic {
  /// Tells of a line that reads as an action and is not gathered as one.
  package static func actionNotRead(in source: SourceText, line: Int, isItem: Bool) -> Diagnostic {
    let place = source.location(line: line)
    let replacement = source.boxed(line: line, isItem: isItem)
    let length = (place.excerpt ?? "").unicodeScalars.count
    return Diagnostic(
      .warning, "action-not-read", at: SourceLocation(path: source.path, line: line),
      "this reads as an action, and is not gathered as one",
      hints: ["write: \(replacement.quotedInput)"],
      mend: Mend(SourceSpan(line: line, column: 1, length: length), with: replacement))
  }
}
