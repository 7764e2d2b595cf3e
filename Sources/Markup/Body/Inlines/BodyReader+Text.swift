import Diagnostics

extension BodyReader {
  mutating func readText(_ node: Node) {
    let literal = node.literal
    let line = text.sourceLine(node.firstLine)
    if table?.isRow == true, literal.holds(0xEF) { return readRowText(literal, line: line) }
    readText(literal, strikes: strikes.isEmpty ? [] : strikes[node] ?? [], line: line)
  }

  /// Reads text outside of code and raw HTML.
  mutating func readText(
    _ literal: UnsafeBufferPointer<UInt8>, strikes: [Strike] = [], line: Int
  ) {
    if text.findings.hints.hasShortcode, literal.contains(UInt8(ascii: "{")) {
      readShortcodes(in: literal, line: line)
    }
    if text.findings.hints.hasForeignMark { readForeignMarks(in: literal, line: line) }
    if dialect.isExtended { readMistypedMarks(in: literal, strikes: strikes, line: line) }
    guard dialect.isExtended, mayHoldNotation(literal) || !strikes.isEmpty else {
      writeText(literal)
      return
    }
    readNotation(in: literal, strikes: strikes, line: line)
  }

  private func mayHoldNotation(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    if literal.holds(UInt8(ascii: "@")) || text.hasPlaceholders && literal.holds(0xEF) {
      return true
    }
    guard text.findings.hints.hasWebAddress else { return false }
    return literal.holds(UInt8(ascii: ":")) || literal.holds(UInt8(ascii: "w"))
  }

  private mutating func writeText(_ text: UnsafeBufferPointer<UInt8>) {
    writer.appendEscaped(text)
    prose.appendText(text)
  }

  mutating func writeText(_ text: some Collection<UInt8>) {
    Array(text).withUnsafeBufferPointer { writeText($0) }
  }

  /// Writes text in which mentions, addresses, strikes and place holders may stand.
  mutating func readNotation(
    in literal: UnsafeBufferPointer<UInt8>, strikes: [Strike], line: Int
  ) {
    var text = OpenText(literal: literal, line: line)
    var strikes = strikes[...]
    while text.index < literal.count {
      // Tildes within an address are part of it.
      while let strike = strikes.first, strike.offset < text.index { strikes.removeFirst() }
      switch literal[text.index] {
      case UInt8(ascii: "@") where link == nil: readAtSign(&text)
      case UInt8(ascii: "w"), UInt8(ascii: "h"), UInt8(ascii: "H"): readWebAddress(&text)
      case UInt8(ascii: "~") where strikes.first?.offset == text.index:
        if let strike = strikes.popFirst() { readStrike(strike, &text) }
      case 0xEF: readPlaceholder(&text)
      default: text.index += 1
      }
    }
    writeText(UnsafeBufferPointer(rebasing: literal[text.written...]))
  }

  /// A text node that is being read.
  private struct OpenText {
    let literal: UnsafeBufferPointer<UInt8>
    let line: Int
    /// What comes before this byte is written.
    var written = 0
    var index = 0
  }

  /// Writes the text before what begins at `start`, and goes on after it.
  private mutating func writeText(_ text: inout OpenText, upTo start: Int, then end: Int) {
    writeText(UnsafeBufferPointer(rebasing: text.literal[text.written..<start]))
    (text.written, text.index) = (end, end)
  }

  /// The sign before the next; none where it only parts two names: `@ada/@ben`.
  private func previousScalar(_ text: OpenText) -> Unicode.Scalar? {
    if text.index > 0, text.index - 1 == text.written, prose.endsInHole,
      "/-".utf8.contains(text.literal[text.written])
    {
      return nil
    }
    return text.index > text.written
      ? text.literal.scalar(before: text.index) : prose.previousScalar
  }

  private mutating func readAtSign(_ text: inout OpenText) {
    let sign = text.index
    if let mail = BareAddress(
      mail: text.literal, at: sign, from: text.written, after: prose.previousScalar)
    {
      writeText(&text, upTo: mail.range.lowerBound, then: mail.range.upperBound)
      linkBareAddress(mail, in: text.literal, line: text.line)
    } else if let end = MentionName.end(in: text.literal, at: sign, after: previousScalar(text)) {
      writeText(&text, upTo: sign, then: end)
      mention(UnsafeBufferPointer(rebasing: text.literal[sign..<end]), line: text.line)
    } else {
      text.index += 1
    }
  }

