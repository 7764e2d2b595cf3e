// Emphasis is plain tags in the page; that of actions and decisions is noted too, for lists of them
// elsewhere.
extension BodyReader {
  mutating func enterEmphasis(_ kind: Body.Emphasis.Kind) {
    writer.append(kind == .strong ? "<strong>" : "<em>")
    emphasisStarts.append(prose.end)
  }

  mutating func leaveEmphasis(_ kind: Body.Emphasis.Kind) {
    writer.append(kind == .strong ? "</strong>" : "</em>")
    if let start = emphasisStarts.popLast() { note(kind, from: start) }
  }

  /// Notes the words read since a place in the prose, where a list elsewhere may need them.
  mutating func note(_ kind: Body.Emphasis.Kind, from start: Int32) {
    guard notes.task != nil || notes.candidate != nil else { return }
    // White space before the words was still owed when they began.
    let isSpace = start < prose.end && prose.prose.text[Int(start)] == 0x20
    let range = (isSpace ? start + 1 : start)..<prose.end
    if !range.isEmpty { body.emphases.append(Body.Emphasis(kind: kind, range: range)) }
  }
}
