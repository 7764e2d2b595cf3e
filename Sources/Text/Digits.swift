extension UInt8 {
  /// Whether the byte is one of `0` to `9` in ASCII.
  @inlinable
  package var isDigit: Bool { self &- 0x30 < 10 }
}

extension Int {
  /// The number that ASCII digits spell; `nil` for anything else, and for more than nine of them.
  package init?(digits: some Collection<UInt8>) {
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(\.isDigit) else { return nil }
    self = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// With zeros before it, as wide as `width`.
  package func padded(to width: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, width - text.utf8.count)) + text
  }
}
