import Diagnostics

// Lines that CommonMark shows as plain text and that were meant as something else: a heading
// without its space, a table without its second line, a mark of another tool.
extension BodyReader {
  /// Warns of such lines of a paragraph.
  ///
  /// - Returns: Whether the paragraph begins with one, so that it is nothing to sum a page up by.
  @discardableResult
  mutating func readMistypedLines(from first: Int, through last: Int) -> Bool {
    let found = text.source.bytes.withUnsafeBufferPointer { bytes in
      let lines = ParagraphLines(bytes, text.source, first...max(first, last))
      return lines.mayBeMistyped ? mistyped(lines) : []
    }
    for mistake in found { tell(mistake) }
    return found.first?.line == first
  }

  private func mistyped(_ lines: ParagraphLines) -> [MistypedLine] {
    var found: [MistypedLine] = []
    var isInTable = false
    for index in lines.indices {
      if let mistake = MistypedHeading(lines, at: index, isFirstBlock: prose.prose.blocks.isEmpty) {
        found.append(.heading(mistake))
      } else if let mark = ForeignMark(lines.content(index)) {
        found.append(.foreign(mark, lines.line(index), lines.contentRange(index)))
      }
      guard lines.isPiped(index) else {
        isInTable = false
        continue
      }
      if !isInTable, let table = UnruledTable(lines, at: index) {
        found.append(.table(table))
        // The rows of one in a frame of dashes stand apart: it is told once.
        if lines.isFramedTable { break }
      }
      isInTable = true
    }
    return found
  }

  private mutating func tell(_ mistake: MistypedLine) {
    switch mistake {
    case .heading(let heading): diagnostics.append(headingWithoutSpace(heading, text.source))
    case .table(let table): diagnostics.append(tableWithoutRule(table, text.source))
    case .foreign(let mark, _, let range): tell(mark, at: range)
    }
  }
}

/// What is wrong with a line of a paragraph.
private enum MistypedLine {
  case heading(MistypedHeading)
  case table(UnruledTable)
  case foreign(ForeignMark, Int, Range<Int>)

  var line: Int {
    switch self {
    case .heading(let heading): heading.line
    case .table(let table): table.line
    case .foreign(_, let line, _): line
    }
  }
}

