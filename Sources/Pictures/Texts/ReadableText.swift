/// The text of a file in UTF-8, from the encodings that spreadsheets and older editors write.
enum ReadableText {
  /// The text in UTF-8, without a byte order mark.
  ///
  /// UTF-16 is known by its mark (RFC 2781, section 3.2). What is neither that nor UTF-8 is read as
  /// Windows' encoding for Western Europe, which has a letter for almost every byte.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.holds([0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3))) }
    if bytes.holds([0xFF, 0xFE]) { return fromUtf16(bytes) { bytes.littleEndian16(at: $0) } }
    if bytes.holds([0xFE, 0xFF]) { return fromUtf16(bytes) { bytes.bigEndian16(at: $0) } }
    return bytes.isValidUTF8 ? bytes : fromWindows(bytes)
  }

  private static func fromUtf16(_ bytes: [UInt8], _ unit: (Int) -> Int?) -> [UInt8] {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(unit($0) ?? 0) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func fromWindows(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        text += String(letter(of: byte)).utf8
      }
    }
    return text
  }

  /// From 0xA0 on the letters are Unicode's own; below are signs, and eight letters.
  private static func letter(of byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0x8A: "Š"
    case 0x8C: "Œ"
    case 0x8E: "Ž"
    case 0x9A: "š"
    case 0x9C: "œ"
    case 0x9E: "ž"
    case 0x9F: "Ÿ"
    case 0x92: "’"
    case 0x80..<0xA0: " "
    default: Unicode.Scalar(byte)
    }
  }
}
