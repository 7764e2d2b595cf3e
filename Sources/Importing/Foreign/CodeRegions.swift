/// Which bytes of a Markdown text are code, which nobody's notation is looked for in.
struct CodeRegions {
  private var regions: [Range<Int>] = []

  /// Finds fenced blocks and code spans (CommonMark 0.30 §4.5, §6.1), line by line.
  init(_ bytes: [UInt8]) {
    var fence: (mark: UInt8, length: Int, start: Int)?
    var start = 0
    var prose = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end].drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
      let mark = line.first ?? 0
      let length = line.prefix { $0 == mark }.count
      let isFence = (mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")) && length >= 3
      if let open = fence {
        if isFence, mark == open.mark, length >= open.length {
          regions.append(open.start..<end)
          fence = nil
          prose = min(end + 1, bytes.count)
        }
      } else if isFence {
        addSpans(bytes, prose..<start)
        fence = (mark, length, start)
      }
      start = end + 1
    }
    if let open = fence {
      regions.append(open.start..<bytes.count)
    } else if prose < bytes.count {
      addSpans(bytes, prose..<bytes.count)
    }
  }

  private mutating func addSpans(_ bytes: [UInt8], _ range: Range<Int>) {
    var runs: [(start: Int, length: Int)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let length = bytes[index..<range.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
      runs.append((index, length))
      index += length
    }
    var next: [Int: [Int]] = [:]
    for (position, run) in runs.enumerated() { next[run.length, default: []].append(position) }
    var position = 0
    var used: [Int: Int] = [:]
    while position < runs.count {
      let (start, length) = runs[position]
      let candidates = next[length] ?? []
      var cursor = used[length] ?? 0
      while cursor < candidates.count, candidates[cursor] <= position { cursor += 1 }
      used[length] = cursor
      guard cursor < candidates.count else {
        position += 1
        continue
      }
      let close = runs[candidates[cursor]]
      regions.append(start..<(close.start + close.length))
      position = candidates[cursor] + 1
    }
  }

  /// The region that begins at or holds a byte; ask in rising order.
  func end(ofRegionAt offset: Int, from cursor: inout Int) -> Int? {
    while cursor < regions.count, regions[cursor].upperBound <= offset { cursor += 1 }
    guard cursor < regions.count, regions[cursor].contains(offset) else { return nil }
    return regions[cursor].upperBound
  }
}
