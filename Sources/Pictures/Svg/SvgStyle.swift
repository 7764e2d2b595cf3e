/// Looks at style (CSS) on bytes for whatever fetches or runs something.
///
/// Every function of CSS is a name directly before `(`, so looking at each `(` misses none, and
/// finding some in a comment costs only an author's patience. A backslash could spell a name
/// otherwise; it may stand only where there is no function for it to hide.
struct SvgStyle {
  private let bytes: [UInt8]

  /// The first rule that the style breaks.
  ///
  /// - Parameter isSheet: whether these are whole rules, rather than an attribute's value.
  static func fault(in style: [UInt8], isSheet: Bool) -> SvgRefusal.Cause? {
    SvgStyle(bytes: style.map(\.lowercased)).fault(isSheet: isSheet)
  }

  private func fault(isSheet: Bool) -> SvgRefusal.Cause? {
    let hasFunction = bytes.contains(0x28)
    if bytes.contains(0x5C), isSheet || hasFunction { return .styleEscape }
    if holds("@import") { return .styleImport }
    if holds("-moz-binding") || holds("behavior:") { return .styleScript }
    return hasFunction ? functionFault : nil
  }

  private func holds(_ text: String) -> Bool {
    bytes.firstOffset(of: text, in: bytes.indices) != nil
  }

  /// Looks at the end of each name only, so that no way of parting `9url(` is one too few.
  private var functionFault: SvgRefusal.Cause? {
    for offset in bytes.indices where bytes[offset] == 0x28 {
      let name = bytes[..<offset].reversed().prefix(while: isNamePart).reversed()
      let function = String(decoding: name, as: UTF8.self)
      if function.hasSuffix("url"), !isOwnPart(at: offset + 1) { return .styleReference }
      if fetching.contains(where: function.hasSuffix) { return .styleReference }
      if function.hasSuffix("expression") { return .styleScript }
    }
    return nil
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2D || byte == 0x5F
  }

  /// Whether an address that begins here, quoted or not, begins with `#`.
  private func isOwnPart(at start: Int) -> Bool {
    let address = bytes[start...].drop(while: \.isSpace)
    let quoted = address.first == 0x22 || address.first == 0x27 ? address.dropFirst() : address
    return quoted.first == 0x23
  }
}

/// Functions that fetch what they name, in quotes or not.
private let fetching = ["src", "image", "image-set", "cross-fade"]
