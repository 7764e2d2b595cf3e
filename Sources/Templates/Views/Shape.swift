/// What is known of a value before there is one: what a template may do with it.
///
/// The shapes inside a view are reached only when a template asks for them, so views may hold
/// views of their own type.
public enum Shape: Sendable {
  case text
  case flag
  case html
  case view(any View.Type)
  case list(any View.Type)
  case texts
  case choice([String])
  case open
  /// Whatever a problem that is already reported left unknown: no further problem comes of it.
  case unknown

  /// The shape of `{{.}}` inside a section on a value of this shape.
  var item: Shape {
    switch self {
    case .list(let inner): .view(inner)
    case .texts: .text
    default: self
    }
  }

  /// What an author would call it.
  var description: String {
    switch self {
    case .text, .choice: "a text"
    case .flag: "a yes or no"
    case .html: "HTML"
    case .view: "a group of values"
    case .list, .texts: "a list"
    case .open, .unknown: "free data"
    }
  }
}
