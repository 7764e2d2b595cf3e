import Diagnostics
import Text

extension String {
  /// This text as a scalar of a YAML mapping (YAML 1.2 §7.3): plain where nothing in it could be
  /// taken for something else, else in double quotes.
  package var asYAML: String { isPlainYAML ? self : quotedYAML }

  /// The same as an item of a list between brackets, which commas part.
  package var asYAMLItem: String {
    // Some readers take a question mark in a list for that of a key.
    isPlainYAML && !utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "?") }
      ? self : quotedYAML
  }

  private var isPlainYAML: Bool {
    guard let first = utf8.first, let last = utf8.last, first != 0x20, last != 0x20,
      last != UInt8(ascii: ":")
    else { return false }
    if "-?:,[]{}#&*!|>'\"%@`".utf8.contains(first) || self == "~" || self == "null" { return false }
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte < 0x20 || byte == 0x7F || "{}[]\"".utf8.contains(byte) { return false }
      if previous == UInt8(ascii: ":"), byte == 0x20 { return false }
      if previous == 0x20, byte == UInt8(ascii: "#") { return false }
      previous = byte
    }
    return true
  }

  /// In double quotes, control characters escaped (YAML 1.2 §5.7).
  package var quotedYAML: String {
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): quoted.append("\\n")
      case UInt8(ascii: "\t"): quoted.append("\\t")
      case 0..<0x20, 0x7F:
        quoted.append("\\x")
        quoted.appendHexadecimal(UInt64(byte), digits: 2)
      default: quoted.append(byte)
      }
    }
    return String(decoding: quoted + [UInt8(ascii: "\"")], as: UTF8.self)
  }
}
