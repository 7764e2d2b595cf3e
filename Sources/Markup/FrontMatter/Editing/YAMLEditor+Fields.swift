import Diagnostics

extension YAMLEditor {
  /// Adds a field at a place among those below a path.
  mutating func insert(
    _ field: YAMLValue.Field, at index: Int, in path: YAMLPath
  ) throws(EditRefusal) {
    guard let container = syntax.value(at: path.steps) else { throw .missing(path) }
    let expected = value.adding(field, at: path.steps[...])
    let said = value[path.steps[...]] ?? .empty
    switch container.form {
    case .fields(let fields) where !fields.isEmpty:
      try refuseOtherShape(of: container, at: path)
      let changes =
        container.isFlow
        ? [inFlow(container, fields.map(\.place), index) { $0.flow(field) }]
        : bothWays { insertion(of: field, at: index, in: container, $0) }
      try make(changes, at: path.field(field.name), expecting: expected)
    case _ where said.isEmpty:
      if path.steps.isEmpty { return try addFirst(field, expected) }
      try make(
        ways(toReplace: container, saying: said, by: .fields([field])), at: path,
        expecting: expected)
    default:
      throw .holdsOther(path, than: "fields")
    }
  }

  /// Writes the same with blocks of text, and with text in quotes alone.
  func bothWays(_ changes: (Bool) -> [Change]) -> [[Change]] {
    [changes(false), changes(true)]
  }

  private func insertion(
    of field: YAMLValue.Field, at index: Int, in container: YAMLSyntax.Value, _ isCautious: Bool
  ) -> [Change] {
    let fields = container.fields
    var writer = writer(near: fields[0].key.lowerBound)
    writer.isCautious = isCautious
    let text = writer.field(field, column: container.column)
    let indent = writer.spaces(container.column)
    guard index > 0 else {
      let key = fields[0].key.lowerBound
      guard beginsLine(key) else {
        return [Change(at: key, text + writer.lineBreak + indent)]
      }
      return [insertedLine(indent + text, at: startOfComments(above: startOfLine(key)), writer)]
    }
    let last = fields[min(index, fields.count) - 1].value
    return [insertedLine(indent + text, at: afterLines(of: last), writer)]
  }

  /// A line of its own, with the break that the last line of a file may lack.
  func insertedLine(_ text: String, at offset: Int, _ writer: YAMLWriter) -> Change {
    let isOpen = offset > 0 && offset == source.bytes.count && !source.bytes[offset - 1].isLineBreak
    let hasText = isOpen && offset > source.startOfText
    return Change(at: offset, hasText ? writer.lineBreak + text : text + writer.lineBreak)
  }

  /// Adds the only field there is, with the front matter itself where a file has none.
  private mutating func addFirst(
    _ field: YAMLValue.Field, _ expected: YAMLValue
  ) throws(EditRefusal) {
    let root = syntax.root
    if root.isFlow { throw .holdsOther(YAMLPath([]), than: "fields on lines of their own") }
    let changes = bothWays { isCautious in
      var writer = writer(near: 0)
      writer.isCautious = isCautious
      let line = writer.field(field, column: 0)
      if extent.matter != nil { return [insertedLine(line, at: endOfMatter, writer)] }
      let lines = ["---", line, "---", ""].joined(separator: writer.lineBreak)
      return [Change(at: extent.bodyStart, lines)]
    }
    try make(changes, at: YAMLPath([]), expecting: expected)
  }

  // MARK: Taking out

  /// Takes out a field or an item, with its own lines and its own comment.
  ///
  /// A comment above goes too where nothing else follows it: it might head several fields.
  package mutating func remove(_ path: YAMLPath) throws(EditRefusal) {
    guard let last = path.steps.last, let old = syntax.value(at: path.steps),
      let container = syntax.value(at: path.steps.dropLast())
    else { throw .missing(path) }
    try refuseRepetition(on: path)
    try refuseTrouble(in: old, at: path)
    let expected = value.replacing(path.steps[...], by: nil)
    let parent = YAMLPath(Array(path.steps.dropLast()))
    let places: [Place]
    let index: Int
    switch last {
    case .field(let name):
      places = container.fields.map(\.place)
      index = container.fields.firstIndex { $0.name == name } ?? 0
    case .item(let item):
      places = container.items.map(\.place)
      index = item
    }
    if container.isFlow {
      return try make(
        [removalInFlow(container, places, index)], at: path, expecting: expected)
    }
    if places.count == 1, !parent.steps.isEmpty {
      let said = value[parent.steps[...]] ?? .empty
      return try make(
        ways(toReplace: container, saying: said, by: .empty), at: parent, expecting: expected)
    }
    // Blanks below would become a line of text that stands above.
    let ways = [false, true].map { removal(of: index, places, in: container, withBlanks: $0) }
    try make(ways, at: path, expecting: expected)
  }

  private func removal(
    of index: Int, _ places: [Place], in container: YAMLSyntax.Value, withBlanks: Bool
  ) -> [Change] {
    let place = places[index]
    var end = afterLines(of: place.value)
    if withBlanks { end = afterBlankLines(from: end) }
    guard beginsLine(place.range.lowerBound) else {
      // It stands behind a hyphen, and so does what follows it from now on.
      let next = places[index + 1].range.lowerBound
      if source.bytes[end..<max(end, next)].allSatisfy(\.isBlank) {
        return [Change(place.range.lowerBound..<next, "")]
      }
      return [Change(container.head..<endOfLine(place.end), "")]
    }
    let line = startOfLine(place.range.lowerBound)
    let start = endsGroup(end) ? startOfComments(above: line) : line
    return [Change(start..<end, "")]
  }
}

/// Where a field or an item stands.
struct Place {
  /// From its name, hyphen or first byte to the end of its value.
  let range: Range<Int>
  let value: YAMLSyntax.Value

  var end: Int { range.upperBound }
}

extension YAMLSyntax.Field {
  var place: Place {
    let end = max(key.upperBound, value.head, value.range.upperBound)
    return Place(range: key.lowerBound..<end, value: value)
  }
}

extension YAMLSyntax.Item {
  var place: Place {
    Place(range: start..<max(start, value.head, value.range.upperBound), value: value)
  }
}
