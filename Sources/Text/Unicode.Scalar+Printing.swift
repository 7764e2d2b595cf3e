extension Unicode.Scalar {
  /// Whether printing this scalar could move the cursor, hide text or reverse its direction.
  package var isUnsafeToPrint: Bool {
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
