import CCmark
import Diagnostics
import Text

/// A heading whose end is not yet reached.
struct OpenHeading {
  let level: Int
  let line: Int
  /// Where its output begins, to take it out again if it is the title.
  let start: PieceWriter.Mark
  /// The piece for its anchor, which is known only at its end.
  let anchorPiece: Int
  /// The anchor that the author gives, and where in the file.
  var anchor: String?
  var anchorPlace: Range<Int>?
}

extension BodyReader {
  mutating func enterHeading(_ node: Node) {
    let level = node.headingLevel
    let line = open(node, as: .heading)
    let start = writer.mark
    writer.startLine()
    guard dialect.isExtended else {
      writer.append("<h")
      writer.appendDecimal(level)
      writer.append(">")
      return
    }
    guard !node.isWithoutWords(besides: text.isAnchor) else {
      writer.append("<p")
      self.start("")
      heading = OpenHeading(level: level, line: line, start: start, anchorPiece: -1)
      return
    }
    writer.append("<h")
    writer.appendDecimal(level)
    writer.append(" id=\"")
    let anchorPiece = writer.add(.anchor(""))
    writer.append("\"")
    self.start("")
    heading = OpenHeading(level: level, line: line, start: start, anchorPiece: anchorPiece)
  }

  mutating func leaveHeading(_ node: Node) {
    let range = prose.close()
    if let heading, heading.anchorPiece < 0 {
      self.heading = nil
      return leaveEmptyHeading(heading, node)
    }
    writer.append("</h")
    writer.appendDecimal(node.headingLevel)
    writer.append(">\n")
    guard let heading else { return }
    self.heading = nil
    let title = range ?? prose.end..<prose.end
    noteSection(title, level: heading.level, line: heading.line)
    notePresence(heading: title, level: heading.level, line: text.sourceLine(node.firstLine))
    let anchor = anchor(of: heading, title)
    if isTitle(title, heading) {
      writer.cut(backTo: heading.start)
      footnotes.dropReferences(from: writer.pieces.count)
      body.title = title
      body.titleAnchor = anchor
    } else {
      writer.replacePiece(at: heading.anchorPiece, with: .anchor(anchor))
      body.headings.append(
        Body.Heading(level: heading.level, anchor: anchor, title: title, line: heading.line))
    }
  }

  /// Ends a heading without words: it is no heading, and what it shows all the same is a paragraph.
  private mutating func leaveEmptyHeading(_ heading: OpenHeading, _ node: Node) {
    if node.showsSomething {
      writer.append("</p>\n")
    } else {
      writer.cut(backTo: heading.start)
    }
    let problem = emptyHeading(at: text.source.location(line: heading.line), heading.level)
    if heading.level == 1, titleFromHeading, body.title == nil, emptyTitle == nil {
      emptyTitle = problem
    } else {
      diagnostics.append(problem)
    }
  }

  /// Tells of the empty `#` that may have been meant as the title, unless there is none: that is
  /// told then.
  mutating func tellEmptyTitle() {
    if let emptyTitle, body.title != nil { diagnostics.append(emptyTitle) }
  }

  /// The author's own anchor, if it is not taken, else one made of the words.
  private mutating func anchor(of heading: OpenHeading, _ title: ProseRange) -> String {
    guard let given = heading.anchor else { return slugs.next(for: asWritten(title)) }
    if slugs.reserve(given) { return given }
    if let place = heading.anchorPlace {
      diagnostics.append(
        repeatedAnchor(
          given, SourceLocation(path: text.source.path, span: text.source.span(of: place))))
    }
    return slugs.next(for: asWritten(title))
  }

  /// Whether a heading is the entry's title: the one that is asked for, or a first one that says
  /// what the front matter says.
  private func isTitle(_ title: ProseRange, _ heading: OpenHeading) -> Bool {
    guard body.title == nil, isAtTopLevel, !title.isEmpty else { return false }
    if titleFromHeading { return heading.level == 1 }
    guard let givenTitle, body.headings.isEmpty,
      heading.level == 1 || heading.start.isAtBeginning
    else { return false }
    return TitleWords(asWritten(title)) == TitleWords(givenTitle)
  }

