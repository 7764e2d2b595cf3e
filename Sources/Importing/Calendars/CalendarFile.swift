/// What a calendar's file holds: its events, the zones that it explains, and its own zone.
struct CalendarFile: Sendable {
  /// One half of a zone's year (RFC 5545, §3.6.5).
  struct Observance: Hashable, Sendable {
    let isDaylight: Bool
    var properties: [CalendarEvent.Property] = []

    subscript(name: String) -> String? { properties.first { $0.name == name }?.value }
  }

  struct Zone: Hashable, Sendable {
    var id = ""
    /// The name of a known zone, where a program has written it beside its own.
    var location: String?
    var observances: [Observance] = []
  }

  private(set) var events: [CalendarEvent] = []
  private(set) var zones: [Zone] = []
  /// `X-WR-TIMEZONE`: the zone in which the calendar is shown.
  private(set) var zone: String?

  /// What lies in an event, such as alarms, is left out.
  init(_ text: String) {
    var open: [String] = []
    for line in Self.unfolded(text) {
      guard let property = CalendarEvent.Property(line) else { continue }
      switch property.name {
      case "BEGIN":
        if open.count < 64 { open.append(property.value.trimmed.uppercased()) }
        begin(open)
      case "END": _ = open.popLast()
      default: add(property, to: open)
      }
    }
  }

  private mutating func begin(_ open: [String]) {
    switch open.last {
    case "VEVENT": events.append(CalendarEvent())
    case "VTIMEZONE": zones.append(Zone())
    case "STANDARD", "DAYLIGHT":
      guard open.dropLast().last == "VTIMEZONE", !zones.isEmpty else { return }
      zones[zones.count - 1].observances.append(Observance(isDaylight: open.last == "DAYLIGHT"))
    default: break
    }
  }

  private mutating func add(_ property: CalendarEvent.Property, to open: [String]) {
    switch open.last {
    case "VEVENT":
      if !events.isEmpty { events[events.count - 1].properties.append(property) }
    case "VTIMEZONE":
      guard !zones.isEmpty else { return }
      if property.name == "TZID" { zones[zones.count - 1].id = property.value.trimmed }
      if property.name == "X-LIC-LOCATION" {
        zones[zones.count - 1].location = property.value.trimmed
      }
    case "STANDARD", "DAYLIGHT":
      guard let last = zones.last?.observances.indices.last else { return }
      zones[zones.count - 1].observances[last].properties.append(property)
    case nil, "VCALENDAR":
      if property.name == "X-WR-TIMEZONE" { zone = property.value.trimmed }
    default: break
    }
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
