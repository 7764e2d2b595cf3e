extension XmlScanner {
  /// Text up to the next `<`, its references resolved; `]]>` may not stand in it.
  mutating func text() throws(XmlFault) -> [UInt8] {
    var text: [UInt8] = []
    while let byte = current, byte != 0x3C {
      guard !sees("]]>") else { throw fault }
      try appendCharacter(byte, to: &text)
    }
    return text
  }

  /// An attribute's value with its quotes, its references resolved.
  mutating func quotedValue() throws(XmlFault) -> [UInt8] {
    guard let quote = current, quote == 0x22 || quote == 0x27 else { throw fault }
    offset += 1
    var value: [UInt8] = []
    while let byte = current, byte != quote {
      guard byte != 0x3C else { throw fault }
      try appendCharacter(byte, to: &value)
    }
    guard !isAtEnd else { throw fault }
    offset += 1
    return value
  }

  private mutating func appendCharacter(_ byte: UInt8, to text: inout [UInt8]) throws(XmlFault) {
    if byte == 0x26 {
      text += String(try reference()).utf8
    } else {
      text.append(byte)
      offset += 1
    }
  }

  /// A reference to a character by number, or to one of the five that XML names; any other entity
  /// would need a declaration.
  private mutating func reference() throws(XmlFault) -> Unicode.Scalar {
    let start = offset
    let longest = "&#x0000010FFFF;".utf8.count
    let end = bytes[offset...].prefix(longest).firstIndex(of: 0x3B)
    guard let end else { throw XmlFault(offset: start) }
    let name = String(decoding: bytes[offset + 1..<end], as: UTF8.self)
    offset = end + 1
    guard let scalar = named[name] ?? numbered(name), scalar.isAllowedInXML
    else { throw XmlFault(offset: start) }
    return scalar
  }

  private func numbered(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#"), !name.contains("+"), !name.contains("-") else { return nil }
    let number =
      name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    return number.flatMap(Unicode.Scalar.init)
  }
}

private let named: [String: Unicode.Scalar] = [
  "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'",
]

extension Unicode.Scalar {
  /// The characters of XML 1.0, section 2.2.
  fileprivate var isAllowedInXML: Bool {
    value >= 0x20 ? value != 0xFFFE && value != 0xFFFF : [0x09, 0x0A, 0x0D].contains(value)
  }
}
