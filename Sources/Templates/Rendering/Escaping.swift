/// Appends a text as HTML that shows exactly that text, in an element or a quoted attribute.
///
/// `& < > " '` become entities, byte by byte: a special character is found whatever combines with
/// it, since no byte of another character equals it in UTF-8. This is the one HTML escape of the
/// project.
package func appendEscaped(_ text: String, to output: inout [UInt8]) {
  let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
    appendEscaped(bytes: bytes, to: &output)
  }
  if isDone == nil { appendEscaped(bytes: Array(text.utf8), to: &output) }
}

/// Appends UTF-8 bytes as `appendEscaped(_:to:)` does, whole runs between two specials at a time.
package func appendEscaped<Bytes: RandomAccessCollection<UInt8>>(
  bytes: Bytes, to output: inout [UInt8]
) where Bytes.Index == Int {
  var start = bytes.startIndex
  var index = start
  while index < bytes.endIndex {
    if let entity = entity(for: bytes[index]) {
      output.append(contentsOf: bytes[start..<index])
      output.append(contentsOf: entity)
      start = index + 1
    }
    index += 1
  }
  output.append(contentsOf: bytes[start..<index])
}

@inline(__always)
private func entity(for byte: UInt8) -> [UInt8]? {
  guard byte <= 0x3E else { return nil }
  return switch byte {
  case 0x26: ampersand
  case 0x3C: less
  case 0x3E: greater
  case 0x22: quote
  case 0x27: apostrophe
  default: nil
  }
}

private let ampersand = Array("&amp;".utf8)
private let less = Array("&lt;".utf8)
private let greater = Array("&gt;".utf8)
private let quote = Array("&quot;".utf8)
private let apostrophe = Array("&#39;".utf8)
