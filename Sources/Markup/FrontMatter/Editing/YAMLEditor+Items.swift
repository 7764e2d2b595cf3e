import Diagnostics

extension YAMLEditor {
  /// Adds an item to a list, before the one that is there or at the end.
  package mutating func insert(
    _ new: YAMLValue, at index: Int, in path: YAMLPath
  ) throws(EditRefusal) {
    let new = new.withPlainBreaks
    try refuseRepetition(on: path)
    guard let container = syntax.value(at: path.steps) else { throw .missing(path) }
    let said = value[path.steps[...]] ?? .empty
    guard (0...said.items.count).contains(index) else { throw .missing(path.item(index)) }
    let expected = value.adding(new, before: index, at: path.steps[...])
    switch container.form {
    case .list(let items) where !items.isEmpty:
      try refuseOtherShape(of: container, at: path)
      let changes =
        container.isFlow
        ? [inFlow(container, items.map(\.place), index) { $0.flow(new) }]
        : bothWays { insertion(of: new, at: index, in: container, $0) }
      try make(changes, at: path.item(index), expecting: expected)
    case _ where said.isEmpty && !path.steps.isEmpty:
      try make(
        ways(toReplace: container, saying: said, by: .list([new])), at: path, expecting: expected)
    default:
      throw .holdsOther(path, than: "a list")
    }
  }

  private func insertion(
    of item: YAMLValue, at index: Int, in container: YAMLSyntax.Value, _ isCautious: Bool
  ) -> [Change] {
    let items = container.items
    var writer = writer(near: items[0].start)
    writer.isCautious = isCautious
    let indent = writer.spaces(container.column)
    let lead = writer.lineBreak + indent
    let text = String(
      writer.item(item, column: container.column).unicodeScalars.dropFirst(
        lead.unicodeScalars.count))
    guard index < items.count else {
      return [insertedLine(indent + text, at: afterLines(of: items[index - 1].value), writer)]
    }
    let start = items[index].start
    guard beginsLine(start) else { return [Change(at: start, text + lead)] }
    return [insertedLine(indent + text, at: startOfComments(above: startOfLine(start)), writer)]
  }

  /// Puts an item of a list in another place, as it is written, with the comments above it.
  package mutating func move(
    _ from: Int, to: Int, in path: YAMLPath
  ) throws(EditRefusal) {
    guard let container = syntax.value(at: path.steps) else { throw .missing(path) }
    let items = container.items
    guard items.indices.contains(from) else { throw .missing(path.item(from)) }
    guard items.indices.contains(to) else { throw .missing(path.item(to)) }
    guard from != to else { return }
    try refuseRepetition(on: path)
    try refuseTrouble(in: container, at: path)
    try refuseOtherShape(of: container, at: path)
    var order = Array(items.indices)
    order.insert(order.remove(at: from), at: to)
    // Blanks below would become a line of text that comes to stand above.
    let ways = [false, true].map { withBlanks in
      let slots = items.map {
        container.isFlow ? $0.place.range : slot(of: $0, withBlanks: withBlanks)
      }
      return zip(slots, order).filter { $0 != slots[$1] }.map { slot, origin in
        Change(slot, String(decoding: source.bytes[slots[origin]], as: UTF8.self))
      }
    }
    try make(
      ways, at: path.item(from), expecting: value.moving(from, to: to, at: path.steps[...]))
  }

  /// From an item's own comments to the end of its last line.
  private func slot(of item: YAMLSyntax.Item, withBlanks: Bool) -> Range<Int> {
    let line = startOfLine(item.start)
    var end = endOfLine(item.place.end)
    if withBlanks { end = endOfBlankLines(below: end) }
    guard beginsLine(item.start) else { return item.start..<end }
    let first = startOfComments(above: line)
    let start = source.bytes[first...].firstIndex { !$0.isBlank } ?? item.start
    return start..<end
  }

  // MARK: Lists

  /// How many items are compared with each other; beyond, a list is written again.
  private static let mostCompared = 200

  /// Makes a list say what is wanted; items that stay are not touched.
  mutating func set(
    _ new: [YAMLValue], at path: YAMLPath, _ said: YAMLValue, _ order: FieldOrder
  ) throws(EditRefusal) {
    let old = said.items
    let start = zip(old, new).prefix { $0.saysTheSame(as: $1) }.count
    let end = zip(old[start...].reversed(), new[start...].reversed())
      .prefix { $0.saysTheSame(as: $1) }.count
    let (before, after) = (Array(old[start...].dropLast(end)), Array(new[start...].dropLast(end)))
    guard max(before.count, after.count) <= Self.mostCompared else {
      return try rewrite(path, .list(new))
    }
    let difference = after.difference(from: before) { $0.saysTheSame(as: $1) }
    let gone = Set(difference.removals.map(\.position))
    let come = Set(difference.insertions.map(\.position))
    // Where one goes and one comes, it is changed in place.
    var (left, right, place) = (0, 0, start)
    while left < before.count || right < after.count {
      switch (gone.contains(left), come.contains(right)) {
      case (true, false):
        try remove(path.item(place))
        left += 1
        continue
      case (false, true):
        try insert(after[right], at: place, in: path)
      case (true, true):
        try set(path.item(place), to: after[right], order: order)
        left += 1
      case (false, false):
        left += 1
      }
      (right, place) = (right + 1, place + 1)
    }
  }

  private mutating func rewrite(_ path: YAMLPath, _ new: YAMLValue) throws(EditRefusal) {
    guard let old = syntax.value(at: path.steps), !path.steps.isEmpty else { throw .missing(path) }
    try refuseTrouble(in: old, at: path)
    try make(
      ways(toReplace: old, saying: value[path.steps[...]] ?? .empty, by: new), at: path,
      expecting: value.replacing(path.steps[...], by: new))
  }
}

extension CollectionDifference.Change {
  /// The position in what was, or of what is new in what is.
  fileprivate var position: Int {
    switch self {
    case .remove(let offset, _, _), .insert(let offset, _, _): offset
    }
  }
}
