/// Transforms items on all cores; the results are in the order of the items.
///
/// This is the one place where a build does several things at once: everything that it calls is a
/// pure function, or a system call on a file of its own.
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
/// Items that are `long` are begun first, lest one core is left with them at the end; those that
/// follow each other are done one by one, lest all of them are in memory at once.
func parallelChunks<Item: Sendable, Result: Sendable>(
  _ items: [Item], long: (Item) -> Bool = { _ in false },
  _ transform: @escaping @Sendable (ArraySlice<Item>) -> [Result]
) async -> [Result] {
  let chunks = chunks(of: items, long)
  let longFirst = chunks.indices.filter { long(items[chunks[$0].lowerBound]) }
  return await withTaskGroup(of: (Int, [Result]).self) { group in
    for number in longFirst + chunks.indices.filter({ !long(items[chunks[$0].lowerBound]) }) {
      group.addTask { (number, transform(items[chunks[number]])) }
    }
    var results: [[Result]] = Array(repeating: [], count: chunks.count)
    for await (number, result) in group { results[number] = result }
    return results.flatMap(\.self)
  }
}

/// Ranges of items that follow each other: long ones as far as they go, others so many at most.
private func chunks<Item>(of items: [Item], _ long: (Item) -> Bool) -> [Range<Int>] {
  // Small enough for the last chunks to end together, large enough for a task's cost not to show.
  let length = max(1, min(64, items.count / 8))
  var chunks: [Range<Int>] = []
  var start = 0
  while start < items.count {
    let isLong = long(items[start])
    let limit = isLong ? items.count : min(start + length, items.count)
    let end = items[start..<limit].firstIndex { long($0) != isLong } ?? limit
    chunks.append(start..<end)
    start = end
  }
  return chunks
}
