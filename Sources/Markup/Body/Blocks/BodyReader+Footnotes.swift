import CCmark
import Diagnostics

/// The footnotes of a body while it is read.
///
/// A footnote is numbered by its first use and shown at the end, but may be written anywhere, so the
/// pieces of its text are taken out where it stands and kept until all is read.
struct Footnotes {
  struct Note {
    let pieces: [Body.Piece]
    let span: SourceSpan
  }

  /// A reference in the text, or in the text of a footnote.
  struct Reference {
    let key: String
    let anchor: String
    /// The piece that its number goes in: of the body, or of the footnote that it stands in.
    var piece: Int
    var home: String?
  }

  /// A footnote whose text is being read.
  struct OpenNote {
    let key: String
    let item: Node
    let firstPiece: Int
    let firstReference: Int
    let span: SourceSpan
  }

  /// The footnotes that are written somewhere, by what their labels are compared by.
  let defined: Set<String>
  /// The next of the text's footnotes to be met.
  var next = 0
  var open: [OpenNote] = []
  var notes: [String: Note] = [:]
  var references: [Reference] = []
  /// The lists that hold footnotes, which have no tags.
  var lists: Set<Node> = []
  private var slugs = HeadingSlugs()
  private var slugOfKey: [String: String] = [:]
  private var countOfKey: [String: Int] = [:]

  init(_ written: [LiftedText.Footnote]) {
    defined = Set(written.map { Self.key($0.label) })
  }

  /// What labels are compared by: their case does not count.
  static func key(_ label: String) -> String { label.lowercased() }

  /// The anchor of a footnote: the colon keeps it apart from every heading's.
  mutating func anchor(of key: String) -> String { "fn:" + slug(of: key) }

  /// The anchor of the next reference to a footnote.
  mutating func anchorOfNextReference(to key: String) -> String {
    let count = countOfKey[key, default: 0] + 1
    countOfKey[key] = count
    return "fnref:" + slug(of: key) + (count == 1 ? "" : ":\(count)")
  }

  private mutating func slug(of key: String) -> String {
    if let slug = slugOfKey[key] { return slug }
    let slug = slugs.next(for: key)
    slugOfKey[key] = slug
    return slug
  }

  /// Forgets the references whose pieces were taken out of the text.
  mutating func dropReferences(from piece: Int) {
    references.removeAll { $0.home == nil && $0.piece >= piece }
  }

  /// The footnotes in order of first use, those used only in other footnotes last; one used only
  /// in a footnote that is not used is not used itself.
  var inOrder: [String] {
    var order: [String] = []
    var seen: Set<String> = []
    let byHome = Dictionary(grouping: references, by: \.home)
    for reference in byHome[nil] ?? [] where seen.insert(reference.key).inserted {
      order.append(reference.key)
    }
    var index = 0
    while index < order.count {
      for reference in byHome[order[index]] ?? [] where seen.insert(reference.key).inserted {
        order.append(reference.key)
      }
      index += 1
    }
    return order
  }
}

// MARK: - References

extension BodyReader {
  /// A `[^label]` in the text.
  mutating func readFootnoteReference(_ lift: Int) {
    let written = text.written(lift)
    let key = Footnotes.key(String(decoding: written.dropFirst(2).dropLast(), as: UTF8.self))
    guard footnotes.defined.contains(key) else {
      let span = spans.take(text.lifts[lift].range)
      diagnostics.append(unknownFootnote(text.source.path, span, written))
      return writeText(written)
    }
    writer.append("<sup class=\"footnote-reference\"><a href=\"#")
    writer.add(.anchor(footnotes.anchor(of: key)))
    writer.append("\" id=\"")
    let anchor = footnotes.anchorOfNextReference(to: key)
    writer.add(.anchor(anchor))
    writer.append("\" role=\"doc-noteref\">")
    let piece = writer.add(.html(0..<0))
    writer.append("</a></sup>")
    footnotes.references.append(Footnotes.Reference(key: key, anchor: anchor, piece: piece))
  }
}

// MARK: - Texts

extension BodyReader {
  /// Begins a footnote's text, if a list item stands for one.
  mutating func startFootnote(_ item: Node) -> Bool {
    guard let written = footnote(at: item) else { return false }
    footnotes.next += 1
    let key = Footnotes.key(written.label)
    let firstPiece = Int(writer.nextPiece())
    footnotes.open.append(
      Footnotes.OpenNote(
        key: key, item: item, firstPiece: firstPiece, firstReference: footnotes.references.count,
        span: written.span))
    return true
  }

