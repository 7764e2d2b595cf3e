import Diagnostics

extension BodyReader {
  mutating func readText(_ node: Node) {
    let literal = node.literal
    guard dialect.isExtended, mayHoldNotation(literal) else {
      write(literal)
      return
    }
    readNotation(in: literal, line: text.sourceLine(node.firstLine))
  }

  private func mayHoldNotation(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    literal.contains(UInt8(ascii: "@")) || text.hasPlaceholders && literal.contains(0xEF)
  }

  private mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    writer.appendEscaped(text)
    prose.append(text)
  }

  mutating func write(_ text: some Collection<UInt8>) {
    Array(text).withUnsafeBufferPointer { write($0) }
  }

  private mutating func readNotation(in literal: UnsafeBufferPointer<UInt8>, line: Int) {
    var written = 0
    var index = 0
    while index < literal.count {
      var end: Int?
      switch literal[index] {
      case UInt8(ascii: "@") where link == nil:
        let name = mentionEnd(in: literal, at: index, textFrom: written)
        end = name
        if let name {
          write(UnsafeBufferPointer(rebasing: literal[written..<index]))
          mention(UnsafeBufferPointer(rebasing: literal[index..<name]), line: line)
        }
      case 0xEF:
        if let (placeholder, after) = literal.placeholder(at: index) {
          end = after
          write(UnsafeBufferPointer(rebasing: literal[written..<index]))
          fill(placeholder)
        }
      default: break
      }
      if let end { written = end }
      index = end ?? index + 1
    }
    write(UnsafeBufferPointer(rebasing: literal[written...]))
  }

  private func mentionEnd(
    in literal: UnsafeBufferPointer<UInt8>, at sign: Int, textFrom start: Int
  ) -> Int? {
    let previous = sign > start ? literal.scalar(before: sign) : prose.previousScalar
    return MentionName.end(in: literal, at: sign, after: previous)
  }

  private mutating func mention(_ written: UnsafeBufferPointer<UInt8>, line: Int) {
    let index = Int32(body.mentions.count)
    let span = spans.span(of: written, onLine: line, through: lastLine)
    prose.appendHole(.mention(index))
    let place = prose.end..<prose.end
    let name = String(decoding: written.dropFirst(), as: UTF8.self)
    body.mentions.append(Body.Mention(name: name, place: place, span: span))
    writer.add(.mention(index))
  }

  private mutating func fill(_ placeholder: Placeholder) {
    switch placeholder {
    case .character(let character): write(character.meaning.utf8)
    case .lifted(let lift):
      if link == nil { readWikiLink(lift) } else { write(text.written(lift)) }
    }
  }

  mutating func readCode(_ node: Node) {
    writer.append("<code>")
    withRestored(node.literal, isEscaped: false) { reader, literal in reader.write(literal) }
    writer.append("</code>")
  }

  mutating func readCodeBlock(_ node: Node) {
    open(node, as: .code)
    writer.startLine()
    writer.append("<pre><code")
    withRestored(node.fenceInfo, isEscaped: true) { reader, info in
      guard let first = info.first, !isFenceSpace(first) else { return }
      let language = info.prefix { !isFenceSpace($0) }
      reader.writer.append(" class=\"language-")
      reader.writer.appendEscaped(UnsafeBufferPointer(rebasing: language))
      reader.writer.append("\"")
    }
    writer.append(">")
    withRestored(node.literal, isEscaped: false) { reader, literal in reader.write(literal) }
    writer.append("</code></pre>\n")
    prose.close()
  }

  /// Lends libcmark's text with the author's bytes put back where place holders stand.
  mutating func withRestored(
    _ literal: UnsafeBufferPointer<UInt8>, isEscaped: Bool,
    _ body: (inout BodyReader, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard text.hasPlaceholders, literal.contains(0xEF) else { return body(&self, literal) }
    text.restored(literal, isEscaped: isEscaped).withUnsafeBufferPointer { body(&self, $0) }
  }
}

private func isFenceSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte &- 0x09 < 5
}
