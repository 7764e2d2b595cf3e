import Diagnostics
import Text

extension YAMLSyntaxParser {
  /// Reads a value that begins at this byte and is neither a list nor fields on lines of their own.
  mutating func scalarOrBrackets(head: Int, parent: Int) throws(Fault) -> YAMLSyntax.Value {
    switch bytes[position] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      // A quote that closes before the end of the value is one of its words.
      if let close = closingQuote(from: position, parent: parent), isFinished(close + 1) {
        return quoted(to: close + 1, head: head, parent: parent)
      }
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if let value = brackets(head: head, parent: parent) { return value }
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      if let header = blockHeader { return blockText(header, head: head, parent: parent) }
    default:
      break
    }
    return plain(head: head, parent: parent)
  }

  private mutating func quoted(to end: Int, head: Int, parent: Int) -> YAMLSyntax.Value {
    let start = position
    let isSingle = bytes[start] == UInt8(ascii: "'")
    take(isSingle ? .singleQuoted : .doubleQuoted, to: end)
    return scalar(isSingle ? .singleQuoted : .doubleQuoted, start..<end, head, parent)
  }

  func scalar(
    _ style: YAMLSyntax.Style, _ range: Range<Int>, _ head: Int, _ parent: Int,
    isInFlow: Bool = false
  ) -> YAMLSyntax.Value {
    YAMLSyntax.Value(
      form: .scalar(style), range: range, head: head, parent: parent, isInFlow: isInFlow)
  }

  /// Whether the rest of a line is blank or a comment.
  func isFinished(_ offset: Int) -> Bool {
    let next = firstIndex(from: offset, to: end) { !$0.isBlank }
    return next >= end || bytes[next].isLineBreak
      || (bytes[next] == UInt8(ascii: "#") && next > offset)
  }

  /// The quote that closes the one at `start`: on its line, or on lines further right than `parent`.
  func closingQuote(from start: Int, parent: Int?) -> Int? {
    let quote = bytes[start]
    var offset = start + 1
    while offset < end {
      let byte = bytes[offset]
      if byte == quote {
        let isPair = quote == UInt8(ascii: "'") && offset + 1 < end && bytes[offset + 1] == quote
        guard isPair else { return offset }
        offset += 2
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        let isBreak = offset + 1 < end && bytes[offset + 1].isLineBreak
        offset += isBreak ? 1 : 2
      } else if byte.isLineBreak {
        let next = contentLine(from: afterBreak(offset), skippingComments: false)
        guard let parent, let next, next.column > parent else { return nil }
        offset = next.content
      } else {
        offset += 1
      }
    }
    return nil
  }

  // MARK: Plain text

  private mutating func plain(head: Int, parent: Int) -> YAMLSyntax.Value {
    let start = position
    var text = endOfText(from: start)
    while !hasComment(after: text),
      let line = contentLine(from: afterLine(text), skippingComments: false),
      line.column > parent, bytes[line.content] != UInt8(ascii: "#")
    {
      text = endOfText(from: line.content)
    }
    take(.plain, to: text)
    return scalar(.plain, start..<text, head, parent)
  }

  // MARK: Text below its field

  /// `|` or `>` with up to two signs, if that is all on the line.
  private var blockHeader: Range<Int>? {
    let text = position..<endOfText(from: position)
    let signs = bytes[text].dropFirst()
    let isHeader = signs.allSatisfy {
      $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
    }
    return isHeader && signs.count <= 2 ? text : nil
  }

  private mutating func blockText(
    _ header: Range<Int>, head: Int, parent: Int
  ) -> YAMLSyntax.Value {
    let isLiteral = bytes[header.lowerBound] == UInt8(ascii: "|")
    take(.blockHeader, to: header.upperBound)
    let text = textBelow(header, parent)
    takeTrivia(to: text?.lowerBound ?? header.upperBound)
    take(.blockText, to: text?.upperBound ?? header.upperBound)
    let range = header.lowerBound..<(text?.upperBound ?? header.upperBound)
    return scalar(
      isLiteral ? .literal(header: header) : .folded(header: header), range, head, parent)
  }

  /// The lines of text below a header, without the last break; `nil` where there are none.
  ///
  /// Blank lines at the end are text where `+` keeps them.
  private func textBelow(_ header: Range<Int>, _ parent: Int) -> Range<Int>? {
    let signs = bytes[header]
    let start = afterLine(header.upperBound)
    var indentation = signs.first(where: \.isDigit).map { max(parent, 0) + Int($0) - 0x30 }
    var (line, text) = (start, start)
    while line < end {
      let content = firstIndex(from: line, to: end) { $0 != 0x20 }
      let isBlank = bytes[line..<endOfLine(line)].allSatisfy(\.isBlank)
      if !isBlank, content - line <= parent || content - line < indentation ?? 0 { break }
      if !isBlank { indentation = indentation ?? (content - line) }
      let isText = !isBlank || content - line > indentation ?? Int.max
      if isText || signs.contains(UInt8(ascii: "+")) { text = endOfLine(line) }
      line = afterLine(line)
    }
    return text > start ? start..<text : nil
  }
}
