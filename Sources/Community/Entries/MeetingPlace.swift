import Markup

/// Where a meeting is, as it says itself or as its series does.
package struct MeetingPlace: Hashable, Sendable {
  package internal(set) var mode: Meeting.Mode?
  package internal(set) var venue: String?

  package init() {}
}

extension MeetingPlace {
  /// The fields of a meeting, and of a series.
  mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .choice(
        "mode", "In a room, on the internet, or both.", example: "hybrid", .inData,
        .columns(["modalidad", "modalité", "Form", "modd", "الشكل"])),
      &mode)
    fields.visit(
      .text(
        "venue", "The place.", example: "The library, Room 2", .foundAsText, .inData,
        .columns([
          "place", "location", "room", "where", "lugar", "sala", "lieu", "salle", "Ort", "Raum",
          "lleoliad", "ystafell", "المكان",
        ]), .headings(["venue or link", "location or link", "host school", "hosted at"])),
      &venue)
  }

  /// What a meeting says and, where it says nothing, what its series gives.
  func inheriting(from series: MeetingPlace?) -> MeetingPlace {
    guard let series else { return self }
    var place = self
    place.mode = mode ?? series.mode
    // A meeting that has moved online is not where the series usually is.
    if mode != .online { place.venue = venue ?? series.venue }
    return place
  }
}
