/// Tells which bytes of a Markdown text are code, which nobody's notation is looked for in, while the
/// text is walked from its start to its end.
///
/// It is asked at each place that is reached: what a comment hides opens no code.
struct CodeWalk {
  private let bytes: [UInt8]
  /// By the mark, how long a fence is that is closed nowhere further down.
  private var unclosed: [UInt8: Int] = [:]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte behind the code that begins at a byte (CommonMark 0.30 §4.5, §6.1), or behind marks
  /// that open none; `nil` where there are no such marks.
  mutating func end(ofCodeAt index: Int) -> Int? {
    if index == 0 || bytes[index - 1] == 0x0A, let end = endOfFence(index) { return end }
    guard bytes[index] == UInt8(ascii: "`") else { return nil }
    if index > 0, bytes[index - 1] == UInt8(ascii: "\\") { return index + 1 }
    let length = run(at: index)
    return endOfSpan(index + length, length) ?? index + length
  }

  /// How often the mark at a byte stands there.
  private func run(at index: Int) -> Int {
    bytes[index...].prefix { $0 == bytes[index] }.count
  }

  /// Behind the marks that close a span; it reaches no further than its paragraph.
  private func endOfSpan(_ start: Int, _ length: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x0A, isBlankLine(index + 1) { return nil }
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let found = run(at: index)
      index += found
      if found == length { return index }
    }
    return nil
  }

  private func isBlankLine(_ start: Int) -> Bool {
    let first = bytes[min(start, bytes.count)...].first { $0 != 0x20 && $0 != 0x09 }
    return first == nil || first == 0x0A
  }

  /// Behind the block of code whose fence stands on the line that begins here.
  private mutating func endOfFence(_ start: Int) -> Int? {
    guard let fence = fence(onLineAt: start) else { return nil }
    if fence.indent > 3, let length = unclosed[fence.mark], fence.length >= length { return nil }
    var line = lineEnd(start) + 1
    while line < bytes.count {
      if let other = fenceMark(at: afterQuotes(line)), other.mark == fence.mark,
        other.length >= fence.length, isBlankLine(other.end)
      {
        return lineEnd(line)
      }
      line = lineEnd(line) + 1
    }
    // One that is set in and never closed is rather text that is set in.
    unclosed[fence.mark] = min(fence.length, unclosed[fence.mark] ?? fence.length)
    return fence.indent > 3 ? nil : bytes.count
  }

  private func fence(onLineAt start: Int) -> (mark: UInt8, length: Int, indent: Int)? {
    let content = contentOfItem(afterQuotes(start))
    guard let found = fenceMark(at: content) else { return nil }
    let rest = bytes[found.end..<lineEnd(start)]
    if found.mark == UInt8(ascii: "`"), rest.contains(UInt8(ascii: "`")) { return nil }
    return (found.mark, found.length, content - start)
  }

  private func fenceMark(at index: Int) -> (mark: UInt8, length: Int, end: Int)? {
    guard index < bytes.count,
      bytes[index] == UInt8(ascii: "`") || bytes[index] == UInt8(ascii: "~")
    else { return nil }
    let length = run(at: index)
    return length >= 3 ? (bytes[index], length, index + length) : nil
  }

  /// Behind the blanks and the marks of quotes that a line begins with.
  private func afterQuotes(_ start: Int) -> Int {
    var index = start
    while index < bytes.count,
      bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == UInt8(ascii: ">")
    {
      index += 1
    }
    return index
  }

  /// Behind the mark of a list's item.
  private func contentOfItem(_ start: Int) -> Int {
    var index = start
    if index < bytes.count, "-*+".utf8.contains(bytes[index]) {
      index += 1
    } else {
      while index < bytes.count, index - start < 9, bytes[index] &- 0x30 < 10 { index += 1 }
      guard index > start, index < bytes.count, ".)".utf8.contains(bytes[index]) else {
        return start
      }
      index += 1
    }
    guard index < bytes.count, bytes[index] == 0x20 else { return start }
    return afterQuotes(index)
  }

  func lineEnd(_ index: Int) -> Int {
    bytes[min(index, bytes.count)...].firstIndex(of: 0x0A) ?? bytes.count
  }
}
