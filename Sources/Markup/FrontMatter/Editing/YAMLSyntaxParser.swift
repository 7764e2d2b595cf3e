import Diagnostics

/// Reads a block of YAML into its syntax, byte by byte.
///
/// It reads what the reader of front matter has accepted, and compares nothing with it: the editor
/// does that.
struct YAMLSyntaxParser {
  /// A place at which the text is nothing that an edit could keep.
  struct Fault: Error, Hashable {
    let offset: Int
  }

  /// A line that holds more than a comment.
  struct ContentLine {
    let start: Int
    let content: Int

    var column: Int { content - start }
  }

  let bytes: [UInt8]
  /// The end of the block.
  let end: Int
  var position: Int
  var pieces: [YAMLSyntax.Piece] = []

  init(_ source: SourceText, _ block: Range<Int>) {
    bytes = source.bytes
    end = block.upperBound
    position = 0
    take(.byteOrderMark, to: source.startOfText)
    takeMarker(to: block.lowerBound)
  }

  /// Reads the block and all that follows it in the file.
  mutating func parse(bodyFrom bodyStart: Int) throws(Fault) -> YAMLSyntax {
    let root = try parseRoot()
    takeTrivia(to: end)
    guard position == end else { throw fault }
    takeMarker(to: bodyStart)
    take(.body, to: bytes.count)
    return YAMLSyntax(pieces: pieces, root: root)
  }

  var fault: Fault { Fault(offset: position) }

  private mutating func parseRoot() throws(Fault) -> YAMLSyntax.Value {
    if let line = contentLine(from: position), isMarker(line.start, "---") {
      takeTrivia(to: line.start)
      takeMarker(to: afterLine(line.start))
    }
    guard let line = contentLine(from: position) else {
      return empty(at: position, parent: -1)
    }
    try takeLead(to: line)
    let isBrackets = bytes[position] == UInt8(ascii: "{") || bytes[position] == UInt8(ascii: "[")
    let root = isBrackets ? try node(head: position, parent: -1) : rootFields()
    if let last = contentLine(from: position), isMarker(last.start, "...") {
      takeTrivia(to: last.start)
      takeMarker(to: afterLine(last.start))
    }
    return root
  }

  func empty(at head: Int, parent: Int, isInFlow: Bool = false) -> YAMLSyntax.Value {
    YAMLSyntax.Value(
      form: .empty, range: head..<head, head: head, parent: parent, isInFlow: isInFlow)
  }
}

// MARK: Lists and fields

extension YAMLSyntaxParser {
  /// Reads a value that begins at this byte, and the end of its last line.
  ///
  /// `isInline` where it follows a field's colon on the same line, which lists and fields cannot.
  mutating func node(
    head: Int, parent: Int, isInline: Bool = false
  ) throws(Fault)
    -> YAMLSyntax.Value
  {
    if !isInline, isHyphen(at: position) { return try list(head: head, parent: parent) }
    if !isInline, colonOfKey() != nil { return try fields(head: head, parent: parent) }
    let value = try scalarOrBrackets(head: head, parent: parent)
    try finishLine()
    return value
  }

  private mutating func list(head: Int, parent: Int) throws(Fault) -> YAMLSyntax.Value {
    let (start, column) = (position, column)
    var items: [YAMLSyntax.Item] = []
    repeat {
      let hyphen = position
      take(.hyphen, to: position + 1)
      items.append(YAMLSyntax.Item(start: hyphen, value: try value(parent: column, isItem: true)))
    } while try takeLead(toColumn: column) { $0.isHyphen(at: $1) }
    return YAMLSyntax.Value(
      form: .list(items), range: start..<endOfContent, head: head, parent: parent, isInFlow: false,
      column: column)
  }

