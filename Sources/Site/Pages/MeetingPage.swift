import Community
import Markup

extension PageContext {
  func meetingPage(_ entry: PublishedEntry, _ meeting: Meeting) -> MeetingView {
    let posts = entries(referringTo: entry, as: [.meeting])
    let successes = entries(referringTo: entry, as: [.evidence])
    let related = [
      group("posts", words("kinds_post"), posts),
      group("evidence", words("meeting_evidence_for"), successes),
    ].compactMap(\.self)
    return MeetingView(
      site: site(), page: page(entry), entry: entryView(entry, related: related),
      occasion: occasion(entry, meeting), chair: person(meeting.chair),
      noteTaker: person(meeting.noteTaker), attendance: attendance(entry, meeting),
      attendees: people(meeting.attendees), resources: links(meeting.resources),
      isUpcoming: plan.overview.isUpcoming(entry))
  }

  /// How many were there: those who are named, those who are not, and guests.
  private func attendance(_ entry: PublishedEntry, _ meeting: Meeting) -> String? {
    let members = meeting.attendees.count + entry.unnamedAttendees
    let guests = meeting.guests ?? 0
    switch (members, guests) {
    case (0, 0): return nil
    case (_, 0): return words.count("count_member", members)
    case (0, _): return words.count("count_guest", guests)
    default:
      return words(
        "meeting_attendance_and_guests",
        [
          "members": words.count("count_member", members),
          "guests": words.count("count_guest", guests),
        ])
    }
  }
}
