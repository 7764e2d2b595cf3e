import Community
import Diagnostics
import Markup

/// A text in which a neutral mention is to stand in place of each name.
///
/// It is done only where nothing else changes by it: not in headings, quotations, titles, labels of
/// links or code.
struct NeutralMentions {
  private let source: SourceText
  private let places: [Range<Int>]

  /// `nil` where one of the findings cannot be reworded so.
  init?(_ entry: Entry, _ source: SourceText?, _ findings: [Diagnostic], _ search: NameSearch) {
    guard let source else { return nil }
    var places: [Range<Int>] = []
    for finding in findings {
      guard finding.id == "name-in-text", let span = finding.location?.span,
        let range = source.range(of: span),
        search.isName(Array(source.bytes[range].withoutSigil)),
        entry.isRunningText(atLine: span.line), !source.isQuoted(range.lowerBound)
      else { return nil }
      places.append(range)
    }
    self.source = source
    self.places = places.sorted {
      ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound)
    }
    .reduce(into: []) { kept, place in
      if kept.last.map({ $0.upperBound <= place.lowerBound }) ?? true { kept.append(place) }
    }
  }

  /// The text as it will be; `nil` where a mention would not be read as one, or more would change.
  func text(naming member: String) -> [UInt8]? {
    let edits = places.map { SourceEdit(range: $0, replacement: "@\(member)") }
    let new = SourceText(path: source.path, bytes: source.edited(by: edits))
    let (before, after) = (body(of: source), body(of: new))
    // What stood behind an `@` was a mention before.
    let added = places.count { source.bytes[$0].first != UInt8(ascii: "@") }
    guard after.mentions.count == before.mentions.count + added,
      after.mentions.count(where: { $0.name == member }) >= places.count,
      after.headings.map(\.anchor) == before.headings.map(\.anchor),
      after.labels == before.labels, after.images == before.images
    else { return nil }
    return new.bytes
  }

  private func body(of source: SourceText) -> Body {
    let start = FrontMatter.split(source).value.bodyStart
    return Body.parse(source, from: start, dialect: .handbook, titleFromHeading: false).value
  }
}

extension ArraySlice<UInt8> {
  fileprivate var withoutSigil: ArraySlice<UInt8> {
    first == UInt8(ascii: "@") ? dropFirst() : self
  }
}

extension Body {
  fileprivate var labels: [String] { links.map { prose.string($0.label) } }
}

extension Entry {
  /// Whether a line lies in a paragraph, an item of a list, a cell or a footnote.
  fileprivate func isRunningText(atLine line: Int32) -> Bool {
    guard let block = body.prose.blocks.last(where: { $0.line <= line }) else { return false }
    switch block.kind {
    case .paragraph, .listItem, .cell, .footnote: return true
    case .heading, .quotation, .code: return false
    }
  }
}

extension SourceText {
  /// Whether a place lies between quotation marks of its line, or in a block quotation.
  fileprivate func isQuoted(_ offset: Int) -> Bool {
    let start = self.start(ofLine: line(at: offset)) ?? 0
    let before = String(decoding: bytes[start..<offset], as: UTF8.self)
    if before.contains(">") { return true }
    let plain = before.count { $0 == "\"" }
    let opened = before.count { "“„«".contains($0) }
    let closed = before.count { "”»".contains($0) }
    return plain % 2 == 1 || opened > closed
  }
}
