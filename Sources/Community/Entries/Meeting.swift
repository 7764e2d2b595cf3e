import Diagnostics
package import Markup

/// A meeting, workshop, visit or social, before and after it took place.
package struct Meeting: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case meeting, workshop, visit, social
  }

  package enum Status: String, Sendable, CaseIterable {
    case planned, held, cancelled, postponed
  }

  package enum Mode: String, Sendable, CaseIterable {
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
  package var mode: Mode?
  package var venue: String?
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
}

extension Meeting {
  mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
    visitor.visit(&chair, .chair)
    visitor.visit(&noteTaker, .noteTaker)
    visitor.visit(&attendees, .attendee)
    visitor.visit(&resources, .resource)
  }

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
