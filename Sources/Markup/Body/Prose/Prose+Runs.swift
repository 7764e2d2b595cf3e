extension Prose {
  /// A range of the text as what to show: words, and holes to be filled.
  ///
  /// Holes at either end of the range belong to it.
  package func runs(in range: ProseRange) -> [Run] {
    var runs: [Run] = []
    var start = range.lowerBound
    for hole in holes[firstHole(from: range.lowerBound)...] {
      guard hole.offset <= range.upperBound else { break }
      if start < hole.offset { runs.append(.text(string(start..<hole.offset))) }
      runs.append(.hole(hole.filling))
      start = hole.offset
    }
    if start < range.upperBound { runs.append(.text(string(start..<range.upperBound))) }
    return runs
  }

  /// The words of a range, its holes left empty.
  package func string(_ range: ProseRange) -> String {
    String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  /// The block that a range lies in.
  package func block(around range: ProseRange) -> Block? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.upperBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < blocks.count, blocks[low].range.lowerBound <= range.lowerBound else { return nil }
    return blocks[low]
  }

  /// The index of the first hole at or after an offset.
  private func firstHole(from offset: Int32) -> Int {
    var low = 0
    var high = holes.count
    while low < high {
      let middle = (low + high) / 2
      if holes[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
