package import Markup

/// A type that says what fields it is read from.
package protocol FieldDeclaring: Sendable {
  /// A value with nothing in it.
  init()

  /// Shows `fields` each field and the value that it is for, in the order in which the guide of a
  /// new file has them.
  mutating func declare(to fields: inout some FieldVisitor)

  /// What is known of the fields before they are declared; empty where too few are read for that.
  static var comingFields: [ComingField] { get }

  /// What must not stand among the fields.
  static var refusedFields: [RefusedField] { get }

  /// Checks what holds between fields, after all have been read.
  mutating func settle(_ reader: inout FieldReader)
}

extension FieldDeclaring {
  package static var comingFields: [ComingField] { [] }

  package static var refusedFields: [RefusedField] { [] }

  package mutating func settle(_ reader: inout FieldReader) {}

  /// Reads what the fields of `reader` say.
  package init(reading reader: inout FieldReader) {
    self.init()
    reader.coming = Self.comingFields[...]
    declare(to: &reader)
    reader.coming = []
    for field in Self.refusedFields { reader.refuse(field) }
    settle(&reader)
  }
}

/// A pass over the fields of one value: to read it, to list it, to follow its references.
///
/// The compiler makes a copy of `declare(to:)` for each visitor, so a pass over ten thousand
/// entries walks no list of closures. A field is an autoclosure: only who reads or lists it makes
/// it.
package protocol FieldVisitor {
  /// A field, and the value that it is for.
  mutating func visit<Value: DeclaredValue>(
    _ field: @autoclosure () -> Field<Value>, _ value: inout Value)

  /// A field that names other entries.
  mutating func visit(
    _ relation: Relation, _ field: @autoclosure () -> Field<[Reference]>,
    _ references: inout [Reference])

  /// A field that names one other entry.
  mutating func visit(
    _ relation: Relation, _ field: @autoclosure () -> Field<Reference?>,
    _ reference: inout Reference?)

  /// A field that is read together with the one before it: the words that stand for a picture.
  mutating func visit(companion field: @autoclosure () -> Field<Void>)
}

extension FieldVisitor {
  package mutating func visit(
    _ relation: Relation, _ field: @autoclosure () -> Field<[Reference]>,
    _ references: inout [Reference]
  ) {
    visit(field(), &references)
  }

  package mutating func visit(
    _ relation: Relation, _ field: @autoclosure () -> Field<Reference?>,
    _ reference: inout Reference?
  ) {
    visit(field(), &reference)
  }
}

/// A type that a field is read into.
package protocol DeclaredValue: Sendable {
  /// What the value says; `nil` where it says nothing.
  func content(of field: DeclaredField) -> FieldContent?

  /// What is written, with its place; `nil` where the value does not keep that.
  func written(in field: DeclaredField) -> Located<String>?

  /// Takes back what it says; only what may be missing can be taken back.
  mutating func clear()

  /// Shows `pass` the references in the parts of the value.
  mutating func visitReferences<Visitor>(_ pass: inout ReferencePass<Visitor>)
}

extension DeclaredValue {
  package func written(in field: DeclaredField) -> Located<String>? { nil }
  package mutating func clear() {}
  package mutating func visitReferences<Visitor>(_ pass: inout ReferencePass<Visitor>) {}
}
