/// The colour that a site gives its theme, read as a colour and never passed on as text.
package struct AccentColour: Hashable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  /// Reads `#1b6e53`, `1b6e53` or `#163`.
  package init?(_ written: String) {
    let digits = written.hasPrefix("#") ? written.dropFirst() : Substring(written)
    guard digits.utf8.allSatisfy({ hexadecimal($0) != nil }) else { return nil }
    let values = digits.utf8.compactMap(hexadecimal)
    switch values.count {
    case 3:
      (red, green, blue) = (values[0] * 17, values[1] * 17, values[2] * 17)
    case 6:
      red = values[0] * 16 + values[1]
      green = values[2] * 16 + values[3]
      blue = values[4] * 16 + values[5]
    default: return nil
    }
  }

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }
}

private func hexadecimal(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}
