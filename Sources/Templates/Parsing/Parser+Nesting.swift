import Diagnostics

/// A tag that waits for its closing tag, with what has been read since.
struct OpenTag {
  enum Role { case section, parent, block, argument }

  let role: Role
  let tag: Tag
  let label: String
  /// Where its content starts in the text.
  let start: Int
  var content: [Node] = []
  var arguments: [Block] = []
  var lost: [Range<Int>] = []
}

// MARK: - Opening

extension Parser {
  var isInParent: Bool { openTags.last?.role == .parent }

  mutating func openSection(_ tag: Tag) {
    takeOut(tag)
    open(.section, tag)
  }

  /// Opens a block that fills a place of the parent around it; what else is on its line is not
  /// shown, so only what follows matters.
  mutating func openArgument(_ tag: Tag) {
    endText(at: tag.range.lowerBound)
    textStart = tag.isLastOnLine ? tag.lineBreak.upperBound : tag.range.upperBound
    open(.argument, tag)
  }

  /// Opens a parent or a block, either of which may turn out to have its lines to itself: the white
  /// space before it is kept back until its closing tag says.
  mutating func openPlace(_ role: OpenTag.Role, _ tag: Tag) {
    if tag.isFirstOnLine {
      endText(at: tag.lineStart)
    } else {
      endText(at: tag.range.lowerBound, beforeTag: true)
    }
    textStart = tag.isStandalone ? tag.lineBreak.upperBound : tag.range.upperBound
    open(role, tag)
  }

  private mutating func open(_ role: OpenTag.Role, _ tag: Tag) {
    let label = reference(tag).label
    openTags.append(OpenTag(role: role, tag: tag, label: label, start: textStart))
  }
}

// MARK: - Closing

extension Parser {
  mutating func close(_ tag: Tag) {
    let label = reference(tag).label
    guard let role = openTags.last?.role else {
      pass(tag)
      return report(.strayClose(label), at: tag.range)
    }
    guard openTags.last?.label == label else { return closeOther(label, tag) }
    switch role {
    case .section: closeSection(tag)
    case .parent: closeParent(tag)
    case .block: closeBlock(tag)
    case .argument: closeArgument(tag)
    }
  }

  private mutating func closeSection(_ tag: Tag) {
    takeOut(tag)
    let open = openTags.removeLast()
    let isInverted = open.tag.kind == .inverted
    append(
      .section(name(open.tag.content), isInverted: isInverted, content: open.content),
      at: open.tag.range)
  }

  private mutating func closeParent(_ tag: Tag) {
    endText(at: tag.range.lowerBound)
    let open = openTags.removeLast()
    let hasLines = endPlace(open, tag)
    let indentation = hasLines ? open.tag.indentation : nil
    append(
      .parent(
        reference(open.tag), indentation: indentation, arguments: open.arguments,
        lost: open.lost),
      at: open.tag.range)
  }

  private mutating func closeBlock(_ tag: Tag) {
    let end = tag.isStandalone ? tag.lineStart : tag.range.lowerBound
    endText(at: end, beforeTag: !tag.isStandalone)
    let open = openTags.removeLast()
    let hasLines = endPlace(open, tag)
    let isOwnIndentation = open.content.isEmpty || !open.tag.isStandalone
    let indentation =
      isOwnIndentation ? open.tag.indentation : scanner.margin(of: open.start..<end)
    let block = Block(
      name: name(open.tag.content), content: open.content, margin: 0,
      startsLine: open.tag.isStandalone, endsLine: tag.isFirstOnLine,
      lines: hasLines ? Block.Lines(indentation: indentation, lineBreak: tag.lineBreak) : nil)
    append(.block(block), at: open.tag.range)
  }

  /// Goes on after a parent or a block; says whether it had its lines, from the opening to the
  /// closing tag, to itself.
  private mutating func endPlace(_ open: OpenTag, _ tag: Tag) -> Bool {
    let hasLines = open.tag.isFirstOnLine && tag.isLastOnLine
    let takesLine = hasLines || (open.role == .block && tag.isStandalone)
    textStart = takesLine ? tag.lineBreak.upperBound : tag.range.upperBound
    if open.tag.isFirstOnLine, !hasLines, !(open.role == .block && open.tag.isStandalone) {
      appendText(open.tag.indentation, beforeTag: true)
    }
    return hasLines
  }

  private mutating func closeArgument(_ tag: Tag) {
    let end = tag.isFirstOnLine ? tag.lineStart : tag.range.lowerBound
    endText(at: end)
    textStart = tag.range.upperBound
    let open = openTags.removeLast()
    let startsLine = open.tag.isLastOnLine
    let block = Block(
      name: name(open.tag.content), content: open.content,
      margin: startsLine ? scanner.margin(of: open.start..<max(open.start, end)).count : 0,
      startsLine: startsLine, endsLine: tag.isFirstOnLine, lines: nil)
    openTags[openTags.count - 1].arguments.append(block)
  }

  /// A closing tag that isn't for the innermost open one: closes those that were forgotten, or, if
  /// it names no open one, is taken for a slip of the pen.
  private mutating func closeOther(_ label: String, _ tag: Tag) {
    pass(tag)
    guard let match = openTags.lastIndex(where: { open in open.label == label }) else {
      let open = openTags.removeLast()
      let line = source.text.location(of: open.tag.range).line
      return report(.mismatchedClose(label, open: open.label, line: line), at: tag.range)
    }
    for open in openTags[(match + 1)...] {
      report(.unclosedSection(open.label), at: open.tag.range)
    }
    openTags.removeSubrange(match...)
  }
}
