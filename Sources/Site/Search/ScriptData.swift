import Diagnostics
import Text

/// Data of the search as a script, since a page that was opened from disk may load scripts and
/// nothing else: a call of `handbookSearchData` with a name and a value.
struct ScriptData: Sendable {
  private(set) var bytes: [UInt8] = []

  init(_ name: String) {
    bytes.append("handbookSearchData(\"\(name)\",")
  }

  mutating func append(_ text: String) { bytes.append(text) }

  mutating func append(_ more: some Sequence<UInt8>) { bytes += more }

  mutating func append(quoted text: String) { bytes.append(quoted: text) }

  /// The whole script.
  var ended: [UInt8] { bytes + Array(");\n".utf8) }
}

extension [UInt8] {
  /// Appends a text as a JSON string that is inert wherever it may stand: no `<` that could begin a
  /// tag or a comment, no line separator, no control character.
  mutating func append(quoted text: String) {
    append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        append(UInt8(ascii: "\\"))
        append(UInt8(scalar.value))
      case 0...0x1F, 0x3C, 0x7F...0x9F, 0x2028, 0x2029: append(unicodeEscape: scalar.value)
      default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func append(unicodeEscape value: UInt32) {
    append("\\u")
    appendHexadecimal(value, digits: 4)
  }
}
