/// The small steps of reading XML: names, spaces, fixed words.
///
/// After "Extensible Markup Language 1.0", section 2.3. Reads each byte once.
struct XmlScanner {
  let bytes: [UInt8]
  var offset: Int

  /// - Parameter bytes: valid UTF-8; a byte order mark is stepped over.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = bytes.holds([0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  var isAtEnd: Bool { offset >= bytes.count }
  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }
  var fault: XmlFault { XmlFault(offset: offset) }

  func sees(_ text: String) -> Bool { bytes.holds(text, at: offset) }

  /// Steps over `text` if it stands here.
  mutating func take(_ text: String) -> Bool {
    guard sees(text) else { return false }
    offset += text.utf8.count
    return true
  }

  mutating func expect(_ text: String) throws(XmlFault) {
    guard take(text) else { throw fault }
  }

  /// Steps over spaces, and says whether there were any.
  @discardableResult
  mutating func skipSpace() -> Bool {
    let start = offset
    while let byte = current, byte.isSpace { offset += 1 }
    return offset > start
  }

  /// Steps past the next `end` and gives what stood before it.
  mutating func take(through end: String) throws(XmlFault) -> Range<Int> {
    guard let found = bytes.firstOffset(of: end, in: offset..<bytes.count) else { throw fault }
    defer { offset = found + end.utf8.count }
    return offset..<found
  }

  /// A name; every character beyond ASCII counts as part of one.
  mutating func name() throws(XmlFault) -> String {
    let start = offset
    guard let first = current, first.isNameStart else { throw fault }
    while let byte = current, byte.isNameStart || byte.isASCIIDigit || byte == 0x2D || byte == 0x2E
    {
      offset += 1
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// A name in two parts: `prefix:local`, or `local` alone.
  mutating func qualifiedName() throws(XmlFault) -> (prefix: String, localName: String) {
    let start = offset
    let parts = try name().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), let last = parts.last
    else { throw XmlFault(offset: start) }
    return (parts.count == 2 ? String(parts[0]) : "", String(last))
  }
}

extension UInt8 {
  /// Letters, `_`, `:` and all that is not ASCII.
  fileprivate var isNameStart: Bool {
    isASCIILetter || self == 0x5F || self == 0x3A || self >= 0x80
  }
}
