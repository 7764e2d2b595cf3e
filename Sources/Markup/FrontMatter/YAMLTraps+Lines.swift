import Diagnostics

// What the scanner says of lines and names, and of what it refuses.
extension YAMLScanner {
  // MARK: Lines

  func tabInIndentation(at tab: Int) -> Diagnostic {
    error(
      "tab-indent", tab..<(tab + 1), "lines are indented with spaces, not with tabs",
      "replace each tab at the start of the line by two spaces")
  }

  func uneven(_ target: Int) -> Diagnostic {
    error(
      "indentation", position..<endOfText(from: position),
      "\(stands(column)), but the lines it belongs with are \(indented(target))",
      target == 0 ? "begin the line at the margin" : "indent it by \(spaces(target))")
  }

  private func stands(_ column: Int) -> String {
    column == 0 ? "this line begins at the margin" : "this line is indented by \(spaces(column))"
  }

  private func indented(_ column: Int) -> String {
    column == 0 ? "not indented" : "indented by \(spaces(column))"
  }

  private func spaces(_ count: Int) -> String {
    count == 1 ? "1 space" : "\(count) spaces"
  }

  func strayItem() -> Diagnostic {
    error(
      "stray-list-item", position..<endOfText(from: position),
      "a list item must stand below a field that has no value of its own",
      "write the field's name and a colon on the line above the first item")
  }

  func missingDash() -> Diagnostic {
    error(
      "stray-text", position..<endOfText(from: position),
      "each item of a list begins with a hyphen and a space",
      "write - \(words(position..<endOfText(from: position)).quotedInput)")
  }

  func notAField() -> Diagnostic {
    error(
      "stray-text", position..<endOfText(from: position),
      "each line of \(block.name) is a field: a name, a colon, a space and a value",
      remedyForStray())
  }

  private func remedyForStray() -> String {
    let text = bytes[position..<endOfText(from: position)]
    if text.starts(with: "<!--".utf8) || text.starts(with: "//".utf8) {
      return "begin a comment with # and a space"
    }
    let word = text.prefix { $0.isWordByte }
    let rest = text[word.endIndex...].drop(while: \.isBlank)
    if !word.isEmpty, rest.first == UInt8(ascii: "="), rest.count > 1 {
      let value = rest.dropFirst().drop(while: \.isBlank)
      let line = "\(words(word.indices)): \(words(value.indices))"
      return "write \(line.quotedInput)"
    }
    if case .value = open, !levels.isEmpty {
      return "indent it by two spaces if it is the value of the field above, as an item: "
        + "- \(words(text.indices).quotedInput)"
    }
    return
      "delete the line, or write it as a field; text of several lines is indented below its field"
  }

  func colonWithoutSpace(_ colon: Int) -> Diagnostic {
    let end = endOfText(from: position)
    let field = "\(words(position..<colon).trimmed): \(words((colon + 1)..<end).trimmed)"
    return error(
      "colon-without-space", position..<end, "a space must follow the colon after a field's name",
      "write \(field.quotedInput)")
  }

  func keyNeedsLetter(_ key: Range<Int>) -> Diagnostic {
    let sign = words(key.lowerBound..<(key.lowerBound + 1))
    return error(
      "unknown-field", key.lowerBound..<endOfText(of: key),
      "a field's name begins with a letter, not with '\(sign)'",
      "delete the sign before the name")
  }

  func repeated(_ name: String, _ key: Range<Int>, firstLine: Int) -> Diagnostic {
    error(
      "duplicate-field", key, "'\(name.quotedInput)' is given already, on line \(firstLine)",
      "keep one of the two")
  }

  // MARK: What is refused

  func nameless() -> Diagnostic {
    error(
      "stray-text", position..<endOfText(from: position), "a field needs a name before its colon",
      "write, for example, title: My title")
  }

  func mergeKey(_ key: Range<Int>) -> Diagnostic {
    error(
      "yaml-feature", key, "'<<' does not merge fields here",
      "write the fields out where they are needed")
  }

  func directive() -> Diagnostic {
    error(
      "yaml-feature", position..<endOfText(from: position),
      "a line of \(block.name) cannot begin with '%'",
      "delete the line")
  }

  func secondDocument() -> Diagnostic {
    error(
      "second-document", position..<endOfText(from: position),
      "\(block.name) ends here, but more follows",
      "delete this line, or what follows it")
  }

  func tooDeep(at offset: Int) -> Diagnostic {
    error(
      "front-matter-too-deep", offset..<(offset + 1),
      "lists and fields may stand in one another \(YAMLBlock.deepest) deep, no deeper",
      "write it flatter; long matter belongs in the body")
  }
}
