/// The text of one part of an Office document: OOXML (`word/document.xml`, slides, sheets) or
/// OpenDocument (`content.xml`).
///
/// Such parts are large and written by machines, so tags are told apart by their names alone, and
/// what is not well-formed is read as far as it goes.
struct DocumentText {
  private let bytes: [UInt8]
  private let strings: [[UInt8]]
  private var offset = 0
  private var paragraph: [UInt8] = []
  private var row: [UInt8] = []
  /// How many rows of tables are open.
  private var rows = 0
  private var isStringCell = false
  private var pieces: [TextPiece] = []
  private var shared: [[UInt8]] = []

  /// A piece for each paragraph, one for each row of a table, and the attributes that hold words.
  ///
  /// - Parameter strings: the shared strings of a workbook, to which cells of its sheets point.
  static func pieces(of bytes: [UInt8], strings: [[UInt8]] = []) -> [TextPiece] {
    var text = DocumentText(bytes: bytes, strings: strings)
    while text.offset < bytes.count { text.next() }
    text.endParagraph()
    text.endRow()
    return text.pieces
  }

  /// The shared strings of a workbook, by their numbers; empty ones count.
  static func sharedStrings(of bytes: [UInt8]) -> [[UInt8]] {
    var text = DocumentText(bytes: bytes, strings: [])
    while text.offset < bytes.count { text.next() }
    return text.shared
  }

  private init(bytes: [UInt8], strings: [[UInt8]]) {
    self.bytes = bytes
    self.strings = strings
  }

  private mutating func next() {
    if bytes[offset] == 0x3C {
      let end = bytes.firstOffset(of: ">", in: offset..<bytes.count) ?? bytes.count
      tag(offset + 1..<end)
      offset = end + 1
    } else {
      let end = bytes[offset...].firstIndex(of: 0x3C) ?? bytes.count
      paragraph += decodedReferences(bytes[offset..<end])
      offset = end
    }
  }

  private mutating func tag(_ range: Range<Int>) {
    let isEnd = bytes.byte(at: range.lowerBound) == 0x2F
    let content = bytes[range].dropFirst(isEnd ? 1 : 0)
    let name = content.prefix { !$0.isSpace && $0 != 0x2F }
    let local = String(decoding: name.split(separator: 0x3A).last ?? [], as: UTF8.self)
    let isClosed = content.last == 0x2F
    if isEnd || isClosed { end(local) } else { begin(local, content) }
    if !isEnd { attributes(content.dropFirst(name.count), of: local) }
  }

  private mutating func begin(_ name: String, _ tag: ArraySlice<UInt8>) {
    switch name {
    case "tr", "table-row", "row": rows += 1
    case "c": isStringCell = Array(tag).firstOffset(of: "t=\"s\"", in: 0..<tag.count) != nil
    case "v": if rows > 0 { paragraph = [] } else { endParagraph() }
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "tab", "br", "cr", "line-break", "s": paragraph.append(0x20)
    case "v": if isStringCell { resolve() }
    case "si":
      shared.append(paragraph)
      endParagraph()
    case "p", "h", "text", "creator", "lastModifiedBy": endParagraph()
    case "tc", "table-cell", "c": if rows > 0 { endCell() }
    case "tr", "table-row", "row":
      rows = max(0, rows - 1)
      if rows == 0 { endRow() }
    default: break
    }
  }

  /// In place of the number of a shared string, the string.
  private mutating func resolve() {
    guard let number = Int(String(decoding: paragraph, as: UTF8.self)),
      strings.indices.contains(number)
    else { return }
    paragraph = strings[number]
  }

  private mutating func endParagraph() {
    if rows > 0 {
      row += paragraph
      if !paragraph.isEmpty { row.append(0x20) }
    } else {
      emit(paragraph)
    }
    paragraph = []
  }

  private mutating func endCell() {
    row += paragraph
    paragraph = []
    while row.last == 0x20 { row.removeLast() }
    row.append(TextPiece.cellBorder)
  }

  private mutating func endRow() {
    emit(row + paragraph)
    row = []
    paragraph = []
  }

  private mutating func emit(_ text: [UInt8]) {
    guard text.contains(where: { !$0.isSpace && $0 != TextPiece.cellBorder }) else { return }
    pieces.append(TextPiece(text.map { $0 == 0x0A ? 0x20 : $0 }, line: 0))
  }

  /// Who wrote a comment or change, what a picture shows, where a link leads.
  private mutating func attributes(_ tag: ArraySlice<UInt8>, of element: String) {
    guard tag.contains(0x22) else { return }
    var rest = tag
    while let equals = rest.firstIndex(of: 0x3D) {
      let before = rest[..<equals].split(whereSeparator: \.isSpace).last ?? []
      let name = before.split(separator: 0x3A).last ?? []
      let value = rest[equals...].dropFirst(2).prefix { $0 != 0x22 }
      if isSpeaking(String(decoding: name, as: UTF8.self), element), !value.isEmpty {
        pieces.append(TextPiece(decodedReferences(value), line: 0))
      }
      rest = rest[min(value.endIndex + 1, rest.endIndex)...]
    }
  }
}

/// Whether an attribute holds words of people; the names of styles and fonts are a program's.
private func isSpeaking(_ attribute: String, _ element: String) -> Bool {
  attribute == "name"
    ? namedElements.contains(element) : speakingAttributes.contains(attribute)
}

private let speakingAttributes: Set<String> = [
  "author", "descr", "title", "alt", "Target", "href", "userId", "displayName",
]

/// Sheets, slides and pictures have names that their author gives; who comments on slides has one.
private let namedElements: Set<String> = [
  "sheet", "table", "page", "cNvPr", "docPr", "cmAuthor", "author",
]

/// Text with XML's references to characters decoded (XML 1.0, section 4.1).
func decodedReferences(_ text: ArraySlice<UInt8>) -> [UInt8] {
  guard text.contains(0x26) else { return Array(text) }
  var decoded: [UInt8] = []
  var rest = text
  while let byte = rest.popFirst() {
    if byte == 0x26, let end = rest.prefix(12).firstIndex(of: 0x3B),
      let character = character(named: String(decoding: rest[..<end], as: UTF8.self))
    {
      decoded += String(character).utf8
      rest = rest[(end + 1)...]
    } else {
      decoded.append(byte)
    }
  }
  return decoded
}

private func character(named name: String) -> Unicode.Scalar? {
  switch name {
  case "amp": return "&"
  case "lt": return "<"
  case "gt": return ">"
  case "quot": return "\""
  case "apos": return "'"
  default:
    guard name.hasPrefix("#") else { return latinCharacters[name] }
    let number =
      name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    return number.flatMap(Unicode.Scalar.init)
  }
}

/// The characters from U+00A0 to U+00FF by the names that HTML has for them.
private let latinCharacters: [String: Unicode.Scalar] = {
  let names = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
    sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc \
    Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve \
    Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute \
    acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde \
    ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    """.split(separator: " ").map(String.init)
  let scalars = (UInt8(0xA0)...0xFF).map { Unicode.Scalar($0) }
  return Dictionary(uniqueKeysWithValues: zip(names, scalars))
}()
