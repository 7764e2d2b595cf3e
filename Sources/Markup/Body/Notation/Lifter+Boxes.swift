/// The boxes that people draw by hand in minutes, and what word processors leave of theirs.
extension Lifter {
  /// Lifts `[]`, `[ ]@ada`, `[x ]`, `☐` or `☑` at the start of an item, and returns where the text
  /// begins.
  mutating func readDrawnBox(at index: Int) -> Int? {
    guard let (isTicked, end) = drawnSign(at: index) ?? drawnBrackets(at: index),
      let next = byte(end), next != 0x0A, next != 0x0D
    else { return nil }
    return lift(index..<end, .box(isTicked: isTicked))
  }

  private typealias Box = (isTicked: Bool, end: Int)

  /// A sign that looks like a box, with the mark that asks for a coloured picture of it.
  private func drawnSign(at index: Int) -> Box? {
    guard byte(index) == 0xE2, let (sign, length) = bytes.scalar(at: index) else { return nil }
    let end = index + length
    let picture = bytes.scalar(at: end)
    let endOfPicture = picture?.0 == "\u{FE0F}" ? end + (picture?.length ?? 0) : end
    if "☐□◻⬜".unicodeScalars.contains(sign) { return (false, endOfPicture) }
    return "☑☒✓✔✅".unicodeScalars.contains(sign) ? (true, endOfPicture) : nil
  }

  /// Brackets with a mark or none between them, which no address follows: that is a link.
  private func drawnBrackets(at index: Int) -> Box? {
    guard byte(index) == UInt8(ascii: "[") else { return nil }
    let content = spaces(from: index + 1)
    let mark = markLength(at: content)
    let close = spaces(from: content + mark)
    guard byte(close) == UInt8(ascii: "]"), let next = byte(close + 1) else { return nil }
    let isTicked = mark > 0
    switch next {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "@"): return (isTicked, close + 1)
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ":"): return nil
    // `[x]` with a word right after it can be a link whose address stands elsewhere.
    default: return isTicked ? nil : (false, close + 1)
    }
  }

  private func spaces(from start: Int) -> Int {
    var end = start
    while end - start < 3, byte(end) == UInt8(ascii: " ") { end += 1 }
    return end
  }

  private func markLength(at index: Int) -> Int {
    switch byte(index) {
    case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "v"), UInt8(ascii: "V"): 1
    case 0xE2:
      bytes.scalar(at: index).map { "✓✔".unicodeScalars.contains($0.0) ? $0.length : 0 } ?? 0
    default: 0
    }
  }
}
