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
  ///
  /// What needs no escape is copied in runs, since all texts of a site pass through here.
  mutating func append(quoted text: String) {
    append(UInt8(ascii: "\""))
    let bytes = Array(text.utf8)
    var copied = 0
    var index = 0
    while index < bytes.count {
      guard let escape = Escape(bytes, at: index) else {
        index += 1
        continue
      }
      self += bytes[copied..<index]
      appendEscape(escape)
      index += escape.length
      copied = index
    }
    self += bytes[copied...]
    append(UInt8(ascii: "\""))
  }

  private mutating func appendEscape(_ escape: Escape) {
    append(UInt8(ascii: "\\"))
    if escape.value == 0x22 || escape.value == 0x5C {
      append(UInt8(escape.value))
    } else {
      append("u")
      appendHexadecimal(UInt64(escape.value), digits: 4)
    }
  }
}

/// A character that stands in no string as it is.
private struct Escape {
  let value: UInt32
  /// In bytes of UTF-8 (RFC 3629, section 3).
  let length: Int

  /// `nil` where no such character begins.
  @inline(__always)
  init?(_ bytes: [UInt8], at index: Int) {
    switch bytes[index] {
    case 0...0x1F, 0x22, 0x3C, 0x5C, 0x7F:
      (value, length) = (UInt32(bytes[index]), 1)
    case 0xC2 where bytes[index + 1] < 0xA0:
      (value, length) = (UInt32(bytes[index + 1]), 2)
    case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
      (value, length) = (0x2000 | UInt32(bytes[index + 2] & 0x3F), 3)
    default: return nil
    }
  }
}
