extension String {
  /// A piece of an author's text made safe to print in a message: control and direction-changing
  /// characters escaped as `\u{…}`, cut after 80 characters.
  package var quotedInput: String {
    var quoted = ""
    for (count, scalar) in unicodeScalars.enumerated() {
      if count == 80 { return quoted + "…" }
      if scalar.isUnsafeInMessages {
        quoted += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted
  }
}

extension Unicode.Scalar {
  /// Whether printing this scalar could move the cursor, hide text or reverse its direction.
  package var isUnsafeInMessages: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default: isBidirectionalControl
    }
  }

  /// Whether this is one of U+202A to U+202E or U+2066 to U+2069, which change the direction of
  /// the text around them.
  package var isBidirectionalControl: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
