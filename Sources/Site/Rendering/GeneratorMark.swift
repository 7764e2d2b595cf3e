/// What a file of the site says of the tool that made it: `<meta name="generator">` in pages,
/// `generator` in Atom feeds, `PRODID` in calendars, the function that files of the search call.
///
/// It is still there after a minifier, an editor that changes line ends, or a host's bot, so it
/// shows that a file is ours although its bytes are not those that we wrote. Spaces, quotes and
/// capitals do not count, since a minifier may change them. Other files have no mark.
package enum GeneratorMark {
  /// Whether a file of this name carries the mark.
  package static func isCarried(by bytes: [UInt8], named name: String) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let text = essence(of: bytes)
    switch name[dot...].lowercased() {
    case ".html":
      return text.tags("<meta").contains { tag in
        tag.contains("name=generator") && tag.contains("content=handbook")
      }
    case ".xml": return text.contains(">handbook</generator>")
    case ".ics": return text.contains("prodid:-//handbook//")
    case ".js": return text.contains("handbooksearchdata(")
    default: return false
    }
  }

  /// The bytes without spaces, line ends and quotes, ASCII capitals made small.
  private static func essence(of bytes: [UInt8]) -> [UInt8] {
    bytes.lazy.filter { byte in
      byte > 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
    }.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }
}

extension [UInt8] {
  fileprivate func contains(_ text: String) -> Bool { self[...].contains(text) }

  /// The text of each tag with this beginning, up to its `>`.
  fileprivate func tags(_ beginning: String) -> [ArraySlice<UInt8>] {
    var tags: [ArraySlice<UInt8>] = []
    var rest = self[...]
    while let start = rest.position(of: beginning) {
      let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
      tags.append(rest[start..<end])
      rest = rest[end...]
    }
    return tags
  }
}

extension ArraySlice<UInt8> {
  fileprivate func contains(_ text: String) -> Bool { position(of: text) != nil }

  fileprivate func position(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    var rest = self
    while let start = rest.firstIndex(of: wanted[0]) {
      if rest[start...].starts(with: wanted) { return start }
      rest = rest[(start + 1)...]
    }
    return nil
  }
}
