import CCmark
import Diagnostics

/// An element that is not yet closed and may not be closed by the tree: raw HTML, and what tildes
/// strike through, which must not overlap with it.
struct RawElement {
  let name: String
  /// What is written at its end; `nil` for one that is left out.
  let end: StaticString?
  /// How deep in the tree it was opened: it is closed there, or when the walk leaves that node.
  let depth: Int
  var isLink = false

  /// The name of struck-through text, which no tag can have.
  static let strike = "~"
}

extension BodyReader {
  mutating func readRawHTML(_ node: Node) {
    guard dialect.isExtended else {
      writer.append("<!-- raw HTML omitted -->")
      return
    }
    readHTML(node.literal, line: text.sourceLine(node.firstLine), isBlock: false)
  }

  mutating func readHTMLBlock(_ node: Node) {
    writer.startLine()
    guard dialect.isExtended else {
      writer.append("<!-- raw HTML omitted -->\n")
      return
    }
    let line = openBlock(node)
    readHTML(node.literal, line: line, isBlock: true)
    let rest = notes.presence.endOfHeading ?? -1
    notes.presence.endOfHeading = nil
    let range = prose.close().map { max($0.lowerBound, rest)..<max($0.upperBound, rest) }
    if let range, !range.isEmpty { notePresence(inHTML: range, from: line) }
    writer.startLine()
  }

  private mutating func readHTML(
    _ html: UnsafeBufferPointer<UInt8>, line: Int, isBlock: Bool
  ) {
    var html = OpenHTML(bytes: html, isBlock: isBlock, line: line)
    var tokens = HTMLTokenizer(html.bytes)
    while let token = tokens.next() {
      switch token {
      case .text(let range): readText(html.decoded(range), line: html.line(at: range.lowerBound))
      case .startTag(let tag):
        readStartTag(tag, &html)
        if isBlock { html.beginHeading(tag.name, at: prose.end) }
        if AllowedElement.leftOutWhole.contains(tag.name), isBlock {
          tokens.skipContent(of: tag.name)
        }
      case .endTag(let name, let range):
        readEndTag(name, range, &html)
        if let heading = html.end(name) {
          notePresence(headingInHTML: heading, line: html.line(at: range.lowerBound))
        }
      case .comment: break
      case .other(let range): warn(.other, range, &html)
      }
    }
  }

  private mutating func readText(_ text: [UInt8], line: Int) {
    // White space between blocks that were left out, or after a comment, would leave empty lines.
    if writer.isAtLineStart, text.allSatisfy({ $0 <= 0x20 }) { return }
    text.withUnsafeBufferPointer { readNotation(in: $0, strikes: [], line: line) }
  }

  /// Raw HTML that is being read.
  struct OpenHTML {
    let bytes: UnsafeBufferPointer<UInt8>
    let isBlock: Bool
    /// The line of the file that `lineStart` is on.
    private var line: Int
    private var lineStart = 0

    init(bytes: UnsafeBufferPointer<UInt8>, isBlock: Bool, line: Int) {
      self.bytes = bytes
      self.isBlock = isBlock
      self.line = line
    }

    /// The line of the file that a byte is on; each question may only go forward.
    mutating func line(at index: Int) -> Int {
      line += bytes[lineStart..<max(index, lineStart)].count { $0 == 0x0A }
      lineStart = max(index, lineStart)
      return line
    }

    /// The heading that is open, and where its text begins.
    private var heading: (name: String, start: Int32)?

    mutating func beginHeading(_ name: String, at start: Int32) {
      if HTMLHeading.level(of: name) != nil { heading = (name, start) }
    }

    /// The heading that an end tag ends.
    mutating func end(_ name: String) -> HTMLHeading? {
      guard let heading, heading.name == name, let level = HTMLHeading.level(of: name) else {
        return nil
      }
      self.heading = nil
      return HTMLHeading(level: level, start: heading.start)
    }

    func decoded(_ range: Range<Int>) -> [UInt8] { decodingEntities(Array(bytes[range])) }
  }
}

