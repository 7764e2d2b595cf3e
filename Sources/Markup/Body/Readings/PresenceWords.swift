import Diagnostics
import Text

/// The words by which minutes tell who was there or was not, in one or more languages, case and
/// accents folded.
package struct PresenceWords: Hashable, Sendable {
  /// What heads those who came: "present", "attending".
  let present: Set<String>
  /// What heads those who did not: "apologies".
  let absent: Set<String>
  /// What stands there when it was nobody: "none".
  let nobody: Set<String>
  /// How the words begin that head those who came or did not.
  let beginnings: PhraseBeginnings

  package init(present: [String], absent: [String], nobody: [String]) {
    self.present = Set(present.map(\.foldedForComparison))
    self.absent = Set(absent.map(\.foldedForComparison))
    self.nobody = Set(nobody.map(\.foldedForComparison))
    beginnings = PhraseBeginnings(self.present.union(self.absent))
  }

  package static let english = PresenceWords(
    present: ["present", "in attendance", "attendees", "attendance", "attending"],
    absent: ["apologies", "absent"], nobody: ["none", "nobody"])

  /// The words of several languages together.
  package func union(_ other: PresenceWords) -> PresenceWords {
    PresenceWords(
      present: present.union(other.present).sorted(), absent: absent.union(other.absent).sorted(),
      nobody: nobody.union(other.nobody).sorted())
  }

  /// Whether a text says that there was nobody to tell of.
  func saysNobody(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 40 else { return false }
    let words = String(decoding: text, as: UTF8.self).foldedForComparison
    let said = String(Substring(words.utf8.trimmingMarks))
    return said.unicodeScalars.allSatisfy { "–—".unicodeScalars.contains($0) }
      || nobody.contains(said)
  }
}

/// How a text begins that tells who was there: `Present: …`, or the word alone above a list.
struct PresenceLabel: Hashable {
  let isAbsence: Bool
  /// Where what it heads begins, in the text.
  let end: Int
  let hasColon: Bool

  /// Reads how a text begins; `nil` where it begins otherwise.
  ///
  /// A number sign before the words is a heading that lacks its space, and a number is that of a
  /// heading. A number behind them says how many they were: `Present (6): …`.
  init?(opening text: ArraySlice<UInt8>, _ words: PresenceWords) {
    let start = text.drop { " #.)".utf8.contains($0) || 0x30...0x39 ~= $0 }.withoutEmoji
    guard words.beginnings.mayBegin(start) else { return nil }
    let mark = start.markBehindLabel
    guard mark != nil || start.count <= 40 else { return nil }
    let name = String(decoding: start[..<(mark?.lowerBound ?? start.endIndex)], as: UTF8.self)
      .foldedForComparison
    let trimmed = String(Substring(name.utf8.trimmingMarks))
    if words.present.contains(trimmed) {
      isAbsence = false
    } else if words.absent.contains(trimmed) {
      isAbsence = true
    } else {
      return nil
    }
    hasColon = mark.map { text[$0].last == UInt8(ascii: ":") || text[$0].last == 0x9A } ?? false
    end = text[(mark?.upperBound ?? text.endIndex)...].drop { $0 == 0x20 }.startIndex
  }
}

extension ArraySlice<UInt8> {
  /// What parts a label from its names: a colon, a dash, or a hyphen between spaces; a no-break
  /// space before it, as French has one, is part of it.
  fileprivate var markBehindLabel: Range<Int>? {
    for index in indices.prefix(60) {
      let length =
        switch self[index] {
        case UInt8(ascii: ":"): 1
        case 0x20: holds(" - ", at: index) && !goesOnInSmallLetters(at: index + 3) ? 3 : 0
        case 0xC2: holds("\u{A0}:", at: index) ? 3 : 0
        // U+2010 to U+2015 are dashes.
        case 0xE2: holds("\u{202F}:", at: index) ? 4 : isDash(at: index) ? 3 : 0
        case 0xEF: holds("\u{FF1A}", at: index) ? 3 : 0
        default: 0
        }
      if length > 0 { return index..<(index + length) }
    }
    return nil
  }

  /// *Present - and future - lessons* is no list.
  private func goesOnInSmallLetters(at index: Int) -> Bool {
    index < endIndex && self[index] &- 0x61 < 26
  }

  private func isDash(at index: Int) -> Bool {
    index + 2 < endIndex && self[index + 1] == 0x80 && self[index + 2] &- 0x90 < 6
  }

  private func holds(_ text: StaticString, at index: Int) -> Bool {
    text.withUTF8Buffer { self[index...].starts(with: $0) }
  }

  /// Without emoji at its beginning.
  fileprivate var withoutEmoji: ArraySlice<UInt8> {
    var rest = self
    while rest.starts(with: [0xF0, 0x9F]) || rest.starts(with: [0xEF, 0xB8, 0x8F]) {
      rest = rest.dropFirst(rest.first == 0xF0 ? 4 : 3).drop { $0 == 0x20 }
    }
    return rest
  }
}

extension Substring.UTF8View {
  /// Without the spaces and marks around words.
  fileprivate var trimmingMarks: Substring.UTF8View {
    let isMark: (UInt8) -> Bool = { " .:*_-()".utf8.contains($0) }
    var trimmed = drop(while: isMark)
    while let last = trimmed.last, isMark(last) || (0x30...0x39).contains(last) {
      trimmed = trimmed.dropLast()
    }
    return trimmed
  }
}

extension String.UTF8View {
  fileprivate var trimmingMarks: Substring.UTF8View { self[...].trimmingMarks }
}
