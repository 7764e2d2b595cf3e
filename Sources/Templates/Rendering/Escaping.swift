/// Appends a text as HTML that shows exactly that text, in an element or a quoted attribute.
///
/// `& < > " '` become entities, byte by byte: a special character is found whatever combines with
/// it, since no byte of another character equals it in UTF-8. This is the one HTML escape of the
/// project.
package func appendEscaped(_ text: String, to output: inout [UInt8]) {
  var text = text
  text.withUTF8 { appendEscaped(bytes: $0, to: &output) }
}

/// Appends UTF-8 bytes as `appendEscaped(_:to:)` does.
package func appendEscaped(bytes: [UInt8], to output: inout [UInt8]) {
  bytes.withUnsafeBufferPointer { appendEscaped(bytes: $0, to: &output) }
}

/// Copies whole runs between two specials at a time.
private func appendEscaped(bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
  var start = 0
  for index in bytes.indices where isSpecial(bytes[index]) {
    guard let entity = entity(for: bytes[index]) else { continue }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
    entity.withUTF8Buffer { output.append(contentsOf: $0) }
    start = index + 1
  }
  output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
}

/// Whether a byte is one of the five, which all stand below 64: told by one bit of many, since every
/// byte of every page is asked.
@inline(__always)
private func isSpecial(_ byte: UInt8) -> Bool {
  byte < 64 && specials >> UInt64(byte) & 1 == 1
}

private let specials: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

private func entity(for byte: UInt8) -> StaticString? {
  switch byte {
  case 0x26: "&amp;"
  case 0x3C: "&lt;"
  case 0x3E: "&gt;"
  case 0x22: "&quot;"
  case 0x27: "&#39;"
  default: nil
  }
}
