/// An event of a calendar (RFC 5545, §3.6.1), as its lines give it.
struct CalendarEvent: Sendable {
  /// One `NAME;PARAMETER=…:value`.
  struct Property: Hashable, Sendable {
    let name: String
    let parameters: [String: String]
    let value: String
  }

  var properties: [Property] = []

  subscript(name: String) -> Property? { properties.first { $0.name == name } }

  /// The value of a property of type TEXT, its escapes undone (§3.3.11).
  func text(_ name: String) -> String? {
    guard let value = self[name]?.value else { return nil }
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

extension CalendarEvent {
  /// The events of a calendar's text; what lies in an event, such as alarms, is left out.
  static func read(_ text: String) -> [CalendarEvent] {
    var events: [CalendarEvent] = []
    var depth: [String] = []
    for line in unfolded(text) {
      guard let property = Property(line) else { continue }
      switch property.name {
      case "BEGIN":
        depth.append(property.value.uppercased())
        if depth.last == "VEVENT" { events.append(CalendarEvent()) }
      case "END": _ = depth.popLast()
      default:
        if depth.last == "VEVENT", !events.isEmpty {
          events[events.count - 1].properties.append(property)
        }
      }
    }
    return events
  }

  /// A line that begins with a blank goes on with the one before (§3.1).
  private static func unfolded(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      if let first = line.first, first == " " || first == "\t", !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }
}

extension CalendarEvent.Property {
  fileprivate init?(_ line: String) {
    var isQuoted = false
    guard
      let colon = line.firstIndex(where: { character in
        if character == "\"" { isQuoted.toggle() }
        return character == ":" && !isQuoted
      })
    else { return nil }
    let parts = line[..<colon].split(separator: ";").map(String.init)
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
}
