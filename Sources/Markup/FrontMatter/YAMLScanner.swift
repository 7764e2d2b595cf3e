import Diagnostics

/// Reads a block of YAML line by line before Yams does: enough of the language to tell structure
/// from text, so that what is dangerous is refused and what is a teacher's slip is explained.
///
/// It knows indentation, list items, quotes, brackets, comments and block scalars, and keeps one
/// number for each level of nesting. Where it and Yams could differ, `YAMLRepair` makes the
/// difference harmless.
struct YAMLScanner {
  /// A level of indentation that is open.
  struct Level {
    let column: Int
    let isList: Bool
    /// The names of the fields met at this level, with the line of each.
    var names: [String: Int] = [:]
  }

  /// What the lines before this one leave open.
  enum Open: Equatable {
    case nothing
    /// A field or list item, at a column, that has no value yet.
    case value(of: Int)
    /// Text that goes on over lines indented by more than a column.
    case text(of: Int)
  }

  let block: YAMLBlock
  let bytes: [UInt8]
  /// The line being read, without its break.
  var line: Range<Int>
  /// The byte being read.
  var position: Int
  /// How many columns further right than written this line is read.
  var indented = 0
  /// Where reading goes on after this line, or after what began on it.
  var next: Int
  var levels: [Level] = []
  var open = Open.nothing
  var repair = YAMLRepair()
  var diagnostics: [Diagnostic] = []
  /// Whether what is left can be given to Yams.
  var isReadable = true

  init(_ block: YAMLBlock) {
    self.block = block
    bytes = block.source.bytes
    next = block.range.lowerBound
    position = next
    line = next..<next
  }

  /// Reads the whole block.
  mutating func scan() {
    while isReadable, next < block.range.upperBound {
      beginLine(at: next)
      scanLine()
    }
  }

  private mutating func scanLine() {
    guard position < line.upperBound, bytes[position] != UInt8(ascii: "#") else {
      // A comment ends text that might have gone on; a blank line does not.
      if position < line.upperBound, case .text = open { open = .nothing }
      return blankTabs(line.lowerBound..<position)
    }
    if let tab = bytes[line.lowerBound..<position].firstIndex(of: 0x09) {
      isReadable = false
      return report(tabInIndentation(at: tab))
    }
    if column == 0, scanMarker() { return }
    if case .text(let parent) = open, column > parent {
      guard leavesContinuation() else { return }
    } else {
      settle()
    }
    if scanIndicators() { scanNode() }
  }

  /// Makes tabs where nothing else stands spaces, for Yams takes offence at them.
  mutating func blankTabs(_ range: Range<Int>) {
    for offset in range where bytes[offset] == 0x09 { repair.blank(offset..<(offset + 1)) }
  }

  /// Document markers and directives, which only a line's first column can hold.
  private mutating func scanMarker() -> Bool {
    let source = block.source
    let isFirst = levels.isEmpty && open == .nothing
    if bytes[position] == UInt8(ascii: "%") {
      report(directive())
    } else if source.isMarker(line, "---") || source.isMarker(line, "...") {
      if isFirst, bytes[position] == UInt8(ascii: "-") { return true }
      if bytes[position] == UInt8(ascii: "."), isOnlyBlank(after: next) { return true }
      report(secondDocument())
    } else if line.count > 3, isSpace(at: line.lowerBound + 3),
      bytes[line].starts(with: "---".utf8) || bytes[line].starts(with: "...".utf8)
    {
      report(secondDocument())
    } else {
      return false
    }
    isReadable = false
    return true
  }
}

// MARK: Places

extension YAMLScanner {
  /// The column of the byte being read, from 0.
  ///
  /// Only called while what precedes it on the line is ASCII.
  var column: Int { position - line.lowerBound + indented }

  mutating func beginLine(at start: Int) {
    var end = start
    while end < block.range.upperBound, !bytes[end].isLineBreak { end += 1 }
    line = start..<end
    next = end
    if next < block.range.upperBound {
      let isPair = bytes[next] == 0x0D && next + 1 < block.range.upperBound
      next += isPair && bytes[next + 1] == 0x0A ? 2 : 1
    }
    indented = 0
    position = start
    skipBlanks()
  }

  mutating func skipBlanks() {
    while position < line.upperBound, bytes[position].isBlank { position += 1 }
  }

  /// Whether a byte ends a word for YAML: a blank, a line break, or the end.
  func isSpace(at offset: Int) -> Bool {
    offset >= block.range.upperBound || bytes[offset].isBlank || bytes[offset].isLineBreak
  }

  /// Whether the rest of the line, from `offset`, is blank or a comment.
  func isFinished(at offset: Int) -> Bool {
    guard let next = bytes[offset..<line.upperBound].first(where: { !$0.isBlank }) else {
      return true
    }
    return next == UInt8(ascii: "#") && isSpace(at: offset)
  }

  /// Where the text that begins at `start` ends on this line: before a comment and the blanks.
  func endOfText(from start: Int) -> Int {
    var end = start
    var offset = start
    while offset < line.upperBound {
      let isComment = bytes[offset] == UInt8(ascii: "#") && isSpaceBefore(offset)
      if isComment { break }
      if !bytes[offset].isBlank { end = offset + 1 }
      offset += 1
    }
    return end
  }

  func isSpaceBefore(_ offset: Int) -> Bool {
    offset == block.range.lowerBound || bytes[offset - 1].isBlank || bytes[offset - 1].isLineBreak
  }

  func isOnlyBlank(after offset: Int) -> Bool {
    bytes[offset..<block.range.upperBound].allSatisfy { $0.isBlank || $0.isLineBreak }
  }

  /// Records a problem; a block that has very many is not read on.
  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    if diagnostics.count >= 50 { isReadable = false }
  }
}
