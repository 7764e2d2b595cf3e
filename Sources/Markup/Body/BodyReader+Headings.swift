/// A heading whose end is not yet reached.
struct OpenHeading {
  let level: Int
  let line: Int
  /// Where its output begins, to take it out again if it is the title.
  let start: PieceWriter.Mark
  /// The piece for its anchor, which is known only at its end.
  let anchorPiece: Int
}

extension BodyReader {
  mutating func enterHeading(_ node: Node) {
    let level = node.headingLevel
    let line = open(node, as: .heading)
    let start = writer.mark
    writer.startLine()
    writer.append("<h")
    writer.appendDecimal(level)
    guard dialect.isExtended else {
      writer.append(">")
      return
    }
    writer.append(" id=\"")
    let anchorPiece = writer.add(.anchor(""))
    writer.append("\"")
    self.start("")
    heading = OpenHeading(level: level, line: line, start: start, anchorPiece: anchorPiece)
  }

  mutating func leaveHeading(_ node: Node) {
    let range = prose.close()
    writer.append("</h")
    writer.appendDecimal(node.headingLevel)
    writer.append(">\n")
    guard let heading else { return }
    self.heading = nil
    let title = range ?? prose.end..<prose.end
    noteSection(title, level: heading.level, line: heading.line)
    notePresence(heading: title, level: heading.level, line: text.sourceLine(node.firstLine))
    let anchor = slugs.next(for: asWritten(title))
    if titleFromHeading, body.title == nil, heading.level == 1, isAtTopLevel, !title.isEmpty {
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
