import CCmark
import Diagnostics

/// Walks libcmark's tree once and writes a body: HTML and pieces, prose, and the lists beside them.
///
/// The output is libcmark's own HTML (`html.c` of 0.30.2), tag for tag; what the handbook's dialect
/// does otherwise is in the extensions of this type, filed by subject, and listed at `Dialect`.
struct BodyReader {
  let text: LiftedText
  let dialect: Dialect
  let titleFromHeading: Bool
  /// The title that the front matter gives: a first heading that says the same is left out.
  let givenTitle: String?

  var body = Body()
  var diagnostics: [Diagnostic]
  var writer: PieceWriter
  var prose: ProseWriter
  var spans: SpanFinder
  var slugs = HeadingSlugs()

  /// How many nodes the walk is inside of.
  private(set) var depth = 0
  /// The quotes and list items that the walk is inside of, outermost first.
  var containers: [Prose.BlockKind] = []
  /// Whether the paragraph being read is shown without tags of its own.
  private var isTight = false
  /// Whether the paragraph being read begins as something else that was mistyped.
  private var isMistyped = false
  /// The last line of the file that the block being read is on.
  var lastLine = 0
  var heading: OpenHeading?
  var link: OpenLink?
  /// How many links the walk is inside of that stand in another link's label, and are none.
  var nestedLinks = 0
  var rawElements: [RawElement] = []
  var image: OpenImage?
  var table: OpenTable?
  /// What the readings of minutes remember: tasks, decisions, who was there.
  var notes = NoteReadings()
  /// Whether the first line of the paragraph being read was told as a pasted list item.
  var isPasted = false
  /// Where the pairs of tildes stand in the text nodes to come.
  var strikes: [Node: [Strike]] = [:]
  /// Where the struck-through text began that is being read, outermost first.
  var struckStarts: [Int32] = []
  /// The same of emphasis.
  var emphasisStarts: [Int32] = []
  /// The next of the text's cells to be met.
  var nextCell = 0
  var misread = MisreadLines()
  var footnotes: Footnotes
  /// Whether a shortcode has been warned of.
  var hasShortcode = false
  /// The marks of other tools that have been warned of.
  var toldMarks: Set<ForeignMark> = []
  /// The first `#` without words, told at the end unless the entry lacks its title for it.
  var emptyTitle: Diagnostic?
  /// The quotes that are shown as alerts.
  var alerts: Set<Node> = []

  init(
    _ text: LiftedText, _ dialect: Dialect, titleFromHeading: Bool, givenTitle: String? = nil
  ) {
    self.text = text
    self.dialect = dialect
    self.titleFromHeading = titleFromHeading
    self.givenTitle = givenTitle
    self.diagnostics = text.diagnostics
    let size = text.source.bytes.count - text.start
    self.writer = PieceWriter(capacity: size + size / 4 + 64)
    self.prose = ProseWriter(capacity: size)
    self.spans = SpanFinder(text.source)
    self.footnotes = Footnotes(text.findings.footnotes)
  }

  /// A body, or the lines that show it was read wrongly.
  struct Reading {
    let body: Diagnosed<Body>
    /// What must be lifted otherwise, and the text read again.
    var misread = MisreadLines()
  }

  /// Reads the whole tree; an empty body and an error where it is too deep.
  mutating func read(_ root: Node) -> Reading {
    if let node = visitAll(below: root) {
      let line = text.sourceLine(node.firstLine)
      let problem = ParsingLimits.nestedTooDeep(text.source, line: line)
      return Reading(body: Diagnosed(Body(), [problem]))
    }
    skipCells(before: .max)
    skipFootnotes(before: .max)
    if dialect.isExtended {
      writeFootnotes()
      tellEmptyTitle()
      tellUnusedDefinitions()
    }
    writer.closeHTML()
    body.pieces = writer.pieces.fitted
    body.html = writer.html.fitted
    body.prose = prose.prose.fitted
    return Reading(body: Diagnosed(body, diagnostics), misread: misread)
  }

  /// Visits every node in order, and returns the first that is too deep, if any.
  private mutating func visitAll(below root: Node) -> Node? {
    root.withEvents { events in
      while let (node, isEntering) = events.next() {
        if node.hasEnd, isEntering { depth += 1 }
        if depth > ParsingLimits.depth { return .some(node) }
        if table?.isRow == true { checkRow(node) }
        if image == nil { visit(node, isEntering) } else { visitInsideImage(node, isEntering) }
        if node.hasEnd, !isEntering { depth -= 1 }
      }
      return nil
    }
  }

