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
  /// A number sign before the words is a heading that lacks its space. A number behind them says how
  /// many they were: `Present (6): …`.
  init?(opening text: ArraySlice<UInt8>, _ words: PresenceWords) {
    let start = text.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 }
    guard words.beginnings.mayBegin(start) else { return nil }
    let beginning = start.prefix(60)
    let mark = beginning.firstIndex { $0 == UInt8(ascii: ":") || $0 == 0xE2 || $0 == 0xEF }
    guard mark != nil || start.count <= 40 else { return nil }
    let name = String(decoding: beginning[..<(mark ?? beginning.endIndex)], as: UTF8.self)
      .foldedForComparison
    let trimmed = String(Substring(name.utf8.trimmingMarks))
    if words.present.contains(trimmed) {
      isAbsence = false
    } else if words.absent.contains(trimmed) {
      isAbsence = true
    } else {
      return nil
    }
    // A colon is one byte, a dash three, as is a full-width colon.
    hasColon = mark.map { text[$0] == UInt8(ascii: ":") } ?? false
    let width = mark.map { text[$0] == UInt8(ascii: ":") ? 1 : 3 } ?? 0
    let rest = text[min((mark ?? text.endIndex) + width, text.endIndex)...]
    end = rest.drop { $0 == 0x20 }.startIndex
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
