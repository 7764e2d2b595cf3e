import Diagnostics
import Markup

/// Looks for withheld names in the text of one entry, and finds the places where they stand.
struct BodySearch {
  let names: WithheldNames
  let entry: Entry
  let source: SourceText

  /// The findings in the order of the text; names for which `isFree` holds may stand there.
  func findings(_ isFree: (WithheldNames.Name) -> Bool) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var told: Set<WithheldNames.Name> = []
    func note(_ found: Found, isShownAsWritten: Bool) {
      guard !isFree(found.name) else { return }
      told.insert(found.name)
      findings.append(
        .name(
          found.words, of: found.name, at: found.place,
          isShownAsWritten
            ? "leave the name out: these words are shown as they are written"
            : found.name.remedyInText))
    }
    for found in inBlocks() { note(found, isShownAsWritten: false) }
    for found in inAttributes() { note(found, isShownAsWritten: true) }
    // An address that is shown as it is has been told with the text.
    for found in inAddresses() where !told.contains(found.name) {
      note(found, isShownAsWritten: true)
    }
    // What neither prose nor attributes hold, such as the language of a piece of code.
    for found in names.occurrences(in: entry.body.html) where !told.contains(found.name) {
      let words = Array(entry.body.html[found.range])
      note(
        Found(name: found.name, words: words.text, place: firstPlace(of: words)),
        isShownAsWritten: true)
    }
    // The labels of footnotes and the ids of raw HTML become addresses within the page.
    // What stands in a heading is left out of its anchor where it is withheld.
    let ofHeadings = Set(entry.body.headings.filter { !isWritten($0) }.map(\.anchor))
    for case .anchor(let anchor) in entry.body.pieces where !ofHeadings.contains(anchor) {
      for found in names.names(inFileName: anchor) where !told.contains(found.name) {
        let words = Array(Array(anchor.utf8)[found.range])
        note(
          Found(name: found.name, words: words.text, place: firstPlace(of: words)),
          isShownAsWritten: true)
      }
    }
    return findings
  }

  /// Whether the author gave the anchor of a heading: `## Part {#part}`.
  private func isWritten(_ heading: Body.Heading) -> Bool {
    source.location(line: heading.line).excerpt?.contains("{#") == true
  }

  private struct Found {
    let name: WithheldNames.Name
    /// As they are shown.
    let words: String
    let place: SourceLocation
  }

  private func inBlocks() -> [Found] {
    let prose = entry.body.prose
    guard names.mayOccur(in: prose.text) else { return [] }
    return prose.rows.flatMap { row in inRow(row, of: prose) }
  }

  /// What stands in a block, or in the cells of one row of a table.
  private func inRow(_ row: ArraySlice<Prose.Block>, of prose: Prose) -> [Found] {
    let cells = row.map { block in
      Array(prose.text[Int(block.range.lowerBound)..<Int(block.range.upperBound)])
    }
    let text = Array(cells.joined(separator: [cellBorder]))
    let found = names.occurrences(in: text)
    guard !found.isEmpty, let first = row.first else { return [] }
    let start = source.start(ofLine: Int(first.line)) ?? 0
    var places = PlacesOfWords(
      text: text, source: source, part: start..<min(start + longestBlock, source.bytes.count))
    return found.map { found in
      let place = places.place(of: found.range)
      return Found(
        name: found.name, words: text[found.range].text,
        place: place.map(source.location) ?? source.location(line: Int(first.line)))
    }
  }

  /// Alternative texts, and what is shown when the pointer rests on a link or a picture.
  private func inAttributes() -> [Found] {
    let ofImages = entry.body.images.flatMap { image in
      [image.alternative, image.title].compactMap(\.self).flatMap { inText($0, at: image.span) }
    }
    return ofImages + entry.body.links.flatMap { link in inText(link.title ?? "", at: link.span) }
  }

  private func inAddresses() -> [Found] {
    entry.body.links.flatMap { link -> [Found] in
      guard case .elsewhere(let address) = link.destination else { return [] }
      return inText(address.percentDecoded, at: link.span, .address)
    }
  }

  private func inText(_ text: String, at span: SourceSpan, _ kind: TextKind = .prose) -> [Found] {
    let bytes = Array(text.utf8)
    return names.occurrences(in: bytes, as: kind).map {
      Found(name: $0.name, words: bytes[$0.range].text, place: entry.location(span))
    }
  }

  private func firstPlace(of words: [UInt8]) -> SourceLocation {
    source.bytes.ranges(of: words, in: 0..<source.bytes.count).first.map(source.location)
      ?? source.whole
  }
}

extension Prose {
  /// The blocks, those of one row of a table together.
  fileprivate var rows: [ArraySlice<Block>] {
    var rows: [ArraySlice<Block>] = []
    var start = 0
    for index in blocks.indices.dropFirst() {
      let isSameRow =
        blocks[index].kind == .cell && blocks[index - 1].kind == .cell
        && blocks[index].line == blocks[index - 1].line
      if !isSameRow {
        rows.append(blocks[start..<index])
        start = index
      }
    }
    return blocks.isEmpty ? [] : rows + [blocks[start...]]
  }
}

/// Where words of a block stand in the file: the third *Maria* of the one is the third of the other.
///
/// Each spelling is looked for once, however often it occurs.
private struct PlacesOfWords {
  let text: [UInt8]
  let source: SourceText
  let part: Range<Int>
  private var known: [[UInt8]: (inText: [Int: Int], inSource: [Range<Int>])] = [:]

  init(text: [UInt8], source: SourceText, part: Range<Int>) {
    self.text = text
    self.source = source
    self.part = part
  }

  mutating func place(of range: Range<Int>) -> Range<Int>? {
    let words = Array(text[range])
    let places =
      known[words]
      ?? (
        inText: Dictionary(
          text.ranges(of: words, in: text.indices).enumerated().map { ($1.lowerBound, $0) }
        ) { first, _ in first },
        inSource: source.bytes.ranges(of: words, in: part)
      )
    known[words] = places
    guard let number = places.inText[range.lowerBound], number < places.inSource.count else {
      return nil
    }
    return places.inSource[number]
  }
}

/// How far below its first line the words of a block are looked for, in bytes.
private let longestBlock = 65_536

extension [UInt8] {
  /// Where some bytes stand in a part of these, one after another.
  fileprivate func ranges(of words: [UInt8], in part: Range<Int>) -> [Range<Int>] {
    guard let first = words.first, part.count >= words.count else { return [] }
    var found: [Range<Int>] = []
    for start in part.lowerBound...(part.upperBound - words.count)
    where self[start] == first && start >= found.last?.upperBound ?? 0 {
      let range = start..<(start + words.count)
      if self[range].elementsEqual(words) { found.append(range) }
    }
    return found
  }
}

extension Collection<UInt8> {
  /// As a message says it: the border of two cells is a space.
  fileprivate var text: String {
    String(decoding: map { $0 == cellBorder ? 0x20 : $0 }, as: UTF8.self)
  }
}
