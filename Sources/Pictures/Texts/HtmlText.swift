/// The text of a web page, as e-books and messages hold them: a piece for each block, one for each
/// row of a table, and the attributes that hold words.
///
/// Tags are told apart by their names alone, and what is not well-formed is read as far as it goes.
struct HtmlText {
  private let bytes: [UInt8]
  private var lines: LineCounter
  private var offset = 0
  private var text: [UInt8] = []
  private var line = 1
  /// How many rows of tables are open.
  private var rows = 0
  private var pieces: [TextPiece] = []

  static func pieces(of bytes: [UInt8]) -> [TextPiece] {
    var page = HtmlText(bytes: bytes, lines: LineCounter(bytes))
    while page.offset < bytes.count { page.next() }
    page.flush()
    return page.pieces
  }

  private init(bytes: [UInt8], lines: LineCounter) {
    self.bytes = bytes
    self.lines = lines
  }

  private mutating func next() {
    if bytes.holds("<!--", at: offset) {
      comment()
    } else if bytes[offset] == 0x3C, let next = bytes.byte(at: offset + 1), isTag(UInt8(next)) {
      let end = endOfTag(from: offset + 1)
      let range = offset + 1..<end
      offset = min(end + 1, bytes.count)
      tag(range)
    } else {
      let end = bytes[(offset + 1)...].firstIndex(of: 0x3C) ?? bytes.count
      add(decodedReferences(bytes[offset..<end]))
      offset = end
    }
  }

  /// A comment is in the file, for whoever looks into it.
  private mutating func comment() {
    let end = bytes.firstOffset(of: "-->", in: offset..<bytes.count) ?? bytes.count
    let words = bytes[min(offset + 4, end)..<end]
    if words.contains(where: { !$0.isSpace }) {
      pieces.append(TextPiece(Array(words), line: lines.line(at: offset)))
    }
    offset = min(end + 3, bytes.count)
  }

  private func isTag(_ byte: UInt8) -> Bool { byte.isASCIILetter || "/!?".utf8.contains(byte) }

  /// Where a tag ends: at the `>` that stands in no quotes.
  private func endOfTag(from start: Int) -> Int {
    var quote: UInt8?
    for (index, byte) in zip(start..., bytes[start...].prefix(Self.longestTag)) {
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if quote == nil, byte == 0x3E {
        return index
      }
    }
    return bytes[start...].firstIndex(of: 0x3E) ?? bytes.count
  }

  private static let longestTag = 65_536

  private mutating func tag(_ range: Range<Int>) {
    let isEnd = bytes[range].first == 0x2F
    let name = bytes[range].dropFirst(isEnd ? 1 : 0).prefix { $0.isASCIILetter || $0.isASCIIDigit }
    let element = String(decoding: name.map(\.lowercased), as: UTF8.self)
    if !isEnd, ["script", "style"].contains(element) { return skip(element) }
    switch element {
    case "tr": row(isEnd)
    case "td", "th": if isEnd { endCell() }
    case "br": add([0x20])
    case _ where inlineElements.contains(element): break
    default: if rows == 0 { flush() } else { add([0x20]) }
    }
    if !isEnd { attributes(bytes[range].dropFirst(name.count)) }
  }

  /// Goes to the end tag of an element whose content nobody reads.
  private mutating func skip(_ element: String) {
    while let end = bytes.firstOffset(of: "</", in: offset..<bytes.count) {
      offset = end
      if bytes.holdsIgnoringCase(element, at: end + 2) { return }
      offset = end + 2
    }
    offset = bytes.count
  }

  private mutating func row(_ isEnd: Bool) {
    if isEnd {
      rows = max(0, rows - 1)
      if rows == 0 { flush() }
    } else {
      if rows == 0 { flush() }
      rows += 1
    }
  }

  private mutating func endCell() {
    if rows > 0 { text.append(TextPiece.cellBorder) } else { flush() }
  }

  /// Adds text, each run of white space as one space.
  private mutating func add(_ words: [UInt8]) {
    if text.isEmpty { line = lines.line(at: offset) }
    for byte in words {
      if !byte.isSpace {
        text.append(byte)
      } else if let last = text.last, last != 0x20 {
        text.append(0x20)
      }
    }
  }

  private mutating func flush() {
    if text.contains(where: { !$0.isSpace && $0 != TextPiece.cellBorder }) {
      pieces.append(TextPiece(text, line: line))
    }
    text = []
  }

  private mutating func attributes(_ tag: ArraySlice<UInt8>) {
    var rest = tag
    while let equals = rest.firstIndex(of: 0x3D) {
      let name = rest[..<equals].split(whereSeparator: \.isSpace).last ?? []
      let value = rest[equals...].dropFirst().drop(while: \.isSpace)
      let quote = value.first.flatMap { $0 == 0x22 || $0 == 0x27 ? $0 : nil }
      let inner =
        quote == nil ? value.prefix { !$0.isSpace } : value.dropFirst().prefix { $0 != quote }
      let isSpeaking = speakingAttributes.contains(
        String(decoding: name.map(\.lowercased), as: UTF8.self))
      if isSpeaking, !inner.isEmpty {
        pieces.append(TextPiece(decodedReferences(inner), line: lines.line(at: offset)))
      }
      rest = rest[min(inner.endIndex + (quote == nil ? 0 : 1), rest.endIndex)...]
    }
  }
}

/// Elements that part no text.
private let inlineElements: Set<String> = [
  "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins",
  "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
  "var", "wbr",
]

private let speakingAttributes: Set<String> = [
  "alt", "title", "aria-label", "aria-description", "content", "href", "label", "placeholder",
  "summary", "value",
]
