/// Transforms items on all cores; the results are in the order of the items.
///
/// Everything that it calls is a pure function, or a system call on a file of its own. So is what
/// `Inspection` begins beside other work, for which there would be nothing to do on a second core.
func parallelMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ transform: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  await parallelChunks(items) { chunk in chunk.map(transform) }
}

/// Does two things at once.
package func both<First: Sendable, Second: Sendable>(
  _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
) async -> (First, Second) {
  async let other = second()
  return (first(), await other)
}

/// As `parallelMap`, for work that reuses something from item to item, such as a buffer.
///
/// Items that take long are begun first, each alone: begun last, they would keep one core at work
/// while the others have none.
func parallelChunks<Item: Sendable, Result: Sendable>(
  _ items: [Item], takesLong: (Item) -> Bool = { _ in false },
  _ transform: @escaping @Sendable (ArraySlice<Item>) -> [Result]
) async -> [Result] {
  let long = items.indices.filter { takesLong(items[$0]) }
  // Small enough for the last chunks to end together, large enough for a task's cost not to show.
  let length = max(1, min(64, items.count / 8))
  let others = parts(of: items.indices, between: long, length: length)
  return await withTaskGroup(of: (Int, [Result]).self) { group in
    for range in long.map({ $0..<($0 + 1) }) + others {
      group.addTask { (range.lowerBound, transform(items[range])) }
    }
    var chunks: [Int: [Result]] = [:]
    for await (start, results) in group { chunks[start] = results }
    return chunks.sorted { $0.key < $1.key }.flatMap(\.value)
  }
}

/// The stretches of a range that lie between some of its numbers, cut into parts of a length.
private func parts(of range: Range<Int>, between numbers: [Int], length: Int) -> [Range<Int>] {
  let starts = [range.lowerBound] + numbers.map { $0 + 1 }
  return zip(starts, numbers + [range.upperBound]).flatMap { start, end in
    stride(from: start, to: end, by: length).map { $0..<min($0 + length, end) }
  }
}
