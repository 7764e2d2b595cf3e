/// What a template may read: a small struct of texts, flags, lists and views, with its names
/// declared once.
///
/// A view is everything its page may depend on: a template sees what the view declares and
/// nothing else, so a name in a template can be checked before any page is written.
///
/// ```swift
/// struct PersonView: View {
///   let name: String
///   let posts: [LinkView]
///   static let fields: Fields<PersonView> = [
///     .text("name") { $0.name },
///     .list("posts") { $0.posts },
///   ]
/// }
/// ```
public protocol View: Sendable {
  /// The names that a template may use, each with the way to read it.
  static var fields: Fields<Self> { get }

  /// What stands at a place among `fields`.
  ///
  /// No view writes it. It is a requirement so that each type has its own compiled version of the
  /// one below: this is the innermost step of rendering.
  func value(at slot: Int) -> Value
}

/// The names of a view in order; the place of a name in it is its slot.
public struct Fields<Owner: View>: Sendable, ExpressibleByArrayLiteral {
  @usableFromInline let list: [Field<Owner>]

  /// Each list `x` brings a flag `has_x` with it, to put a heading over a list once.
  public init(_ list: [Field<Owner>]) {
    self.list = list.flatMap { field in [field] + field.presence }
  }

  /// The names as a view lists them.
  public init(arrayLiteral fields: Field<Owner>...) {
    self.init(fields)
  }
}

/// A name of a view with the shape of its value, as the compiler sees it.
struct Declaration: Sendable {
  let name: String
  let shape: Shape
}

extension View {
  static var declarations: [Declaration] { fields.list.map { field in field.declaration } }

  static func slot(of name: String) -> Int? {
    fields.list.firstIndex { field in field.declaration.name == name }
  }

  /// What the field at a slot reads.
  @inlinable
  public func value(at slot: Int) -> Value { Self.fields.list[slot].read(self) }

  /// The value of a name looked up while rendering, which only free data need.
  func value(named name: String) -> Value? {
    Self.slot(of: name).map { slot in value(at: slot) }
  }
}
