import Diagnostics

extension YAMLScanner {
  /// The quotation mark that closes the one at `start`, on its line or on lines indented further
  /// than the field it belongs to; `nil` where it is never closed.
  func closingQuote(from start: Int) -> Int? {
    let quote = bytes[start]
    var offset = start + 1
    while offset < block.range.upperBound {
      let byte = bytes[offset]
      if byte == quote {
        let isPair = quote == UInt8(ascii: "'") && offset + 1 < block.range.upperBound
        guard isPair, bytes[offset + 1] == quote else { return offset }
        offset += 2
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        let isBreak = offset + 1 < block.range.upperBound && bytes[offset + 1].isLineBreak
        offset += isBreak ? 1 : 2
      } else if byte.isLineBreak {
        let content = contentAfterBreak(at: offset)
        guard content.column > max(levels.last?.column ?? 0, 0) else { return nil }
        offset = content.offset
      } else {
        offset += 1
      }
    }
    return nil
  }

  /// The next byte that is not blank after a line break, and its column.
  func contentAfterBreak(at offset: Int) -> (offset: Int, column: Int) {
    var start = offset
    var end = offset
    while end < block.range.upperBound, bytes[end].isLineBreak || bytes[end].isBlank {
      if bytes[end].isLineBreak { start = end + 1 }
      end += 1
    }
    return (end, end - start)
  }

  /// Reads a value in quotation marks.
  mutating func scanQuoted() {
    let start = position
    guard let end = closingQuote(from: start) else {
      let text = start..<endOfLine
      report(unclosedQuote(text))
      maskText((start + 1)..<text.upperBound)
      repair.insert([bytes[start]], at: text.upperBound)
      open = .nothing
      return
    }
    if end < line.upperBound, !isFinished(at: end + 1) {
      report(textAfterQuote(start..<endOfText(from: start)))
      return scanAsText()
    }
    maskText((start + 1)..<end)
    goToLine(of: end)
  }

  /// Reads on after the line on which a value of several lines ended.
  mutating func goToLine(of end: Int) {
    open = .nothing
    guard end >= line.upperBound else { return }
    beginLine(at: block.source.start(ofLine: block.source.line(at: end)) ?? end)
  }
}
