package import Diagnostics

/// A replacement of some bytes of a file.
package struct SourceEdit: Hashable, Sendable {
  package let range: Range<Int>
  package let replacement: String
}

/// Gathers the replacements in one file, each of words that stand at a place that a parser gave.
///
/// Everything else of the file, comments and layout included, stays as it is byte for byte.
struct SourceEditor {
  let source: SourceText
  private(set) var edits: [SourceEdit] = []
  /// Places at which the words were not found.
  private(set) var missed: [SourceLocation] = []

  init(_ source: SourceText) { self.source = source }

  /// Replaces words at a span.
  ///
  /// Where they do not stand there (a link whose address is defined elsewhere, a line of a block of
  /// YAML), the first place below is taken, then the first in the file.
  mutating func replace(_ words: String, by new: String, at span: SourceSpan) {
    if !replaceIfThere(words, by: new, at: span) { miss(span) }
  }

  /// The same for words that may be written otherwise; whether they were there.
  mutating func replaceIfThere(_ words: String, by new: String, at span: SourceSpan) -> Bool {
    let bytes = Array(words.utf8)
    let line = source.start(ofLine: Int(span.line)) ?? 0
    let parts = [source.range(of: span), line..<source.bytes.count, 0..<source.bytes.count]
    for part in parts.compactMap(\.self) {
      let places = places(of: bytes, in: part)
      if let place = places.first(where: { !isTaken($0) }) {
        edits.append(SourceEdit(range: place, replacement: new))
        return true
      }
      // Two links may share one definition.
      if places.contains(where: isTaken) { return true }
    }
    return false
  }

  /// Notes a place that cannot be edited.
  mutating func miss(_ span: SourceSpan) {
    missed.append(SourceLocation(path: source.path, span: span))
  }

  /// Replaces words wherever they stand.
  mutating func replaceEverywhere(_ words: String, by new: String) {
    for place in places(of: Array(words.utf8), in: 0..<source.bytes.count) {
      replace(place, by: new)
    }
  }

  /// Replaces all of some bytes.
  mutating func replace(_ range: Range<Int>, by new: String) {
    guard !isTaken(range) else { return }
    edits.append(SourceEdit(range: range, replacement: new))
  }

  mutating func insert(_ text: String, at offset: Int) {
    edits.append(SourceEdit(range: offset..<offset, replacement: text))
  }

  private func isTaken(_ range: Range<Int>) -> Bool {
    edits.contains { $0.range.overlaps(range) }
  }

  /// Where the words stand for themselves: no letter, digit or hyphen goes on at either end.
  private func places(of words: [UInt8], in part: Range<Int>) -> [Range<Int>] {
    guard let first = words.first, part.count >= words.count else { return [] }
    let bytes = source.bytes
    var places: [Range<Int>] = []
    var start = part.lowerBound
    while start + words.count <= part.upperBound {
      let end = start + words.count
      if bytes[start] == first, bytes[start..<end].elementsEqual(words),
        start == 0 || !goesOn(bytes[start - 1]) || !goesOn(first),
        end == bytes.count || !goesOn(bytes[end])
      {
        places.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
    return places
  }

  private func goesOn(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}

extension SourceText {
  /// The bytes after some edits, none of which overlap.
  package func edited(by edits: [SourceEdit]) -> [UInt8] {
    var edited = bytes
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      edited.replaceSubrange(edit.range, with: edit.replacement.utf8)
    }
    return edited
  }
}
