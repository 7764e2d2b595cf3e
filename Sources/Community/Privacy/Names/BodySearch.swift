import Diagnostics
import Markup

/// Looks for withheld names in the text of one entry, and finds the places where they stand.
struct BodySearch {
  let names: WithheldNames
  let entry: Entry
  let source: SourceText
  /// What the mentions and links of the entry may mean.
  let known: NameIndex

  /// The findings in the order of the text; names for which `isFree` holds may stand there.
  func findings(_ isFree: (WithheldNames.Name) -> Bool) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var told: Set<WithheldNames.Name> = []
    // What stands in a heading is left out of its anchor where it is withheld.
    let ofHeadings = Set(entry.body.headings.filter { !isWritten($0) }.map(\.anchor))
    entry.body.walkShown { shown in
      if case .anchor(let anchor) = shown, ofHeadings.contains(anchor) { return }
      for found in self.found(in: shown) where !isFree(found.name) {
        // A name that is shown in another way too has been told there.
        if shown.repeatsText, told.contains(found.name) { continue }
        told.insert(found.name)
        findings.append(.name(found.words, of: found.name, at: found.place, remedy(found, shown)))
      }
    }
    return findings
  }

  private func remedy(_ found: Found, _ shown: ShownText) -> String {
    switch shown {
    case .prose, .mention, .named: found.name.remedyInText
    case .beside, .address, .html, .anchor, .value:
      "leave the name out: these words are shown as they are written"
    }
  }

  private func found(in shown: ShownText) -> [Found] {
    switch shown {
    case .prose(let prose): return inBlocks(prose)
    case .beside(let words, let span): return inText(words, at: span)
    case .address(let address, let link):
      return inText(address.percentDecoded, at: link.span, .address)
    // What neither prose nor attributes hold, such as the language of a piece of code.
    case .html(let html): return found(names.occurrences(in: html), in: html)
    // The labels of footnotes and the ids of raw HTML become addresses within the page.
    case .anchor(let anchor):
      return found(names.names(inFileName: anchor), in: Array(anchor.utf8))
    case .mention(let mention):
      guard known.isOfNobody(mention) else { return [] }
      return inText("@" + mention.name, at: mention.span, .address)
    case .named(let name, let link):
      return known.link(name) == .none ? inText(name, at: link.span) : []
    // Values are looked through with the fields of their file.
    case .value: return []
    }
  }

  private func found(_ occurrences: [WithheldNames.Occurrence], in text: [UInt8]) -> [Found] {
    occurrences.map { occurrence in
      let words = Array(text[occurrence.range])
      return Found(name: occurrence.name, words: words.text, place: firstPlace(of: words))
    }
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

  private func inBlocks(_ prose: Prose) -> [Found] {
    guard names.mayOccur(in: prose.text) else { return [] }
    return prose.rows.flatMap { row in inRow(row, of: prose) }
  }

  /// What stands in a block, or in the cells of one row of a table.
  private func inRow(_ row: ArraySlice<Prose.Block>, of prose: Prose) -> [Found] {
    let cells = row.map { block in
      Array(prose.text[Int(block.range.lowerBound)..<Int(block.range.upperBound)])
    }
    let text = Array(cells.joined(separator: [cellBorder]))
    let isHeader = prose.isHeader(row)
    let found = names.occurrences(in: text).filter { !isHeader || !$0.isOfLabels(in: text) }
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

extension ShownText {
  /// Whether it may only say again what a text says.
  fileprivate var repeatsText: Bool {
    switch self {
    case .prose, .beside, .mention, .named, .value: false
    case .address, .html, .anchor: true
    }
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

extension Prose {
  /// Whether cells are the first row of their table.
  fileprivate func isHeader(_ row: ArraySlice<Block>) -> Bool {
    guard let first = row.first, first.kind == .cell, row.count > 1 else { return false }
    guard row.startIndex > blocks.startIndex else { return true }
    let before = blocks[row.startIndex - 1]
    // Below the header is the line of dashes.
    return before.kind != .cell || first.line - before.line > 2
  }
}

extension WithheldNames.Occurrence {
  /// Whether this is no name but what heads two columns: `| Will | Young |`.
  fileprivate func isOfLabels(in text: [UInt8]) -> Bool {
    text[range].contains(cellBorder)
      && foldedNameWords(of: String(decoding: text[range], as: UTF8.self))
        .allSatisfy(ordinaryNameWords.contains)
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
