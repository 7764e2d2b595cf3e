/// Looks for an author in a PDF, as far as its properties are not compressed.
enum PdfProperties {
  /// Whether the document information (`/Author`) or the XMP packet (`dc:creator`) names one.
  static func nameAuthor(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while let found = bytes.firstOffset(of: "/Author", in: offset..<bytes.count) {
      offset = found + "/Author".utf8.count
      if isNamed(bytes, at: offset) { return true }
    }
    return XmpProperties.nameCreator(bytes)
  }

  /// Whether the trailer names an encryption dictionary, in place or by its number (ISO 32000-1,
  /// section 7.6.1).
  static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while let found = bytes.firstOffset(of: "/Encrypt", in: offset..<bytes.count) {
      offset = found + "/Encrypt".utf8.count
      let next = bytes[offset...].drop { $0.isSpace }.first ?? 0
      if next == 0x3C || next.isASCIIDigit { return true }
    }
    return false
  }

  /// Whether a string that is not empty, or a reference to one, follows: `(Ada)`, `<416461>`,
  /// `12 0 R` (ISO 32000-1, section 7.3.4).
  private static func isNamed(_ bytes: [UInt8], at start: Int) -> Bool {
    let value = bytes[start...].drop { $0.isSpace || $0 == 0 }
    guard let first = value.first else { return false }
    let rest = value.dropFirst().drop { $0.isSpace }
    switch first {
    case 0x28: return ![0x29, nil].contains(rest.drop { $0 == 0xFE || $0 == 0xFF }.first)
    case 0x3C: return ![0x3E, nil].contains(rest.first)
    default: return first.isASCIIDigit
    }
  }
}

/// Looks for a creator in XMP, where Dublin Core's element holds a list.
enum XmpProperties {
  static func nameCreator(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while let found = bytes.firstOffset(of: "<dc:creator", in: offset..<bytes.count) {
      offset = found + "<dc:creator".utf8.count
      let next = min(offset + 1024, bytes.count)
      let end = bytes.firstOffset(of: "dc:creator", in: offset..<next) ?? next
      if let item = bytes.firstOffset(of: "<rdf:li", in: offset..<end),
        let close = bytes.firstOffset(of: ">", in: item..<end),
        ![0x3C, nil].contains(bytes.byte(at: close + 1))
      {
        return true
      }
    }
    return false
  }
}
