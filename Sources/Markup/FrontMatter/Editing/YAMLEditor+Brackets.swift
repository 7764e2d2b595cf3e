import Diagnostics

// Lists and fields in brackets, whose parts commas part.
extension YAMLEditor {
  /// The change that puts something between the parts of brackets that hold at least one.
  func inFlow(
    _ container: YAMLSyntax.Value, _ places: [Place], _ index: Int, _ text: (YAMLWriter) -> String
  ) -> [Change] {
    let writer = writer(near: container.range.lowerBound)
    let text = text(writer)
    if index < places.count {
      let start = places[index].range.lowerBound
      return [Change(at: start, apart(text, behind: start) + "," + gap(before: start, writer))]
    }
    let last = places[places.count - 1]
    let start = last.range.lowerBound
    let line = endOfLine(last.end)
    let hasComment = source.bytes[last.end..<line].contains(UInt8(ascii: "#"))
    if beginsLine(start), hasComment {
      // The comment stays with the part that it is about.
      let indent = String(decoding: source.bytes[startOfLine(start)..<start], as: UTF8.self)
      let comma = comma(after: last.end) == nil ? "," : ""
      return [
        Change(at: last.end, comma), Change(at: line, writer.lineBreak + indent + text),
      ]
    }
    return [Change(at: last.end, "," + gap(before: start, writer) + text)]
  }

  /// A blank, or a break where each part begins a line.
  private func gap(before start: Int, _ writer: YAMLWriter) -> String {
    guard beginsLine(start) else { return " " }
    let indent = String(decoding: source.bytes[startOfLine(start)..<start], as: UTF8.self)
    return writer.lineBreak + indent
  }

  /// The comma that directly follows a part.
  private func comma(after end: Int) -> Int? {
    let next = source.bytes[end...].firstIndex { !$0.isBlank && !$0.isLineBreak }
    return next.flatMap { source.bytes[$0] == UInt8(ascii: ",") ? $0 : nil }
  }

  /// The changes that take a part out of brackets.
  func removalInFlow(
    _ container: YAMLSyntax.Value, _ places: [Place], _ index: Int
  ) -> [Change] {
    let place = places[index]
    if place.range == container.range { return [] }
    let comma = comma(after: place.end)
    let line = startOfLine(place.range.lowerBound)
    let after = endOfLine(comma.map { $0 + 1 } ?? place.end)
    let rest = source.bytes[(comma.map { $0 + 1 } ?? place.end)..<after].drop(while: \.isBlank)
    let isAlone = rest.isEmpty || rest.first == UInt8(ascii: "#")
    if beginsLine(place.range.lowerBound), isAlone, line > container.range.lowerBound {
      return [Change(line..<afterLine(after), "")]
    }
    if index + 1 < places.count {
      let next = places[index + 1].range.lowerBound
      let isClose = source.bytes[place.end..<next].allSatisfy { $0.isBlank || $0 == 0x2C }
      let end = isClose ? next : comma.map { $0 + 1 } ?? place.end
      return [Change(place.range.lowerBound..<end, "")]
    }
    guard index > 0 else {
      return [Change(place.range.lowerBound..<(comma.map { $0 + 1 } ?? place.end), "")]
    }
    let before = places[index - 1].end
    let isClose = source.bytes[before..<place.range.lowerBound].allSatisfy {
      $0.isBlank || $0 == 0x2C
    }
    return [Change((isClose ? before : place.range.lowerBound)..<place.end, "")]
  }
}
