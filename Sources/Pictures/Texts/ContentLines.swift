/// The content lines of a calendar or of address cards (RFC 5545, section 3.1; RFC 6350, section 3.2).
enum ContentLines {
  /// A piece for each line: unfolded, its escapes decoded, and the parts of a name as cells.
  static func pieces(of text: [UInt8]) -> [TextPiece] {
    unfolded(text).compactMap { line in
      let property = ContentLine(line.text)
      guard !line.text.isEmpty, !property.isBase64 else { return nil }
      return TextPiece(property.shown, line: line.number, isProse: property.isProse)
    }
  }

  /// The pictures and files that stand in such a text as Base64.
  static func attachments(in text: [UInt8]) -> [[UInt8]] {
    unfolded(text).map { ContentLine($0.text) }.filter(\.isBase64).map {
      decodedBase64($0.value)
    }
  }

  /// A line that begins with a space or tab goes on with the line before it; one in
  /// quoted-printable that ends with `=` goes on in the next (vCard 2.1).
  private static func unfolded(_ text: [UInt8]) -> [(text: [UInt8], number: Int)] {
    var lines: [(text: [UInt8], number: Int)] = []
    var goesOn = false
    for (index, line) in PlainText.lines(of: text).enumerated() {
      let last = lines.count - 1
      if last >= 0, goesOn {
        lines[last].text.removeLast()
        lines[last].text += line
      } else if last >= 0, line.first == 0x20 || line.first == 0x09 {
        lines[last].text += line.dropFirst()
      } else {
        lines.append((Array(line), index + 1))
      }
      goesOn = line.last == UInt8(ascii: "=") && ContentLine(lines[lines.count - 1].text).isQuoted
    }
    return lines
  }
}

/// One content line, its folds undone: `NAME;PARAMETER=…:value`.
struct ContentLine {
  private let line: [UInt8]
  /// In capitals, without the group before it.
  let name: String
  /// Between the name and the colon.
  private let parameters: ArraySlice<UInt8>
  let value: ArraySlice<UInt8>

  init(_ line: [UInt8]) {
    self.line = line
    let nameEnd = line.firstIndex { $0 == 0x3A || $0 == 0x3B } ?? line.endIndex
    let written = String(decoding: line[..<nameEnd], as: UTF8.self).uppercased()
    name = written.split(separator: ".").last.map(String.init) ?? ""
    var isQuoted = false
    let colon =
      line[nameEnd...].prefix(Self.longestParameters).firstIndex { byte in
        if byte == 0x22 { isQuoted.toggle() }
        return byte == 0x3A && !isQuoted
      } ?? line.endIndex
    parameters = line[nameEnd..<colon].prefix(Self.longestParameters)
    value = line[colon...].dropFirst()
  }

  /// Nobody writes longer ones, and a line without a colon is looked at for each that it goes on in.
  private static let longestParameters = 4096

  private func hasParameter(_ word: String) -> Bool {
    String(decoding: parameters, as: UTF8.self).uppercased().split { ";=,\"".contains($0) }
      .contains { $0 == word }
  }

  /// Whether the value is in quoted-printable, as cards of version 2.1 have it.
  var isQuoted: Bool { !parameters.isEmpty && hasParameter("QUOTED-PRINTABLE") }

  /// Whether the value is a file in Base64.
  var isBase64: Bool {
    if !parameters.isEmpty, hasParameter("BASE64") { return true }
    if !parameters.isEmpty, hasParameter("ENCODING"), hasParameter("B") { return true }
    let beginning = value.prefix(80)
    return beginning.starts(with: "data:".utf8)
      && String(decoding: beginning, as: UTF8.self).contains(";base64,")
  }

  /// Whether people wrote the value: dates, rules and ids are digits that ring nobody.
  var isProse: Bool { !Self.ofMachines.contains(name) && !name.hasPrefix("TZ") }

  private static let ofMachines: Set<String> = [
    "UID", "DTSTAMP", "DTSTART", "DTEND", "DUE", "COMPLETED", "CREATED", "LAST-MODIFIED", "RRULE",
    "RDATE", "EXDATE", "RECURRENCE-ID", "RELATED-TO", "SEQUENCE", "DURATION", "TRIGGER", "PRODID",
    "VERSION", "GEO", "REV", "BEGIN", "END", "CALSCALE", "METHOD", "BDAY",
  ]

  /// The whole line as a program shows it.
  var shown: [UInt8] {
    let value =
      isQuoted ? ReadableText.utf8(bytesOfQuotedPrintable(self.value)) : Array(self.value)
    return Array(line[..<self.value.startIndex]) + unescaped(value)
  }

  /// Escapes decoded (RFC 5545, section 3.3.11); the semicolons between the parts of a card's name
  /// are borders of cells.
  private func unescaped(_ value: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var isEscaped = false
    for byte in value {
      if isEscaped {
        text.append(byte | 0x20 == UInt8(ascii: "n") ? 0x20 : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        text.append(byte == 0x3B && name == "N" ? TextPiece.cellBorder : byte)
      }
    }
    return text
  }
}
