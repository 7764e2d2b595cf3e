/// The order in which fields are declared, and so where a new one comes among those that are there.
package struct FieldOrder: Sendable {
  package struct Name: Sendable {
    package let name: String
    /// The fields of its own.
    package let parts: FieldOrder

    package init(_ name: String, parts: FieldOrder = FieldOrder()) {
      self.name = name
      self.parts = parts
    }
  }

  private let names: [Name]

  package init(_ names: [Name] = []) { self.names = names }

  package init(_ names: [String]) { self.names = names.map { Name($0) } }

  /// The order of the fields below a path.
  func below(_ steps: some Sequence<YAMLPath.Step>) -> FieldOrder {
    steps.reduce(self) { order, step in
      guard case .field(let name) = step else { return order }
      return order.names.first { $0.name == name }?.parts ?? FieldOrder()
    }
  }

  /// Where a field comes among others: behind the nearest that is declared before it, else before
  /// the nearest that is declared after it, else at the end.
  func place(of name: String, among others: [String]) -> Int {
    guard let own = names.firstIndex(where: { $0.name == name }) else { return others.count }
    for before in names[..<own].reversed() {
      if let place = others.lastIndex(of: before.name) { return place + 1 }
    }
    for after in names[(own + 1)...] {
      if let place = others.firstIndex(of: after.name) { return place }
    }
    return others.count
  }
}
