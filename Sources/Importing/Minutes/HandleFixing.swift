import Text

/// The names behind an `@` in a text from elsewhere: those of members become mentions, and all others
/// stay the words that they were.
struct HandleFixing {
  let members: MemberDirectory
  /// Whose a handle is, where the text says so itself.
  var handles: [String: String] = [:]

  func fix(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "@")) else { return text }
    let code = CodeRegions(bytes)
    var cursor = 0
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let end = code.end(ofRegionAt: index, from: &cursor) {
        output += bytes[index..<end]
        index = end
      } else if bytes[index] == UInt8(ascii: "@"), beginsWord(bytes, index) {
        let end = bytes[(index + 1)...].firstIndex { !isHandle($0) } ?? bytes.count
        output += fixed(trimmed(bytes[(index + 1)..<end]))
        index += 1 + trimmed(bytes[(index + 1)..<end]).count
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether an `@` is none of an address: nothing that belongs to one stands before it.
  private func beginsWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index + 1 < bytes.count, isHandle(bytes[index + 1]) else { return false }
    guard index > 0 else { return true }
    return " \n\t(*>\"'[,;:|".utf8.contains(bytes[index - 1])
  }

  private func isHandle(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
      || "-_.".utf8.contains(byte)
  }

  private func trimmed(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var name = name
    while let last = name.last, "-_.".utf8.contains(last) { name = name.dropLast() }
    return name
  }

  private func fixed(_ name: ArraySlice<UInt8>) -> [UInt8] {
    let handle = String(decoding: name, as: UTF8.self)
    if let id = handles[handle] ?? members.id(of: handle) { return Array("@\(id)".utf8) }
    // A backslash makes the sign one of the text.
    return Array("\\@\(handle)".utf8)
  }
}
