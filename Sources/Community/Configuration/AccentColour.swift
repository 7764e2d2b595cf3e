import Diagnostics
import Text

/// The colour that a site gives its theme, read as a colour and never passed on as text.
package struct AccentColour: Hashable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  /// Reads `#1b6e53`, `1b6e53` or `#163`.
  package init?(_ written: String) {
    let digits = written.hasPrefix("#") ? written.dropFirst() : Substring(written)
    let values = digits.utf8.compactMap(\.hexadecimalValue)
    guard values.count == digits.utf8.count else { return nil }
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
