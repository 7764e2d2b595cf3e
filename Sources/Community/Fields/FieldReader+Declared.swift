package import Markup

/// Reads each field as it is declared.
extension FieldReader: FieldVisitor {
  package mutating func visit<Value: DeclaredValue>(
    _ field: @autoclosure () -> Field<Value>, _ value: inout Value
  ) {
    if passesOverNext() { return }
    let field = field()
    var isRequired = false
    for fact in field.facts {
      switch fact {
      case .required(let line):
        isRequired = true
        require(field.name, hint: line)
      case .alsoCalled(let names): recognise(names, as: field.name)
      default: break
      }
    }
    if !field.read(&self, &value), isRequired { isIncomplete = true }
  }

  package mutating func visit(companion field: @autoclosure () -> Field<Void>) {
    _ = coming.popFirst()
  }
}
