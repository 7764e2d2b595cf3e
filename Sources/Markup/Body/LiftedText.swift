import Diagnostics

/// The text that libcmark is given: the author's bytes with our own notation lifted out.
///
/// `[[…]]` and `\@` mean nothing to CommonMark, and its tree does not tell all that matters of them:
/// `[rubric]: /x` elsewhere would capture `[[rubric]]`, and an escape leaves no trace. So each is
/// replaced by a place holder before the parse, wherever it stands; the reader of the tree puts the
/// author's bytes back in code, raw HTML and addresses. A text without our notation is not copied.
struct LiftedText {
  /// What one place holder stands for.
  struct Lift: Hashable {
    /// The author's bytes, in the file.
    let range: Range<Int>
  }

  let source: SourceText
  /// The byte of the file at which the body starts.
  let start: Int
  /// What the place holders stand for, by their index.
  private(set) var lifts: [Lift] = []
  /// Refused characters and characters that change the direction of text.
  private(set) var diagnostics: [Diagnostic] = []

  /// The text where it differs from the author's.
  private let rewritten: [UInt8]?
  private let firstLine: Int
  /// The lines of the text, counted from 1, that the author began with U+2028 or U+2029, and which
  /// are therefore no lines of the file.
  private let addedLines: [Int]

  /// The author's bytes as they are, for a dialect without our notation.
  init(plain source: SourceText, from start: Int) {
    self.source = source
    self.start = start
    self.rewritten = nil
    self.firstLine = source.line(at: start)
    self.addedLines = []
  }

  init(_ source: SourceText, from start: Int) {
    self.source = source
    self.start = start
    let firstLine = source.line(at: start)
    self.firstLine = firstLine
    let lifter = source.bytes.withUnsafeBufferPointer { bytes in
      var lifter = Lifter(bytes: bytes, source: source, start: start)
      lifter.run()
      return lifter.findings
    }
    self.rewritten = lifter.rewritten
    self.lifts = lifter.lifts
    self.diagnostics = lifter.diagnostics
    self.addedLines = lifter.addedLines.enumerated().map { $1 - firstLine + 2 + $0 }
  }

  /// Whether the text may hold place holders.
  var hasPlaceholders: Bool { rewritten != nil }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let rewritten { return rewritten.withUnsafeBufferPointer(body) }
    return source.bytes.withUnsafeBufferPointer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[min(start, bytes.count)...]))
    }
  }

  /// The line of the file that a line of the text came from.
  func sourceLine(_ line: Int) -> Int {
    let added = addedLines.isEmpty ? 0 : addedLines.count { $0 <= line }
    return firstLine - 1 + max(line, 1) - added
  }

  /// The author's bytes for a piece of libcmark's text.
  ///
  /// - Parameter isEscaped: Whether CommonMark reads escapes there, so that `\@` was an at sign.
  func restored(_ text: UnsafeBufferPointer<UInt8>, isEscaped: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      guard let (placeholder, end) = text.placeholder(at: index) else {
        bytes.append(text[index])
        index += 1
        continue
      }
      switch placeholder {
      case .atSign: bytes.append(contentsOf: isEscaped ? "@".utf8 : #"\@"#.utf8)
      case .lifted(let lift): bytes.append(contentsOf: written(lift))
      }
      index = end
    }
    return bytes
  }

  /// The author's bytes for one place holder.
  func written(_ lift: Int) -> ArraySlice<UInt8> {
    lifts.indices.contains(lift) ? source.bytes[lifts[lift].range] : []
  }
}

/// One reading of an author's bytes, copying only what comes after the first replacement.
private struct Lifter {
  struct Findings {
    var rewritten: [UInt8]?
    var lifts: [LiftedText.Lift] = []
    var diagnostics: [Diagnostic] = []
    /// The line of the file that holds each line break made of U+2028 or U+2029.
    var addedLines: [Int] = []
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let source: SourceText
  let start: Int
  private(set) var findings = Findings()
  private var output: [UInt8] = []
  /// Up to where the author's bytes are in `output`.
  private var copied: Int
  private var lineOfLastWarning = 0

  init(bytes: UnsafeBufferPointer<UInt8>, source: SourceText, start: Int) {
    self.bytes = bytes
    self.source = source
    self.start = start
    self.copied = start
  }

