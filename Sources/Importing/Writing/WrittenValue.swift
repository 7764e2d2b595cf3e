import Markup

/// A value of front matter as an import writes it, in YAML that every reader understands alike.
package indirect enum WrittenValue: Hashable, Sendable {
  case text(String)
  case list([WrittenValue])
  case map([WrittenField])

  package struct WrittenField: Hashable, Sendable {
    package let key: String
    package let value: WrittenValue

    package init(_ key: String, _ value: WrittenValue) {
      self.key = key
      self.value = value
    }
  }

  package static func texts(_ texts: [String]) -> WrittenValue { .list(texts.map { .text($0) }) }

  package static func fields(_ fields: KeyValuePairs<String, String>) -> WrittenValue {
    .map(fields.map { WrittenField($0.key, .text($0.value)) })
  }
}

extension WrittenValue {
  var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .list(let items): items.isEmpty
    case .map(let fields): fields.isEmpty
    }
  }

  /// Both values as one list.
  func adding(_ other: WrittenValue) -> WrittenValue {
    var seen: Set<WrittenValue> = []
    return .list((items + other.items).filter { seen.insert($0).inserted })
  }

  private var items: [WrittenValue] {
    if case .list(let items) = self { items } else { [self] }
  }

  /// The lines of `key: value`, the last one ended.
  func lines(below key: String, indent: Int) -> String {
    let lead = String(repeating: " ", count: indent) + "\(key.asYAML):"
    switch self {
    case .text(let text): return "\(lead) \(text.asYAML)\n"
    case .list(let items):
      if let inline = inlineList(items) { return "\(lead) \(inline)\n" }
      return "\(lead)\n" + items.map { $0.item(indent: indent + 2) }.joined()
    case .map(let fields):
      return "\(lead)\n" + fields.map { $0.value.lines(below: $0.key, indent: indent + 2) }.joined()
    }
  }

  private func inlineList(_ items: [WrittenValue]) -> String? {
    var words: [String] = []
    for item in items {
      guard case .text(let text) = item, text.utf8.count <= 40 else { return nil }
      words.append(text.asYAMLItem)
    }
    return "[\(words.joined(separator: ", "))]"
  }

  private func item(indent: Int) -> String {
    let lead = String(repeating: " ", count: indent) + "- "
    switch self {
    case .text(let text): return "\(lead)\(text.asYAML)\n"
    case .list(let items): return "\(lead)\(inlineList(items) ?? "[]")\n"
    case .map(let fields):
      let lines = fields.map { $0.value.lines(below: $0.key, indent: indent + 2) }.joined()
      return lead + lines.dropFirst(indent + 2)
    }
  }
}
