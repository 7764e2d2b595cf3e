package import Dates
import Diagnostics
package import Markup

/// A meeting, workshop, visit or social, before and after it took place.
package struct Meeting: Sendable {
  package enum Kind: String, Sendable, CaseIterable, DeclaredValue {
    case meeting, workshop, visit, social
  }

  package enum Status: String, Sendable, CaseIterable, DeclaredValue {
    case planned, held, cancelled, postponed
  }

  package enum Mode: String, Sendable, CaseIterable, DeclaredValue {
    case inPerson = "in-person"
    case online, hybrid
  }

  /// The last day of one that takes several.
  package var endDate: CalendarDate?
  package var start: Located<ClockTime>?
  /// One before the start is after midnight, where no `endDate` is written.
  package var end: Located<ClockTime>?
  package var timeZone: String?
  package var kind = Kind.meeting
  /// As written; without it the date tells.
  package var status: Status?
  package var place = MeetingPlace()
  /// How to join, in words: never a link with a passcode.
  package var joiningWords: String?
  package var signUp: String?
  /// How often the invitation has been changed, for calendars.
  package var revision = 0
  package var series: Located<String>?
  package var chair: Reference?
  package var noteTaker: Reference?
  package var attendees: [Reference] = []
  package var guests: Int?
  package var resources: [Reference] = []

  package init() {}
}

extension Meeting {
  /// What came of it: as written, else by its date.
  ///
  /// A meeting of today is still planned.
  package func status(on date: CalendarDate?, today: CalendarDate) -> Status {
    if let status { return status }
    guard let last = lastDay(from: date) else { return .planned }
    return last < today ? .held : .planned
  }

  /// The last day of a meeting that begins on a day.
  package func lastDay(from date: CalendarDate?) -> CalendarDate? {
    guard let date else { return nil }
    return max(date, endDate ?? date)
  }
}

extension Meeting: FieldDeclaring {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "series", as: .term(.series),
        "The series of handbook.yml whose time and place this meeting takes.",
        example: "evening-circle", .foundAsLabel, .inData,
        .columns(["serie", "série", "Reihe", "cyfres", "سلسلة"])),
      &series)
    fields.visit(
      .time(
        "start", "When it begins.", example: "16:15",
        .columns([
          "start time", "from", "time", "hora", "inicio", "début", "heure", "Beginn", "Uhrzeit",
          "von", "amser", "dechrau", "الوقت", "البداية",
        ]), .headings(["hours", "times", "time of meeting"])),
      &start)
    fields.visit(
      .time(
        "end", "When it ends; an hour before the start, such as 00:30, is after midnight.",
        example: "17:30",
        .columns(["end time", "to", "fin", "Ende", "bis", "diwedd", "النهاية"])),
      &end)
    fields.visit(
      .date(
        "end_date", "The last day of a meeting that takes several.", example: "2026-01-17", .inData),
      &endDate)
    fields.visit(
      Field("timezone", .timeZone, "Only where it is not the site's.", "Europe/London", []) {
        $0.timeZone($1)
      },
      &timeZone)
    fields.visit(
      .choice(
        "kind", "What sort of meeting it is.", example: "workshop", .inDataAs("meeting_kind"),
        .words(.meetingKind),
        .columns(["type", "tipo", "Art", "math", "النوع"])),
      &kind)
    fields.visit(
      .choice("status", "Without it, the date tells.", example: "cancelled", .inData), &status)
    place.declare(to: &fields)
    fields.visit(
      .paragraph(
        "join_info", "How to join, in words; never a link with a passcode.",
        example: "The link comes by e-mail on the day.", .inCalendars),
      &joiningWords)
    fields.visit(
      .address(
        "sign_up", "The address of a form.", example: "https://example.org/form", .inCalendars),
      &signUp)
    fields.visit(
      .count(
        "revision",
        "How often the day, the hours or the place have changed; calendars take the higher number.",
        example: "1"),
      &revision)
    declarePeople(to: &fields)
    fields.visit(
      .resource,
      .references(
        "resources", to: .resource, "Resources that you used.", example: "[a-resource-by-its-id]",
        .printed("kinds_resource"), .inData),
      &resources)
  }

  private mutating func declarePeople(to fields: inout some FieldVisitor) {
    fields.visit(
      .chair,
      .reference(
        "chair", to: .member, "The member who leads it.", example: "a-member-by-their-id",
        .foundAsLabel, .printed("meeting_chair"), .inData,
        .columns([
          "chaired by", "host", "facilitator", "preside", "modera", "animateur", "présidence",
          "Leitung", "Moderation", "cadeirydd", "الرئيس",
        ]), .doing(.chaired)),
      &chair)
    fields.visit(
      .noteTaker,
      .reference(
        "note_taker", to: .member, "The member who keeps the minutes.",
        example: "a-member-by-their-id", .foundAsLabel, .printed("meeting_note_taker"), .inData,
        .columns([
          "note taker", "minutes", "minutes by", "acta", "secrétaire", "Protokoll", "cofnodydd",
          "المحضر",
        ]), .doing(.tookNotes)),
      &noteTaker)
    fields.visit(
      .attendee,
      .references(
        "attendees", to: .member,
        "The members who were there; only those who agreed are listed, the others are counted.",
        example: "[a-member-by-their-id]", .foundAsLabel, .printed("meeting_attendance"), .inData,
        .columns([
          "present", "participants", "asistentes", "presentes", "présents", "Anwesend",
          "Teilnehmende", "presennol", "الحاضرون",
        ]), .doing(.attended),
        .headings([
          "who came", "attended", "attendance", "attendees", "who was there", "those present",
          "people present", "in attendance", "Anwesende", "Teilnehmer", "asistencia",
          "participantes", "présence", "mynychwyr",
        ])),
      &attendees)
    fields.visit(.count("guests", "How many guests there were.", example: "2", .inData), &guests)
  }

  package static let refusedFields = [
    RefusedField(
      name: "apologies", id: "apologies-field", severity: .error,
      summary: "apologies are not kept",
      reason: "An absence can reveal somebody's health; who was present is enough.",
      hint: "remove the line, and list those who came under 'attendees'", namesPeople: true)
  ]

  package mutating func settle(_ reader: inout FieldReader) {
    settleLastDay(&reader)
    if endDate == nil, let start, let end, start.value.isMoreThanHalfADay(before: end.value) {
      reader.report(.endsBeforeItStarts, at: end.span)
    }
  }

  /// One of a single day has no last day.
  private mutating func settleLastDay(_ reader: inout FieldReader) {
    guard let last = endDate, let date = reader.dayWritten(in: "date") else {
      endDate = nil
      return
    }
    if last < date, let span = reader.span(of: "end_date") {
      reader.report(.endDateBeforeDate, at: span)
    }
    endDate = last > date ? last : nil
  }
}

extension ClockTime {
  /// Whether more than twelve hours pass until a clock shows a time again that it shows no later on
  /// the same day: then an hour of the afternoon was meant, not one of the night.
  fileprivate func isMoreThanHalfADay(before end: ClockTime) -> Bool {
    end <= self && end.minutes + minutesOfDay - minutes > minutesOfDay / 2
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
}
