/// Text in quoted-printable (RFC 2045, section 6.7): `=41` is a byte, and `=` at the end of a line
/// goes on in the next.
func bytesOfQuotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var decoded: [UInt8] = []
  var rest = text
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "=") else {
      decoded.append(byte)
      continue
    }
    let digits = rest.prefix(2).compactMap(\.hexadecimalDigit)
    if digits.count == 2 {
      decoded.append(digits[0] << 4 | digits[1])
      rest.removeFirst(2)
    } else if rest.first == 0x0A || rest.first == 0x0D {
      rest.removeFirst(rest.starts(with: [0x0D, 0x0A]) ? 2 : 1)
    } else {
      decoded.append(byte)
    }
  }
  return decoded
}

/// Data in Base64 (RFC 4648, section 4); in an address of `data:`, what follows its comma.
func decodedBase64(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var decoded: [UInt8] = []
  var bits: UInt32 = 0
  var count: UInt32 = 0
  let isAddress = text.starts(with: "data:".utf8)
  let digits = isAddress ? text.drop { $0 != 0x2C }.dropFirst() : text
  for byte in digits {
    guard let digit = base64Digit(byte) else { continue }
    bits = bits << 6 | digit
    count += 6
    guard count >= 8 else { continue }
    count -= 8
    decoded.append(UInt8(truncatingIfNeeded: bits >> count))
  }
  return decoded
}

private func base64Digit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x41...0x5A: UInt32(byte) - 0x41
  case 0x61...0x7A: UInt32(byte) - 0x61 + 26
  case 0x30...0x39: UInt32(byte) - 0x30 + 52
  case 0x2B: 62
  case 0x2F: 63
  default: nil
  }
}
