import Diagnostics

extension YAMLScanner {
  /// The colon that ends a field's name, if the text at the byte being read is a name.
  func colonOfKey() -> Int? {
    guard position < line.upperBound else { return nil }
    let first = bytes[position]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      guard var end = closingQuote(from: position), end < line.upperBound else { return nil }
      repeat { end += 1 } while end < line.upperBound && bytes[end].isBlank
      return isColon(at: end) ? end : nil
    }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return nil }
    return (position..<endOfText(from: position)).first { isColon(at: $0) }
  }

  /// Whether a byte of this line is a colon that YAML takes for the end of a name.
  func isColon(at offset: Int) -> Bool {
    offset < line.upperBound && bytes[offset] == UInt8(ascii: ":") && isSpace(at: offset + 1)
  }

  private func isIndicator(_ character: Unicode.Scalar) -> Bool {
    position < line.upperBound && bytes[position] == UInt8(ascii: character)
      && isSpace(at: position + 1)
  }

  /// Closes the levels that this line's indentation ends, and fixes a line that fits none.
  mutating func settle() {
    var closed: Level?
    while let top = levels.last, top.column > column { closed = levels.popLast() }
    let isItem = isIndicator("-")
    if !isItem, levels.count > 1, let top = levels.last, top.isList, top.column == column,
      levels[levels.count - 2].column == column
    {
      levels.removeLast()
    }
    guard isItem || colonOfKey() != nil else { return }
    if case .value(let parent) = open, parent < column { return }
    guard let target = closed ?? levels.last, levels.last?.column != column else { return }
    if isItem, closed == nil, levels.last?.isList != true { return }
    if let closed { levels.append(closed) }
    report(uneven(target.column))
    indent(to: target.column)
  }

  /// Reads on as though the line were indented by `target` spaces.
  private mutating func indent(to target: Int) {
    let number = block.source.line(at: position)
    repair.indent(line.lowerBound..<position, to: target, line: number)
    indented = target - (position - line.lowerBound)
  }

  /// Reads a line that goes on with the text of a value above it.
  ///
  /// True where it can't be that, and is read as a line of its own.
  mutating func leavesContinuation() -> Bool {
    let top = levels.last ?? Level(column: 0, isList: false)
    if isIndicator("-") {
      guard top.isList else {
        report(strayItem())
        repair.commentOut(at: position)
        return false
      }
      report(uneven(top.column))
      indent(to: top.column)
      return true
    }
    guard let colon = colonOfKey() else {
      scanText()
      return false
    }
    if !top.isList, bytes[position..<colon].allSatisfy(\.isWordByte) {
      report(uneven(top.column))
      indent(to: top.column)
      return true
    }
    report(colonInText(position..<endOfText(from: position)))
    scanText(isReported: true)
    return false
  }

  /// Steps over the `- ` of list items, opening a level for each.
  ///
  /// False where nothing else is left to read on the line.
  mutating func scanIndicators() -> Bool {
    if isIndicator("?") {
      report(notAField())
      repair.commentOut(at: position)
      return false
    }
    while isIndicator("-") {
      guard isItemExpected else {
        report(strayItem())
        repair.commentOut(at: position)
        return false
      }
      openLevel(isList: true)
      open = .value(of: column)
      let item = position
      position += 1
      skipBlanks()
      blankTabs(item..<position)
    }
    if position < line.upperBound, bytes[position] == UInt8(ascii: "#") {
      return position + 1 < line.upperBound && !isSpace(at: position + 1)
    }
    return position < line.upperBound && isReadable
  }

  private var isItemExpected: Bool {
    guard let top = levels.last else { return true }
    if top.isList, top.column == column { return true }
    guard case .value(let parent) = open else { return false }
    return parent <= column
  }

  /// Opens a level at the byte being read, unless it is open.
  mutating func openLevel(isList: Bool) {
    if let top = levels.last, top.column == column, top.isList == isList { return }
    levels.append(Level(column: column, isList: isList))
    if levels.count > YAMLBlock.deepest { refuseDepth(at: position) }
  }

  mutating func refuseDepth(at offset: Int) {
    guard isReadable else { return }
    report(tooDeep(at: offset))
    isReadable = false
  }

  /// Reads a field, or a value that stands on a line of its own.
  mutating func scanNode() {
    guard let colon = colonOfKey() else {
      guard open == .nothing || isTextAlone else { return scanValue(isField: false) }
      return scanStray()
    }
    let key = position..<colon
    openLevel(isList: false)
    open = .value(of: column)
    guard checkKey(key) else { return }
    position = colon + 1
    skipBlanks()
    if position < line.upperBound { scanValue(isField: true) }
  }

  /// Whether the text here follows a finished value, and so belongs to nothing.
  private var isTextAlone: Bool {
    guard case .value(let parent) = open else { return !levels.isEmpty }
    return parent >= column
  }

  /// False where the field is left out.
  private mutating func checkKey(_ key: Range<Int>) -> Bool {
    guard let first = bytes[key].first, !bytes[key].starts(with: "<<".utf8) else {
      report(key.isEmpty ? nameless() : mergeKey(key))
      repair.commentOut(at: position)
      return false
    }
    if Array("&*!%@`|>,]}".utf8).contains(first) {
      report(keyNeedsLetter(key))
      repair.mask(first, at: key.lowerBound)
    } else {
      checkRepetition(key)
    }
    return true
  }

  private mutating func checkRepetition(_ key: Range<Int>) {
    let name = nameOfField(key)
    let number = block.source.line(at: key.lowerBound)
    guard let level = levels.indices.last, let first = levels[level].names[name] else {
      if let level = levels.indices.last { levels[level].names[name] = number }
      return maskText(key)
    }
    report(repeated(name, key, firstLine: first))
    let start = Int(block.source.span(of: key).column)
    let length = Int(block.source.span(of: key).length)
    repair.rename(key, line: number, columns: start..<(start + length))
  }

  /// A field's name without quotation marks and the blanks before the colon.
  private func nameOfField(_ key: Range<Int>) -> String {
    var name = bytes[key]
    while name.last?.isBlank == true { name.removeLast() }
    if name.count > 1, let first = name.first, first == name.last,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    {
      name = name.dropFirst().dropLast()
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Whether the whole block may stand in brackets, as JSON does.
  private var opensBrackets: Bool {
    let rest = bytes[position..<line.upperBound]
    let isTemplate = rest.starts(with: "{{".utf8) || rest.starts(with: "{%".utf8)
    return !isTemplate && (rest.first == UInt8(ascii: "{") || rest.first == UInt8(ascii: "["))
  }

  /// Reads a line that is neither a field, a list item, nor text that goes on.
  private mutating func scanStray() {
    if levels.isEmpty, opensBrackets { return scanValue(isField: false) }
    if let colon = colonWithoutSpace() { return scanColonWithoutSpace(colon) }
    report(
      levels.last?.isList == true && levels.last?.column == column ? missingDash() : notAField())
    repair.commentOut(at: position)
  }

  /// The colon of `title:Fractions` or `date :2026-01-15`.
  private func colonWithoutSpace() -> Int? {
    let word = bytes[position..<line.upperBound].prefix { $0.isWordByte }
    let rest = bytes[word.endIndex..<line.upperBound].drop(while: \.isBlank)
    guard !word.isEmpty, rest.first == UInt8(ascii: ":"), !rest.starts(with: "://".utf8),
      levels.last?.isList != true
    else { return nil }
    return rest.startIndex
  }

  /// Reads a field as though a space followed its colon.
  private mutating func scanColonWithoutSpace(_ colon: Int) {
    report(colonWithoutSpace(colon))
    openLevel(isList: false)
    let place = block.source.span(of: (colon + 1)..<(colon + 1))
    repair.insertSpace(at: colon + 1, line: Int(place.line), column: Int(place.column))
    position = colon + 1
    scanText()
  }
}