  /// Reads the fields of the file, each for itself: what is wrong in one does not touch the others.
  private mutating func rootFields() -> YAMLSyntax.Value {
    let (start, column) = (position, column)
    var fields: [YAMLSyntax.Field] = []
    while position < end {
      let (line, count) = (position, pieces.count)
      do throws(Fault) {
        fields.append(try field(column))
      } catch {
        position = line
        pieces.removeSubrange(count...)
        fields += opaqueField(column).map { [$0] } ?? []
      }
      guard let line = contentLine(from: position), !isMarker(line.start, "...") else { break }
      takeTrivia(to: line.start)
      take(.space, to: line.content)
    }
    return YAMLSyntax.Value(
      form: .fields(fields), range: start..<max(start, endOfContent), head: start, parent: -1,
      isInFlow: false, column: column)
  }

  /// Takes a line that the reader has found fault with, and those below that stand further right, as
  /// they are; `nil` where it is no field.
  private mutating func opaqueField(_ column: Int) -> YAMLSyntax.Field? {
    let start = position
    let colon = colonOfKey()
    var next = afterLine(start)
    while let line = contentLine(from: next), line.column > column { next = afterLine(line.start) }
    guard let colon, self.column == column,
      let name = try? name(start..<endOfText(from: start, to: colon))
    else {
      take(.stray, to: next)
      return nil
    }
    take(.key, to: endOfText(from: start, to: colon))
    take(.space, to: colon)
    take(.colon, to: colon + 1)
    take(.stray, to: next)
    let range = (colon + 1)..<max(colon + 1, endOfContent)
    return YAMLSyntax.Field(
      name: name, key: start..<colon, hasColon: true,
      value: YAMLSyntax.Value(
        form: .opaque, range: range, head: colon + 1, parent: column, isInFlow: false))
  }

  private mutating func fields(head: Int, parent: Int) throws(Fault) -> YAMLSyntax.Value {
    let (start, column) = (position, column)
    var fields: [YAMLSyntax.Field] = []
    repeat {
      fields.append(try field(column))
    } while try takeLead(toColumn: column) { !$0.isHyphen(at: $1) }
    return YAMLSyntax.Value(
      form: .fields(fields), range: start..<endOfContent, head: head, parent: parent,
      isInFlow: false, column: column)
  }

  private mutating func field(_ column: Int) throws(Fault) -> YAMLSyntax.Field {
    guard self.column == column, !isHyphen(at: position), let colon = colonOfKey() else {
      throw fault
    }
    let key = position..<endOfText(from: position, to: colon)
    let name = try self.name(key)
    take(.key, to: key.upperBound)
    take(.space, to: colon)
    take(.colon, to: colon + 1)
    return YAMLSyntax.Field(
      name: name, key: key, hasColon: true, value: try value(parent: column, isItem: false))
  }

  /// Reads what follows a colon or a hyphen, on its line or below.
  private mutating func value(parent: Int, isItem: Bool) throws(Fault) -> YAMLSyntax.Value {
    let head = position
    let content = bytes[position..<endOfLine].firstIndex { !$0.isBlank }
    if let content, bytes[content] != UInt8(ascii: "#") {
      take(.space, to: content)
      return try node(head: head, parent: parent, isInline: !isItem)
    }
    try finishLine()
    guard let line = contentLine(from: position),
      line.column > parent || (!isItem && line.column == parent && isHyphen(at: line.content))
    else { return empty(at: head, parent: parent) }
    try takeLead(to: line)
    return try node(head: head, parent: parent)
  }

  /// The name that a key stands for.
  func name(_ key: Range<Int>) throws(Fault) -> String {
    guard let first = bytes[key].first, let last = bytes[key].last else { throw fault }
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    guard isQuoted else { return String(decoding: bytes[key], as: UTF8.self) }
    guard key.count > 1, last == first else { throw fault }
    let inner = bytes[(key.lowerBound + 1)..<(key.upperBound - 1)]
    if first == UInt8(ascii: "\""), inner.contains(UInt8(ascii: "\\")) { throw fault }
    return String(decoding: inner, as: UTF8.self)
      .replacing("''", with: first == UInt8(ascii: "'") ? "'" : "''")
  }
}
