/// A regular expression of paths, as Hugo's settings have it (RE2's syntax), found anywhere in a path.
///
/// All of its ways are followed at once, so the time is the length of the expression times that of
/// the path, whatever it says.
struct PathExpression: Hashable, Sendable {
  private indirect enum Node: Hashable {
    case empty
    case one(ByteSet)
    case start, end
    case sequence([Node])
    case either([Node])
    case many(Node, atLeastOnce: Bool)
    case perhaps(Node)
  }

  private enum Step: Hashable {
    case one(ByteSet)
    case fork(Int, Int)
    case go(Int)
    case start, end, found
  }

  private var steps: [Step] = []

  /// `nil` for one that is too long, or that says something that is not understood here.
  init?(_ text: String) {
    guard text.utf8.count <= 512 else { return nil }
    var reader = Reader(bytes: Array(text.utf8))
    guard let node = reader.alternatives(depth: 0), reader.isAtEnd else { return nil }
    compile(node)
    steps.append(.found)
    if steps.count > 4_096 { return nil }
  }

  func matches(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    var current: [Int] = []
    for index in 0...bytes.count {
      var seen = [Bool](repeating: false, count: steps.count)
      var open: [Int] = []
      // It may begin at each byte.
      for step in current + [0] {
        if follow(step, at: index, of: bytes.count, &seen, &open) { return true }
      }
      guard index < bytes.count else { break }
      current = open.compactMap { step in
        if case .one(let set) = steps[step], set.contains(bytes[index]) { step + 1 } else { nil }
      }
    }
    return false
  }

  /// Whether the end can be reached without another byte.
  private func follow(
    _ first: Int, at index: Int, of count: Int, _ seen: inout [Bool], _ open: inout [Int]
  ) -> Bool {
    var waiting = [first]
    while let step = waiting.popLast() {
      if seen[step] { continue }
      seen[step] = true
      switch steps[step] {
      case .one: open.append(step)
      case .fork(let one, let other): waiting += [one, other]
      case .go(let next): waiting.append(next)
      case .start: if index == 0 { waiting.append(step + 1) }
      case .end: if index == count { waiting.append(step + 1) }
      case .found: return true
      }
    }
    return false
  }

  private mutating func compile(_ node: Node) {
    guard steps.count <= 4_096 else { return }
    switch node {
    case .empty: break
    case .one(let set): steps.append(.one(set))
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .sequence(let nodes): for node in nodes { compile(node) }
    case .either(let nodes): compile(either: nodes)
    case .many(let node, let atLeastOnce):
      let start = steps.count
      if !atLeastOnce { steps.append(.go(0)) }
      compile(node)
      steps.append(.fork(start, steps.count + 1))
      if !atLeastOnce { steps[start] = .fork(start + 1, steps.count) }
    case .perhaps(let node):
      let start = steps.count
      steps.append(.go(0))
      compile(node)
      steps[start] = .fork(start + 1, steps.count)
    }
  }

  private mutating func compile(either nodes: [Node]) {
    var ends: [Int] = []
    for (position, node) in nodes.enumerated() {
      let isLast = position == nodes.count - 1
      let start = steps.count
      if !isLast { steps.append(.go(0)) }
      compile(node)
      guard !isLast else { break }
      ends.append(steps.count)
      steps.append(.go(0))
      steps[start] = .fork(start + 1, steps.count)
    }
    for end in ends { steps[end] = .go(steps.count) }
  }
}

extension PathExpression {
  /// Which bytes may stand at a place; letters of other scripts are bytes above 127.
  struct ByteSet: Hashable, Sendable {
    var ranges: [ClosedRange<UInt8>]
    var isNegated = false

    func contains(_ byte: UInt8) -> Bool { ranges.contains { $0.contains(byte) } != isNegated }
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0
    var foldsCase = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }
    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func alternatives(depth: Int) -> Node? {
      guard depth <= 32 else { return nil }
      var nodes: [Node] = []
      repeat {
        guard let node = sequence(depth: depth) else { return nil }
        nodes.append(node)
      } while take("|")
      return nodes.count == 1 ? nodes[0] : .either(nodes)
    }

