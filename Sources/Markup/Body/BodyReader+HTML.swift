import Diagnostics

extension BodyReader {
  mutating func readRawHTML(_ node: Node) {
    guard dialect.isExtended else {
      writer.append("<!-- raw HTML omitted -->")
      return
    }
    dropHTML(node)
  }

  mutating func readHTMLBlock(_ node: Node) {
    writer.startLine()
    guard dialect.isExtended else {
      writer.append("<!-- raw HTML omitted -->\n")
      return
    }
    lastLine = text.sourceLine(node.lastLine)
    dropHTML(node)
  }

  private mutating func dropHTML(_ node: Node) {
    let line = text.sourceLine(node.firstLine)
    withRestored(node.literal, isEscaped: false) { reader, literal in
      guard !literal.isOneComment else { return }
      let firstLine = literal.prefix { $0 != 0x0A }
      let span = reader.spans.span(of: firstLine, onLine: line, through: reader.lastLine)
      reader.diagnostics.append(rawHTML(firstLine, reader.text.source.path, span))
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether this is one HTML comment and nothing else but white space.
  fileprivate var isOneComment: Bool {
    let text = String(decoding: self, as: UTF8.self).utf8.trimmingSpaces
    guard text.starts(with: "<!--".utf8), text.reversed().starts(with: "-->".utf8.reversed())
    else { return false }
    return !Substring(text.dropLast(3)).contains("-->")
  }
}

// MARK: - Messages

private func rawHTML(
  _ html: some Collection<UInt8>, _ path: String, _ span: SourceSpan
)
  -> Diagnostic
{
  Diagnostic(
    .warning, "raw-html", at: SourceLocation(path: path, span: span),
    "HTML is left out of the page: '\(String(decoding: html, as: UTF8.self).quotedInput)'",
    hints: ["write it in Markdown, or put it between backticks to show it as it is"])
}
