import CCmark

/// A pair of tildes that begins or ends struck-through text.
struct Strike: Hashable {
  /// The byte of the text node at which it stands.
  let offset: Int
  let length: Int
  let isOpening: Bool
}

/// Finds what stands between two `~~` among the children of one node.
///
/// GitHub Flavored Markdown §6.5, with the flanking rules of CommonMark 0.30 §6.2, but that one tilde
/// is a tilde: people write `ages 5~7` and `H~2~O`. The tree tells nothing of tildes, but a pair may
/// not reach across emphasis or a link, so each node's children are matched by themselves.
struct StrikeFinder {
  private struct Run {
    let node: Node
    let offset: Int
    let length: Int
    let opens: Bool
    let closes: Bool
  }

  /// The matched runs of each text node, in order.
  private(set) var strikes: [Node: [Strike]] = [:]

  init(childrenOf parent: Node) {
    var openers: [Run] = []
    var child = parent.firstChild
    while let node = child {
      if node.kind == CMARK_NODE_TEXT {
        for run in runs(in: node) { match(run, &openers) }
      }
      child = node.next
    }
    for node in strikes.keys { strikes[node]?.sort { $0.offset < $1.offset } }
  }

  /// Pairs a closing run with the last opening run.
  private mutating func match(_ run: Run, _ openers: inout [Run]) {
    if run.closes, let index = openers.indices.last {
      add(openers[index], isOpening: true)
      add(run, isOpening: false)
      openers.removeSubrange(index...)
    } else if run.opens {
      openers.append(run)
    }
  }

  private mutating func add(_ run: Run, isOpening: Bool) {
    strikes[run.node, default: []].append(
      Strike(offset: run.offset, length: run.length, isOpening: isOpening))
  }

  private func runs(in node: Node) -> [Run] {
    let text = node.literal
    var runs: [Run] = []
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "~") else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index] == UInt8(ascii: "~") { index += 1 }
      guard index - start == 2 else { continue }
      let before = start > 0 ? text.scalar(before: start) : edge(node.previous)
      let after = index < text.count ? text.scalar(at: index)?.0 : edge(node.next)
      runs.append(run(node, start..<index, before, after))
    }
    return runs
  }

  private func run(
    _ node: Node, _ range: Range<Int>, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
  ) -> Run {
    let (spaceBefore, markBefore) = (before.isSpace, before.isMark)
    let (spaceAfter, markAfter) = (after.isSpace, after.isMark)
    return Run(
      node: node, offset: range.lowerBound, length: range.count,
      opens: !spaceAfter && (!markAfter || spaceBefore || markBefore),
      closes: !spaceBefore && (!markBefore || spaceAfter || markAfter))
  }

  /// What stands at the edge of a text node: white space at a line's end, else the mark of an inline.
  private func edge(_ neighbour: Node?) -> Unicode.Scalar? {
    switch neighbour?.kind {
    case nil, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: nil
    default: "*"
    }
  }
}

extension Unicode.Scalar? {
  fileprivate var isSpace: Bool { self?.properties.isWhitespace ?? true }

  fileprivate var isMark: Bool {
    switch self?.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    case .mathSymbol, .currencySymbol, .modifierSymbol: self?.isASCII == true
    default: false
    }
  }
}
