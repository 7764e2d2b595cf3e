/// What the attributes of finished HTML say, but for addresses: titles, languages, dates.
///
/// Addresses are read with the links, where their escapes are undone.
enum AttributeTexts {
  /// The values, a line each.
  static func text(in html: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    html.withUnsafeBufferPointer { html in
      var offset = 0
      while let start = html[offset...].firstIndex(of: UInt8(ascii: "<")) {
        offset = html[start...].firstIndex(of: UInt8(ascii: ">")) ?? html.count
        read(html[start..<offset], into: &text)
      }
    }
    return text
  }

  /// The parts of a tag that stand between quotes are its values, each behind its name.
  private static func read(_ tag: Slice<UnsafeBufferPointer<UInt8>>, into text: inout [UInt8]) {
    var rest = tag
    while let opening = rest.firstIndex(of: UInt8(ascii: "\"")) {
      let name = rest[..<opening]
      let value = rest[(opening + 1)...].prefix { $0 != UInt8(ascii: "\"") }
      if !isAddress(name) {
        text += value
        text.append(0x0A)
      }
      rest = rest[value.endIndex...].dropFirst()
    }
  }

  private static func isAddress(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    name.suffix(6).elementsEqual(" href=".utf8) || name.suffix(5).elementsEqual(" src=".utf8)
  }
}
