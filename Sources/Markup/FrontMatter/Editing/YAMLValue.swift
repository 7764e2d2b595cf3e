/// A value of front matter apart from how it is written: what an edit asks for, and what the reader
/// gives.
package indirect enum YAMLValue: Sendable {
  case empty
  /// Words: they are put in quotes where programs would take them for a number, a date or a yes.
  case text(String)
  /// A number, a date, a time or a yes, which stands as it is.
  case word(String)
  case list([YAMLValue])
  case fields([Field])

  package struct Field: Sendable {
    package let name: String
    package let value: YAMLValue

    package init(_ name: String, _ value: YAMLValue) {
      self.name = name
      self.value = value
    }
  }
}

extension YAMLValue {
  package static func texts(_ texts: [String]) -> YAMLValue { .list(texts.map { .text($0) }) }

  /// What the reader gives.
  package init(_ value: FieldValue) {
    switch value.content {
    case .text(let text, _): self = .text(text)
    case .empty: self = .empty
    case .list(let items): self = .list(items.map { YAMLValue($0) })
    case .map(let map): self = YAMLValue(map)
    }
  }

  package init(_ map: FieldMap) {
    self = .fields(map.fields.map { Field($0.key, YAMLValue($0.value)) })
  }

  package var items: [YAMLValue] {
    if case .list(let items) = self { items } else { [] }
  }

  package var fields: [Field] {
    if case .fields(let fields) = self { fields } else { [] }
  }

  /// The words of a scalar.
  var scalar: String? {
    switch self {
    case .text(let text), .word(let text): text
    case .empty, .list, .fields: nil
    }
  }

  /// Whether it says nothing; the reader gives no list and no fields where none are written.
  var isEmpty: Bool {
    switch self {
    case .empty: true
    case .list(let items): items.isEmpty
    case .fields(let fields): fields.isEmpty
    case .text, .word: false
    }
  }

  /// Whether both say the same, scalar for scalar; the order of fields says nothing.
  package func saysTheSame(as other: YAMLValue) -> Bool {
    if isEmpty || other.isEmpty { return isEmpty && other.isEmpty }
    if let scalar, let words = other.scalar { return scalar.utf8.elementsEqual(words.utf8) }
    switch (self, other) {
    case (.list(let items), .list(let others)):
      return items.count == others.count && zip(items, others).allSatisfy { $0.saysTheSame(as: $1) }
    case (.fields(let fields), .fields(let others)):
      return fields.count == others.count
        && zip(fields.inOrder, others.inOrder).allSatisfy {
          $0.name == $1.name && $0.value.saysTheSame(as: $1.value)
        }
    default:
      return false
    }
  }

  /// The same with line breaks of one kind: forms send theirs as CRLF.
  var withPlainBreaks: YAMLValue {
    switch self {
    case .empty: self
    case .text(let text): .text(text.withPlainBreaks)
    case .word(let text): .word(text.withPlainBreaks)
    case .list(let items): .list(items.map(\.withPlainBreaks))
    case .fields(let fields): .fields(fields.map { Field($0.name, $0.value.withPlainBreaks) })
    }
  }
}

extension [YAMLValue.Field] {
  fileprivate var inOrder: [Element] {
    sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

extension String {
  fileprivate var withPlainBreaks: String {
    guard utf8.contains(0x0D) else { return self }
    var plain = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in unicodeScalars {
      if scalar == "\n", last == "\r" {
        last = scalar
        continue
      }
      plain.append(scalar == "\r" ? "\n" : scalar)
      last = scalar
    }
    return String(plain)
  }
}

// MARK: Values at paths

extension YAMLValue {
  subscript(steps: some Collection<YAMLPath.Step>) -> YAMLValue? {
    guard let first = steps.first else { return self }
    switch first {
    case .field(let name): return fields.first { $0.name == name }?.value[steps.dropFirst()]
    case .item(let index):
      return items.indices.contains(index) ? items[index][steps.dropFirst()] : nil
    }
  }

  /// The same with another value at a path that is there, or with `nil` without it.
  func replacing(_ steps: ArraySlice<YAMLPath.Step>, by new: YAMLValue?) -> YAMLValue {
    guard let step = steps.first else { return new ?? .empty }
    let isLast = steps.count == 1
    let replaced = { (old: YAMLValue) -> YAMLValue? in
      isLast ? new : old.replacing(steps.dropFirst(), by: new)
    }
    switch step {
    case .field(let name):
      return .fields(
        fields.compactMap { field in
          field.name == name ? replaced(field.value).map { Field(name, $0) } : field
        })
    case .item(let index):
      return .list(
        items.enumerated().compactMap { $0.offset == index ? replaced($0.element) : $0.element })
    }
  }

  /// The same with one more field below a path.
  func adding(_ field: Field, at steps: ArraySlice<YAMLPath.Step>) -> YAMLValue {
    replacing(steps, by: .fields((self[steps]?.fields ?? []) + [field]))
  }

  /// The same with one more item in a list.
  func adding(
    _ item: YAMLValue, before index: Int, at steps: ArraySlice<YAMLPath.Step>
  )
    -> YAMLValue
  {
    var items = self[steps]?.items ?? []
    items.insert(item, at: index)
    return replacing(steps, by: .list(items))
  }

  /// The same with an item of a list in another place.
  func moving(_ from: Int, to: Int, at steps: ArraySlice<YAMLPath.Step>) -> YAMLValue {
    var items = self[steps]?.items ?? []
    items.insert(items.remove(at: from), at: to)
    return replacing(steps, by: .list(items))
  }
}
