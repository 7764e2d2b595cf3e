import Diagnostics

// What replaces the bytes of a value.
extension YAMLEditor {
  /// The ways to write a value in place of another, the one that changes least first.
  func ways(
    toReplace old: YAMLSyntax.Value, saying said: YAMLValue, by new: YAMLValue
  ) -> [[Change]] {
    var writer = writer(near: old.head > 0 ? old.head - 1 : 0)
    if old.isInFlow { return [inFlow(old, writer.flow(new))] }
    let behindHyphen = isBehindHyphen(old)
    var written: [WrittenYAML] = []
    if let words = new.scalar { written += kept(old, saying: said, words, writer) }
    written.append(writer.write(new, parent: old.parent, behindHyphen: behindHyphen))
    writer.isCautious = true
    written.append(writer.write(new, parent: old.parent, behindHyphen: behindHyphen))
    if let words = new.scalar { written.append(WrittenYAML(inline: words.doubleQuotedYAML)) }
    return written.map { put($0, inPlaceOf: old) }
  }

  private func isBehindHyphen(_ value: YAMLSyntax.Value) -> Bool {
    value.head > 0 && source.bytes[value.head - 1] == UInt8(ascii: "-")
  }

  private func inFlow(_ old: YAMLSyntax.Value, _ text: String) -> [Change] {
    guard old.range.isEmpty else {
      return [Change(old.range, apart(text, behind: old.range.lowerBound))]
    }
    let hasColon = old.head > 0 && source.bytes[old.head - 1] == UInt8(ascii: ":")
    return [Change(old.range, (hasColon ? " " : ": ") + text)]
  }

  /// With a blank before it where two brackets would be read as `[[id]]`.
  func apart(_ text: String, behind offset: Int) -> String {
    let isBracket = text.utf8.first == UInt8(ascii: "[") && offset > 0
    return isBracket && source.bytes[offset - 1] == UInt8(ascii: "[") ? " " + text : text
  }

  /// A scalar in the style of the old one, where that can hold it.
  private func kept(
    _ old: YAMLSyntax.Value, saying said: YAMLValue, _ words: String, _ writer: YAMLWriter
  ) -> [WrittenYAML] {
    guard case .scalar(let style) = old.form else { return [] }
    let isOneLine = !words.utf8.contains(0x0A)
    switch style {
    case .plain:
      // What is typed already may be followed by what is: a date by a date.
      let isTyped = said.scalar?.looksTyped == true
      guard isTyped, words.isPlainInYAML(inFlow: false, isWord: true) else { return [] }
      return [WrittenYAML(inline: words)]
    case .singleQuoted:
      return isOneLine ? words.singleQuotedYAML.map { [WrittenYAML(inline: $0)] } ?? [] : []
    case .doubleQuoted:
      let hadBreaks = said.scalar?.utf8.contains(0x0A) == true
      return isOneLine || hadBreaks ? [WrittenYAML(inline: words.doubleQuotedYAML)] : []
    case .literal:
      return [
        writer.literal(words, parent: old.parent, indentation: indentation(of: old))
      ].compactMap(\.self)
    case .folded:
      let column = indentation(of: old)
      return [
        writer.folded(
          words, parent: old.parent, indentation: column, width: width(of: old)),
        writer.literal(words, parent: old.parent, indentation: column),
      ].compactMap(\.self)
    }
  }

  private func textLines(of value: YAMLSyntax.Value) -> [ArraySlice<UInt8>] {
    guard let header = value.header else { return [] }
    let start = min(afterLine(header.upperBound), value.range.upperBound)
    return source.bytes[start..<value.range.upperBound].split(whereSeparator: \.isLineBreak)
      .filter { !$0.allSatisfy(\.isBlank) }
  }

  private func indentation(of value: YAMLSyntax.Value) -> Int {
    let columns = textLines(of: value).map { line in line.prefix { $0 == 0x20 }.count }
    return columns.min() ?? max(value.parent, 0) + 2
  }

  /// How long the lines of text are: as the longest, but not shorter than a line of prose.
  private func width(of value: YAMLSyntax.Value) -> Int {
    let longest = textLines(of: value).map { line in line.count { $0 & 0xC0 != 0x80 } }.max() ?? 0
    return max(longest, 80)
  }
}

// MARK: Placing

extension YAMLEditor {
  /// The changes that put something written in place of a value that stands outside of brackets.
  private func put(_ new: WrittenYAML, inPlaceOf old: YAMLSyntax.Value) -> [Change] {
    let line = endOfLine(old.head)
    if let header = old.header {
      let body =
        endOfLine(header.upperBound)..<max(endOfLine(header.upperBound), old.range.upperBound)
      return onLine(old.head, header, new.inline) + [Change(body, new.lines)]
    }
    if old.range.isEmpty {
      return [Change(at: old.head, space(new.inline)), Change(at: line, new.lines)]
    }
    let isBelow = old.range.lowerBound > line
    guard isBelow else {
      return onLine(old.head, old.range, new.inline)
        + [Change(at: endOfLine(old.range.upperBound), new.lines)]
    }
    if !old.isBlock, !new.inline.isEmpty {
      return [
        Change(old.range, new.inline), Change(at: endOfLine(old.range.upperBound), new.lines),
      ]
    }
    return [
      Change(at: old.head, space(new.inline)), Change(line..<old.range.upperBound, new.lines),
    ]
  }

  /// Replaces what stands on the line of a colon or hyphen, and the blanks before it where nothing
  /// comes.
  private func onLine(_ head: Int, _ range: Range<Int>, _ text: String) -> [Change] {
    let start = text.isEmpty && head < range.lowerBound ? head : range.lowerBound
    return [Change(start..<range.upperBound, text)]
  }

  private func space(_ text: String) -> String { text.isEmpty ? "" : " " + text }
}
