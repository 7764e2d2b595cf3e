import Diagnostics

extension YAMLSyntaxParser {
  /// Reads a list or fields in brackets that end their line; `nil` where it is something else, such
  /// as `[1] to [3]`, and then nothing has been read.
  mutating func brackets(head: Int, parent: Int) -> YAMLSyntax.Value? {
    let (start, count) = (position, pieces.count)
    do throws(Fault) {
      let value = try flow(head: head, parent: parent)
      if isFinished(position) { return value }
    } catch {
      // It is words, if the reader says so.
    }
    position = start
    pieces.removeSubrange(count...)
    return nil
  }

  /// Reads from an opening bracket to the one that closes it.
  private mutating func flow(
    head: Int, parent: Int, isInFlow: Bool = false
  ) throws(Fault) -> YAMLSyntax.Value {
    let start = position
    let isList = bytes[start] == UInt8(ascii: "[")
    var items: [YAMLSyntax.Item] = []
    var fields: [YAMLSyntax.Field] = []
    take(.bracket, to: start + 1)
    while try !takesCloser(isList ? "]" : "}") {
      if isList {
        items.append(YAMLSyntax.Item(start: position, value: try flowItem(parent)))
      } else {
        fields.append(try flowField(parent))
      }
      takeFlowTrivia()
      if byte == UInt8(ascii: ",") {
        take(.comma, to: position + 1)
      } else if byte != UInt8(ascii: isList ? "]" : "}") {
        throw fault
      }
    }
    return YAMLSyntax.Value(
      form: isList ? .list(items) : .fields(fields), range: start..<position, head: head,
      parent: parent, isInFlow: isInFlow, isFlow: true)
  }

  private var byte: UInt8? { position < end ? bytes[position] : nil }

  private mutating func takesCloser(_ closer: Unicode.Scalar) throws(Fault) -> Bool {
    takeFlowTrivia()
    guard let byte else { throw fault }
    guard byte == UInt8(ascii: closer) else { return false }
    take(.bracket, to: position + 1)
    return true
  }

  /// Takes blanks, breaks and comments, which begin behind a blank or a bracket.
  private mutating func takeFlowTrivia() {
    takeTrivia(to: end)
  }

  private mutating func flowItem(_ parent: Int) throws(Fault) -> YAMLSyntax.Value {
    let head = position
    let value = try flowValue(head: head, parent)
    let (after, count) = (position, pieces.count)
    takeFlowTrivia()
    guard byte == UInt8(ascii: ":"), isEndOfFlowKey(value, after) else {
      position = after
      pieces.removeSubrange(count...)
      return value
    }
    // `[a: b]` is a list of fields.
    let field = try flowField(keyed: value.range, after: after, parent)
    return YAMLSyntax.Value(
      form: .fields([field]), range: head..<field.value.range.upperBound, head: head,
      parent: parent, isInFlow: true, isFlow: true)
  }

  private func isEndOfFlowKey(_ value: YAMLSyntax.Value, _ after: Int) -> Bool {
    if case .scalar(let style) = value.form {
      style != .plain || isFlowColon(position)
    } else {
      false
    }
  }

  private mutating func flowField(_ parent: Int) throws(Fault) -> YAMLSyntax.Field {
    let key = try flowValue(head: position, parent)
    guard case .scalar = key.form else { throw fault }
    let (after, count) = (position, pieces.count)
    takeFlowTrivia()
    if byte == UInt8(ascii: ":") { return try flowField(keyed: key.range, after: after, parent) }
    position = after
    pieces.removeSubrange(count...)
    return YAMLSyntax.Field(
      name: try name(key.range), key: key.range, hasColon: false,
      value: empty(at: after, parent: parent, isInFlow: true))
  }

  private mutating func flowField(
    keyed key: Range<Int>, after: Int, _ parent: Int
  ) throws(Fault) -> YAMLSyntax.Field {
    take(.colon, to: position + 1)
    let head = position
    let count = pieces.count
    takeFlowTrivia()
    if let byte, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    {
      position = head
      pieces.removeSubrange(count...)
      return YAMLSyntax.Field(
        name: try name(key), key: key, hasColon: true,
        value: empty(at: head, parent: parent, isInFlow: true))
    }
    return YAMLSyntax.Field(
      name: try name(key), key: key, hasColon: true, value: try flowValue(head: head, parent))
  }

  private mutating func flowValue(head: Int, _ parent: Int) throws(Fault) -> YAMLSyntax.Value {
    let start = position
    guard let byte else { throw fault }
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      return try flow(head: head, parent: parent, isInFlow: true)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let close = closingQuote(from: start, parent: -1) else { throw fault }
      let isSingle = byte == UInt8(ascii: "'")
      take(isSingle ? .singleQuoted : .doubleQuoted, to: close + 1)
      return scalar(
        isSingle ? .singleQuoted : .doubleQuoted, start..<position, head, parent, isInFlow: true)
    default:
      let text = endOfFlowText
      guard text > start else { throw fault }
      take(.plain, to: text)
      return scalar(.plain, start..<text, head, parent, isInFlow: true)
    }
  }

  /// Where plain text between brackets ends.
  private var endOfFlowText: Int {
    var (offset, text) = (position, position)
    while offset < end {
      let byte = bytes[offset]
      let isComment =
        byte == UInt8(ascii: "#") && (bytes[offset - 1].isBlank || bytes[offset - 1].isLineBreak)
      if ",[]{}".utf8.contains(byte) || isFlowColon(offset) || isComment { break }
      offset += 1
      if !byte.isBlank, !byte.isLineBreak { text = offset }
    }
    return text
  }

  private func isFlowColon(_ offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: ":")
      && (isSpace(at: offset + 1) || ",[]{}".utf8.contains(bytes[offset + 1]))
  }
}
