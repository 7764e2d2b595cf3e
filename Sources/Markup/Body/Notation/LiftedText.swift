import Diagnostics

/// Lines of the file that a parse has shown to be something else than they were lifted as.
struct MisreadLines: Hashable {
  /// No part of a table and no footnote, but code without a fence, or the like.
  var plain: Set<Int> = []
  /// Rows of tables in which an inline would reach from one cell into the next.
  var crossed: Set<Int> = []

  func isSubset(of other: MisreadLines) -> Bool {
    plain.isSubset(of: other.plain) && crossed.isSubset(of: other.crossed)
  }

  mutating func formUnion(_ other: MisreadLines) {
    plain.formUnion(other.plain)
    crossed.formUnion(other.crossed)
  }
}

/// The text that libcmark is given: the author's bytes with our own notation lifted out.
///
/// `[[…]]`, `$…$` and `\@` mean nothing to CommonMark, and its tree does not tell all that matters of them:
/// `[rubric]: /x` elsewhere would capture `[[rubric]]`, and an escape leaves no trace. So each is
/// replaced by a place holder before the parse, wherever it stands; the reader of the tree puts the
/// author's bytes back in code, raw HTML and addresses. A text without our notation is not copied.
struct LiftedText {
  /// What one place holder stands for.
  struct Lift: Hashable {
    enum Kind: Hashable {
      case link, footnote, formula, anchor
      /// A box drawn by hand: `[]`, `☑`.
      case box(isTicked: Bool)
    }

    let kind: Kind
    /// The author's bytes, in the file.
    let range: Range<Int>
  }

  /// A row of a table, or one cell, which the parser is given as a heading on a line of its own.
  ///
  /// A heading needs no blank lines around it, so it leaves the list it may stand in as tight as it
  /// was; and its inlines see the document's link definitions. A row is parsed whole, with a mark
  /// between cells, unless its cells would see one another.
  struct Cell: Hashable {
    /// The line of the parsed text, counted from 1.
    let line: Int
    let table: Int
    let row: Int
    let column: Int
    /// Whether the cells that follow in the row are in the same heading.
    let isRow: Bool
  }

  struct Table: Hashable {
    let alignments: [TableAlignment]
    var rows: Int
  }

  /// A footnote's definition, which the parser is given as a list item.
  struct Footnote: Hashable {
    /// The line of the parsed text, counted from 1, and the byte column of the item's marker.
    let line: Int
    let column: Int
    let label: String
    let span: SourceSpan
  }

  /// What was found and lifted out.
  struct Findings {
    /// The text where it differs from the author's.
    var rewritten: [UInt8]?
    /// The line of the file that each line of the text came from.
    var lines: [Int32] = []
    /// What the place holders stand for, by their index.
    var lifts: [Lift] = []
    var tables: [Table] = []
    /// In order of line.
    var cells: [Cell] = []
    /// In order of line.
    var footnotes: [Footnote] = []
    /// Lines that define links, in order.
    var definitions: [LinkDefinition] = []
    /// Characters and tables that are refused, and warnings.
    var diagnostics: [Diagnostic] = []
    var hints = Hints()
  }

  /// What the bytes hold that the reader of the tree need not look for where it is absent.
  struct Hints {
    var hasTilde = false
    var hasWebAddress = false
    var hasRightToLeft = false
    var hasShortcode = false
    /// What may be a mark of another tool within a line.
    var hasForeignMark = false
  }

  let source: SourceText
  /// The byte of the file at which the body starts.
  let start: Int
  let findings: Findings
  private let firstLine: Int

  /// The author's bytes as they are, for a dialect without our notation.
  init(plain source: SourceText, from start: Int) {
    self.source = source
    self.start = start
    self.firstLine = source.line(at: start)
    self.findings = Findings()
  }

  /// Lifts our notation out.
  ///
  /// - Parameters:
  ///   - misread: What a parse has shown to be otherwise than the bytes alone suggest.
  ///   - readsMinutes: Whether boxes drawn by hand are boxes.
  init(
    _ source: SourceText, from start: Int, fixing misread: MisreadLines, readsMinutes: Bool
  ) {
    self.source = source
    self.start = start
    self.firstLine = source.line(at: start)
    self.findings = source.bytes.withUnsafeBufferPointer { bytes in
      var lifter = Lifter(
        bytes: bytes, source: source, start: start, misread: misread,
        readsMinutes: readsMinutes)
      return lifter.run()
    }
  }

  /// Whether the text may hold place holders.
  var hasPlaceholders: Bool { findings.rewritten != nil }

  var lifts: [Lift] { findings.lifts }
  var diagnostics: [Diagnostic] { findings.diagnostics }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let rewritten = findings.rewritten { return rewritten.withUnsafeBufferPointer(body) }
    return source.bytes.withUnsafeBufferPointer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[min(start, bytes.count)...]))
    }
  }

  /// The line of the file that a line of the text, counted from 1, came from.
  func sourceLine(_ line: Int) -> Int {
    guard findings.rewritten != nil else { return firstLine - 1 + max(line, 1) }
    let index = min(max(line, 1), findings.lines.count) - 1
    return index >= 0 ? Int(findings.lines[index]) : firstLine
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
      case .character(let character):
        bytes.append(contentsOf: (isEscaped ? character.meaning : character.written).utf8)
      case .lifted(let lift): bytes.append(contentsOf: written(lift))
      }
      index = end
    }
    return bytes
  }

  /// Whether a box drawn by hand is ticked; `nil` for what is no box.
  func drawnBox(_ lift: Int) -> Bool? {
    guard lifts.indices.contains(lift), case .box(let isTicked) = lifts[lift].kind else {
      return nil
    }
    return isTicked
  }

  /// The author's bytes for one place holder.
  func written(_ lift: Int) -> ArraySlice<UInt8> {
    lifts.indices.contains(lift) ? source.bytes[lifts[lift].range] : []
  }
}
