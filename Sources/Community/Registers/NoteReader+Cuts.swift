import Dates
import Markup

// What pages leave out of a paragraph, since they say it elsewhere.
extension NoteReader {
  /// What a page leaves out of the words, since it says it elsewhere: what stands behind them, and
  /// signs among them.
  func cuts(from words: NoteText) -> [ProseRange] {
    let rest = words.range.upperBound..<text.upperBound
    let signs = (told.filter(\.isSign).map(\.range) + struckSigns)
      .filter { $0.upperBound <= rest.lowerBound }.sorted { $0.lowerBound < $1.lowerBound }
    return joined(signs).map { widened($0, within: words.range) } + (rest.isEmpty ? [] : [rest])
  }

  /// The signs that are struck through with the words around them.
  private var struckSigns: [ProseRange] {
    struckTokens.indices.compactMap { index in
      let token = struckTokens[index]
      if goal(in: token) != nil { return token.range }
      guard index + 1 < struckTokens.count,
        case (let keyword, 1)? = words.keyword([token.word]), keyword == .due || keyword == .done,
        CalendarDate(body.prose.string(struckTokens[index + 1].range)) != nil
      else { return nil }
      return token.range.lowerBound..<struckTokens[index + 1].range.upperBound
    }
  }

  /// Signs with nothing but spaces between them made one.
  private func joined(_ signs: [ProseRange]) -> [ProseRange] {
    signs.reduce(into: []) { joined, sign in
      if let last = joined.last, last.upperBound <= sign.lowerBound,
        (last.upperBound..<sign.lowerBound).allSatisfy({ body.prose.text[Int($0)] == 0x20 })
      {
        joined[joined.count - 1] = last.lowerBound..<sign.upperBound
      } else {
        joined.append(sign)
      }
    }
  }

  /// A sign with the space before it, its brackets, or the comma that would be left over.
  private func widened(_ sign: ProseRange, within words: ProseRange) -> ProseRange {
    func byte(_ offset: Int32) -> UInt8? {
      words.contains(offset) ? body.prose.text[Int(offset)] : nil
    }
    var (start, end) = (sign.lowerBound, sign.upperBound)
    if byte(start - 1) == UInt8(ascii: "("), byte(end) == UInt8(ascii: ")") {
      (start, end) = (start - 1, end + 1)
    }
    // A name or a title before it keeps its place.
    let holes = Set(holes)
    while byte(start - 1) == 0x20, !holes.contains(start) { start -= 1 }
    if byte(start - 1) == UInt8(ascii: ","), !holes.contains(start),
      byte(end).map(",.;".utf8.contains) ?? true
    {
      start -= 1
    }
    guard start <= words.lowerBound else { return start..<end }
    let next = (end...words.upperBound).first { byte($0) != 0x20 } ?? end
    return start..<(holes.contains(next) ? end : next)
  }
}
