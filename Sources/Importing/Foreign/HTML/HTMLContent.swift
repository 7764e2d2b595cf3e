/// The parts of a whole page of HTML that its text is looked for in.
enum HTMLContent {
  static func isWholePage(_ bytes: [UInt8]) -> Bool {
    find("<body", in: bytes, from: 0) != nil || find("<html", in: bytes, from: 0) != nil
  }

  /// What stands in `<title>`.
  static func title(of bytes: [UInt8]) -> String? {
    guard let range = inside("title", of: bytes) else { return nil }
    let text = String(decoding: bytes[range], as: UTF8.self).split { $0 == " " || $0.isNewline }
      .joined(separator: " ")
    return text.isEmpty || text.contains("{{") || text.contains("{%") ? nil : text
  }

  /// What stands in `<main>` or the first `<article>`, else in `<body>`.
  static func main(of bytes: [UInt8]) -> [UInt8] {
    for name in ["main", "article", "body"] {
      if let range = inside(name, of: bytes) { return Array(bytes[range]) }
    }
    return bytes
  }

  private static func inside(_ name: String, of bytes: [UInt8]) -> Range<Int>? {
    guard let open = find("<\(name)", in: bytes, from: 0),
      let start = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let end = find("</\(name)", in: bytes, from: start) ?? bytes.count
    return (start + 1)..<max(start + 1, end)
  }

  /// Where a tag begins, in whichever case.
  private static func find(_ tag: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(tag.utf8)
    var index = start
    while index + wanted.count < bytes.count {
      if bytes[index] == wanted[0], matches(wanted, bytes, at: index) { return index }
      index += 1
    }
    return nil
  }

  private static func matches(_ wanted: [UInt8], _ bytes: [UInt8], at index: Int) -> Bool {
    for (offset, byte) in wanted.enumerated() {
      let own = bytes[index + offset]
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(own)
      if (isCapital ? own | 0x20 : own) != byte { return false }
    }
    let next = bytes[index + wanted.count]
    return next == UInt8(ascii: ">") || next <= 0x20
  }
}
