/// The spaces, quotes and marks of lists that a line begins with, and the box after them.
struct LineBeginning {
  /// Where its words begin, a box included.
  private(set) var content: Int
  /// The mark of the list item that begins at the very start of the line: `-`, `+` or `*`.
  private(set) var bullet: UInt8?

  private let bytes: [UInt8]

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    content = start
    while let byte = byte(content) {
      if byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") {
        content += 1
      } else if let length = markLength {
        if content == start, length == 1 { bullet = byte }
        content += length
      } else {
        return
      }
    }
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  /// The length of the list mark at `content`: `-`, `12.`, `3)`.
  private var markLength: Int? {
    var end = content
    while end - content < 9, let byte = byte(end), byte >= 0x30, byte <= 0x39 { end += 1 }
    let marks = end == content ? "-+*".utf8 : ".)".utf8
    guard let mark = byte(end), marks.contains(mark) else { return nil }
    guard let next = byte(end + 1) else { return nil }
    return [0x20, 0x09].contains(next) ? end + 1 - content : nil
  }
}

extension LineBeginning {
  /// The bytes of the box that the words begin with; `nil` where there is none.
  var box: Range<Int>? { signBox ?? bracketBox }

  /// A sign that looks like a box, with the mark that asks for a coloured picture of it.
  private var signBox: Range<Int>? {
    let sign = bytes[content...].prefix(3)
    let isBox = "☐□◻⬜☑☒✓✔✅".unicodeScalars.contains { sign.elementsEqual(String($0).utf8) }
    guard isBox else { return nil }
    let picture = bytes[(content + 3)...].prefix(3).elementsEqual("\u{FE0F}".utf8)
    return content..<(content + (picture ? 6 : 3))
  }

  /// `[ ]`, `[x]`, `[]`, `[ x ]`.
  private var bracketBox: Range<Int>? {
    guard byte(content) == UInt8(ascii: "[") else { return nil }
    let mark = spaces(from: content + 1)
    let marks = ["x", "X", "v", "V", "✓", "✔"].map { Array($0.utf8) }
    let length = marks.first { bytes[mark...].starts(with: $0) }?.count ?? 0
    let close = spaces(from: mark + length)
    return byte(close) == UInt8(ascii: "]") ? content..<(close + 1) : nil
  }

  private func spaces(from start: Int) -> Int {
    var end = start
    while end - start < 3, byte(end) == 0x20 { end += 1 }
    return min(end, bytes.count)
  }
}
