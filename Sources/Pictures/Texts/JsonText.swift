/// The strings of JSON (RFC 8259, section 7), escapes decoded, and nothing of its numbers.
///
/// What is no JSON has strings all the same: nothing is checked.
struct JsonText {
  /// The strings directly in one object or array, parted as cells are: a first and a last name are
  /// often two.
  private struct Container {
    var text: [UInt8] = []
    var line = 0
    /// Where the text ends.
    var lastLine = 0

    mutating func add(_ string: [UInt8], on start: Int) {
      if text.isEmpty {
        line = start
      } else {
        text.append(TextPiece.cellBorder)
        text += repeatElement(0x0A, count: max(0, start - lastLine))
      }
      lastLine = start
      text += string
    }
  }

  private let text: [UInt8]
  private var offset = 0
  private var line = 1
  private var open = [Container()]
  /// How many more containers are open than are kept apart.
  private var deeper = 0
  private var pieces: [TextPiece] = []

  /// A piece for the values of each object or array, and one for each key.
  static func pieces(of text: [UInt8]) -> [TextPiece] {
    var json = JsonText(text: text)
    while json.offset < text.count { json.next() }
    while !json.open.isEmpty { json.close() }
    return json.pieces
  }

  private init(text: [UInt8]) {
    self.text = text
  }

  private mutating func next() {
    let byte = text[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["): begin()
    case UInt8(ascii: "}"), UInt8(ascii: "]"): end()
    case UInt8(ascii: "\""):
      let start = line
      let string = string()
      note(string, on: start)
    case 0x0A: line += 1
    default: break
    }
  }

  /// Nobody nests data deeper, and what does is kept in one container.
  private static let deepest = 512

  private mutating func begin() {
    if open.count < Self.deepest { open.append(Container()) } else { deeper += 1 }
  }

  private mutating func end() {
    if deeper > 0 {
      deeper -= 1
    } else if open.count > 1 {
      close()
    }
  }

  private mutating func close() {
    guard let container = open.popLast(), !container.text.isEmpty else { return }
    pieces.append(TextPiece(container.text, line: container.line))
  }

  private mutating func note(_ string: [UInt8], on start: Int) {
    let next = text[offset...].first { !$0.isSpace }
    if next == UInt8(ascii: ":") {
      pieces.append(TextPiece(string, line: start))
    } else {
      open[open.count - 1].add(string, on: start)
    }
  }

  /// The string whose opening quotation mark has been read.
  private mutating func string() -> [UInt8] {
    var string: [UInt8] = []
    while offset < text.count, text[offset] != UInt8(ascii: "\"") {
      let byte = text[offset]
      offset += 1
      if byte == UInt8(ascii: "\\") {
        escape(into: &string)
      } else if byte == 0x0A {
        line += 1
        string.append(0x20)
      } else {
        string.append(byte)
      }
    }
    offset = min(offset + 1, text.count)
    return string
  }

  private mutating func escape(into string: inout [UInt8]) {
    guard offset < text.count else { return }
    let byte = text[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "u"): string += String(scalar()).utf8
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"),
      UInt8(ascii: "f"):
      string.append(0x20)
    default: string.append(byte)
    }
  }

  /// The character of `\u0041`, or of two such escapes that are a surrogate pair.
  private mutating func scalar() -> Unicode.Scalar {
    guard let unit = hexadecimal() else { return "\u{FFFD}" }
    guard (0xD800..<0xDC00).contains(unit), text.holds("\\u", at: offset) else {
      return Unicode.Scalar(unit) ?? "\u{FFFD}"
    }
    offset += 2
    guard let low = hexadecimal(), (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() -> UInt32? {
    guard offset + 4 <= text.count else { return nil }
    defer { offset += 4 }
    return UInt32(String(decoding: text[offset..<offset + 4], as: UTF8.self), radix: 16)
  }
}
