/// What an element of a clipboard looks like, as far as Markdown can tell of it.
struct PastedStyle: OptionSet, Hashable {
  let rawValue: Int

  static let bold = PastedStyle(rawValue: 1)
  static let italic = PastedStyle(rawValue: 2)
  static let struck = PastedStyle(rawValue: 4)
  static let code = PastedStyle(rawValue: 8)
  static let raised = PastedStyle(rawValue: 16)
  static let lowered = PastedStyle(rawValue: 32)
}

/// The declarations of a `style` attribute, in small letters.
struct PastedLook {
  private let values: [String: String]

  init(_ element: HTMLElement) {
    var values: [String: String] = [:]
    for declaration in (element["style"] ?? "").lowercased().split(separator: ";").prefix(100) {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      values[declaration[..<colon].trimmed] =
        declaration[declaration.index(after: colon)...].trimmed
    }
    self.values = values
  }

  subscript(_ name: String) -> String? { values[name] }

  /// Whether no reader sees what it is about.
  var isHidden: Bool {
    values["display"]?.hasPrefix("none") == true
      || ["hidden", "collapse"].contains(values["visibility"])
      || values["mso-hide"] == "all" || ["0", "0.0"].contains(values["opacity"])
      || ["0", "0px", "0pt", "1px", "0em"].contains(values["font-size"])
      || values["max-height"].map { ["0", "0px"].contains($0) } == true
  }

  /// The level of Word's list: `mso-list: l0 level2 lfo1`.
  var listLevel: Int? {
    let word = values["mso-list"]?.split(separator: " ").first { $0.hasPrefix("level") }
    return word.flatMap { Int($0.dropFirst("level".utf8.count)) }
  }

  /// Whether it is about the bullet or the number before an item of Word's.
  var isMarker: Bool { values["mso-list"] == "ignore" }

  /// Whether it has letters of one width, as programs for code do.
  var isOfEditor: Bool {
    let font = values["font-family"] ?? ""
    let fonts = ["mono", "courier", "consolas", "menlo", "fira code", "source code", "cascadia"]
    return fonts.contains { font.contains($0) }
  }
}

extension PastedStyle {
  /// The style within an element, of the one around it.
  func within(_ element: HTMLElement, _ look: PastedLook) -> PastedStyle {
    var style = self
    switch element.name {
    case "b", "strong": style.insert(.bold)
    case "i", "em", "cite": style.insert(.italic)
    case "s", "del", "strike": style.insert(.struck)
    case "code", "tt", "samp", "kbd": style.insert(.code)
    case "sup": style.insert(.raised)
    case "sub": style.insert(.lowered)
    default: break
    }
    if let weight = look["font-weight"] {
      let isBold = weight.hasPrefix("bold") || (Int(weight) ?? 0) >= 600
      style.set(.bold, isBold || weight == "inherit" && style.contains(.bold))
    }
    if let slant = look["font-style"] {
      let isInherited = slant == "inherit" && style.contains(.italic)
      style.set(.italic, slant.hasPrefix("italic") || isInherited)
    }
    let line = look["text-decoration"] ?? look["text-decoration-line"] ?? ""
    if line.contains("line-through") { style.insert(.struck) }
    switch look["vertical-align"] {
    case "super": style.insert(.raised)
    case "sub": style.insert(.lowered)
    default: break
    }
    return style
  }

  private mutating func set(_ member: PastedStyle, _ isSet: Bool) {
    if isSet { insert(member) } else { remove(member) }
  }
}
