import Community
import Dates

/// The zones that a calendar speaks of, by whatever it calls them.
struct CalendarZones: Sendable {
  /// What a zone is here.
  enum Meaning: Hashable, Sendable {
    case named(String)
    /// One that nobody here has a name for: its times are told by another zone's clocks.
    case rule(ZoneRule)
    case unknown
  }

  private let zones: [CalendarFile.Zone]
  /// The zone of the calendar, else of the site; `nil` where neither is known.
  let home: String?
  private let siteZone: String?
  private var known: [String: Meaning] = [:]

  init(_ file: CalendarFile, site: TargetSite) {
    zones = file.zones
    siteZone = site.timeZone
    home = file.zone.flatMap(Self.name) ?? site.timeZone
  }

  mutating func meaning(of id: String) -> Meaning {
    if let found = known[id] { return found }
    let found = find(id)
    known[id] = found
    return found
  }

  private func find(_ id: String) -> Meaning {
    if let name = Self.name(id) { return .named(name) }
    guard let zone = zones.first(where: { $0.id == id }) else { return .unknown }
    if let name = zone.location.flatMap(Self.name) { return .named(name) }
    guard let rule = zone.rule else { return .unknown }
    for name in [siteZone, home].compactMap(\.self) where TimeZones.zone(name) == rule {
      return .named(name)
    }
    // A zone that keeps the same time all year can be in many countries.
    let isSeasonal = zone.observances.contains(where: \.isDaylight)
    let name = isSeasonal ? usualZones.first { TimeZones.zone($0) == rule } : nil
    return name.map { .named($0) } ?? .rule(rule)
  }

  /// The known zone that a name means: its own, with a program's path before it, or as Windows calls
  /// it.
  static func name(_ written: String) -> String? {
    let text = written.trimmed
    if TimeZones.rule(of: text) != nil { return text }
    let parts = text.split(separator: "/").map(String.init)
    for count in [3, 2, 1] where parts.count > count {
      let name = parts.suffix(count).joined(separator: "/")
      if TimeZones.rule(of: name) != nil { return name }
    }
    if let name = WindowsZones.zone(text) { return name }
    return city(text)
  }

  /// `(UTC+01:00) Amsterdam, Berlin, Bern`: a zone named by the cities in it.
  private static func city(_ text: String) -> String? {
    guard text.hasPrefix("("), let end = text.firstIndex(of: ")") else { return nil }
    for city in text[text.index(after: end)...].split(whereSeparator: { ",/;".contains($0) }) {
      let name = city.trimmed.split(separator: " ").joined(separator: "_")
      guard !name.isEmpty else { continue }
      for continent in ["Europe", "America", "Asia", "Australia", "Africa", "Pacific", "Atlantic"]
      where TimeZones.rule(of: "\(continent)/\(name)") != nil {
        return "\(continent)/\(name)"
      }
    }
    return nil
  }
}

/// Of zones with one rule, the one that is told.
private let usualZones = [
  "Europe/London", "Europe/Berlin", "Europe/Athens", "America/New_York", "America/Chicago",
  "America/Denver", "America/Los_Angeles", "America/Anchorage", "America/Halifax",
  "America/St_Johns", "Australia/Sydney", "Australia/Adelaide", "Pacific/Auckland",
  "America/Santiago", "Asia/Jerusalem", "Atlantic/Azores", "Asia/Beirut", "Africa/Cairo",
]

extension CalendarFile.Zone {
  /// Its rule, from the last words that its file says on each half of the year.
  fileprivate var rule: ZoneRule? {
    guard let standard = latest(isDaylight: false), let offset = standard["TZOFFSETTO"]?.posixOffset
    else { return nil }
    guard let daylight = latest(isDaylight: true), let summer = daylight["TZOFFSETTO"]?.posixOffset,
      let begins = daylight.change, let ends = standard.change
    else { return ZoneRule("<S00>\(offset)") }
    return ZoneRule("<S00>\(offset)<D00>\(summer),\(begins),\(ends)")
  }

  private func latest(isDaylight: Bool) -> CalendarFile.Observance? {
    observances.filter { $0.isDaylight == isDaylight }.max { first, second in
      let ends = [first, second].map { $0["RRULE"]?.uppercased().contains("UNTIL=") ?? true }
      return ends[0] != ends[1] ? ends[0] : (first["DTSTART"] ?? "") < (second["DTSTART"] ?? "")
    }
  }
}

extension CalendarFile.Observance {
  /// `M10.5.0/2`, as POSIX writes when the clocks change.
  fileprivate var change: String? {
    guard let rule = self["RRULE"].flatMap({ Recurrence($0) }), rule.frequency == .yearly,
      let month = rule.months.first, rule.months.count == 1
    else { return nil }
    let clock = (self["DTSTART"] ?? "").split(separator: "T").last.map(String.init) ?? ""
    guard clock.utf8.count >= 4, let hour = Int(clock.prefix(2)),
      let minute = Int(clock.dropFirst(2).prefix(2))
    else { return nil }
    let time = "\(hour):\(minute < 10 ? "0" : "")\(minute)"
    if let day = rule.days.first, rule.days.count == 1 {
      if let week = day.ordinal {
        return "M\(month).\(week < 0 ? 5 : week).\(day.weekday.rawValue % 7)/\(time)"
      }
      // The first such day from a date on: `BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14`.
      guard let first = rule.monthDays.min(), first > 0 else { return nil }
      return "M\(month).\(min(5, (first + 6) / 7)).\(day.weekday.rawValue % 7)/\(time)"
    }
    return nil
  }
}

extension String {
  /// `+0130` as POSIX counts it, west of Greenwich: `-1:30`.
  fileprivate var posixOffset: String? {
    let digits = utf8.filter { (0x30...0x39).contains($0) }
    guard digits.count >= 4, let hours = Int(String(decoding: digits.prefix(2), as: UTF8.self)),
      let minutes = Int(String(decoding: digits.dropFirst(2).prefix(2), as: UTF8.self)), hours <= 24
    else { return nil }
    let sign = hasPrefix("-") ? "" : "-"
    return "\(sign)\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
  }
}
