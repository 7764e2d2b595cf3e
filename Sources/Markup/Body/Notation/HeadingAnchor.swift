import Diagnostics

/// `{#part}` at the end of a line: where the line is a heading, the anchor that its author gives it.
///
/// Other tools write `{ #part }`, `{: #part}` and `{#part .wide}`, which are read too.
struct HeadingAnchor {
  /// Where the anchor stands, without its `#`.
  let name: Range<Int>
  /// The byte after the brace.
  let end: Int
  /// Whether the braces hold more than the anchor.
  let hasMore: Bool

  init?(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    var words: [Range<Int>] = []
    var index = start + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") { index += 1 }
    while index < bytes.count, bytes[index] != UInt8(ascii: "}") {
      guard bytes[index] != 0x20 else {
        index += 1
        continue
      }
      let word = index
      while index < bytes.count, Self.isInWord(bytes[index]), index - start <= 200 { index += 1 }
      guard index > word else { return nil }
      words.append(word..<index)
    }
    guard let name = words.first(where: { bytes[$0.lowerBound] == UInt8(ascii: "#") }),
      name.count > 1, Self.endsLine(bytes, index + 1)
    else { return nil }
    self.name = name.dropFirst()
    self.end = index + 1
    self.hasMore = words.count > 1
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && !"{}<>\"`\\[]()".utf8.contains(byte)
  }

  /// Whether only spaces and the closing signs of a heading follow on the line.
  private static func endsLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start <= bytes.count else { return false }
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: "#") {
      index += 1
    }
    return index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
  }
}

extension Lifter {
  /// Lifts an anchor out, with the spaces before it.
  mutating func lift(_ anchor: HeadingAnchor, at index: Int) -> Int {
    var start = index
    while start > copied, bytes[start - 1] == 0x20 { start -= 1 }
    // The space behind a heading's signs or a list's mark is part of them.
    let isAfterWord =
      start > max(copied, lineContent)
      && bytes[lineContent..<start].contains { $0 != UInt8(ascii: "#") }
    return lift((isAfterWord ? start : index)..<anchor.end, .anchor)
  }
}

extension BodyReader {
  /// Gives the open heading the anchor that was lifted out; elsewhere it is text.
  mutating func readAnchor(_ lift: Int) {
    guard heading != nil else { return writeText(text.written(lift)) }
    let range = text.lifts[lift].range
    text.source.bytes.withUnsafeBufferPointer { bytes in
      guard let brace = bytes[range].firstIndex(of: UInt8(ascii: "{")),
        let anchor = HeadingAnchor(in: bytes, at: brace)
      else { return }
      heading?.anchor = String(decoding: bytes[anchor.name], as: UTF8.self)
      heading?.anchorPlace = brace..<anchor.end
      if anchor.hasMore { tell(.attributes, at: brace..<anchor.end) }
    }
  }
}
