/// What a drawing or another XML document says: its texts, and the values of its attributes.
struct XmlText {
  private let isDrawing: Bool
  private var lines: LineCounter
  private var pieces: [TextPiece] = []
  /// The elements that are open.
  private var open: [String] = []
  /// The text of the paragraph that is open, and the same with a space where a part was placed by
  /// itself.
  private var paragraph: [UInt8] = []
  private var spaced: [UInt8] = []
  private var line = 1
  /// How many elements are open inside one that is not published.
  private var unpublished = 0

  /// - Parameter isCleaned: whether the drawing is published without what editors leave in it
  ///   (`SvgLeavings`), which then says nothing.
  static func pieces(of bytes: [UInt8], isDrawing: Bool, isCleaned: Bool) -> [TextPiece] {
    var text = XmlText(isDrawing: isDrawing, lines: LineCounter(bytes))
    do throws(XmlFault) {
      var reader = try XmlReader(bytes)
      while let event = try reader.next() {
        text.note(event, at: reader.range.lowerBound, isCleaned: isCleaned)
        if case .comment = event, !isCleaned { text.addComment(bytes[reader.range]) }
      }
    } catch {
      // Whatever it is, a person could read it as it stands.
      return PlainText.pieces(of: bytes)
    }
    text.flush()
    return text.pieces
  }

  private init(isDrawing: Bool, lines: LineCounter) {
    self.isDrawing = isDrawing
    self.lines = lines
  }

  private mutating func note(_ event: XmlEvent, at offset: Int, isCleaned: Bool) {
    switch event {
    case .start(let element):
      let isLeftOut = isCleaned && (!element.isSvg || element.localName == "metadata")
      if unpublished > 0 || isLeftOut {
        unpublished += 1
      } else {
        begin(element, at: offset, isCleaned: isCleaned)
      }
    case .end: if unpublished > 0 { unpublished -= 1 } else { end() }
    case .text(let text): if unpublished == 0 { add(text, at: offset) }
    default: break
    }
  }

  /// Whoever opens the file can read its comments, where it is published as it is.
  private mutating func addComment(_ comment: ArraySlice<UInt8>) {
    let words = comment.dropFirst("<!--".utf8.count).dropLast("-->".utf8.count)
    guard words.contains(where: { !$0.isSpace }) else { return }
    pieces.append(TextPiece(Array(words), line: lines.line(at: comment.startIndex)))
  }

  private mutating func begin(_ element: XmlElement, at offset: Int, isCleaned: Bool) {
    let isPart = isPart(element.localName)
    if !isPart { flush() }
    if element.attributes.contains(where: { placing.contains($0.localName) }), isPart {
      spaced.append(0x20)
    }
    open.append(element.localName)
    for attribute in element.attributes where !looks.contains(attribute.localName) {
      if isCleaned, !["", "xml", "xlink"].contains(attribute.prefix) { continue }
      guard attribute.declaredPrefix == nil, !attribute.value.isEmpty else { continue }
      let isProse = speaking.contains(attribute.localName.lowercased())
      pieces.append(TextPiece(attribute.value, line: lines.line(at: offset), isProse: isProse))
    }
  }

  private func isPart(_ element: String) -> Bool {
    (isDrawing ? partsOfDrawnText : partsOfText).contains(element)
  }

  private mutating func end() {
    if !isPart(open.last ?? "") { flush() }
    open.removeLast()
  }

  private mutating func add(_ text: [UInt8], at offset: Int) {
    if paragraph.isEmpty { line = lines.line(at: offset) }
    paragraph += text
    spaced += text
  }

  private mutating func flush() {
    let isProse = open.last != "style" && open.last != "script"
    if paragraph.contains(where: { !$0.isSpace }) {
      pieces.append(TextPiece(paragraph, line: line, isProse: isProse))
      let words = spaced.drop(while: \.isSpace)
      if !words.elementsEqual(paragraph.drop(while: \.isSpace)) {
        pieces.append(TextPiece(spaced, line: line, isProse: isProse))
      }
    }
    paragraph = []
    spaced = []
  }
}

/// Elements of XHTML that part no text; in other XML these names are free.
private let partsOfText: Set<String> = [
  "a", "abbr", "b", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub",
  "sup", "u",
]

/// Elements of SVG that part no text.
private let partsOfDrawnText: Set<String> = [
  "tspan", "textPath", "a", "tref", "flowSpan", "altGlyph",
]

/// Attributes that place a part of a text by itself.
private let placing: Set<String> = ["x", "y", "dx", "dy"]

/// Attributes that say how something looks: numbers, colours, the names of fonts.
private let looks: Set<String> = [
  "d", "points", "transform", "viewBox", "values", "x", "y", "style", "font-family", "font",
]

/// Attributes that are read out, shown or followed.
private let speaking: Set<String> = [
  "aria-label", "aria-description", "title", "alt", "label", "desc", "description", "href",
  "content", "name", "value", "target",
]

/// Tells the lines of places that are asked for in order.
struct LineCounter {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func line(at place: Int) -> Int {
    while offset < min(place, bytes.count) {
      if bytes[offset] == 0x0A { line += 1 }
      offset += 1
    }
    return line
  }
}
