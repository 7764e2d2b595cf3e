import Community

// MARK: Addresses that stand alone

extension LinkFixing {
  /// `<https://…>`.
  mutating func autolink(at index: Int) -> Int? {
    guard index + 1 < bytes.count, bytes[index + 1] > 0x20, ends.isNear(index),
      let close = bytes[index...].prefix(longestDestination).firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let address = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
    guard address.isBetweenAngles else { return nil }
    if let link = link(to: address) {
      output += link.utf8
    } else {
      output += bytes[index...close]
    }
    return close + 1
  }

  /// An address in a text; one within a link or a tag is read with that.
  mutating func bareAddress(at index: Int) -> Int? {
    guard bytes[index...].starts(with: "http".utf8), !isInHTML,
      index == 0 || bytes[index - 1] <= 0x20 || bytes[index - 1] == UInt8(ascii: "(")
    else { return nil }
    let limit = min(bytes.count, index + longestDestination)
    var end =
      bytes[index..<limit].firstIndex { $0 <= 0x20 || "<>()[]\"`*".utf8.contains($0) } ?? limit
    while end > index, ".,;:!?'".utf8.contains(bytes[end - 1]) { end -= 1 }
    let address = String(decoding: bytes[index..<end], as: UTF8.self)
    if brackets.isEmpty, let link = link(to: address) {
      output += link.utf8
    } else {
      output += bytes[index..<end]
    }
    return max(end, index + 1)
  }

  private mutating func link(to address: String) -> String? {
    guard case .entry(let id, let path, let fragment) = resolve(address) else { return nil }
    fixed += 1
    if id.kind == .member { return "@\(id.name)" }
    let anchored = self.address(id, path, fragment)
    return anchored.contains("#") ? "[\(id.name)](\(anchored.asDestination))" : "[[\(id)]]"
  }
}

extension String {
  /// Whether Markdown takes it for an address where it stands between `<` and `>`, and HTML for no
  /// tag.
  fileprivate var isBetweenAngles: Bool {
    guard !utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "<") }) else { return false }
    let start = prefix(8).lowercased()
    if ["http://", "https://", "ftp://", "tel:"].contains(where: start.hasPrefix) { return true }
    // A tag has its attributes behind a blank, or none.
    return utf8.contains(UInt8(ascii: "@")) && !utf8.contains { "\"'=".utf8.contains($0) }
  }
}
