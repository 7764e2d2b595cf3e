/// The text of a file from somewhere else, whatever it was written in.
package struct ForeignText: Hashable, Sendable {
  package let text: String
  /// What had to be done to read it, for the report; `nil` for UTF-8.
  package let note: String?
}

extension ForeignText {
  /// Reads UTF-8 or, by its mark, UTF-16; what is neither is taken for Windows-1252, the encoding
  /// of older office programs.
  ///
  /// Line ends become LF; a NUL makes it no text.
  package init?(_ bytes: [UInt8]) {
    let decoded: (String, String?)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]),
      let text = String(validating: bytes.dropFirst(3), as: UTF8.self)
    {
      decoded = (text, nil)
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      decoded = (String(utf16: bytes), "read as UTF-16")
    } else if let text = String(validating: bytes, as: UTF8.self) {
      decoded = (text, nil)
    } else {
      decoded = (String(windows1252: bytes), "read as Windows-1252")
    }
    guard !decoded.0.utf8.contains(0) else { return nil }
    text = decoded.0.withPlainLineEnds
    note = decoded.1
  }
}

extension String {
  fileprivate init(utf16 bytes: [UInt8]) {
    let isLittle = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    self.init(decoding: units, as: UTF16.self)
  }

  /// The WHATWG's index of windows-1252, where the C1 controls are typographic signs.
  fileprivate init(windows1252 bytes: [UInt8]) {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80...0x9F).contains(byte) ? signs[Int(byte) - 0x80] : UInt32(byte)
      scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    self.init(scalars)
  }

  fileprivate var withPlainLineEnds: String {
    guard utf8.contains(0x0D) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var wasReturn = false
    for byte in utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || !wasReturn {
        bytes.append(byte)
      }
      wasReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

private let signs: [UInt32] = [
  0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
  0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
  0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
]
