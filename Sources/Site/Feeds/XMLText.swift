import Templates

/// A document of XML 1.0, an element a line.
struct XMLText {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

  typealias Attributes = KeyValuePairs<String, String>

  mutating func open(_ element: String, _ attributes: Attributes = [:]) {
    start(element, attributes)
    bytes.append(">\n")
  }

  mutating func close(_ element: String) { bytes.append("</\(element)>\n") }

  /// An element without content.
  mutating func add(_ element: String, _ attributes: Attributes) {
    start(element, attributes)
    bytes.append("/>\n")
  }

  mutating func add(_ element: String, _ text: String) {
    add(element, [:], Array(text.utf8))
  }

  mutating func add(_ element: String, _ attributes: Attributes, _ text: [UInt8]) {
    start(element, attributes)
    bytes.append(">")
    appendText(text)
    close(element)
  }

  private mutating func start(_ element: String, _ attributes: Attributes) {
    bytes.append("<\(element)")
    for (name, value) in attributes {
      bytes.append(" \(name)=\"")
      appendText(Array(value.utf8))
      bytes.append("\"")
    }
  }

  /// Text without the characters that no document may hold, however they are written (XML 1.0 §2.2):
  /// control characters but tabs and line ends, U+FFFE and U+FFFF.
  private mutating func appendText(_ text: [UInt8]) {
    if text.withUnsafeBufferPointer({ $0.contains(where: mayBeRefused) }) {
      let kept = text.indices.filter { !text.isRefused(at: $0) }
      appendEscaped(bytes: kept.map { text[$0] }, to: &bytes)
    } else {
      appendEscaped(bytes: text, to: &bytes)
    }
  }
}

/// Whether a byte can be part of a character that XML refuses.
private func mayBeRefused(_ byte: UInt8) -> Bool {
  byte < 0x20 ? byte != 0x09 && byte != 0x0A && byte != 0x0D : byte == 0xEF
}

extension [UInt8] {
  /// Whether a byte is part of a character that XML refuses.
  fileprivate func isRefused(at index: Int) -> Bool {
    switch self[index] {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20: true
    case 0xEF: isNoncharacter(at: index)
    case 0xBF: isNoncharacter(at: index - 1) || isNoncharacter(at: index - 2)
    case 0xBE: isNoncharacter(at: index - 2)
    default: false
    }
  }

  private func isNoncharacter(at index: Int) -> Bool {
    index >= 0 && index + 2 < count && self[index] == 0xEF && self[index + 1] == 0xBF
      && self[index + 2] >= 0xBE
  }
}
