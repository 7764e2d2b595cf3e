/// One name of a view: what shape its value has and how to read it.
package struct Field<Owner: View>: Sendable {
  let declaration: Declaration
  let read: @Sendable (Owner) -> Value

  private init(
    _ name: String, _ shape: Shape, read: @escaping @Sendable (Owner) -> Value
  ) {
    self.declaration = Declaration(name: name, shape: shape)
    self.read = read
  }
}

extension Field {
  /// For a list, the flag that says whether it holds anything.
  var presence: [Field] {
    switch declaration.shape {
    case .list, .texts:
      let read = read
      return [Field("has_\(declaration.name)", .flag) { owner in .flag(read(owner).isTruthy) }]
    default: return []
    }
  }

  /// A text, escaped where it is printed; none and the empty one are falsey.
  package static func text(
    _ name: String, _ read: @escaping @Sendable (Owner) -> String?
  ) -> Field {
    Field(name, .text) { owner in Value(read(owner)) }
  }

  /// A yes or no, for sections; it can't be printed.
  package static func flag(
    _ name: String, _ read: @escaping @Sendable (Owner) -> Bool
  ) -> Field {
    Field(name, .flag) { owner in .flag(read(owner)) }
  }

  /// Reviewed HTML, the only thing that `{{{name}}}` and `{{&name}}` print.
  package static func html(
    _ name: String, _ read: @escaping @Sendable (Owner) -> HTML?
  ) -> Field {
    Field(name, .html) { owner in read(owner).map(Value.html) ?? .nothing }
  }

  /// A view inside this one, or none.
  package static func view<Inner: View>(
    _ name: String, _ read: @escaping @Sendable (Owner) -> Inner?
  ) -> Field {
    Field(name, .view(Inner.self)) { owner in
      read(owner).map { inner in .view(inner) } ?? .nothing
    }
  }

  /// A list of views, each in turn the context of its section.
  package static func list<Inner: View>(
    _ name: String, _ read: @escaping @Sendable (Owner) -> [Inner]
  ) -> Field {
    Field(name, .list(Inner.self)) { owner in .views(read(owner).map { inner in inner }) }
  }

  /// A list of texts, each printed as `{{.}}` inside its section.
  package static func texts(
    _ name: String, _ read: @escaping @Sendable (Owner) -> [String]
  ) -> Field {
    Field(name, .texts) { owner in .texts(read(owner)) }
  }

  /// A text that is one of a known few, so that `{{>*name}}` can be checked: each of `choices`
  /// must be the name of a template that is there.
  package static func choice(
    _ name: String, among choices: [String], _ read: @escaping @Sendable (Owner) -> String?
  ) -> Field {
    Field(name, .choice(choices)) { owner in Value(read(owner)) }
  }

  /// Free data, such as what stands under `extra:`; below it any name is known.
  package static func open(
    _ name: String, _ read: @escaping @Sendable (Owner) -> OpenValue
  ) -> Field {
    Field(name, .open) { owner in .open(read(owner)) }
  }
}
