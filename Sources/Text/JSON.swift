/// A value of JSON (RFC 8259), to be written.
///
/// The one writer of the project: for problems, feeds, structured data and open data.
package enum JSON: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(Int)
  case decimal(Double)
  case text(String)
  case list([JSON])
  /// The members in the order in which they are written.
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSON

    package init(name: String, value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// An object without the members that have nothing to say.
  package static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
  }

  /// Some texts; `nil` where there are none.
  package static func texts(_ texts: [String]) -> JSON? {
    texts.isEmpty ? nil : .list(texts.map(JSON.text))
  }

  /// Some values; `nil` where there are none.
  package static func values(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .list(values) }
}

extension JSON {
  /// On one line, a space after each comma and colon.
  package func append(to output: inout [UInt8]) {
    switch self {
    case .null: output += "null".utf8
    case .flag(let flag): output += (flag ? "true" : "false").utf8
    case .number(let number): output += String(number).utf8
    case .decimal(let number): output += (number.isFinite ? String(number) : "null").utf8
    case .text(let text): appendQuoted(text, to: &output)
    case .list(let values):
      output.append(UInt8(ascii: "["))
      for (position, value) in values.enumerated() {
        if position > 0 { output += ", ".utf8 }
        value.append(to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (position, member) in members.enumerated() {
        if position > 0 { output += ", ".utf8 }
        appendQuoted(member.name, to: &output)
        output += ": ".utf8
        member.value.append(to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }
}

/// Writes a string as RFC 8259 §7 has it.
///
/// More is escaped than that asks for: all that could not be seen; `<`, `>` and `&`, so that no text
/// ends the `script` element that it stands in; a `#` after another, so that no CI runner finds a
/// command in the line.
private func appendQuoted(_ text: String, to output: inout [UInt8]) {
  output.append(UInt8(ascii: "\""))
  var text = text
  let isPlain = text.withUTF8 { bytes in
    guard bytes.allSatisfy(isWrittenAsItIs) else { return false }
    output.append(contentsOf: bytes)
    return true
  }
  if !isPlain { appendEscaping(text, to: &output) }
  output.append(UInt8(ascii: "\""))
}

/// Whether a byte is a character that stands for itself, whatever is beside it.
private func isWrittenAsItIs(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"),
    UInt8(ascii: "&"), UInt8(ascii: "#"):
    false
  default: (0x20...0x7E).contains(byte)
  }
}

private func appendEscaping(_ text: String, to output: inout [UInt8]) {
  var last: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    if scalar == "\"" || scalar == "\\" {
      output.append(UInt8(ascii: "\\"))
      output.append(UInt8(ascii: scalar))
    } else if needsEscape(scalar, after: last) {
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        appendEscape(unit, to: &output)
      }
    } else {
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    last = scalar
  }
}

@inline(__always)
private func needsEscape(_ scalar: Unicode.Scalar, after last: Unicode.Scalar) -> Bool {
  switch scalar {
  case "<", ">", "&": true
  case "#": last == "#"
  case " "..."~": false
  default: scalar.isUnsafeToPrint
  }
}

private func appendEscape(_ unit: UInt16, to output: inout [UInt8]) {
  output += "\\u".utf8
  for shift in stride(from: 12, through: 0, by: -4) {
    let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift)) & 0xF
    output.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
  }
}
