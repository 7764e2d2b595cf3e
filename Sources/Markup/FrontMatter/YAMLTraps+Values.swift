import Diagnostics

// What the scanner says of values. Each message states the rule and ends in what can be typed.
extension YAMLScanner {
  func error(
    _ id: DiagnosticID, _ place: Range<Int>, _ summary: String, because: String? = nil,
    _ hints: String..., fixing replacement: String? = nil
  ) -> Diagnostic {
    let span = block.source.span(of: place)
    return Diagnostic(
      .error, id, at: block.source.location(span), summary, because: because, hints: hints,
      fix: replacement.map { Fix(span, with: $0) })
  }

  /// The line as far as the value that begins at `offset`: `title: `.
  func lead(to offset: Int) -> String {
    let line = block.source.line(block.source.line(at: offset))
    let start = line.first { !bytes[$0].isBlank } ?? offset
    return block.source.text(min(start, offset)..<offset)
  }

  func words(_ range: Range<Int>) -> String { block.source.text(range) }

  /// The hint to quote a value, with the line to write unless it is very long.
  func putInQuotes(_ value: Range<Int>, lead: String? = nil) -> String {
    let text = words(value)
    guard text.unicodeScalars.count <= 70 else { return "put the whole value in quotes" }
    return "put it in quotes: \((lead ?? self.lead(to: value.lowerBound)).quotedInput)"
      + asQuoted(text).quotedInput
  }

