/// Hexadecimal digits as bytes of text: the one reader and the one writer of all targets.
extension UInt8 {
  /// The value, 0 to 15, of an ASCII hexadecimal digit in either case; `nil` for any other byte.
  package var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The ASCII digit, in lower case, of a value from 0 to 15.
  package static func lowercaseHexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// The ASCII digit, in upper case, of a value from 0 to 15: what percent-encoding asks for (RFC
  /// 3986 §2.1).
  package static func uppercaseHexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

extension [UInt8] {
  /// Appends the last digits of a number, in lower case.
  package mutating func appendHexadecimal(_ number: UInt64, digits: Int) {
    for position in (0..<digits).reversed() {
      let value = UInt8(truncatingIfNeeded: number >> (4 * position)) & 0xF
      append(UInt8.lowercaseHexadecimalDigit(value))
    }
  }

  /// Appends a byte as `%` and two digits (RFC 3986 §2.1).
  package mutating func appendPercentEncoded(_ byte: UInt8) {
    append(UInt8(ascii: "%"))
    append(UInt8.uppercaseHexadecimalDigit(byte >> 4))
    append(UInt8.uppercaseHexadecimalDigit(byte & 0xF))
  }
}
