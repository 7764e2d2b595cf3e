/// An event of a calendar (RFC 5545, §3.6.1), as its lines give it.
struct CalendarEvent: Hashable, Sendable {
  /// One `NAME;PARAMETER=…:value`.
  struct Property: Hashable, Sendable {
    let name: String
    let parameters: [String: String]
    let value: String
  }

  var properties: [Property] = []

  subscript(name: String) -> Property? { properties.first { $0.name == name } }

  func all(_ name: String) -> [Property] { properties.filter { $0.name == name } }

  /// The value of a property of type TEXT, its escapes undone (§3.3.11).
  func text(_ name: String) -> String? { self[name]?.text }
}

extension CalendarEvent.Property {
  var text: String? {
    var text = ""
    var isEscaped = false
    for character in value {
      if isEscaped {
        text.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text.trimmed.isEmpty ? nil : text.trimmed
  }
}

extension CalendarEvent.Property {
  init?(_ line: String) {
    var isQuoted = false
    guard
      let colon = line.firstIndex(where: { character in
        if character == "\"" { isQuoted.toggle() }
        return character == ":" && !isQuoted
      })
    else { return nil }
    let parts = Self.parts(line[..<colon])
    guard let name = parts.first else { return nil }
    self.name = name.uppercased()
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { continue }
      parameters[pair[0].uppercased()] = String(pair[1].filter { $0 != "\"" })
    }
    self.parameters = parameters
    value = String(line[line.index(after: colon)...])
  }

  /// What stands between semicolons, those in quotes left alone.
  private static func parts(_ text: Substring) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}
