import Diagnostics

/// The invisible characters that turn the direction of the text after them: U+202A to U+202E and
/// U+2066 to U+2069.
///
/// They can make a line, a name or an address read as another.
enum DirectionControl {
  /// Whether `E2` and these two bytes are one in UTF-8.
  static func isOne(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): true
    default: false
    }
  }
}

extension String {
  /// Whether a control of direction is in the text.
  fileprivate var hasDirectionControl: Bool {
    let bytes = utf8
    var rest = bytes[...]
    while let start = rest.firstIndex(of: 0xE2) {
      rest = rest[bytes.index(after: start)...]
      let two = rest.prefix(2)
      if two.count == 2, let second = two.first, let third = two.last,
        DirectionControl.isOne(second, third)
      {
        return true
      }
    }
    return false
  }
}

extension FieldValue {
  /// The place of the first words that hold a control of direction; fields below this one are asked
  /// for themselves.
  var firstDirectionControl: SourceSpan? {
    switch content {
    case .text(let text, _): text.hasDirectionControl ? span : nil
    case .list(let items): items.lazy.compactMap(\.firstDirectionControl).first
    case .map, .empty: nil
    }
  }
}

extension Diagnostic {
  static func directionControl(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "direction-control", at: place,
      "an invisible character here changes the direction of the text around it",
      hints: ["delete it unless the line mixes scripts that run left to right and right to left"])
  }
}
