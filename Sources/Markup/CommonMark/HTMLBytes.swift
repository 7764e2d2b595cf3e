import Diagnostics
import Text

extension [UInt8] {
  /// Adds constant text.
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds text with `&`, `<`, `>` and `"` escaped: safe between tags and in quoted attributes.
  mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard !text.needsNoEscape else { return append(contentsOf: text) }
    let escaped = escapedBytes
    var start = 0
    for index in text.indices where escaped.contains(text[index]) {
      append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      start = index + 1
      switch text[index] {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      default: append("&quot;")
      }
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Adds an address as the value of an attribute, as libcmark's `houdini_escape_href` does: every
  /// byte that has no place in an address percent-encoded.
  mutating func appendAddress(_ address: UnsafeBufferPointer<UInt8>) {
    let plain = plainAddressBytes
    var start = 0
    for index in address.indices where !plain.contains(address[index]) {
      append(contentsOf: UnsafeBufferPointer(rebasing: address[start..<index]))
      start = index + 1
      switch address[index] {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "'"): append("&#x27;")
      case let byte: appendPercentEncoded(byte)
      }
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: address[start...]))
  }

  /// Adds a number in decimal.
  mutating func appendDecimal(_ number: Int) {
    append(contentsOf: String(number).utf8)
  }
}

/// A set of ASCII bytes.
struct ByteSet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ characters: String) {
    for byte in characters.utf8 where byte < 0x80 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    return (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 != 0
  }
}

/// What HTML text escapes.
///
/// libcmark leaves `'` as it is, so attributes are in double quotes.
private let escapedBytes = ByteSet(#"&<>""#)

/// What stands for itself in an address: RFC 3986 §2, less `'`, `&` and brackets.
private let plainAddressBytes = ByteSet(
  "!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~")
