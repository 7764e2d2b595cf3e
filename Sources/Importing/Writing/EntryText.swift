package import Community
import Files

/// An entry as it will be written: its fields in the words of the content contract, and its text.
package struct EntryText: Hashable, Sendable {
  package internal(set) var id: EntryID
  /// In the order in which they are set.
  package internal(set) var fields: [(key: String, value: WrittenValue)] = []
  package var body: String

  package init(_ id: EntryID, body: String = "") {
    self.id = id
    self.body = body
  }

  package static func == (left: EntryText, right: EntryText) -> Bool {
    left.id == right.id && left.text == right.text
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension EntryText {
  /// Sets a field, unless there is nothing to say; a second value for one key is added to its list.
  package mutating func set(_ key: String, _ value: WrittenValue?) {
    guard let value, !value.isEmpty else { return }
    if let index = fields.firstIndex(where: { $0.key == key }) {
      fields[index].value = fields[index].value.adding(value)
    } else {
      fields.append((key, value))
    }
  }

  /// Sets a field again, or takes it out.
  package mutating func replace(_ key: String, by value: WrittenValue?) {
    fields.removeAll { $0.key == key }
    set(key, value)
  }

  package func has(_ key: String) -> Bool { fields.contains { $0.key == key } }

  /// As a new file has them: what its kind offers first, then as the fields are declared.
  var inOrder: [(key: String, value: WrittenValue)] {
    let order = id.kind.declaration.usualFields + id.kind.fields.map(\.name)
    let ranks = Dictionary(
      order.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return fields.enumerated().sorted { left, right in
      (ranks[left.element.key] ?? order.count, left.offset)
        < (ranks[right.element.key] ?? order.count, right.offset)
    }.map(\.element)
  }

  /// The whole file.
  package var text: String {
    let text = body.hasSuffix("\n") || body.isEmpty ? body : body + "\n"
    guard !fields.isEmpty else { return text }
    return "---\n\(frontMatter)---\n" + (text.isEmpty ? "" : "\n\(text)")
  }

  private var frontMatter: String {
    inOrder.map { $0.value.lines(below: $0.key, indent: 0) }.joined()
  }

  /// Why a handbook could not read the entry, where it is too large.
  var excess: String? {
    if frontMatter.utf8.count > ImportLimits.frontMatter {
      return tooLong("its front matter", ImportLimits.frontMatter)
    }
    return text.utf8.count > ImportLimits.entry ? tooLong("the entry", ImportLimits.entry) : nil
  }
}
