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
    let all = items + other.items
    return .list(
      all.enumerated().filter { all.firstIndex(of: $0.element) == $0.offset }.map(\.element))
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
      words.append(text.contains(",") ? text.quotedYAML : text.asYAML)
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

extension String {
  /// A scalar of YAML 1.2 (§7.3): plain where nothing in it could be taken for something else.
  var asYAML: String { isPlainYAML ? self : quotedYAML }

  private var isPlainYAML: Bool {
    guard let first = utf8.first, let last = utf8.last, first != 0x20, last != 0x20,
      last != UInt8(ascii: ":")
    else { return false }
    if "-?:,[]{}#&*!|>'\"%@`".utf8.contains(first) || self == "~" || self == "null" { return false }
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte < 0x20 || byte == 0x7F || "{}[]\"".utf8.contains(byte) { return false }
      if previous == UInt8(ascii: ":"), byte == 0x20 { return false }
      if previous == 0x20, byte == UInt8(ascii: "#") { return false }
      previous = byte
    }
    return true
  }

  var quotedYAML: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        quoted += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
