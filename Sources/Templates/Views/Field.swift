/// One name of a view: what shape its value has and how to read it.
///
/// The ways to make one are inlinable, so that reading a value is compiled for its view's type. What
/// stands in this folder is public for that, not for other packages: of what is `package`, the
/// compiler makes no version for a type of another module.
public struct Field<Owner: View>: Sendable {
  let declaration: Declaration
  @usableFromInline let read: @Sendable (Owner) -> Value
  /// Whether there is anything to a list, told without making its values.
  private let holdsAny: (@Sendable (Owner) -> Bool)?

  @usableFromInline
  init(
    _ name: String, _ shape: Shape, holdsAny: (@Sendable (Owner) -> Bool)? = nil,
    read: @escaping @Sendable (Owner) -> Value
  ) {
    self.declaration = Declaration(name: name, shape: shape)
    self.holdsAny = holdsAny
    self.read = read
  }
}

extension Field {
  /// For a list, the flag that says whether it holds anything.
  var presence: [Field] {
    guard let holdsAny else { return [] }
    return [Field("has_\(declaration.name)", .flag) { owner in .flag(holdsAny(owner)) }]
  }

  /// A text, escaped where it is printed; none and the empty one are falsey.
  @inlinable
  public static func text(
    _ name: String, _ read: @escaping @Sendable (Owner) -> String?
  ) -> Field {
    Field(name, .text) { owner in Value(read(owner)) }
  }

  /// A yes or no, for sections; it can't be printed.
  @inlinable
  public static func flag(
    _ name: String, _ read: @escaping @Sendable (Owner) -> Bool
  ) -> Field {
    Field(name, .flag) { owner in .flag(read(owner)) }
  }

  /// Reviewed HTML, the only thing that `{{{name}}}` and `{{&name}}` print.
  @inlinable
  public static func html(
    _ name: String, _ read: @escaping @Sendable (Owner) -> HTML?
  ) -> Field {
    Field(name, .html) { owner in read(owner).map(Value.html) ?? .nothing }
  }

  /// A view inside this one, or none.
  @inlinable
  public static func view<Inner: View>(
    _ name: String, _ read: @escaping @Sendable (Owner) -> Inner?
  ) -> Field {
    Field(name, .view(Inner.self)) { owner in
      read(owner).map { inner in .view(inner) } ?? .nothing
    }
  }

  /// A list of views, each in turn the context of its section.
  @inlinable
  public static func list<Inner: View>(
    _ name: String, _ read: @escaping @Sendable (Owner) -> [Inner]
  ) -> Field {
    Field(name, .list(Inner.self), holdsAny: { owner in !read(owner).isEmpty }) { owner in
      .views(read(owner).map { inner in inner })
    }
  }

  /// A list of texts, each printed as `{{.}}` inside its section.
  @inlinable
  public static func texts(
    _ name: String, _ read: @escaping @Sendable (Owner) -> [String]
  ) -> Field {
    Field(name, .texts, holdsAny: { owner in !read(owner).isEmpty }) { owner in
      .texts(read(owner))
    }
  }

  /// A text that is one of a known few, so that `{{>*name}}` can be checked: each of `choices`
  /// must be the name of a template that is there.
  @inlinable
  public static func choice(
    _ name: String, among choices: [String], _ read: @escaping @Sendable (Owner) -> String?
  ) -> Field {
    Field(name, .choice(choices)) { owner in Value(read(owner)) }
  }

  /// Free data, such as what stands under `extra:`; below it any name is known.
  @inlinable
  public static func open(
    _ name: String, _ read: @escaping @Sendable (Owner) -> OpenValue
  ) -> Field {
    Field(name, .open) { owner in .open(read(owner)) }
  }
}