  mutating func run() {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): index = readBracket(at: index)
      case UInt8(ascii: "\\"): index = readBackslash(at: index)
      case UInt8(ascii: "&"): index = readEntity(at: index)
      case 0xE2: index = readGeneralPunctuation(at: index)
      case 0xEF: index = readNoncharacter(at: index)
      default: index += 1
      }
    }
    guard copied > start else { return }
    output.append(contentsOf: bytes[copied...])
    findings.rewritten = output
  }

  private mutating func replace(_ range: Range<Int>, _ write: (inout [UInt8]) -> Void) -> Int {
    output.append(contentsOf: bytes[copied..<range.lowerBound])
    write(&output)
    copied = range.upperBound
    return copied
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func readBracket(at index: Int) -> Int {
    guard let end = WikiLink.end(in: bytes, from: index) else { return index + 1 }
    let lift = findings.lifts.count
    findings.lifts.append(LiftedText.Lift(range: index..<end))
    return replace(index..<end) { $0.appendLift(lift) }
  }

  /// An escaped character begins nothing: `\[[x]]` and `\&#xFDD0;` are text.
  private mutating func readBackslash(at index: Int) -> Int {
    guard let next = byte(index + 1) else { return index + 1 }
    switch next {
    case UInt8(ascii: "@"): return replace(index..<(index + 2)) { $0.append(.atSign) }
    case 0x0A, 0x0D, 0x80...: return index + 1
    default: return index + 2
    }
  }

  /// U+2028 and U+2029 become line feeds; controls of direction warn, once a line.
  private mutating func readGeneralPunctuation(at index: Int) -> Int {
    guard let second = byte(index + 1), let third = byte(index + 2) else { return index + 1 }
    switch (second, third) {
    case (0x80, 0xA8), (0x80, 0xA9):
      findings.addedLines.append(source.line(at: index))
      return replace(index..<(index + 3)) { $0.append(0x0A) }
    case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9):
      let line = source.line(at: index)
      if line != lineOfLastWarning {
        findings.diagnostics.append(directionControl(source, at: index))
      }
      lineOfLastWarning = line
    default: break
    }
    return index + 3
  }

  private mutating func readNoncharacter(at index: Int) -> Int {
    guard let second = byte(index + 1), let third = byte(index + 2) else { return index + 1 }
    switch (second, third) {
    case (0xB7, 0x90...0xAF), (0xBF, 0xBE), (0xBF, 0xBF):
      let scalar = 0xF000 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      findings.diagnostics.append(noncharacter(scalar, source, at: index..<(index + 3)))
    default: break
    }
    return index + 3
  }

  private mutating func readEntity(at index: Int) -> Int {
    guard let entity = NumericEntity(in: bytes, at: index) else { return index + 1 }
    if entity.isNoncharacter {
      findings.diagnostics.append(noncharacter(entity.scalar, source, at: entity.range))
    }
    return entity.range.upperBound
  }
}

/// `&#64976;` or `&#xFDD0;`: CommonMark 0.30 §2.5.
private struct NumericEntity {
  let scalar: UInt32
  let range: Range<Int>

  var isNoncharacter: Bool {
    (0xFDD0...0xFDEF).contains(scalar) || scalar & 0xFFFE == 0xFFFE
  }

  init?(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard start + 3 < bytes.count, bytes[start + 1] == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
    let first = isHexadecimal ? start + 3 : start + 2
    var end = first
    var value: UInt32 = 0
    while end < bytes.count, end - first < 7,
      let digit = Character(Unicode.Scalar(bytes[end])).hexDigitValue,
      isHexadecimal || digit < 10
    {
      value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
      end += 1
    }
    guard end > first, end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
    self.scalar = value
    self.range = start..<(end + 1)
  }
}

// MARK: - Messages

private func noncharacter(
  _ scalar: UInt32, _ source: SourceText, at range: Range<Int>
)
  -> Diagnostic
{
  Diagnostic(
    .error, "noncharacter", at: SourceLocation(path: source.path, span: source.span(of: range)),
    "U+\(String(scalar, radix: 16, uppercase: true)) is not a character and cannot be in a text",
    hints: ["delete it; it may not show in your editor, so type the words around it again"])
}

private func directionControl(_ source: SourceText, at index: Int) -> Diagnostic {
  let span = source.span(of: index..<(index + 3))
  return Diagnostic(
    .warning, "direction-control", at: SourceLocation(path: source.path, span: span),
    "an invisible character here changes the direction of the text around it",
    hints: ["delete it unless the line mixes scripts that run left to right and right to left"])
}
