import Diagnostics

// A list of who came, or of who sent apologies, belongs to no page: each attendee's consent is kept
// with 'attendees', and an absence can reveal somebody's health. So minutes that hold one are told,
// and it is never what a page is summed up by.
extension BodyReader {
  /// Notes that a heading of minutes begins or ends a section on who was there.
  mutating func notePresence(heading title: ProseRange, level: Int, line: Int) {
    guard dialect.minuteWords != nil else { return }
    if let words = PresenceWords(heading: prose.prose.text[title]) {
      presence = OpenPresence(words: words, level: level, line: line)
    } else if let open = presence, level <= open.level {
      presence = nil
    }
  }

  /// Whether a paragraph or item of minutes says who was there.
  mutating func tellsPresence(_ range: ProseRange?, line: Int) -> Bool {
    guard dialect.minuteWords != nil, let range else { return false }
    let text = prose.prose.text[range]
    if let open = presence {
      if !open.isTold, !PresenceWords.saysNone(text) {
        diagnostics.append(listOfPeople(open.words, at: self.text.source.location(line: open.line)))
        presence?.isTold = true
      }
      return true
    }
    guard let words = PresenceWords(opening: text) else { return false }
    if !words.saysNone {
      diagnostics.append(listOfPeople(words, at: self.text.source.location(line: line)))
    }
    return true
  }
}

/// A section on who was there that the walk is in.
struct OpenPresence {
  let words: PresenceWords
  let level: Int
  let line: Int
  var isTold = false
}

/// The words by which minutes tell who was there or was not.
struct PresenceWords: Hashable {
  let isAbsence: Bool
  /// Whether what follows them says that there was nobody to tell of.
  var saysNone = false

  /// Reads a whole heading: `Present`, `Apologies:`.
  init?(heading text: ArraySlice<UInt8>) {
    guard text.count <= 60 else { return nil }
    var name = String(decoding: text, as: UTF8.self).foldedForComparison
    if name.hasSuffix(":") { name.removeLast() }
    self.init(name)
  }

  /// Reads how a paragraph begins: `Present: Ada, Sam`, or the word alone above a list.
  init?(opening text: ArraySlice<UInt8>) {
    let beginning = text.prefix(60)
    let end = beginning.firstIndex { $0 == UInt8(ascii: ":") || $0 == 0xE2 }
    guard end != nil || text.count <= 30 else { return nil }
    let name = String(decoding: beginning[..<(end ?? beginning.endIndex)], as: UTF8.self)
    self.init(String(Substring(name.utf8.trimmingSpaces)).foldedForComparison)
    if let end {
      // A colon is one byte, a dash three.
      let rest = text[end...].dropFirst(text[end] == 0xE2 ? 3 : 1).drop { $0 == 0x20 }
      saysNone = PresenceWords.saysNone(rest)
    }
  }

  private init?(_ name: String) {
    if presences.contains(name) {
      isAbsence = false
    } else if absences.contains(name) {
      isAbsence = true
    } else {
      return nil
    }
  }

  static func saysNone(_ text: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: text.prefix(12), as: UTF8.self).foldedForComparison
    return ["none", "none.", "nobody", "nobody.", "no one", "neb", "dim", "n/a", "-"].contains(
      words)
  }
}

/// English and Welsh, case and accents folded.
private let presences: Set = [
  "present", "in attendance", "attendees", "attendance", "attending", "participants",
  "who was there", "members present", "also present", "presennol", "yn bresennol",
]
private let absences: Set = [
  "apologies", "apologies for absence", "apologies received", "absent", "absences", "absentees",
  "regrets", "ymddiheuriadau",
]

extension [UInt8] {
  fileprivate subscript(range: ProseRange) -> ArraySlice<UInt8> {
    self[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}

private func listOfPeople(_ words: PresenceWords, at place: SourceLocation) -> Diagnostic {
  words.isAbsence
    ? Diagnostic(
      .warning, "list-of-people", at: place, "minutes do not say who was absent",
      because: "An absence can reveal somebody's health.", hints: ["remove the apologies"])
    : Diagnostic(
      .warning, "list-of-people", at: place,
      "who was there belongs in the field 'attendees', not in the text",
      because: "There the site names only those who agree to be listed, and counts the others.",
      hints: ["write their ids after 'attendees:' at the top of the file, and remove the list"])
}
