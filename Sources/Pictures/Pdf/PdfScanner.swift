/// What the language of PDF is written in (ISO 32000-1, section 7.2): numbers, strings, names and
/// words; brackets part them, and are left out.
enum PdfToken {
  case number(Double)
  case string([UInt8])
  case name(String)
  case word(String)
}

/// Reads such tokens one after another.
struct PdfScanner {
  private let bytes: [UInt8]
  private var offset: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    offset = start
  }

  mutating func next() -> PdfToken? {
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x28: return .string(literal())
      case 0x3C where bytes.byte(at: offset + 1) != 0x3C: return .string(hexadecimalString())
      case 0x3C: offset += 2
      case 0x2F: return .name(word(from: offset + 1))
      case 0x25: offset = bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      case _ where isBoundary(byte): offset += 1
      default:
        let word = word(from: offset)
        return Double(word).map(PdfToken.number) ?? .word(word)
      }
    }
    return nil
  }

  /// Goes behind the bytes of a picture that stands among the operators.
  mutating func skipPicture() {
    while let end = bytes.firstOffset(of: "EI", in: offset..<bytes.count) {
      let isWord =
        bytes[end - 1].isSpace && (end + 2 >= bytes.count || bytes[end + 2].isSpace)
      offset = end + 2
      if isWord { return }
    }
    offset = bytes.count
  }

  private func isBoundary(_ byte: UInt8) -> Bool {
    switch byte {
    // < > [ ] { } ( ) / %
    case 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x28, 0x29, 0x2F, 0x25, 0: true
    default: byte.isSpace
    }
  }

  private mutating func word(from start: Int) -> String {
    let end = bytes[start...].firstIndex(where: isBoundary) ?? bytes.count
    offset = max(end, start)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func hexadecimalString() -> [UInt8] {
    let end = bytes[offset...].firstIndex(of: 0x3E) ?? bytes.count
    let string = hexadecimal(bytes[(offset + 1)..<max(end, offset + 1)])
    offset = min(end + 1, bytes.count)
    return string
  }

  /// A string in brackets, which may hold such itself (section 7.3.4.2).
  private mutating func literal() -> [UInt8] {
    var string: [UInt8] = []
    var depth = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case 0x5C: escape(into: &string)
      case 0x28:
        if depth > 0 { string.append(byte) }
        depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return string }
        string.append(byte)
      default: string.append(byte)
      }
    }
    return string
  }

  private mutating func escape(into string: inout [UInt8]) {
    guard offset < bytes.count else { return }
    let byte = bytes[offset]
    switch byte {
    case 0x30...0x37:
      let digits = bytes[offset...].prefix(3).prefix { (0x30...0x37).contains($0) }
      string.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }))
      offset += digits.count
      return
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): string.append(0x20)
    case 0x0A, 0x0D, UInt8(ascii: "b"), UInt8(ascii: "f"): break
    default: string.append(byte)
    }
    offset += 1
  }
}
