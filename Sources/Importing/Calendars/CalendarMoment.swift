import Community
import Dates

/// A date, or a date with a time, in one of the forms of RFC 5545 (§3.3.4, §3.3.5).
struct CalendarMoment: Hashable, Sendable {
  var day: CalendarDate
  var time: ClockTime?
  /// The zone by its name; `nil` for the zone of the site.
  var zone: String?
  /// Whether its zone is not known, so that the hour may be another.
  var isUncertain = false

  init(day: CalendarDate, time: ClockTime?, zone: String?) {
    (self.day, self.time, self.zone) = (day, time, zone)
  }

  init?(_ property: CalendarEvent.Property, _ zones: inout CalendarZones) {
    self.init(property.value, zone: property.parameters["TZID"], &zones)
  }

  init?(_ value: String, zone id: String?, _ zones: inout CalendarZones) {
    let value = value.trimmed
    let digits = value.utf8.prefix { (0x30...0x39).contains($0) }.count
    guard digits == 8, let year = Int(value.prefix(4)),
      let month = Int(value.dropFirst(4).prefix(2)), let date = Int(value.dropFirst(6).prefix(2)),
      let day = CalendarDate(year: year, month: month, day: date)
    else { return nil }
    self.day = day
    guard value.utf8.count >= 13, value.utf8.dropFirst(8).first == UInt8(ascii: "T") else { return }
    let clock = value.dropFirst(9)
    guard let hour = Int(clock.prefix(2)), let minute = Int(clock.dropFirst(2).prefix(2)),
      let time = ClockTime(hour: hour, minute: minute)
    else { return nil }
    self.time = time
    if value.hasSuffix("Z") {
      tell(by: .utc, in: zones.home ?? "UTC")
    } else if let id {
      switch zones.meaning(of: id) {
      case .named("UTC"), .named("Etc/UTC"), .named("GMT"), .named("Etc/GMT"):
        tell(by: .utc, in: zones.home ?? "UTC")
      case .named(let name): zone = name
      case .rule(let rule): tell(by: rule, in: zones.home ?? "UTC")
      case .unknown: (zone, isUncertain) = (zones.home, true)
      }
    } else {
      zone = zones.home
    }
  }

  /// Tells a time that is written by one rule by the clocks of a zone.
  private mutating func tell(by rule: ZoneRule, in name: String) {
    guard let time else { return }
    zone = name
    let moment = rule.reading(of: LocalTime(day, time)).moment
    let local = moment.local(ahead: TimeZones.zone(name).offset(at: moment))
    day = local.date
    self.time = ClockTime(local.clock) ?? time
  }

  /// The same moment by the clocks of another zone.
  func told(in name: String?) -> CalendarMoment {
    guard let name, let zone, zone != name, time != nil else { return self }
    var other = self
    other.tell(by: TimeZones.zone(zone), in: name)
    return other
  }

  /// So many minutes later, by the clock on the wall.
  func adding(minutes: Int) -> CalendarMoment {
    guard let time else {
      return CalendarMoment(day: day.adding(days: minutes / minutesOfDay), time: nil, zone: zone)
    }
    let sum = time.minutes + minutes
    let days = (sum >= 0 ? sum : sum - minutesOfDay + 1) / minutesOfDay
    let rest = sum - days * minutesOfDay
    return CalendarMoment(
      day: day.adding(days: days), time: ClockTime(hour: rest / 60, minute: rest % 60), zone: zone)
  }

  /// The minutes from another moment of the same zone to this one, by the clock on the wall.
  func minutes(since other: CalendarMoment) -> Int {
    (day.daysSince1970 - other.day.daysSince1970) * minutesOfDay + (time?.minutes ?? 0)
      - (other.time?.minutes ?? 0)
  }
}

private let minutesOfDay = 24 * 60

/// A length of time (RFC 5545, §3.3.6): `PT1H30M`, `P1D`, `P2W`.
struct CalendarDuration: Hashable, Sendable {
  let minutes: Int

  init?(_ text: String) {
    guard text.hasPrefix("P") || text.hasPrefix("+P") else { return nil }
    var (sum, number, isFilled) = (0, 0, false)
    for character in text {
      if let digit = character.wholeNumberValue, character.isASCII {
        number = min(number * 10 + digit, 100_000)
        continue
      }
      switch character {
      case "W": sum += number * 7 * minutesOfDay
      case "D": sum += number * minutesOfDay
      case "H": sum += number * 60
      case "M": sum += number
      case "S", "P", "T", "+": break
      default: return nil
      }
      isFilled = isFilled || "WDHM".contains(character)
      number = 0
    }
    guard isFilled, sum > 0 else { return nil }
    minutes = sum
  }
}
