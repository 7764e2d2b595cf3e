/// What the attributes of finished HTML say, but for addresses: titles, languages, dates.
///
/// Addresses are read with the links, where their escapes are undone.
enum AttributeTexts {
  /// The values, a line each.
  static func text(in html: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var offset = 0
    while let start = html[offset...].firstIndex(of: UInt8(ascii: "<")) {
      let end = html[start...].firstIndex(of: UInt8(ascii: ">")) ?? html.count
      // The parts of a tag that stand between quotes are its values, each behind its name.
      let parts = html[start..<end].split(
        separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
      for position in stride(from: 1, to: parts.count, by: 2)
      where !isAddress(parts[position - 1]) {
        text += parts[position]
        text.append(0x0A)
      }
      offset = end
    }
    return text
  }

  private static func isAddress(_ name: ArraySlice<UInt8>) -> Bool {
    name.suffix(6).elementsEqual(" href=".utf8) || name.suffix(5).elementsEqual(" src=".utf8)
  }
}
