import Community
import Markup

extension PageContext {
  func meetingPage(_ entry: PublishedEntry, _ meeting: Meeting) -> MeetingView {
    let posts = entries(referringTo: entry, as: [.meeting])
    let successes = entries(referringTo: entry, as: [.evidence])
    let related = [
      group("posts", words(.kindsPost), posts),
      group("evidence", words(.meetingEvidenceFor), successes),
    ].compactMap(\.self)
    return MeetingView(
      site: site(), page: page(entry), entry: entryView(entry, related: related),
      occasion: occasion(entry, meeting), chair: person(meeting.chair),
      noteTaker: person(meeting.noteTaker), attendance: attendance(entry, meeting),
      attendees: people(meeting.attendees), resources: links(meeting.resources),
      outcomes: outcomes(of: entry),
      isUpcoming: plan.overview.isUpcoming(entry))
  }

  /// How many decisions and actions the notes hold: a reader who looks for these need not read all.
  private func outcomes(of entry: PublishedEntry) -> [LinkView] {
    let decisions = handbook.registers.decisions(of: entry.index)
    let actions = handbook.registers.actions(of: entry.index)
    let first = [
      decisions.first.map {
        (words.count(.yearCountDecisions, decisions.count), PlaceInEntry.decision($0.number))
      },
      actions.first.map {
        (words.count(.countAction, actions.count), PlaceInEntry.action($0.number))
      },
    ]
    return first.compactMap(\.self).map { title, place in
      LinkView(title: title, address: address(ofNotes: entry, at: place))
    }
  }

  /// How many were there: those who are named, those who are not, and guests.
  private func attendance(_ entry: PublishedEntry, _ meeting: Meeting) -> String? {
    let members = meeting.attendees.count + entry.unnamedAttendees
    let guests = meeting.guests ?? 0
    switch (members, guests) {
    case (0, 0): return nil
    case (_, 0): return words.count(.countMember, members)
    case (0, _): return words.count(.countGuest, guests)
    default:
      return words.meetingAttendanceAndGuests(
        members: words.count(.countMember, members), guests: words.count(.countGuest, guests))
    }
  }
}
