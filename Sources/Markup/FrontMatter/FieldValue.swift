package import Diagnostics

/// A value and where an author wrote it.
package struct Located<Value> {
  package let value: Value
  package let span: SourceSpan

  package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }

  /// Another value from the same place.
  package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: span)
  }
}

extension Located where Value == String {
  /// What stands for words that have not been read yet.
  package static let unread = Located("", at: .wholeFile)
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// What stands behind a field's name, as text: nothing is taken for a number, a date or a yes.
package struct FieldValue: Hashable, Sendable {
  /// The shapes that a value has in YAML.
  package enum Content: Hashable, Sendable {
    /// The text as written, quotes and escapes undone.
    case text(String, isQuoted: Bool)
    case list([FieldValue])
    case map(FieldMap)
    /// Nothing, `null` or `~`.
    case empty
  }

  package let content: Content
  package let span: SourceSpan

  package init(_ content: Content, at span: SourceSpan) {
    self.content = content
    self.span = span
  }
}

/// Fields in the order they were written.
package struct FieldMap: Hashable, Sendable {
  /// One `name: value`.
  package struct Field: Hashable, Sendable {
    package let key: String
    package let keySpan: SourceSpan
    package let value: FieldValue

    package init(key: String, keySpan: SourceSpan, value: FieldValue) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  package let fields: [Field]
  /// The line that opens the fields, where a missing one is reported.
  package let span: SourceSpan

  package init(_ fields: [Field] = [], at span: SourceSpan = .wholeFile) {
    self.fields = fields
    self.span = span
  }

  /// Whether there is a field of a name.
  func holds(_ key: String) -> Bool { fields.contains { $0.key == key } }

  /// The field of a name, in any of the name's normal forms.
  package subscript(key: String) -> Field? {
    fields.first { $0.key == key }
  }
}