  private mutating func readWebAddress(_ text: inout OpenText) {
    let next = text.index + 1
    // Most of these letters begin a word: `www.` and `http` tell themselves apart by the next.
    guard next < text.literal.count,
      text.literal[next] == UInt8(ascii: "w") || text.literal[next] | 0x20 == UInt8(ascii: "t"),
      self.text.findings.hints.hasWebAddress, link == nil,
      let web = BareAddress(web: text.literal, at: text.index, after: previousScalar(text))
    else {
      text.index += 1
      return
    }
    writeText(&text, upTo: web.range.lowerBound, then: web.range.upperBound)
    linkBareAddress(web, in: text.literal, line: text.line)
  }

  private mutating func readStrike(_ strike: Strike, _ text: inout OpenText) {
    writeText(&text, upTo: strike.offset, then: strike.offset + strike.length)
    if strike.isOpening {
      writer.append("<del>")
      struckStarts.append(prose.position())
      rawElements.append(RawElement(name: RawElement.strike, end: "del", depth: depth))
    } else if let index = rawElements.lastIndex(where: { $0.name == RawElement.strike }),
      rawElements[index].depth == depth
    {
      while rawElements.count > index { closeRawElement() }
    }
  }

  private mutating func readPlaceholder(_ text: inout OpenText) {
    guard let (placeholder, end) = text.literal.placeholder(at: text.index) else {
      text.index += 1
      return
    }
    let isFirst = text.index == 0
    writeText(&text, upTo: text.index, then: end)
    guard isFirst, notes.task != nil, isBox(placeholder) else { return fill(placeholder) }
    while text.index < text.literal.count, text.literal[text.index] == 0x20 { text.index += 1 }
    text.written = text.index
  }

  private func isBox(_ placeholder: Placeholder) -> Bool {
    switch placeholder {
    case .character(let character): character.isTaskBox
    case .lifted(let lift): text.drawnBox(lift) != nil
    }
  }

  private mutating func mention(_ written: UnsafeBufferPointer<UInt8>, line: Int) {
    let index = Int32(body.mentions.count)
    let span = spans.span(of: written, onLine: line, through: lastLine)
    prose.appendHole(.mention(index))
    let place = prose.end..<prose.end
    let name = String(decoding: written.dropFirst(), as: UTF8.self)
    body.mentions.append(
      Body.Mention(name: name, place: place, isStruck: !struckStarts.isEmpty, span: span))
    writer.add(.mention(index))
  }

  private mutating func fill(_ placeholder: Placeholder) {
    switch placeholder {
    case .character(let character): writeText(character.meaning.utf8)
    case .lifted(let lift):
      guard link == nil, text.lifts.indices.contains(lift) else {
        return writeText(text.written(lift))
      }
      switch text.lifts[lift].kind {
      case .link: readWikiLink(lift)
      case .footnote: readFootnoteReference(lift)
      case .formula, .box: writeText(text.written(lift))
      case .anchor: readAnchor(lift)
      }
    }
  }

  mutating func readCode(_ node: Node) {
    let start = prose.end
    writer.append("<code>")
    withRestored(node.literal, isEscaped: false) { reader, literal in reader.writeText(literal) }
    writer.append("</code>")
    note(.code, from: start)
  }

  mutating func readCodeBlock(_ node: Node) {
    open(node, as: .code)
    writer.startLine()
    writer.append("<pre><code")
    withRestored(node.fenceInfo, isEscaped: true) { reader, info in
      guard let first = info.first, !isFenceSpace(first) else { return }
      let language = info.prefix { !isFenceSpace($0) }
      if info.dropFirst(language.count).contains(where: { !isFenceSpace($0) }) {
        reader.tellFenceWords(node)
      }
      reader.writer.append(" class=\"language-")
      reader.writer.appendEscaped(UnsafeBufferPointer(rebasing: language))
      reader.writer.append("\"")
    }
    writer.append(">")
    withRestored(node.literal, isEscaped: false) { reader, literal in reader.writeText(literal) }
    writer.append("</code></pre>\n")
    prose.close()
  }

  private mutating func tellFenceWords(_ node: Node) {
    guard dialect.isExtended else { return }
    let line = text.sourceLine(node.firstLine)
    diagnostics.append(
      fenceWords(at: SourceLocation(path: text.source.path, line: line)))
  }

  /// Lends libcmark's text with the author's bytes put back where place holders stand.
  mutating func withRestored(
    _ literal: UnsafeBufferPointer<UInt8>, isEscaped: Bool,
    _ body: (inout BodyReader, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard text.hasPlaceholders, literal.holds(0xEF) else { return body(&self, literal) }
    text.restored(literal, isEscaped: isEscaped).withUnsafeBufferPointer { body(&self, $0) }
  }
}

private func isFenceSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte &- 0x09 < 5
}

// MARK: - Messages

private func fenceWords(at place: SourceLocation) -> Diagnostic {
  Diagnostic(
    .warning, "foreign-mark", at: place,
    "what follows the language of a code block is shown nowhere",
    hints: ["write what the code is in a line above it"])
}
