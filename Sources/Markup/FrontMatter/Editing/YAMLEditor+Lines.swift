import Diagnostics

extension YAMLEditor {
  /// The end of an offset's line, without its break.
  func endOfLine(_ offset: Int) -> Int {
    source.bytes[offset...].firstIndex(where: \.isLineBreak) ?? source.bytes.count
  }

  func startOfLine(_ offset: Int) -> Int {
    max(source.start(ofLine: source.line(at: offset)) ?? 0, source.startOfText)
  }

  /// Where the line below begins, or the end of the file.
  func afterLine(_ offset: Int) -> Int {
    source.start(ofLine: source.line(at: offset) + 1) ?? source.bytes.count
  }

  /// The break of the line of an offset, or else that of the file's first line.
  func lineBreak(at offset: Int) -> String {
    for start in [offset, 0] {
      let end = endOfLine(start)
      let next = afterLine(start)
      if end < next { return String(decoding: source.bytes[end..<next], as: UTF8.self) }
    }
    return "\n"
  }

  /// Whether only blanks stand before an offset on its line.
  func beginsLine(_ offset: Int) -> Bool {
    source.bytes[startOfLine(offset)..<offset].allSatisfy(\.isBlank)
  }

  /// The end of the block of front matter.
  var endOfMatter: Int { extent.matter?.upperBound ?? extent.bodyStart }

  /// Where the lines of a value end, with the comments below that stand further right than its field.
  func afterLines(of value: YAMLSyntax.Value) -> Int {
    var end = afterLine(max(value.head, value.range.upperBound))
    while end < endOfMatter {
      let content = source.bytes[end..<endOfMatter].firstIndex { !$0.isBlank } ?? endOfMatter
      guard isComment(content), content - end > value.parent
      else { break }
      end = afterLine(content)
    }
    return end
  }

  /// Whether a comment begins here; a `#` may be a word of text, too.
  private func isComment(_ offset: Int) -> Bool {
    syntax.pieces.contains { $0.kind == .comment && $0.range.lowerBound == offset }
  }

  /// Where the blank lines that begin at an offset end.
  func afterBlankLines(from start: Int) -> Int {
    var end = start
    while end < endOfMatter, source.bytes[end..<endOfLine(end)].allSatisfy(\.isBlank) {
      end = afterLine(end)
    }
    return end
  }

  /// The end of the last blank line below a line that ends here, without its break.
  func endOfBlankLines(below end: Int) -> Int {
    var last = end
    var next = afterLine(end)
    while next > last, next < endOfMatter,
      source.bytes[next..<endOfLine(next)].allSatisfy(\.isBlank)
    {
      last = endOfLine(next)
      next = afterLine(last)
    }
    return last
  }

  /// Where the comments directly above a line begin, which are about what follows.
  func startOfComments(above start: Int) -> Int {
    var first = start
    while first > (extent.matter?.lowerBound ?? first) {
      let above = startOfLine(first - 1)
      let content = source.bytes[above..<first].firstIndex { !$0.isBlank } ?? first
      guard isComment(content) else { break }
      first = above
    }
    return first
  }

  /// Whether a line that begins here is blank, a comment or the end: whether a group of lines ends.
  func endsGroup(_ start: Int) -> Bool {
    let content = source.bytes[start..<max(start, endOfMatter)].firstIndex { !$0.isBlank }
    guard let content else { return true }
    return source.bytes[content].isLineBreak || source.bytes[content] == UInt8(ascii: "#")
  }

  /// The writer that writes as this file does, near a place.
  func writer(near offset: Int) -> YAMLWriter {
    YAMLWriter(lineBreak: lineBreak(at: offset), itemStep: syntax.root.itemStep ?? 2)
  }
}

extension YAMLSyntax.Value {
  /// How far the items of the first list below a field stand to the right of it.
  fileprivate var itemStep: Int? {
    for field in fields {
      if case .list = field.value.form, field.value.isBlock {
        return field.value.column == field.value.parent ? 0 : 2
      }
      if let step = field.value.itemStep { return step }
    }
    for item in items {
      if let step = item.value.itemStep { return step }
    }
    return nil
  }
}