/// The lines of a paragraph, each from the end of its quotes' and lists' marks.
private struct ParagraphLines {
  let bytes: UnsafeBufferPointer<UInt8>
  let first: Int
  private var prefixes: [LinePrefix] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ source: SourceText, _ lines: ClosedRange<Int>) {
    self.bytes = bytes
    self.first = lines.lowerBound
    for line in lines {
      guard let start = source.start(ofLine: line) else { break }
      prefixes.append(LinePrefix(in: bytes, from: start))
    }
  }

  var indices: Range<Int> { prefixes.indices }

  /// Whether any line begins with a byte that is worth a look.
  var mayBeMistyped: Bool {
    prefixes.contains { prefix in
      prefix.content < bytes.count && isSign(bytes[prefix.content])
    } || prefixes.count > 1 && isPiped(0)
  }

  /// Whether a byte may begin what CommonMark takes for plain text and another tool does not.
  private func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: "="), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "{"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "*"), UInt8(ascii: "%"),
      UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  func line(_ index: Int) -> Int { first + index }

  func contentRange(_ index: Int) -> Range<Int> {
    var end = prefixes[index].content
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    while end > prefixes[index].content, bytes[end - 1] == 0x20 { end -= 1 }
    return prefixes[index].content..<end
  }

  func content(_ index: Int) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[contentRange(index)] }

  /// The marks of quotes and lists before the content.
  func marks(_ index: Int) -> String {
    String(decoding: bytes[prefixes[index].start..<prefixes[index].content], as: UTF8.self)
  }

  /// How many bytes a line's marks are, all of them ASCII.
  func markLength(_ index: Int) -> Int { prefixes[index].content - prefixes[index].start }

  func endsWithCarriageReturn(_ index: Int) -> Bool {
    var end = contentRange(index).upperBound
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    return end < bytes.count && bytes[end] == 0x0D
  }

  /// How many cells a line has that vertical lines part.
  func cells(_ index: Int) -> Int {
    var signs = 0
    var isEscaped = false
    let content = content(index)
    for byte in content {
      if byte == UInt8(ascii: "|"), !isEscaped { signs += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    let isOpen = content.first == UInt8(ascii: "|")
    let isClosed = content.last == UInt8(ascii: "|") && content.count > 1
    return signs + 1 - (isOpen ? 1 : 0) - (isClosed ? 1 : 0)
  }

  /// Whether a line looks like a table's row: it begins with a vertical line, or holds two.
  func isPiped(_ index: Int) -> Bool {
    let content = content(index)
    guard content.contains(UInt8(ascii: "|")) else { return false }
    return content.first == UInt8(ascii: "|") && content.count > 2 || cells(index) > 2
  }

  /// Whether the paragraph is a table with lines between its rows: `+---+---+`.
  var isFramedTable: Bool {
    indices.contains { isRule($0) && content($0).first == UInt8(ascii: "+") }
  }

  /// Whether a line is made of dashes and what parts them, hyphens or longer ones.
  func isRule(_ index: Int) -> Bool {
    let scalars = String(decoding: content(index), as: UTF8.self).unicodeScalars
    return scalars.allSatisfy { "|:-=+ \t–—−".unicodeScalars.contains($0) }
      && scalars.contains { "-–—−".unicodeScalars.contains($0) }
  }
}

/// `##Heading`, which is no heading for want of a space.
private struct MistypedHeading {
  let line: Int
  /// The column behind the signs.
  let column: Int
  let signs: String
  let replacement: String

  /// One sign alone is a hashtag or a number as often as a heading, so there the words must look
  /// like one: a capital, and more than a word or the beginning of the text.
  init?(_ lines: ParagraphLines, at index: Int, isFirstBlock: Bool) {
    let content = lines.content(index)
    let signs = content.prefix { $0 == UInt8(ascii: "#") }
    let words = content.dropFirst(signs.count)
    guard (1...6).contains(signs.count), let first = words.first, first > 0x20 else { return nil }
    if signs.count == 1 {
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
      guard isCapital, lines.indices.count == 1, !words.contains(UInt8(ascii: "#")),
        isFirstBlock || words.contains(0x20), !Self.beginsWithTag(words), !Self.isSentence(words)
      else { return nil }
    }
    self.line = lines.line(index)
    self.column = lines.markLength(index) + signs.count + 1
    self.signs = String(decoding: signs, as: UTF8.self)
    self.replacement =
      lines.marks(index) + self.signs + " " + String(decoding: words, as: UTF8.self)
  }

  /// Whether the first word is put together of several, as a tag is: `PrimaryRocks`.
  private static func beginsWithTag(_ words: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let word = String(decoding: words.prefix { $0 != 0x20 }, as: UTF8.self).unicodeScalars
    return zip(word, word.dropFirst()).contains {
      $0.properties.isLowercase && $1.properties.isUppercase
    }
  }

  private static func isSentence(_ words: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    words.contains(0x20) && words.last.map(".!".utf8.contains) == true
  }
}

/// A table's first line, with rows below it, that lacks the line of dashes between them.
private struct UnruledTable {
  let line: Int
  let rule: String
  /// None where rows are separated by lines of their own, which would have to go.
  let fix: Fix?

  init?(_ lines: ParagraphLines, at index: Int) {
    let next = index + 1
    guard next < lines.indices.count else { return nil }
    let isRuled = lines.isRule(next)
    let isFramed = lines.content(index).first == UInt8(ascii: "|")
    guard lines.isPiped(next) || isRuled,
      isRuled || lines.cells(index) == lines.cells(next)
        || isFramed && lines.content(index).last == UInt8(ascii: "|"),
      !lines.isRule(index)
    else { return nil }
    line = lines.line(index)
    rule = "|" + String(repeating: " --- |", count: lines.cells(index))
    fix =
      lines.isFramedTable
      ? nil
      : isRuled
        ? Self.replacing(lines, next, with: rule)
        : Self.inserting(lines.marks(next) + rule, below: lines, index)
  }

  private static func inserting(_ rule: String, below lines: ParagraphLines, _ index: Int) -> Fix {
    let start = lines.contentRange(index).lowerBound - lines.markLength(index)
    let end = lines.contentRange(index).upperBound
    let length = String(decoding: lines.bytes[start..<end], as: UTF8.self).unicodeScalars.count
    let span = SourceSpan(line: lines.line(index), column: length + 1)
    return Fix(span, with: (lines.endsWithCarriageReturn(index) ? "\r\n" : "\n") + rule)
  }

  private static func replacing(_ lines: ParagraphLines, _ index: Int, with rule: String) -> Fix {
    let length = String(decoding: lines.content(index), as: UTF8.self).unicodeScalars.count
    return Fix(
      SourceSpan(
        line: lines.line(index), column: lines.markLength(index) + 1, length: length), with: rule)
  }
}

// MARK: - Messages

private func headingWithoutSpace(_ heading: MistypedHeading, _ source: SourceText) -> Diagnostic {
  Diagnostic(
    .warning, "heading-without-space", at: SourceLocation(path: source.path, line: heading.line),
    "a heading needs a space after '\(heading.signs)'",
    hints: ["write: \(heading.replacement.quotedInput)"],
    fix: Fix(SourceSpan(line: heading.line, column: heading.column), with: " "))
}

private func tableWithoutRule(_ table: UnruledTable, _ source: SourceText) -> Diagnostic {
  let (rule, isFramed) = (table.rule.quotedInput, table.fix == nil)
  return Diagnostic(
    .warning, "table-without-rule", at: SourceLocation(path: source.path, line: table.line),
    "a table needs a second line of dashes, with as many cells as its first",
    hints: [
      isFramed
        ? "leave out the lines of '+', and write below its first row: \(rule)"
        : "write below its first line: \(rule)"
    ], fix: table.fix)
}