  /// Ends a footnote's text, and takes its pieces out of the body.
  mutating func endFootnote(_ item: Node) -> Bool {
    guard let open = footnotes.open.last, open.item == item else { return false }
    footnotes.open.removeLast()
    let pieces = writer.takePieces(from: open.firstPiece)
    let isFirst = footnotes.notes[open.key] == nil
    if isFirst {
      footnotes.notes[open.key] = Footnotes.Note(pieces: pieces, span: open.span)
    } else {
      diagnostics.append(repeatedFootnote(text.source.path, open.span))
    }
    for index in open.firstReference..<footnotes.references.count
    where footnotes.references[index].home == nil {
      footnotes.references[index].piece -= open.firstPiece
      footnotes.references[index].home = isFirst ? open.key : ""
    }
    return true
  }

  /// The footnote that a list item stands for, as one did on its line and column.
  func footnote(at item: Node) -> LiftedText.Footnote? {
    guard footnotes.next < text.findings.footnotes.count else { return nil }
    let next = text.findings.footnotes[footnotes.next]
    return next.line == item.firstLine && next.column == item.firstColumn ? next : nil
  }

  /// Notes the footnotes that stand before a line and were not met: what they were taken from is
  /// code, or part of a paragraph.
  mutating func skipFootnotes(before line: Int) {
    while footnotes.next < text.findings.footnotes.count,
      text.findings.footnotes[footnotes.next].line < line
    {
      misread.plain.insert(text.sourceLine(text.findings.footnotes[footnotes.next].line))
      footnotes.next += 1
    }
  }

  /// Writes the numbers of the references, and the footnotes that are used, below the text.
  mutating func writeFootnotes() {
    let order = footnotes.inOrder
    let used = Set(order)
    let unused = footnotes.notes.filter { !used.contains($0.key) }.map(\.value.span)
    for span in unused.sorted(by: { ($0.line, $0.column) < ($1.line, $1.column) }) {
      diagnostics.append(unusedFootnote(text.source.path, span))
    }
    guard !order.isEmpty else { return }
    fillNumbers(order)
    writer.startLine()
    writer.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
    writer.add(.word(.footnotes))
    writer.append("\">\n<ol>\n")
    let references = footnotes.references.filter { $0.home.map(used.contains) ?? true }
    let anchors = Dictionary(grouping: references, by: \.key).mapValues { $0.map(\.anchor) }
    for key in order { writeNote(key, backTo: anchors[key] ?? []) }
    writer.append("</ol>\n</section>\n")
  }

  private mutating func fillNumbers(_ order: [String]) {
    let numbers = Dictionary(uniqueKeysWithValues: zip(order, 1...))
    for reference in footnotes.references {
      guard let number = numbers[reference.key] else { continue }
      let piece = writer.loosePiece(String(number))
      if let home = reference.home {
        guard let note = footnotes.notes[home] else { continue }
        var pieces = note.pieces
        pieces[reference.piece] = piece
        footnotes.notes[home] = Footnotes.Note(pieces: pieces, span: note.span)
      } else {
        writer.replacePiece(at: reference.piece, with: piece)
      }
    }
  }

  private mutating func writeNote(_ key: String, backTo references: [String]) {
    guard let note = footnotes.notes[key] else { return }
    writer.append("<li id=\"")
    writer.add(.anchor(footnotes.anchor(of: key)))
    writer.append("\">\n")
    let endsInParagraph = writer.appendPieces(note.pieces, cutting: "</p>\n")
    writer.append(endsInParagraph ? " " : "<p>")
    writeBacklinks(to: references)
    writer.append("</p>\n</li>\n")
  }

  private mutating func writeBacklinks(to references: [String]) {
    for (index, reference) in references.enumerated() {
      writer.append(index == 0 ? "<a href=\"#" : " <a href=\"#")
      writer.add(.anchor(reference))
      writer.append("\" role=\"doc-backlink\" aria-label=\"")
      writer.add(.word(.footnoteBack))
      writer.append("\">↩")
      if index > 0 {
        writer.append("<sup>")
        writer.appendDecimal(index + 1)
        writer.append("</sup>")
      }
      writer.append("</a>")
    }
  }
}

// MARK: - Messages

private func unknownFootnote(
  _ path: String, _ span: SourceSpan, _ written: ArraySlice<UInt8>
) -> Diagnostic {
  let reference = String(decoding: written, as: UTF8.self).quotedInput
  return Diagnostic(
    .warning, "unknown-footnote", at: SourceLocation(path: path, span: span),
    "no footnote is written for '\(reference)'",
    hints: ["write it on a line of its own: \(reference): the text of the footnote"])
}

private func unusedFootnote(_ path: String, _ span: SourceSpan) -> Diagnostic {
  Diagnostic(
    .warning, "unused-footnote", at: SourceLocation(path: path, span: span),
    "nothing in the text refers to this footnote, so it is left out",
    hints: ["put its mark, such as [^1], where it belongs in the text"])
}

private func repeatedFootnote(_ path: String, _ span: SourceSpan) -> Diagnostic {
  Diagnostic(
    .warning, "repeated-footnote", at: SourceLocation(path: path, span: span),
    "a footnote with this mark is already written above; this one is left out",
    hints: ["give this one another mark, here and where the text refers to it"])
}
