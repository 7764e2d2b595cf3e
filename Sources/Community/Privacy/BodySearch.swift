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
    func note(_ name: WithheldNames.Name, at place: SourceLocation, isShownAsWritten: Bool) {
      guard !isFree(name) else { return }
      told.insert(name)
      findings.append(
        isShownAsWritten ? .nameInAttribute(at: place) : .nameInText(name.id, at: place))
    }
    for found in inBlocks() { note(found.name, at: found.place, isShownAsWritten: false) }
    for found in inAttributes() { note(found.name, at: found.place, isShownAsWritten: true) }
    // An address that is shown as it is has been told with the text.
    for found in inAddresses() where !told.contains(found.name) {
      note(found.name, at: found.place, isShownAsWritten: true)
    }
    // What neither prose nor attributes hold, such as the language of a piece of code.
    for found in names.occurrences(in: entry.body.html) where !told.contains(found.name) {
      let words = Array(entry.body.html[found.range])
      note(found.name, at: place(of: words, fromLine: 1), isShownAsWritten: true)
    }
    return findings
  }

  private typealias Found = (name: WithheldNames.Name, place: SourceLocation)

  private func inBlocks() -> [Found] {
    let prose = entry.body.prose
    return names.occurrences(in: prose.text).isEmpty
      ? []
      : prose.blocks.flatMap { block -> [Found] in
        let text = Array(prose.text[Int(block.range.lowerBound)..<Int(block.range.upperBound)])
        var next = source.start(ofLine: Int(block.line)) ?? 0
        return names.occurrences(in: text).map { found in
          guard let range = source.firstRange(of: Array(text[found.range]), from: next) else {
            return (found.name, source.location(line: Int(block.line)))
          }
          next = range.upperBound
          return (found.name, source.location(of: range))
        }
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
      return inText(address, at: link.span)
    }
  }

  private func inText(_ text: String, at span: SourceSpan) -> [Found] {
    names.occurrences(in: Array(text.utf8)).map { ($0.name, entry.location(span)) }
  }

  private func place(of words: [UInt8], fromLine line: Int) -> SourceLocation {
    source.firstRange(of: words, from: source.start(ofLine: line) ?? 0).map(source.location)
      ?? SourceLocation(path: entry.source)
  }
}

extension SourceText {
  /// The first place of some bytes after an offset; a block is no longer than 64 KiB.
  fileprivate func firstRange(of words: [UInt8], from offset: Int) -> Range<Int>? {
    let end = min(bytes.count, offset + 65_536) - words.count
    guard offset <= end else { return nil }
    for start in offset...end where bytes[start..<(start + words.count)].elementsEqual(words) {
      return start..<(start + words.count)
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func nameInText(_ id: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .privacy, "name-in-text", at: place,
      "this names a member who has not agreed to be named",
      hints: ["write @\(id): the site shows as much as they agree to, and no more"])
  }

  fileprivate static func nameInAttribute(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .privacy, "name-in-text", at: place,
      "this names a member who has not agreed to be named",
      hints: ["leave the name out: these words are shown as they are written"])
  }
}