/// A heading in raw HTML, `<h2>` for one.
struct HTMLHeading {
  let level: Int
  /// Where its text begins, in the prose.
  let start: Int32

  /// The level of `h2`; `nil` for another element.
  static func level(of name: String) -> Int? {
    guard name.utf8.count == 2, name.hasPrefix("h"), let level = Int(name.dropFirst()),
      (1...6).contains(level)
    else { return nil }
    return level
  }
}

// MARK: - Tags

extension BodyReader {
  private mutating func readStartTag(_ tag: HTMLTag, _ html: inout OpenHTML) {
    guard let element = AllowedElement.all[tag.name], html.isBlock || element.kind == .phrasing
    else {
      warn(.element(tag.name), tag.range, &html)
      leaveOut(tag)
      return
    }
    while let last = rawElements.last, last.depth == depth, element.ends.contains(last.name) {
      closeRawElement()
    }
    let parent = rawElements.last { $0.end != nil }?.name ?? ""
    guard element.parents.isEmpty || element.parents.contains(parent) else {
      warn(.misplaced(tag.name), tag.range, &html)
      leaveOut(tag)
      return
    }
    if element.kind == .block || tag.name == "br" { prose.appendSpace() }
    if tag.name == "br" { notePresenceBreak(isLine: false) }
    switch tag.name {
    case "img": readImage(tag, &html)
    case "a": readLink(tag, &html)
    default: writeStartTag(element, tag, &html)
    }
  }

  /// Remembers a tag that is left out, so that its end tag is left out without another warning.
  private mutating func leaveOut(_ tag: HTMLTag) {
    if tag.isClosed || AllowedElement.leftOutEmpty.contains(tag.name)
      || AllowedElement.all[tag.name]?.isEmpty == true
    {
      return
    }
    rawElements.append(RawElement(name: tag.name, end: nil, depth: depth))
  }

  private mutating func writeStartTag(
    _ element: AllowedElement, _ tag: HTMLTag, _ html: inout OpenHTML
  ) {
    writer.append("<")
    writer.append(element.name)
    writeAttributes(of: tag, except: [], &html)
    writer.append(element.isEmpty ? " />" : ">")
    guard !element.isEmpty else { return }
    rawElements.append(RawElement(name: tag.name, end: element.name, depth: depth))
    if tag.isClosed { closeRawElement() }
  }

  private mutating func writeAttributes(
    of tag: HTMLTag, except handled: Set<String>, _ html: inout OpenHTML
  ) {
    var seen = handled
    for attribute in tag.attributes where seen.insert(attribute.name).inserted {
      let value = value(of: attribute, html)
      if attribute.name == "id" || tag.name == "a" && attribute.name == "name" {
        writeAnchor(value, tag, &html)
      } else if let written = AllowedAttribute.written(attribute.name, value, on: tag.name) {
        writer.append(bytes: written.utf8)
      } else {
        warn(.attribute(attribute.name, of: tag.name), tag.range, &html)
      }
    }
  }

  /// Writes an id that a link may lead to, if no other has it.
  private mutating func writeAnchor(_ anchor: String, _ tag: HTMLTag, _ html: inout OpenHTML) {
    guard HeadingSlugs.slug(of: anchor) == anchor, slugs.reserve(anchor) else {
      return warn(.attribute("id", of: tag.name), tag.range, &html)
    }
    body.anchors.append(anchor)
    writer.append(" id=\"")
    writer.add(.anchor(anchor))
    writer.append("\"")
  }

  private func value(of attribute: HTMLTag.Attribute, _ html: OpenHTML) -> String {
    let written = UnsafeBufferPointer(rebasing: html.bytes[attribute.value])
    let restored = text.hasPlaceholders ? text.restored(written, isEscaped: false) : Array(written)
    return String(decoding: decodingEntities(restored), as: UTF8.self)
  }

  private func value(of name: String, _ tag: HTMLTag, _ html: OpenHTML) -> String? {
    tag.attributes.first { $0.name == name }.map { value(of: $0, html) }
  }

