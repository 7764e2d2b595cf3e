import Community
package import Dates
import Diagnostics
package import Files
import Markup

/// The import of a calendar: a meeting for each time that an event takes place.
package struct CalendarImport {
  package let plan: ImportPlan

  /// - Parameter today: The day around which series are read: two years back, one ahead.
  /// - Throws: `UnreadableInput` for a file without a single event.
  package init(
    _ bytes: [UInt8], named name: String, site: TargetSite = TargetSite(),
    today: CalendarDate? = nil, existing: [RelativePath]
  ) throws(UnreadableInput) {
    guard let decoded = ForeignText(bytes) else { throw UnreadableInput("'\(name)' is no text") }
    let file = CalendarFile(decoded.text)
    guard !file.events.isEmpty else { throw UnreadableInput("'\(name)' has no event in it") }
    guard file.events.count <= ImportLimits.items else {
      throw UnreadableInput(
        "'\(name)' has more than \(ImportLimits.items.grouped) events, the most that is read at once: "
          + "save it in parts")
    }
    var writer = MeetingWriter(file, site, existing: existing)
    let window = today.map { $0.adding(days: -731)...$0.adding(days: 366) }
    for (master, overrides) in Self.grouped(file.events) {
      writer.add(master, overrides, window)
    }
    plan = writer.plan
  }

  /// Each event with those that change single days of it, in the order of the file.
  private static func grouped(
    _ events: [CalendarEvent]
  ) -> [(CalendarEvent, overrides: [CalendarEvent])] {
    var overrides: [String: [CalendarEvent]] = [:]
    var masters: [CalendarEvent] = []
    var known: Set<String> = []
    for event in events where event["RECURRENCE-ID"] == nil {
      masters.append(event)
      if let uid = event["UID"]?.value { known.insert(uid) }
    }
    for event in events where event["RECURRENCE-ID"] != nil {
      if let uid = event["UID"]?.value, known.contains(uid) {
        overrides[uid, default: []].append(event)
      } else {
        masters.append(event)
      }
    }
    return masters.map { master in
      let uid = master["UID"]?.value
      defer { if let uid { overrides[uid] = nil } }
      return (master, uid.flatMap { overrides[$0] } ?? [])
    }
  }
}

/// Writes the occurrences of events as meetings into a plan.
private struct MeetingWriter {
  private(set) var plan: ImportPlan
  private let site: TargetSite
  private var zones: CalendarZones
  private var ids = IDNumbering()
  private var uids = IDNumbering()
  private var count = 0

  init(_ file: CalendarFile, _ site: TargetSite, existing: [RelativePath]) {
    self.site = site
    zones = CalendarZones(file, site: site)
    plan = ImportPlan(existing: existing)
  }

  mutating func add(
    _ master: CalendarEvent, _ overrides: [CalendarEvent], _ window: ClosedRange<CalendarDate>?
  ) {
    let title = (master.text("SUMMARY") ?? "Meeting").onOneLine
    var series = CalendarSeries(master, overrides: overrides, zones, window: window)
    guard let occurrences = series.occurrences() else {
      plan.leaveOut(
        "the event '\(title.quotedInput)'", because: "it has no date that could be read")
      return
    }
    if occurrences.isEmpty {
      plan.leaveOut(
        "the event '\(title.quotedInput)'",
        because: "it repeats, and none of its days is in the last two years or the next")
    }
    for occurrence in occurrences {
      guard count < ImportLimits.items else {
        plan.leaveOut(
          "the event '\(title.quotedInput)' of \(occurrence.start.day)",
          because: "the calendar has more than \(ImportLimits.items.grouped) meetings, the most "
            + "that is read at once: save it in parts")
        return
      }
      add(occurrence)
      count += 1
    }
  }

  private mutating func add(_ occurrence: Occurrence) {
    let title = (occurrence.event.text("SUMMARY") ?? "Meeting").onOneLine
    let day = occurrence.start.day
    let source = "the event '\(title.quotedInput)' of \(day)"
    let id = ids.take(Slug.of("\(day) \(title)") ?? "\(day)-meeting")
    var notes = occurrence.notes
    let meeting = meeting(occurrence, EntryID(.meeting, id), title, &notes)
    guard let path = try? RelativePath("content/meetings/\(id).md") else {
      plan.leaveOut(source, because: "its title is too long for a file's name")
      return
    }
    plan.add(meeting, at: path, from: source, notes: occurrence.isRepeated ? [] : notes)
  }

  private mutating func meeting(
    _ occurrence: Occurrence, _ id: EntryID, _ title: String, _ notes: inout [String]
  ) -> EntryText {
    let event = occurrence.event
    let text = InvitationText(event)
    var entry = EntryText(id, body: text.markdown)
    entry.set("title", .text(title))
    setTimes(occurrence, &entry, &notes)
    setPlace(event, &entry, &notes)
    if text.isCut { notes.append("left out: how to join, with its links and codes") }
    let state = event["STATUS"]?.value.trimmed.uppercased()
    if state == "CANCELLED" { entry.set("status", .text("cancelled")) }
    if let access = event["CLASS"]?.value.trimmed.uppercased(),
      access == "PRIVATE" || access == "CONFIDENTIAL"
    {
      entry.set("draft", .text("yes"))
      notes.append("it is \(access.lowercased()) in the calendar, so it is a draft")
    }
    if let count = event["SEQUENCE"].flatMap({ Int($0.value) }), count > 0 {
      entry.set("revision", .text("\(count)"))
    }
    if let uid = event["UID"]?.value.trimmed, !uid.isEmpty {
      entry.set("uid", .text(uids.take(uid.ofOccurrence(occurrence.original))))
    }
    for (name, what) in [("ATTENDEE", "who was invited"), ("ORGANIZER", "who invited")]
    where event[name] != nil {
      notes.append("left out: \(what), with their addresses")
    }
    return entry
  }

  private func setTimes(
    _ occurrence: Occurrence, _ entry: inout EntryText, _ notes: inout [String]
  ) {
    let (start, end) = (occurrence.start, occurrence.end)
    entry.set("date", .text(start.day.description))
    guard let time = start.time else {
      // The end of whole days is the day after the last.
      if let last = end?.day.adding(days: -1), last > start.day {
        entry.set("end_date", .text(last.description))
      }
      return
    }
    entry.set("start", .text(time.description))
    if let end, let until = end.time {
      entry.set("end", .text(until.description))
      let isNight = end.minutes(since: start) <= 12 * 60 && until < time
      if end.day > start.day, !isNight { entry.set("end_date", .text(end.day.description)) }
    }
    if let zone = start.zone, zone != site.timeZone { entry.set("timezone", .text(zone)) }
    if start.isUncertain {
      notes.append("its time zone is not known here: look whether the hour is right")
    }
  }

  private func setPlace(
    _ event: CalendarEvent, _ entry: inout EntryText, _ notes: inout [String]
  ) {
    guard let written = event.text("LOCATION") else { return }
    let place = JoiningDetails.place(written)
    entry.setPlace(place)
    guard place.isCut else { return }
    notes.append(
      place.text == nil
        ? "left out: the place is a link, which may hold a passcode"
        : "left out of the place: a link, which may hold a passcode")
  }
}

extension String {
  /// The `uid` of one day of a series: what it was meant to be tells it from the others.
  fileprivate func ofOccurrence(_ original: CalendarMoment?) -> String {
    guard let original else { return self }
    let day = original.day.description.filter { $0 != "-" }
    guard let at = lastIndex(of: "@") else { return "\(self)-\(day)" }
    return "\(self[..<at])-\(day)\(self[at...])"
  }
}
