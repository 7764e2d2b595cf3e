/// Shows a visitor of references those that the fields of a value hold.
package struct ReferencePass<Visitor: ReferenceVisitor>: FieldVisitor {
  package var visitor: Visitor

  package mutating func visit<Value: DeclaredValue>(
    _ field: @autoclosure () -> Field<Value>, _ value: inout Value
  ) {
    value.visitReferences(&self)
  }

  package mutating func visit(
    _ relation: Relation, _ field: @autoclosure () -> Field<[Reference]>,
    _ references: inout [Reference]
  ) {
    visitor.visit(&references, relation)
  }

  package mutating func visit(
    _ relation: Relation, _ field: @autoclosure () -> Field<Reference?>,
    _ reference: inout Reference?
  ) {
    visitor.visit(&reference, relation)
  }

  package mutating func visit(companion field: @autoclosure () -> Field<Void>) {}
}

extension FieldDeclaring {
  /// Shows `visitor` every reference, in the order of the fields.
  package mutating func visitReferences<Visitor: ReferenceVisitor>(_ visitor: inout Visitor) {
    var pass = ReferencePass(visitor: visitor)
    declare(to: &pass)
    visitor = pass.visitor
  }
}
