import Community
import Dates
import Diagnostics
import Markup
import Text

extension MemberRecord {
  /// A meeting that the member was at, and how long it took, where that is known.
  struct Session {
    let item: Account.Item
    let minutes: Int?
  }

  /// Meetings that took place and whose notes name the member: as present, in the chair, or writing.
  func sessions() -> [Session] {
    dated(\.meeting) { isAmong($0.attendees) || isMember($0.chair) || isMember($0.noteTaker) }
      .filter { $0.fields.status(on: $0.date, today: holdings.today) == .held }
      .map { entry, meeting, date in
        let minutes = minutes(of: meeting, on: date)
        let parts = [
          meeting.kind == .meeting ? nil : meeting.kind.rawValue,
          minutes.map(inHours), isMember(meeting.chair) ? "chaired it" : nil,
          isMember(meeting.noteTaker) ? "took the notes" : nil,
        ].compactMap(\.self)
        let item = Account.Item(
          "\(date.inWords): \(entry.workingTitle)",
          details: parts.isEmpty ? [] : [parts.joined(separator: ", ")],
          facts: [
            "date": .text(date.description), "title": .text(entry.workingTitle),
            "entry": .text(entry.id.description), "kind": .text(meeting.kind.rawValue),
            "minutes": JSON(minutes), "chaired": .flag(isMember(meeting.chair)),
            "took_notes": .flag(isMember(meeting.noteTaker)),
          ])
        return Session(item: item, minutes: minutes)
      }
  }

  /// How long a meeting of one day took, where it or its series gives both hours.
  private func minutes(of meeting: Meeting, on date: CalendarDate) -> Int? {
    let occasion = Occasion(meeting, on: date, in: holdings.library.configuration)
    guard occasion.lastDay == nil, let hours = occasion.hours, let end = hours.end else {
      return nil
    }
    return end.minutes - hours.start.minutes
  }
}
