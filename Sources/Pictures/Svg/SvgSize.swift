extension PictureSize {
  /// The size that a drawing asks for: its width and height, or where one is missing or relative,
  /// what its `viewBox` makes of the other.
  init?(svg bytes: [UInt8]) {
    guard bytes.isValidUTF8, let root = Self.root(of: bytes), root.isSvg else { return nil }
    let width = root.value(of: "width").flatMap(lengthInPixels)
    let height = root.value(of: "height").flatMap(lengthInPixels)
    let box = root.value(of: "viewBox").flatMap(viewBox)
    switch (width, height, box) {
    case (let width?, let height?, _): self.init(width: width, height: height)
    case (let width?, nil, let box?):
      self.init(width: width, height: width * box.height / box.width)
    case (nil, let height?, let box?):
      self.init(width: height * box.width / box.height, height: height)
    case (nil, nil, let box?): self.init(width: box.width, height: box.height)
    default: return nil
    }
  }

  private static func root(of bytes: [UInt8]) -> XmlElement? {
    guard var reader = try? XmlReader(bytes) else { return nil }
    while let event = (try? reader.next()) ?? nil {
      if case .start(let element) = event { return element }
    }
    return nil
  }

  /// Whole pixels, at least one; a drawing that asks for a million or more asks for nothing real.
  private init?(width: Double, height: Double) {
    let sides = 0.0..<1_000_000.0
    guard sides.contains(width), sides.contains(height) else { return nil }
    self.init(
      width: max(1, Int(width.rounded())), height: max(1, Int(height.rounded())))
  }
}

/// Absolute units in pixels (CSS Values and Units, section 6.2).
private let units: [(name: String, pixels: Double)] = [
  ("px", 1), ("in", 96), ("cm", 96 / 2.54), ("mm", 96 / 25.4), ("pt", 96 / 72), ("pc", 16),
  ("q", 96 / 101.6),
]

/// A length in pixels; `nil` for one that is relative, nought or no number.
private func lengthInPixels(_ length: String) -> Double? {
  let length = length.lowercased().filter { !$0.isWhitespace }
  let unit = units.first { length.hasSuffix($0.name) }
  let number = unit == nil ? Substring(length) : length.dropLast(unit?.name.count ?? 0)
  return positive(number).map { $0 * (unit?.pixels ?? 1) }
}

/// The sides of a `viewBox`, which follow its origin.
private func viewBox(_ text: String) -> (width: Double, height: Double)? {
  let numbers = text.split { $0 == "," || $0.isWhitespace }
  guard numbers.count == 4, let width = positive(numbers[2]), let height = positive(numbers[3])
  else { return nil }
  return (width, height)
}

private func positive(_ number: Substring) -> Double? {
  Double(number).flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
}
