import Diagnostics

/// The words by which minutes tell a decision, in one or more languages, case and accents folded.
package struct DecisionWords: Hashable, Sendable {
  /// Headings whose items are decisions: "decisions".
  let headings: Set<String>
  /// What a decision may begin with, before a colon or a dash: "agreed".
  let openers: Set<String>
  /// What an item says when there is none.
  let none: Set<String>

  package init(headings: [String], openers: [String], none: [String]) {
    self.headings = Set(headings.map(\.foldedForComparison))
    self.openers = Set(openers.map(\.foldedForComparison))
    self.none = Set(none.map(\.foldedForComparison))
  }

  package static let english = DecisionWords(
    headings: ["decisions", "decision", "agreed", "resolved"],
    openers: ["decision", "decided", "agreed", "resolved"], none: ["none", "nothing", "n/a"])

  /// The words of several languages together.
  package func union(_ other: DecisionWords) -> DecisionWords {
    DecisionWords(
      headings: headings.union(other.headings).sorted(),
      openers: openers.union(other.openers).sorted(), none: none.union(other.none).sorted())
  }
}

extension DecisionWords {
  /// How a paragraph opens that says it is a decision: `Decision 4: …`, `AGREED – …`.
  struct Opening: Hashable {
    /// The number that it fixes, if it names one.
    let number: Int?
    /// How many bytes stand before the decision itself.
    let length: Int
  }

  /// Reads the opening of a paragraph's plain text; `nil` where it opens otherwise.
  func opening(of text: ArraySlice<UInt8>) -> Opening? {
    let word = text.prefix { $0 >= 0x80 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    guard !word.isEmpty, word.count <= 40,
      openers.contains(String(decoding: word, as: UTF8.self).foldedForComparison)
    else { return nil }
    var rest = text[word.endIndex...].drop { $0 == 0x20 }
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest[digits.endIndex...].drop { $0 == 0x20 }
    guard let mark = marks.first(where: { rest.starts(with: $0.utf8) }) else { return nil }
    rest = rest.dropFirst(mark.utf8.count).drop { $0 == 0x20 }
    return Opening(
      // A longer one is no number of a decision, and could not be counted on from.
      number: digits.count <= 6 ? Int(digits: digits) : nil,
      length: rest.startIndex - text.startIndex)
  }

  /// Whether an item says that there was nothing to decide.
  func saysNone(_ text: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: text.prefix(60), as: UTF8.self).foldedForComparison
    // A long item that begins "None of us" says something.
    let isShort = text.count <= 60
    return none.contains { none in
      words.hasPrefix(none + ".") || isShort && (words == none || words.hasPrefix(none + " "))
    }
  }
}

private let marks = [":", "–", "—", "-"]