  private mutating func visit(_ node: Node, _ isEntering: Bool) {
    switch node.kind {
    case CMARK_NODE_TEXT: readText(node)
    case CMARK_NODE_SOFTBREAK:
      writer.append("\n")
      prose.appendSpace()
      notePresenceBreak()
    case CMARK_NODE_LINEBREAK:
      writer.append("<br />\n")
      prose.appendSpace()
      notePresenceBreak()
    case CMARK_NODE_CODE: readCode(node)
    case CMARK_NODE_HTML_INLINE: readRawHTML(node)
    case CMARK_NODE_CODE_BLOCK: readCodeBlock(node)
    case CMARK_NODE_HTML_BLOCK: readHTMLBlock(node)
    case CMARK_NODE_THEMATIC_BREAK:
      writer.startLine()
      writer.append("<hr />\n")
    default:
      if isEntering { enter(node) } else { leave(node) }
    }
  }

  private mutating func enter(_ node: Node) {
    if text.findings.hints.hasTilde {
      strikes.merge(StrikeFinder(childrenOf: node).strikes) { $1 }
    }
    switch node.kind {
    case CMARK_NODE_PARAGRAPH: enterParagraph(node)
    case CMARK_NODE_HEADING: if !enterCell(node) { enterHeading(node) }
    case CMARK_NODE_BLOCK_QUOTE: enterQuote(node)
    case CMARK_NODE_LIST: enterList(node)
    case CMARK_NODE_ITEM: enterItem(node)
    case CMARK_NODE_EMPH: enterEmphasis(.emphasis)
    case CMARK_NODE_STRONG: enterEmphasis(.strong)
    case CMARK_NODE_LINK: enterLink(node)
    case CMARK_NODE_IMAGE: enterImage(node)
    default: break
    }
  }

  private mutating func leave(_ node: Node) {
    if !rawElements.isEmpty { closeRawElements(within: node) }
    switch node.kind {
    case CMARK_NODE_PARAGRAPH: leaveParagraph(node)
    case CMARK_NODE_HEADING: if !leaveCell(node) { leaveHeading(node) }
    case CMARK_NODE_BLOCK_QUOTE: leaveQuote(node)
    case CMARK_NODE_LIST: leaveList(node)
    case CMARK_NODE_ITEM: leaveItem(node)
    case CMARK_NODE_EMPH: leaveEmphasis(.emphasis)
    case CMARK_NODE_STRONG: leaveEmphasis(.strong)
    case CMARK_NODE_LINK: leaveLink()
    default: break
    }
  }

  /// Writes a start tag; where a body holds text from right to left, each block finds its own
  /// direction.
  mutating func start(_ tag: StaticString) {
    writer.append(tag)
    writer.append(text.findings.hints.hasRightToLeft ? " dir=\"auto\">" : ">")
  }

  /// Whether the block being read stands in no list and no quote.
  var isAtTopLevel: Bool { containers.isEmpty }

  /// Begins a leaf block: notes its lines, and opens it in the prose.
  ///
  /// - Returns: The line of the file that it starts on.
  @discardableResult
  mutating func openBlock(_ node: Node) -> Int {
    open(node, as: containers.last ?? .paragraph)
  }

  /// Begins a leaf block of a kind.
  @discardableResult
  mutating func open(_ node: Node, as kind: Prose.BlockKind) -> Int {
    let line = text.sourceLine(node.firstLine)
    lastLine = max(line, text.sourceLine(node.lastLine))
    prose.open(kind, line: line)
    return line
  }

  /// Begins a paragraph; the one that an alert's marker was taken out of may be empty.
  private mutating func enterParagraph(_ node: Node) {
    isTight = node.isTight && containers.last != .footnote
    let line = openBlock(node)
    if !isTight, node.firstChild != nil {
      writer.startLine()
      writer.append("<p")
      if isAtTopLevel {
        endLabel()
        startCandidate(.paragraph)
      }
      start("")
    }
    if dialect.isExtended {
      isPasted = readPastedLines(from: line, through: lastLine)
      isMistyped = readMistypedLines(from: line, through: lastLine)
    }
    writeTaskBox()
    startCandidateText()
  }

  private mutating func leaveParagraph(_ node: Node) {
    let range = prose.close()
    endTask(range)
    let isOnPresence = tellsPresence(
      range, from: text.sourceLine(node.firstLine), through: text.sourceLine(node.lastLine))
    if let candidate = notes.candidate {
      notes.candidate = nil
      if let range { endCandidate(candidate, range, node, isOnPresence: isOnPresence) }
    }
    if !isTight, node.firstChild != nil { writer.append("</p>\n") }
    if isAtTopLevel, body.summary == nil, !isOnPresence, !isMistyped { body.summary = range }
  }
}
