import Community
import Dates
import Diagnostics
package import Files
import Markup

/// The import of a calendar: a meeting an event.
package struct CalendarImport {
  package let plan: ImportPlan

  /// - Throws: `UnreadableInput` for a file without a single event.
  package init(
    _ bytes: [UInt8], named name: String, existing: [RelativePath]
  ) throws(UnreadableInput) {
    guard let decoded = ForeignText(bytes) else { throw UnreadableInput("'\(name)' is no text") }
    let events = CalendarEvent.read(decoded.text)
    guard !events.isEmpty else { throw UnreadableInput("'\(name)' has no event in it") }
    guard events.count <= ImportLimits.items else {
      throw UnreadableInput(
        "'\(name)' has more than \(ImportLimits.items.grouped) events, the most that is read at once: "
          + "save it in parts")
    }
    var plan = ImportPlan(existing: existing)
    var ids = IDNumbering()
    for event in events { Self.add(event, &ids, to: &plan) }
    self.plan = plan
  }

  private static func add(
    _ event: CalendarEvent, _ ids: inout IDNumbering, to plan: inout ImportPlan
  ) {
    let title = event.text("SUMMARY") ?? "Meeting"
    guard let start = event["DTSTART"].flatMap(CalendarMoment.init) else {
      plan.leaveOut(
        "the event '\(title.quotedInput)'", because: "it has no date that could be read")
      return
    }
    let source = "the event '\(title.quotedInput)' of \(start.day)"
    let id = ids.take(Slug.of("\(start.day) \(title)") ?? "\(start.day)-meeting")
    var notes: [String] = []
    let meeting = meeting(event, EntryID(.meeting, id), title, start, &notes)
    guard let path = try? RelativePath("content/meetings/\(id).md") else {
      plan.leaveOut(source, because: "its title is too long for a file's name")
      return
    }
    plan.add(meeting, at: path, from: source, notes: notes)
  }

  private static func meeting(
    _ event: CalendarEvent, _ id: EntryID, _ title: String, _ start: CalendarMoment,
    _ notes: inout [String]
  ) -> EntryText {
    var entry = EntryText(id, body: event.text("DESCRIPTION") ?? "")
    entry.set("title", .text(title.onOneLine))
    entry.set("date", .text(start.day.description))
    if let time = start.time {
      entry.set("start", .text(time.description))
      let end = event["DTEND"].flatMap(CalendarMoment.init)
      if let end, end.day == start.day, let time = end.time {
        entry.set("end", .text(time.description))
      }
      if let zone = start.zone { entry.set("timezone", .text(zone)) }
    }
    if let place = event.text("LOCATION") {
      if place.contains("://") {
        notes.append("left out: the place is a link, which may hold a passcode")
      } else {
        entry.set("venue", .text(place.onOneLine))
      }
    }
    if event["STATUS"]?.value.uppercased() == "CANCELLED" {
      entry.set("status", .text("cancelled"))
    }
    if let count = event["SEQUENCE"].flatMap({ Int($0.value) }), count > 0 {
      entry.set("revision", .text("\(count)"))
    }
    if let uid = event["UID"]?.value { entry.set("uid", .text(uid)) }
    if event["RRULE"] != nil {
      notes.append("it repeats: only the first is here; write the series into handbook.yml")
    }
    for (name, what) in [("ATTENDEE", "who was invited"), ("ORGANIZER", "who invited")]
    where event[name] != nil {
      notes.append("left out: \(what), with their addresses")
    }
    return entry
  }
}

/// A date, or a date with a time, in one of the forms of RFC 5545 (§3.3.4, §3.3.5).
struct CalendarMoment: Hashable, Sendable {
  let day: CalendarDate
  let time: ClockTime?
  /// The zone by its name; `nil` for the zone of the site.
  let zone: String?

  init?(_ property: CalendarEvent.Property) {
    let digits = Array(property.value.utf8)
    let isDate = digits.count == 8
    guard isDate || digits.count >= 15, let year = Int(String(property.value.prefix(4))),
      let month = Int(String(property.value.dropFirst(4).prefix(2))),
      let date = Int(String(property.value.dropFirst(6).prefix(2))),
      let day = CalendarDate(year: year, month: month, day: date)
    else { return nil }
    self.day = day
    if isDate {
      time = nil
      zone = nil
    } else {
      let clock = property.value.dropFirst(9)
      time = Int(String(clock.prefix(2))).flatMap { hour in
        Int(String(clock.dropFirst(2).prefix(2))).flatMap { ClockTime(hour: hour, minute: $0) }
      }
      let named = property.parameters["TZID"].flatMap { TimeZones.rule(of: $0) == nil ? nil : $0 }
      zone = property.value.hasSuffix("Z") ? "UTC" : named
    }
  }
}
