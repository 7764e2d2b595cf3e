import Text

extension String {
  /// Whether these words stand for themselves without quotes, between brackets or not.
  ///
  /// A word that programs take for a number, a date or a yes does so only where it is meant as one.
  func isPlainInYAML(inFlow: Bool, isWord: Bool) -> Bool {
    let bytes = Array(utf8)
    guard let first = bytes.first, let last = bytes.last, !first.isBlank, !last.isBlank,
      last != UInt8(ascii: ":"), !"?:,[]{}#&*!|>'\"%@`".utf8.contains(first),
      !isNothingInYAML, isWord || !looksTyped, !starts(with: "---"), !starts(with: "...")
    else { return false }
    if first == UInt8(ascii: "-"), bytes.count == 1 || bytes[1].isBlank { return false }
    for (offset, byte) in bytes.enumerated() {
      if byte == 0x09 || (inFlow && ",[]{}".utf8.contains(byte)) { return false }
      if byte == UInt8(ascii: "#"), offset > 0, bytes[offset - 1] == 0x20 { return false }
      if byte == UInt8(ascii: ":"), offset + 1 < bytes.count, bytes[offset + 1] == 0x20 {
        return false
      }
    }
    return !unicodeScalars.contains { $0.needsEscape }
  }

  private var isNothingInYAML: Bool { ["~", "null", "Null", "NULL", "=", "<<"].contains(self) }

  /// Whether YAML 1.1 or 1.2 types this plain word (its core schema, §10.3.2, and the types of 1.1).
  var looksTyped: Bool {
    let word = lowercased()
    if ["y", "n", "yes", "no", "on", "off", "true", "false"].contains(word) { return true }
    guard let first = word.utf8.first, first.isDigit || "+-.".utf8.contains(first) else {
      return false
    }
    return word.hasSuffix(".inf") || word == ".nan" || word.utf8.allSatisfy(isPartOfNumber)
      || isDateWithTime
  }

  /// `2026-01-15T10:00:00Z` and the like.
  private var isDateWithTime: Bool {
    let bytes = Array(utf8)
    return bytes.count > 8 && bytes[..<4].allSatisfy(\.isDigit) && bytes[4] == UInt8(ascii: "-")
      && bytes.allSatisfy { isPartOfNumber($0) || "tTzZ ".utf8.contains($0) }
  }

  /// In single quotes; `nil` where they cannot hold it.
  var singleQuotedYAML: String? {
    guard !unicodeScalars.contains(where: { $0.needsEscape || $0 == "\t" }) else { return nil }
    var quoted = "'"
    for scalar in unicodeScalars { quoted += scalar == "'" ? "''" : String(scalar) }
    return quoted + "'"
  }

  /// In double quotes, with a code for what cannot be seen.
  var doubleQuotedYAML: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case let scalar where scalar.needsEscape: quoted += scalar.escapeInYAML
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// In the quotes that need the fewest codes.
  var quotedInYAML: String {
    let needsCodes = utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    return needsCodes ? singleQuotedYAML ?? doubleQuotedYAML : doubleQuotedYAML
  }
}

/// Digits, and what stands among them in numbers, dates and times, in base 8 and 16 too.
private func isPartOfNumber(_ byte: UInt8) -> Bool {
  byte.isDigit || "+-._:eExoabcdfABCDF".utf8.contains(byte)
}

extension Unicode.Scalar {
  /// Whether the reader refuses it as it is: it can stand only as a code.
  var needsEscape: Bool {
    switch value {
    case 0x09: false
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  fileprivate var escapeInYAML: String {
    let digits = String(value, radix: 16, uppercase: true)
    let (sign, width) = value < 0x100 ? ("x", 2) : value < 0x1_0000 ? ("u", 4) : ("U", 8)
    return "\\\(sign)" + String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
