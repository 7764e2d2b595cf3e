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

  /// The values of every row that begins with a word and goes on with those behind it, each with the
  /// number of its words.
  ///
  /// No more words are asked for than are needed.
  func found(from first: String, then rest: some Sequence<String>) -> [(Value, count: Int)] {
    guard var node = nodes[0].next[first] else { return [] }
    var found = nodes[node].values.map { ($0, count: 1) }
    for (position, word) in rest.enumerated() {
      guard let next = nodes[node].next[word] else { break }
      node = next
      found += nodes[node].values.map { ($0, count: position + 2) }
    }
    return found
  }

  /// Whether any row is the beginning of some words.
  func hasRow(along words: ArraySlice<String>) -> Bool {
    words.first.map { !found(from: $0, then: words.dropFirst()).isEmpty } ?? false
  }
}
