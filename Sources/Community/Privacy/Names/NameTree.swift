/// Values filed under rows of words, to find all that stand at one place of a text in a single walk,
/// however many there are.
struct NameTree<Value: Sendable>: Sendable {
  private struct Node: Sendable {
    var next: [String: Int] = [:]
    var values: [Value] = []
  }

  private var nodes = [Node()]

  mutating func insert(_ value: Value, at words: [String]) {
    var node = 0
    for word in words {
      if let next = nodes[node].next[word] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].next[word] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    nodes[node].values.append(value)
  }

  /// The values of every row that some words begin with, each with the number of its words.
  ///
  /// No more words are asked for than are needed.
  func found(along words: some Sequence<String>) -> [(Value, count: Int)] {
    var found: [(Value, count: Int)] = []
    var node = 0
    for (position, word) in words.enumerated() {
      guard let next = nodes[node].next[word] else { break }
      node = next
      found += nodes[node].values.map { ($0, position + 1) }
    }
    return found
  }

  func values(along words: some Sequence<String>) -> [Value] { found(along: words).map(\.0) }
}
