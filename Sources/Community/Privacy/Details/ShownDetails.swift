import Diagnostics
import Markup

extension Entry {
  /// The details that a page shows: in its text, in what stands beside it, in where its links lead,
  /// and between the cells of its tables.
  func detailsOnThePage(_ source: SourceText) -> [FoundDetail] {
    var found: [FoundDetail] = []
    body.walkShown { found += details(in: $0, source) }
    return found
  }

  private func details(in shown: ShownText, _ source: SourceText) -> [FoundDetail] {
    switch shown {
    case .prose(let prose): return details(in: prose, source)
    case .beside(let words, let span):
      return found(in: Array(words.utf8)) { _ in location(span) }
    case .address(let address, let link):
      // A bare address has been met as it is written.
      guard link.hasLabel || address.utf8.contains(UInt8(ascii: "%")) else { return [] }
      return found(in: Array(address.utf8).percentDecodedBytes) { _ in location(link.span) }
    case .html(let html): return details(inHTML: html, source)
    // It is made of words that have been met, or is an id of a few letters.
    case .anchor: return []
    // A name of a person or an entry, which the bytes of the file hold as well.
    case .mention, .named: return []
    // Values are looked through with the file that they stand in.
    case .value: return []
    }
  }

  private func details(in prose: Prose, _ source: SourceText) -> [FoundDetail] {
    prose.blocks.flatMap { block in
      let range = Int(block.range.lowerBound)..<Int(block.range.upperBound)
      // What stands in the file as it is shown has been met there.
      guard prose.text.holdsPlacesToLookAt(in: range),
        !source.holds(prose.text[range], onLine: Int(block.line))
      else { return [FoundDetail]() }
      return found(in: Array(prose.text[range])) { _ in source.location(line: Int(block.line)) }
    }
  }

  /// Those of attributes, and of cells that belong to each other: a label and its value.
  private func details(inHTML html: [UInt8], _ source: SourceText) -> [FoundDetail] {
    ([AttributeTexts.text(in: html)] + LabelledCells.texts(in: html)).flatMap { text in
      found(in: text) { words in
        let all = 0..<source.bytes.count
        return source.firstPlace(of: Array(words.utf8)[...], in: all).map(source.location)
          ?? source.whole
      }
    }
  }

  private func found(
    in text: [UInt8], at place: (String) -> SourceLocation
  ) -> [FoundDetail] {
    DetailScan(text).found.map {
      FoundDetail(detail: $0.detail, words: $0.reading, place: place($0.reading))
    }
  }
}

extension SourceText {
  /// Whether a line and those below it say some words as they are, behind the marks of quotes and
  /// lists; the end of a line is as a space.
  fileprivate func holds(_ words: ArraySlice<UInt8>, onLine line: Int) -> Bool {
    guard let first = words.first, let start = start(ofLine: line) else { return false }
    let marks = bytes[start...].prefix(longestMarks).prefix { !$0.isPartOfWord }
    let text = bytes[marks.endIndex...]
    guard text.first == first, text.count >= words.count else { return false }
    return zip(text, words).allSatisfy { $0 == $1 || $1 == 0x20 && $0 == 0x0A }
  }
}

/// How many bytes of quotes' and lists' marks may stand before words.
private let longestMarks = 16

extension [UInt8] {
  /// Whether anything in a stretch may begin a detail, or be read otherwise than it is written;
  /// nothing is copied to tell.
  func holdsPlacesToLookAt(in range: Range<Int>) -> Bool {
    if self[range].contains(where: { $0 >= 0xC2 }) { return true }
    return withUnsafeBufferPointer {
      var places = DetailPlaces(in: UnsafeBufferPointer(rebasing: $0[range]))
      return places.next() != nil
    }
  }
}