    private mutating func sequence(depth: Int) -> Node? {
      var nodes: [Node] = []
      while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
        guard var node = atom(depth: depth) else { return nil }
        while let sign = next, "*+?".utf8.contains(sign) {
          index += 1
          switch sign {
          case UInt8(ascii: "*"): node = .many(node, atLeastOnce: false)
          case UInt8(ascii: "+"): node = .many(node, atLeastOnce: true)
          default: node = .perhaps(node)
          }
          // A sign behind it says which way is tried first, and all are.
          _ = take("?")
        }
        if next == UInt8(ascii: "{") { return nil }
        nodes.append(node)
      }
      return nodes.isEmpty ? .empty : .sequence(nodes)
    }

    private mutating func atom(depth: Int) -> Node? {
      guard let byte = next else { return nil }
      index += 1
      switch byte {
      case UInt8(ascii: "^"): return .start
      case UInt8(ascii: "$"): return .end
      case UInt8(ascii: "."): return .one(ByteSet(ranges: [0...255]))
      case UInt8(ascii: "["): return set()
      case UInt8(ascii: "\\"): return escape()
      case UInt8(ascii: "("): return group(depth: depth)
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): return nil
      default: return .one(ByteSet(ranges: folded(byte)))
      }
    }

    private mutating func group(depth: Int) -> Node? {
      if take("?") {
        if take("i") {
          foldsCase = true
          if take(")") { return .empty }
        }
        guard take(":") else { return nil }
      }
      guard let node = alternatives(depth: depth + 1), take(")") else { return nil }
      return node
    }

    private mutating func escape() -> Node? {
      guard let byte = next else { return nil }
      index += 1
      switch byte {
      case UInt8(ascii: "A"): return .start
      case UInt8(ascii: "z"): return .end
      default: return ranges(ofEscaped: byte).map { .one($0) }
      }
    }

    private func ranges(ofEscaped byte: UInt8) -> ByteSet? {
      let word: [ClosedRange<UInt8>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
      switch byte {
      case UInt8(ascii: "d"): return ByteSet(ranges: [0x30...0x39])
      case UInt8(ascii: "D"): return ByteSet(ranges: [0x30...0x39], isNegated: true)
      case UInt8(ascii: "w"): return ByteSet(ranges: word)
      case UInt8(ascii: "W"): return ByteSet(ranges: word, isNegated: true)
      case UInt8(ascii: "s"): return ByteSet(ranges: [0x09...0x0D, 0x20...0x20])
      case UInt8(ascii: "S"): return ByteSet(ranges: [0x09...0x0D, 0x20...0x20], isNegated: true)
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: return nil
      default: return ByteSet(ranges: [byte...byte])
      }
    }

    private mutating func set() -> Node? {
      var set = ByteSet(ranges: [], isNegated: take("^"))
      var isFirst = true
      while let byte = next, byte != UInt8(ascii: "]") || isFirst {
        isFirst = false
        index += 1
        if byte == UInt8(ascii: "[") { return nil }
        if byte == UInt8(ascii: "\\") {
          guard let escaped = next, let inner = ranges(ofEscaped: escaped), !inner.isNegated else {
            return nil
          }
          index += 1
          set.ranges += inner.ranges
        } else if next == UInt8(ascii: "-"), index + 1 < bytes.count,
          bytes[index + 1] != UInt8(ascii: "]")
        {
          let last = bytes[index + 1]
          guard byte <= last else { return nil }
          set.ranges.append(byte...last)
          index += 2
        } else {
          set.ranges += folded(byte)
        }
      }
      return take("]") ? .one(set) : nil
    }

    private func folded(_ byte: UInt8) -> [ClosedRange<UInt8>] {
      guard foldsCase, (0x61...0x7A).contains(byte | 0x20) else { return [byte...byte] }
      return [byte | 0x20...byte | 0x20, byte & 0xDF...byte & 0xDF]
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard next == UInt8(ascii: character) else { return false }
      index += 1
      return true
    }
  }
}
