extension EntryText {
  /// The field of a meeting's room, from which links are cut.
  static let roomField = "venue"

  /// Says where a meeting is, as far as it does not say so yet.
  mutating func setPlace(_ place: JoiningDetails.Place) {
    if !has(Self.roomField) { set(Self.roomField, place.text.map { .text($0.onOneLine) }) }
    if !has("mode") { set("mode", place.mode.map(WrittenValue.text)) }
  }
}