  /// The text of a heading with what the author wrote in place of its holes, as the git host, which
  /// knows no holes, makes its anchor from.
  private func asWritten(_ range: ProseRange) -> String {
    let prose = prose.prose
    guard let last = prose.holes.last, last.offset >= range.lowerBound else {
      return prose.string(range)
    }
    var written: [UInt8] = []
    var start = Int(range.lowerBound)
    for hole in prose.holes.reversed().prefix(while: { $0.offset >= range.lowerBound }).reversed() {
      written += prose.text[start..<Int(hole.offset)]
      start = Int(hole.offset)
      written += writtenName(of: hole.filling).utf8
    }
    written += prose.text[start..<Int(range.upperBound)]
    return String(decoding: written, as: UTF8.self)
  }

  private func writtenName(of filling: Prose.Hole.Filling) -> String {
    switch filling {
    case .mention(let mention): body.mentions[Int(mention)].name
    case .linkTitle(let link):
      switch body.links[Int(link)].destination {
      case .name(let name, _): name
      case .heading(let anchor): anchor
      case .path(let path, _): path
      case .elsewhere(let address): address
      }
    }
  }
}

/// A title as readers compare it: case, accents, spaces and the marks between words make no
/// difference.
private struct TitleWords: Equatable {
  private let words: String

  init(_ title: String) {
    let folded = title.foldedForComparison
    let words = folded.unicodeScalars.filter { !$0.properties.isWhitespace && !$0.partsWords }
    self.words = words.isEmpty ? folded : String(String.UnicodeScalarView(words))
  }
}

extension Unicode.Scalar {
  fileprivate var partsWords: Bool {
    ":;,.!?'’\"“”()/…".unicodeScalars.contains(self)
      || properties.generalCategory == .dashPunctuation
  }
}

extension LiftedText {
  /// Whether a text node is an anchor that was lifted out and nothing else.
  func isAnchor(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    guard hasPlaceholders, case (.lifted(let lift), literal.count)? = literal.placeholder(at: 0)
    else { return false }
    return lifts.indices.contains(lift) && lifts[lift].kind == .anchor
  }
}

extension Node {
  /// Whether there is nothing to read in a heading: no text but signs of emphasis, and no code.
  fileprivate func isWithoutWords(besides isAnchor: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    !holds { node in
      switch node.kind {
      case CMARK_NODE_CODE: true
      case CMARK_NODE_TEXT: !isAnchor(node.literal) && !node.literal.isWithoutWords
      default: false
      }
    }
  }

  /// Whether a heading shows something all the same: a picture, or raw HTML.
  fileprivate var showsSomething: Bool {
    holds { $0.kind == CMARK_NODE_IMAGE || $0.kind == CMARK_NODE_HTML_INLINE }
  }

  /// Whether any node below this one is such, those within images left out.
  private func holds(_ isSuch: (Node) -> Bool) -> Bool {
    var waiting = firstChild.map { [$0] } ?? []
    while let node = waiting.popLast() {
      if isSuch(node) { return true }
      if let next = node.next { waiting.append(next) }
      if node.kind != CMARK_NODE_IMAGE, let child = node.firstChild { waiting.append(child) }
    }
    return false
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isWithoutWords: Bool {
    String(decoding: self, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      "*_~#\u{200B}\u{FEFF}".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace
    }
  }
}

// MARK: - Messages

private func emptyHeading(at place: SourceLocation, _ level: Int) -> Diagnostic {
  Diagnostic(
    .warning, "empty-heading", at: place, "a heading needs words",
    hints: ["write them after '\(String(repeating: "#", count: level))', or delete the line"])
}

private func repeatedAnchor(_ anchor: String, _ place: SourceLocation) -> Diagnostic {
  Diagnostic(
    .warning, "repeated-anchor", at: place,
    "'\(anchor.quotedInput)' is the anchor of a place above, so this heading has one of its words",
    hints: ["give it another, or none"])
}
