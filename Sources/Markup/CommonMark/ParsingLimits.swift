import Diagnostics

/// The limits on a body that are checked on its bytes before libcmark sees them.
///
/// libcmark 0.30.2 takes time that grows with the square of some inputs: `>` or `- ` repeated, then
/// anything; `![[]()` repeated; deep lists before many blank lines. Within these limits the worst
/// that is known takes about 0.2 s.
enum ParsingLimits {
  /// Bytes in an entry.
  static let entrySize = 256 * 1024
  /// Markers of quotes and list items on one line, and the depth of the tree.
  static let depth = 100
  /// `[` in an entry, those of images included.
  static let brackets = 10_000

  /// The first limit that a body exceeds, if any.
  static func problem(in source: SourceText, from start: Int) -> Diagnostic? {
    guard source.bytes.count <= entrySize else { return entryTooLarge(source) }
    return source.bytes.withUnsafeBufferPointer { bytes in
      var scan = LimitScan(bytes: bytes, position: start)
      return scan.firstExcess().map { diagnostic(for: $0, in: source) }
    }
  }

  /// The problem of a tree that is deeper than `depth`.
  static func nestedTooDeep(_ source: SourceText, line: Int) -> Diagnostic {
    Diagnostic(
      .error, "nested-too-deep", at: source.location(line: line),
      "lists, quotes and emphasis go at most \(depth) deep, one inside another",
      hints: ["start again at the left margin, or take out markers that were pasted by mistake"])
  }
}

/// One reading of a body's bytes for what is nested or bracketed beyond measure.
private struct LimitScan {
  enum Excess {
    case depth(at: Int)
    case brackets(at: Int)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int
  private let hasCarriageReturn: Bool
  private var brackets = 0
  /// The columns of the list items that the line could be in: they nest by indentation, while each
  /// quote has its marker on every line.
  private var listColumns: [Int] = []

  init(bytes: UnsafeBufferPointer<UInt8>, position: Int) {
    self.bytes = bytes
    self.position = position
    self.hasCarriageReturn = bytes.holds(0x0D)
  }

  mutating func firstExcess() -> Excess? {
    while position < bytes.count {
      let lineStart = position
      if readMarkers() > ParsingLimits.depth { return .depth(at: lineStart) }
      if let excess = readRestOfLine() { return excess }
    }
    return nil
  }

  /// Reads the spaces and container markers that a line starts with, and returns an upper bound of
  /// how deep the containers that it is in can be.
  private mutating func readMarkers() -> Int {
    var column = 0
    var quotes = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "): column += 1
      case UInt8(ascii: "\t"): column += 4 - column % 4
      case UInt8(ascii: ">"):
        quotes += 1
        column += 1
      default:
        let length = LinePrefix.listMarkerLength(in: bytes, at: position)
        guard length > 0 else { return quotes + listColumns.count }
        while let last = listColumns.last, last >= column { listColumns.removeLast() }
        listColumns.append(column)
        column += length
        position += length - 1
      }
      position += 1
    }
    return quotes + listColumns.count
  }

  /// Reads to the end of the line, counting brackets.
  private mutating func readRestOfLine() -> Excess? {
    let end = endOfLine()
    while let bracket = bytes.first(UInt8(ascii: "["), in: position..<end) {
      brackets += 1
      position = bracket + 1
      if brackets > ParsingLimits.brackets { return .brackets(at: bracket) }
    }
    position = end
    return nil
  }

  /// The byte after the line break.
  private func endOfLine() -> Int {
    let lineFeed = bytes.first(0x0A, in: position..<bytes.count).map { $0 + 1 } ?? bytes.count
    guard hasCarriageReturn else { return lineFeed }
    return bytes.first(0x0D, in: position..<lineFeed).map { $0 + 1 } ?? lineFeed
  }
}

// MARK: - Messages

private func diagnostic(for excess: LimitScan.Excess, in source: SourceText) -> Diagnostic {
  switch excess {
  case .depth(let offset):
    ParsingLimits.nestedTooDeep(source, line: source.line(at: offset))
  case .brackets(let offset):
    Diagnostic(
      .error, "too-many-brackets", at: source.location(of: offset..<(offset + 1)),
      "an entry may have at most 10,000 opening brackets '['",
      hints: ["move a part of it into an entry of its own and link to it"])
  }
}

private func entryTooLarge(_ source: SourceText) -> Diagnostic {
  Diagnostic(
    .error, "entry-too-large", at: source.whole,
    "an entry may be at most 256 KB of text; this one has \((source.bytes.count + 1023) / 1024) KB",
    hints: ["move a part of it into an entry of its own and link to it"])
}
