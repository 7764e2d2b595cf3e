import Community

// MARK: Addresses that stand alone

extension LinkMending {
  /// `<https://…>`.
  mutating func autolink(at index: Int) -> Int? {
    guard bytes[index...].starts(with: "<http".utf8), let close = closing(">", index + 1),
      close - index <= longestDestination
    else { return nil }
    let address = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
    guard !address.utf8.contains(0x20) else { return nil }
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
    mended += 1
    if id.kind == .member { return "@\(id.name)" }
    let anchored = self.address(id, path, fragment)
    return anchored.contains("#") ? "[\(id.name)](\(anchored.asDestination))" : "[[\(id)]]"
  }
}
