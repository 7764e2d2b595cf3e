/// HTML that has been reviewed: written by this program or passed by its list of allowed tags.
public struct HTML: Hashable, Sendable {
  /// UTF-8.
  public var bytes: [UInt8]

  /// HTML of these bytes; none is nothing.
  public init(bytes: [UInt8] = []) {
    self.bytes = bytes
  }
}

/// Data whose names are not known beforehand.
public indirect enum OpenValue: Hashable, Sendable {
  case nothing
  case text(String)
  case flag(Bool)
  case list([OpenValue])
  case map([String: OpenValue])
}

/// What a name gives while a page is rendered.
public enum Value: Sendable {
  case nothing
  case text(String)
  case html(HTML)
  case flag(Bool)
  case view(any View)
  case views([any View])
  case texts([String])
  case open(OpenValue)

  /// A text, or nothing.
  @inlinable
  public init(_ text: String?) {
    self = text.map(Value.text) ?? .nothing
  }
}

extension Value {
  /// Whether a section on this value is rendered: nothing, no, the empty text and the empty list
  /// are falsey.
  var isTruthy: Bool {
    switch self {
    case .nothing, .open(.nothing): false
    case .text(let text), .open(.text(let text)): !text.isEmpty
    case .html(let html): !html.bytes.isEmpty
    case .flag(let flag), .open(.flag(let flag)): flag
    case .view, .open(.map): true
    case .views(let views): !views.isEmpty
    case .texts(let texts): !texts.isEmpty
    case .open(.list(let list)): !list.isEmpty
    }
  }

  /// The value that this one has under a name; `nil` where it has no such name.
  func member(_ name: String) -> Value? {
    switch self {
    case .view(let view): view.value(named: name)
    case .open(.map(let map)): map[name].map(Value.open)
    default: nil
    }
  }
}
