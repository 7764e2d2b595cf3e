import Diagnostics
import Markup

extension Meeting {
  init(reading reader: inout FieldReader) {
    reader.refuse(
      "apologies", id: "apologies-field", "apologies are not kept",
      because: "An absence can reveal somebody's health; who was present is enough.",
      severity: .error, hints: ["remove the line, and list those who came under 'attendees'"])
    reader.require("date", hint: "date: 2026-01-31")
    start = reader.time("start")
    end = reader.time("end")
    endDate = reader.lastDay(from: reader.dayWritten(in: "date"))
    if endDate == nil, let start, let end, start.value.isMoreThanHalfADay(before: end.value) {
      reader.report(.endsBeforeItStarts, at: end.span)
    }
    timeZone = reader.timeZone("timezone")
    kind = reader.choice("kind", Kind.self)?.value ?? .meeting
    status = reader.choice("status", Status.self)?.value
    mode = reader.choice("mode", Mode.self)?.value
    venue = reader.text("venue")?.value
    joiningWords = reader.text("join_info")?.value
    signUp = reader.webAddress("sign_up")
    revision = reader.count("revision")?.value ?? 0
    series = reader.text("series")
    chair = reader.reference("chair")
    noteTaker = reader.reference("note_taker")
    attendees = reader.references("attendees")
    guests = reader.count("guests")?.value
    resources = reader.references("resources")
  }
}

extension ClockTime {
  /// Whether more than twelve hours pass until a clock shows a time again that it shows no later on
  /// the same day: then an hour of the afternoon was meant, not one of the night.
  fileprivate func isMoreThanHalfADay(before end: ClockTime) -> Bool {
    end <= self && end.minutes + minutesOfDay - minutes > minutesOfDay / 2
  }
}

extension FieldReader {
  /// The day on which a meeting of several days ends; `nil` for one of a single day.
  fileprivate mutating func lastDay(from date: CalendarDate?) -> CalendarDate? {
    guard let last = self.date("end_date"), let date else { return nil }
    if last.value < date { report(.endDateBeforeDate, at: last.span) }
    return last.value > date ? last.value : nil
  }

  /// A zone of the IANA Time Zone Database.
  mutating func timeZone(_ key: String) -> String? {
    guard let zone = text(key) else { return nil }
    if TimeZones.rule(of: zone.value) != nil { return zone.value }
    report(.unknownTimeZone(zone.value), at: zone.span)
    return nil
  }
}

extension FieldProblem {
  fileprivate static let endsBeforeItStarts = FieldProblem(
    id: "dates-reversed", summary: "'end' is not after 'start'",
    hints: [
      "write the hour by the 24-hour clock, for example 16:30",
      "or add 'end_date', the day on which it ends",
    ])

  fileprivate static let endDateBeforeDate = FieldProblem(
    id: "dates-reversed", summary: "'end_date' is before 'date'",
    hints: ["write the last day of the meeting, or remove the line"])

  fileprivate static func unknownTimeZone(_ written: String) -> FieldProblem {
    let nearest = NearMiss.nearest(to: written, among: TimeZones.names)
    return FieldProblem(
      id: "unknown-time-zone", summary: "there is no time zone '\(written.quotedInput)'",
      hints: [
        nearest.map { "did you mean '\($0)'?" }
          ?? "write a region and a city, for example Europe/London"
      ])
  }
}