  /// A value in the quotation marks that suit it, with all its characters.
  private func asQuoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
      return "\"\(text)\""
    }
    return "'"
      + text.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "''") + "'"
  }

  // MARK: Values

  func colonInValue(_ value: Range<Int>) -> Diagnostic {
    error(
      "needs-quotes", value, "a value that holds a colon and a space must be in quotes",
      putInQuotes(value), fixing: asQuoted(words(value)))
  }

  func colonInText(_ text: Range<Int>) -> Diagnostic {
    error(
      "needs-quotes", text, "a value that holds a colon and a space must be in quotes",
      because: "This line goes on with the value of the field above it.",
      "put the whole value in quotes, or begin the line at the margin if it is a field")
  }

  func valueCannotBegin(_ value: Range<Int>) -> Diagnostic {
    error(
      "needs-quotes", value, cannotBegin(with: value), because: reason(for: value),
      putInQuotes(value), fixing: asQuoted(words(value)))
  }

  func itemCannotBegin(_ item: Range<Int>) -> Diagnostic {
    error(
      "needs-quotes", item, cannotBegin(with: item), because: reason(for: item),
      putInQuotes(item, lead: ""), fixing: asQuoted(words(item)))
  }

  private func cannotBegin(with value: Range<Int>) -> String {
    let character = words(value.lowerBound..<min(value.lowerBound + 1, value.upperBound))
    return "a value that begins with '\(character)' must be in quotes"
  }

  private func reason(for value: Range<Int>) -> String? {
    let isFeature = Array("&*!".utf8).contains(bytes[value.lowerBound])
    return isFeature ? "YAML's anchors, aliases and tags are not used here." : nil
  }

  func textAfterQuote(_ value: Range<Int>) -> Diagnostic {
    error(
      "needs-quotes", value, "the quotation mark closes before the end of the value",
      wholeInQuotes(value))
  }

  /// As `putInQuotes`, but a value such as `'Don't panic'` is freed of the marks around it first.
  private func wholeInQuotes(_ value: Range<Int>) -> String {
    guard value.count > 2, bytes[value.lowerBound] == bytes[value.upperBound - 1] else {
      return putInQuotes(value, lead: leadOfItem(value))
    }
    let inner = (value.lowerBound + 1)..<(value.upperBound - 1)
    return putInQuotes(inner, lead: leadOfItem(value))
  }

  private func leadOfItem(_ value: Range<Int>) -> String {
    value.lowerBound == position ? lead(to: value.lowerBound) : ""
  }

  func textAfterBracket(_ value: Range<Int>) -> Diagnostic {
    error(
      "needs-quotes", value,
      "a value that begins with a bracket and goes on after it must be in quotes",
      putInQuotes(value), fixing: holdsWords(at: value.lowerBound) ? asQuoted(words(value)) : nil)
  }

  func unclosedQuote(_ value: Range<Int>) -> Diagnostic {
    let mark = words(value.lowerBound..<(value.lowerBound + 1))
    return error(
      "unclosed-quote", value.lowerBound..<(value.lowerBound + 1),
      "the quotation mark that opens here is never closed",
      "write \((leadOfItem(value) + words(value)).quotedInput)\(mark)")
  }

  func unclosedBracket(_ value: Range<Int>, closers: [UInt8]) -> Diagnostic {
    let closed = lead(to: value.lowerBound) + words(value)
    return error(
      "unclosed-bracket", value.lowerBound..<(value.lowerBound + 1),
      "the bracket that opens here is never closed",
      "write \(closed.quotedInput)\(String(decoding: closers, as: UTF8.self))")
  }

  func wrongCloser(_ offset: Int, _ closer: UInt8) -> Diagnostic {
    let kinds = closer == UInt8(ascii: "]") ? "'[' closes with ']'" : "'{' closes with '}'"
    return error(
      "unclosed-bracket", offset..<(offset + 1), "what opens with \(kinds)",
      "write \(String(decoding: [closer], as: UTF8.self)) here")
  }

  func atSign(_ value: Range<Int>) -> Diagnostic {
    let ids = String(
      decoding: words(value).utf8.filter { $0 != UInt8(ascii: "@") }, as: UTF8.self)
    return error(
      "at-sign", value, "a field names a person without the '@'", "write \(ids.quotedInput)",
      fixing: ids)
  }

  func wikilinkInField(_ links: [Range<Int>]) -> Diagnostic {
    let ids = links.map { words(idRange(of: $0)) }.joined(separator: ", ")
    return error(
      "wikilink-in-field", links[0].lowerBound..<links[links.count - 1].upperBound,
      "a field names an entry without the brackets",
      "write \((lead(to: links[0].lowerBound) + ids).quotedInput)", fixing: ids)
  }

  func listOnOneLine(_ value: Range<Int>) -> Diagnostic {
    let items = words(value).utf8.split(separator: UInt8(ascii: " "))
      .split { $0.elementsEqual("-".utf8) }
      .map { $0.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") }
    return error(
      "list-on-one-line", value, "a list on one line has commas between its items, not hyphens",
      "write \((lead(to: value.lowerBound) + items.joined(separator: ", ")).quotedInput)")
  }

  // MARK: Comments

  func hashStartsComment(_ hash: Int, after value: Range<Int>) -> Diagnostic {
    let whole = value.lowerBound..<endOfLine
    return Diagnostic(
      .warning, "hash-starts-comment",
      at: block.source.location(block.source.span(of: hash..<endOfLine)),
      "a '#' after a space begins a comment, which is left out",
      hints: [
        putInQuotes(whole),
        bytes[hash + 1].isBlank
          ? "or put it on a line of its own if it is a comment"
          : "or put a space after the '#' if it is a comment",
      ])
  }

  func hashStartsValue() -> Diagnostic {
    let whole = position..<endOfLine
    return Diagnostic(
      .warning, "hash-starts-comment",
      at: block.source.location(block.source.span(of: whole)),
      "a '#' after a space begins a comment, which is left out",
      hints: [putInQuotes(whole), "or leave out the '#'"])
  }

  /// `hash` is where the comment begins, within `item`.
  func hashInBrackets(_ hash: Int, in item: Range<Int>) -> Diagnostic {
    let isWhole = hash == item.lowerBound
    return error(
      "hash-starts-comment", item,
      "a '#' after a space or bracket begins a comment, which hides the rest of the list",
      isWhole
        ? "write \(words((hash + 1)..<max(item.upperBound, hash + 1)).quotedInput)"
        : putInQuotes(item, lead: ""))
  }

  func endOfText(of key: Range<Int>) -> Int {
    (bytes[key].lastIndex { !$0.isBlank } ?? key.lowerBound) + 1
  }

  /// Where the line ends, without the blanks after its last word.
  var endOfLine: Int {
    (bytes[line].lastIndex { !$0.isBlank } ?? line.lowerBound) + 1
  }
}
