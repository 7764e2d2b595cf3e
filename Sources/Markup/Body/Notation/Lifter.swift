import Diagnostics

/// One reading of an author's bytes, line by line, copying only what comes after the first
/// replacement.
struct Lifter {
  let bytes: UnsafeBufferPointer<UInt8>
  let source: SourceText
  let start: Int
  let misread: MisreadLines
  /// Whether boxes drawn by hand are boxes.
  let readsMinutes: Bool
  var findings = LiftedText.Findings()
  var output: [UInt8] = []
  /// Up to where the author's bytes are in `output`.
  var copied: Int
  /// The line of the file that is being read.
  var line: Int
  /// Whether the bytes being read are a table's cell.
  var isInCell = false
  private var fence: Fence?
  /// How many `>` the line being read begins with.
  private(set) var quotes = 0
  /// Where its content begins.
  private(set) var lineContent = 0
  /// The byte after the formula that was last found, which may be on a later line.
  var formulaEnd = 0
  private var previous: PreviousLine?
  /// The last line that was warned of for a control of direction.
  var lineOfLastWarning = 0
  /// How many cells the tables have so far, those left empty included.
  var cellCount = 0

  /// A line that a delimiter row below it would make the header of a table.
  struct PreviousLine {
    let prefix: LinePrefix
    let line: Int
    /// What had been found and copied before it, to take back what was made of it.
    let mark: Mark
  }

  struct Mark {
    let output: Int
    let copied: Int
    let lines: Int
    let lifts: Int
    let diagnostics: Int
    let footnotes: Int
  }

  init(
    bytes: UnsafeBufferPointer<UInt8>, source: SourceText, start: Int, misread: MisreadLines,
    readsMinutes: Bool
  ) {
    self.bytes = bytes
    self.source = source
    self.start = start
    self.misread = misread
    self.readsMinutes = readsMinutes
    self.copied = start
    self.line = source.line(at: start)
    findings.lines.reserveCapacity(source.lineStarts.count)
  }

  mutating func run() -> LiftedText.Findings {
    var index = start
    while index < bytes.count { index = readLine(from: index) }
    if copied > start {
      output.append(contentsOf: bytes[copied...])
      findings.rewritten = output
    }
    return findings
  }

  /// Reads one line and returns where the next begins; a table is read whole.
  private mutating func readLine(from lineStart: Int) -> Int {
    if lineStart < formulaEnd {
      previous = nil
      return readFormulaLine(from: lineStart)
    }
    let prefix = LinePrefix(in: bytes, from: lineStart)
    quotes = prefix.quotes
    lineContent = prefix.content
    if let open = fence {
      previous = nil
      let isLeft = open.isLeft(at: prefix, in: bytes)
      if isLeft || open.ends(at: prefix, in: bytes) { fence = nil }
      if !isLeft { return readInline(from: lineStart) }
    }
    if let header = previous, let next = readTable(below: header, delimiters: prefix) {
      previous = nil
      return next
    }
    let mark = currentMark
    let lineNumber = line
    fence = Fence(at: prefix, in: bytes)
    let next = readInline(from: readLineStart(prefix))
    previous = PreviousLine(prefix: prefix, line: lineNumber, mark: mark)
    return next
  }

  /// Reads what only means something at the start of a line, and returns where the rest begins.
  private mutating func readLineStart(_ prefix: LinePrefix) -> Int {
    if prefix.isListItem {
      if let end = readTaskBox(at: prefix.content) { return end }
      if readsMinutes, let end = readDrawnBox(at: prefix.content) { return end }
    }
    guard byte(prefix.content) == UInt8(ascii: "[") else { return prefix.content }
    if let text = readFootnote(at: prefix) { return text }
    noteDefinition(at: prefix)
    return prefix.content
  }

  /// Whether the line being read belongs to a code block with a fence, as far as lines tell.
  var isInFence: Bool { fence != nil }

  private var currentMark: Mark {
    Mark(
      output: output.count, copied: copied, lines: findings.lines.count,
      lifts: findings.lifts.count, diagnostics: findings.diagnostics.count,
      footnotes: findings.footnotes.count)
  }

  mutating func takeBack(to mark: Mark) {
    output.removeLast(output.count - mark.output)
    copied = mark.copied
    findings.lines.removeLast(findings.lines.count - mark.lines)
    findings.lifts.removeLast(findings.lifts.count - mark.lifts)
    findings.diagnostics.removeLast(findings.diagnostics.count - mark.diagnostics)
    findings.footnotes.removeLast(findings.footnotes.count - mark.footnotes)
  }

  func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Copies up to a range, and writes something in its place.
  @discardableResult
  mutating func replace(_ range: Range<Int>, _ write: (inout [UInt8]) -> Void) -> Int {
    if output.isEmpty { output.reserveCapacity(bytes.count - start + bytes.count / 8) }
    output.append(contentsOf: bytes[copied..<range.lowerBound])
    write(&output)
    copied = range.upperBound
    return copied
  }
}
