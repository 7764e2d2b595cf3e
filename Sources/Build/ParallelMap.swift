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
func parallelChunks<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ transform: @escaping @Sendable (ArraySlice<Item>) -> [Result]
) async -> [Result] {
  // Small enough for the last chunks to end together, large enough for a task's cost not to show.
  let length = max(1, min(64, items.count / 8))
  let starts = Array(stride(from: 0, to: items.count, by: length))
  return await withTaskGroup(of: (Int, [Result]).self) { group in
    for (number, start) in starts.enumerated() {
      group.addTask { (number, transform(items[start..<min(start + length, items.count)])) }
    }
    var chunks: [[Result]] = Array(repeating: [], count: starts.count)
    for await (number, results) in group { chunks[number] = results }
    return chunks.flatMap(\.self)
  }
}
