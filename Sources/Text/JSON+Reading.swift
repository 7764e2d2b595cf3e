extension JSON {
  /// Reads one value of JSON (RFC 8259) that a stranger has written.
  ///
  /// What is deeper or longer than it may be, names a member twice, or holds half of a character is
  /// refused whole.
  package static func read(
    _ bytes: [UInt8], atMost size: Int, depth: Int = 8
  ) throws(JSONRefusal) -> JSON {
    guard bytes.count <= size else { throw .tooLong }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .noText }
    var reader = JSONReader(bytes: bytes, deepest: depth)
    return try reader.whole()
  }
}

/// Why something is not read as JSON.
package enum JSONRefusal: Error, Hashable, Sendable {
  case tooLong
  case tooDeep
  /// It is no UTF-8.
  case noText
  /// The byte, counted from 0, at which it is no JSON.
  case wrong(at: Int)
  case namedTwice
}

extension JSON {
  /// A member of an object.
  package subscript(_ name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  package var words: String? { if case .text(let text) = self { text } else { nil } }

  package var items: [JSON] { if case .list(let items) = self { items } else { [] } }

  package var members: [Member] { if case .object(let members) = self { members } else { [] } }
}

/// One reading from the first byte to the last.
private struct JSONReader {
  let bytes: [UInt8]
  let deepest: Int
  var index = 0

  mutating func whole() throws(JSONRefusal) -> JSON {
    let value = try value(depth: 0)
    skipBlanks()
    guard index == bytes.count else { throw .wrong(at: index) }
    return value
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  private mutating func value(depth: Int) throws(JSONRefusal) -> JSON {
    guard depth <= deepest else { throw .tooDeep }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try list(depth)
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSONRefusal) -> JSON {
    guard bytes[index...].starts(with: word.utf8) else { throw .wrong(at: index) }
    index += word.utf8.count
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func object(_ depth: Int) throws(JSONRefusal) -> JSON {
    index += 1
    var members: [JSON.Member] = []
    var names: Set<String> = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw .wrong(at: index) }
      let name = try string()
      guard names.insert(name).inserted else { throw .namedTwice }
      guard take(UInt8(ascii: ":")) else { throw .wrong(at: index) }
      members.append(JSON.Member(name: name, value: try value(depth: depth + 1)))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw .wrong(at: index) }
    return .object(members)
  }

  private mutating func list(_ depth: Int) throws(JSONRefusal) -> JSON {
    index += 1
    var items: [JSON] = []
    if take(UInt8(ascii: "]")) { return .list(items) }
    repeat { items.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw .wrong(at: index) }
    return .list(items)
  }

  // MARK: Numbers

  /// RFC 8259 §6.
  private mutating func number() throws(JSONRefusal) -> JSON {
    let start = index
    if next == UInt8(ascii: "-") { index += 1 }
    let isZero = next == UInt8(ascii: "0")
    let count = try digits()
    // `01` is no number.
    guard !isZero || count == 1 else { throw .wrong(at: start) }
    var isWhole = true
    if next == UInt8(ascii: ".") {
      isWhole = false
      index += 1
      try digits()
    }
    if next.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      isWhole = false
      index += 1
      if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") { index += 1 }
      try digits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let number = Int(text) { return .number(number) }
    guard let number = Double(text), number.isFinite else { throw .wrong(at: start) }
    return .decimal(number)
  }

  @discardableResult
  private mutating func digits() throws(JSONRefusal) -> Int {
    let start = index
    while let byte = next, byte &- 0x30 < 10 { index += 1 }
    guard index > start else { throw .wrong(at: index) }
    return index - start
  }

  // MARK: Strings

  /// RFC 8259 §7.
  private mutating func string() throws(JSONRefusal) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        index += 1
        text += UTF8.encode(try escaped()) ?? UTF8.encodedReplacementCharacter
      case 0..<0x20: throw .wrong(at: index)
      default:
        text.append(byte)
        index += 1
      }
    }
    throw .wrong(at: index)
  }

  private mutating func escaped() throws(JSONRefusal) -> Unicode.Scalar {
    guard let byte = next else { throw .wrong(at: index) }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try encoded()
    default: throw .wrong(at: index - 1)
    }
  }

  /// `\u00e9`, or two for one beyond the first plane.
  private mutating func encoded() throws(JSONRefusal) -> Unicode.Scalar {
    let start = index
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(UInt16(first)), takeMark("\\u") else { throw .wrong(at: start) }
    let second = try unit()
    guard UTF16.isTrailSurrogate(UInt16(second)),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw .wrong(at: start) }
    return scalar
  }

  private mutating func takeMark(_ mark: String) -> Bool {
    guard bytes[index...].starts(with: mark.utf8) else { return false }
    index += mark.utf8.count
    return true
  }

  private mutating func unit() throws(JSONRefusal) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next?.hexadecimalValue else { throw .wrong(at: index) }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }
}