  private mutating func readEndTag(_ name: String, _ range: Range<Int>, _ html: inout OpenHTML) {
    let isEmpty = AllowedElement.all[name]?.isEmpty == true
    guard !isEmpty, let index = rawElements.lastIndex(where: { $0.name == name }),
      rawElements[index].depth == depth
    else {
      return warn(.endTag(name), range, &html)
    }
    while rawElements.count > index { closeRawElement() }
  }

  /// Closes the raw elements that were opened within the node that the walk leaves.
  mutating func closeRawElements(within node: Node) {
    while let last = rawElements.last, last.depth >= depth { closeRawElement() }
    if node.kind == CMARK_NODE_DOCUMENT { writer.startLine() }
  }

  mutating func closeRawElement() {
    guard let element = rawElements.popLast(), let end = element.end else { return }
    if element.isLink { return leaveLink() }
    if element.name == RawElement.strike, let start = struckStarts.popLast() {
      body.struck.append(start..<prose.end)
    }
    writer.append("</")
    writer.append(end)
    writer.append(">")
    if AllowedElement.all[element.name]?.kind == .block { prose.appendSpace() }
  }
}

// MARK: - Links and images

extension BodyReader {
  private mutating func readLink(_ tag: HTMLTag, _ html: inout OpenHTML) {
    guard let address = value(of: "href", tag, html) else {
      if let element = AllowedElement.all["a"] { writeStartTag(element, tag, &html) }
      return
    }
    guard link == nil else {
      warn(.misplaced("a"), tag.range, &html)
      return leaveOut(tag)
    }
    for attribute in tag.attributes where !["href", "title", "rel"].contains(attribute.name) {
      warn(.attribute(attribute.name, of: "a"), tag.range, &html)
    }
    enterLink(
      address: address, title: value(of: "title", tag, html), span: span(of: tag.range, &html))
    rawElements.append(RawElement(name: "a", end: "a", depth: depth, isLink: true))
    if tag.isClosed { closeRawElement() }
  }

  private mutating func readImage(_ tag: HTMLTag, _ html: inout OpenHTML) {
    for attribute in tag.attributes
    where !["src", "alt", "title", "width", "height", "loading"].contains(attribute.name) {
      warn(.attribute(attribute.name, of: "img"), tag.range, &html)
    }
    placeImage(
      address: value(of: "src", tag, html) ?? "", alternative: value(of: "alt", tag, html) ?? "",
      title: value(of: "title", tag, html), span: span(of: tag.range, &html))
  }
}

// MARK: - Messages

extension BodyReader {
  private enum Dropped {
    case element(String)
    case misplaced(String)
    case attribute(String, of: String)
    case endTag(String)
    case other

    var summary: String {
      switch self {
      case .element(let name): "the HTML element '\(name.quotedInput)' is left out of the page"
      case .misplaced(let name):
        "the HTML element '\(name)' cannot stand here, and is left out of the page"
      case .attribute(let name, let element):
        "the attribute '\(name.quotedInput)' of the HTML element '\(element)' is left out"
      case .endTag(let name):
        "'</\(name.quotedInput)>' closes nothing that is open here, and is left out"
      case .other: "this HTML is left out of the page"
      }
    }
  }

  private mutating func warn(_ dropped: Dropped, _ range: Range<Int>, _ html: inout OpenHTML) {
    let span = span(of: range, &html)
    diagnostics.append(
      Diagnostic(
        .warning, "raw-html", at: SourceLocation(path: text.source.path, span: span),
        dropped.summary,
        hints: ["write it in Markdown, or put it between backticks to show it as it is"]))
  }

  private mutating func span(of range: Range<Int>, _ html: inout OpenHTML) -> SourceSpan {
    let written = html.bytes[range].prefix { $0 != 0x0A }
    let restored = text.restored(UnsafeBufferPointer(rebasing: written), isEscaped: false)
    return spans.span(of: restored, onLine: html.line(at: range.lowerBound), through: lastLine)
  }
}
