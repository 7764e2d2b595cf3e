import Markup
import Text

/// The characters of a clipboard, less those that nobody sees.
enum PastedText {
  /// The words of a piece of HTML between two tags, its blanks not made one yet.
  static func words(_ written: [UInt8]) -> String {
    let decoded = String(decoding: decodingEntities(written), as: UTF8.self)
    var words = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    var rest = decoded.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let shown = scalar == noBreak ? blank(between: last, and: rest.first) : shown(scalar)
      guard let shown else { continue }
      words.append(shown)
      last = shown
    }
    return String(words)
  }

  /// Plain text as it is, less what is no character of a text.
  static func printed(_ text: String) -> String {
    var words = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\r":
        if rest.first != "\n" { words.append("\n") }
      case "\n", "\t": words.append(scalar)
      default: if let shown = shown(scalar) { words.append(shown) }
      }
    }
    return String(words)
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0C, 0x0D: " "
    case 0x80...0x9F: oldWindows[Int(scalar.value) - 0x80]
    case 0xAD, 0x200B, 0x2060...0x2064, 0xFEFF, 0xE000...0xF8FF, 0xE0000...0x10FFFF: nil
    case 0x2028, 0x2029: " "
    default: scalar.isUnsafeToPrint ? nil : scalar
    }
  }

  private static let noBreak: Unicode.Scalar = "\u{A0}"

  /// A blank without a break stays where French has one; elsewhere word processors mean a blank.
  private static func blank(
    between last: Unicode.Scalar, and next: Unicode.Scalar?
  ) -> Unicode.Scalar {
    guard let next, last != " ", next != " ", next != noBreak else { return " " }
    return last == "«" || "?!:;»%€".unicodeScalars.contains(next) ? noBreak : " "
  }

  /// What `&#128;` to `&#159;` mean, as browsers have it (WHATWG HTML §13.2.5.80).
  private static let oldWindows: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
}
