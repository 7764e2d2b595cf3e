/// Collects the plain text of a body, block by block, with white space folded.
struct ProseWriter {
  private(set) var prose = Prose()
  private var kind = Prose.BlockKind.paragraph
  private var line: Int32 = 0
  private var start = 0
  /// White space was met that is written only if something follows it.
  private var owesSpace = false

  init(capacity: Int) {
    prose.text.reserveCapacity(capacity)
  }

  mutating func open(_ kind: Prose.BlockKind, line: Int) {
    self.kind = kind
    self.line = Int32(clamping: line)
    start = prose.text.count
    owesSpace = false
  }

  /// Ends the block and returns its range; `nil` where it has neither text nor holes.
  @discardableResult
  mutating func close() -> ProseRange? {
    let range = Int32(start)..<Int32(prose.text.count)
    owesSpace = false
    let hasHole = (prose.holes.last?.offset ?? -1) >= range.lowerBound
    guard !range.isEmpty || hasHole else { return nil }
    prose.blocks.append(Prose.Block(kind: kind, range: range, line: line))
    prose.text.append(0x0A)
    start = prose.text.count
    return range
  }

  mutating func appendSpace() {
    owesSpace = true
  }

  /// Adds text, each run of white space as one space.
  mutating func appendText(_ text: UnsafeBufferPointer<UInt8>) {
    var words = text[...]
    while words.first == 0x20 {
      owesSpace = true
      words = words.dropFirst()
    }
    let end = words.endIndex
    while words.last == 0x20 { words = words.dropLast() }
    let folded = UnsafeBufferPointer(rebasing: words)
    if folded.isFolded {
      paySpace()
      prose.text.append(contentsOf: folded)
    } else {
      fold(folded)
    }
    if words.endIndex < end { owesSpace = true }
  }

  private mutating func fold(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      guard !isSpace(text[index]) else {
        owesSpace = true
        index += 1
        continue
      }
      let end = endOfRun(in: text, from: index)
      paySpace()
      prose.text.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<end]))
      index = end
    }
  }

  /// Where text ends that needs no folding: single spaces between words are left in it.
  private func endOfRun(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start + 1
    while end < text.count {
      let byte = text[end]
      if byte <= 0x20, isSpace(byte) {
        guard byte == 0x20, end + 1 < text.count, !isSpace(text[end + 1]) else { return end }
      }
      end += 1
    }
    return end
  }

  mutating func appendHole(_ filling: Prose.Hole.Filling) {
    paySpace()
    prose.holes.append(Prose.Hole(offset: Int32(prose.text.count), filling: filling))
  }

  /// Where the next text goes.
  mutating func position() -> Int32 {
    paySpace()
    return Int32(prose.text.count)
  }

  /// Where the last text ended.
  var end: Int32 { Int32(prose.text.count) }

  /// Whether the last that was written is a name or a title.
  var endsInHole: Bool { !owesSpace && prose.holes.last?.offset == end }

  /// The scalar that a reader sees directly before what comes next; `nil` after white space, a
  /// hole, or nothing.
  var previousScalar: Unicode.Scalar? {
    guard !owesSpace, prose.text.count > start, prose.holes.last?.offset != end else { return nil }
    return prose.text.withUnsafeBufferPointer { $0.scalar(before: $0.count) }
  }

  private mutating func paySpace() {
    if owesSpace, prose.text.count > start || (prose.holes.last?.offset ?? -1) >= Int32(start) {
      prose.text.append(0x20)
    }
    owesSpace = false
  }
}

@inline(__always)
private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte &- 0x09 < 5
}
