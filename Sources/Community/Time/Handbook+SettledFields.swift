extension Handbook {
  /// The fields of an entry as readers see them: of a meeting with what its series gives, and with
  /// what the day says of its state.
  package func settledFields(of entry: PublishedEntry) -> EntryFields {
    guard case .meeting(var meeting) = entry.fields else { return entry.fields }
    let occasion = Occasion(meeting, on: entry.date, in: configuration)
    meeting.status = meeting.status(on: entry.date, today: today)
    meeting.endDate = occasion.lastDay
    meeting.place = occasion.place
    return .meeting(meeting)
  }
}
