import Community
import Dates
import Diagnostics
import Markup
import Site

@testable import Desk

/// A meeting on Thursday 3 December 2026.
let thursday = CalendarDate(daysSince1970: 20_790)

/// Those of the languages that the theme has.
private let readers: [String: MinutesReader] = Dictionary(
  uniqueKeysWithValues: ["en", "es", "fr", "de", "cy", "ar"].map { ($0, newReader($0)) })

/// Reads notes of a meeting on that Thursday, among Ada Okafor and Ben Ojo.
func minutesReader(_ language: String = "en") -> MinutesReader {
  readers[language] ?? newReader(language)
}

private func newReader(_ language: String) -> MinutesReader {
  let book = Wordbook.read(ThemeSources(own: []), language: language).value
  let members = ["ada-okafor": "Ada Okafor", "ben": "Ben Ojo", "m-07": "m-07"]
  return MinutesReader(
    words: book.noteLanguages.words(in: nil), signs: book.noteSigns(in: nil), date: thursday,
    member: { members[$0] }, title: { $0 == "object-cards" ? "Object cards" : nil })
}

func minutes(_ text: String, _ language: String = "en") -> MinutesText {
  minutesReader(language).read(text)
}

extension MinutesText {
  /// Its items as a person reads them, a line each.
  var told: [String] {
    items.map { item in
      let state = item.isDropped ? "dropped " : item.isDone ? "done " : ""
      let owners = item.owners.isEmpty ? "" : " (\(item.owners.joined(separator: ", ")))"
      let due = item.due.map { " by \($0)" } ?? ""
      return "\(state)\(item.kind): \(item.words)\(owners)\(due)"
    }
  }

  /// The text with a line added below a heading.
  func with(
    _ kind: MinutesItem.Kind, _ words: String, below title: String, owners: [String] = [],
    due: MinutesLine.Due? = nil
  ) throws(MinutesRefusal) -> MinutesText {
    let line = MinutesLine(kind: kind, words: TypedLine(words), owners: owners, due: due)
    let number = sections.first { $0.title == title }?.number ?? 0
    return try adding(line, below: number).minutes
  }
}
