package import Community
import Markup

extension Wordbook {
  /// The words by which notes of meetings are read, in every language that the theme knows.
  package var noteLanguages: NoteLanguages {
    NoteLanguages(site: site.note) { [self] code in
      note(in: code) ?? note(in: mainPart(of: code))
    }
  }
}

extension Words {
  /// The words by which a note in this language is read.
  var note: NoteWords {
    let decisions = DecisionWords(
      headings: several("note_decision_headings"), openers: several("note_decision_openers"),
      none: several("note_nothing"))
    let register = RegisterWords(
      [
        .due: several("note_due"), .by: several("note_by"), .done: several("note_done"),
        .continues: several("note_continues"), .supersedes: several("note_supersedes"),
        .reverses: several("note_reverses"),
      ],
      months: (1...12).map { [self("month_\($0)"), self("month_short_\($0)")] },
      weekdays: (1...7).map { [self("weekday_\($0)"), self("weekday_short_\($0)")] },
      joiners: [joiner("list_and"), joiner("list_and_vowel")], dateLinks: dateLinks)
    let presence = PresenceWords(
      present: several("note_present"), absent: several("note_absent"),
      nobody: several("note_nobody"))
    return NoteWords(decisions: decisions, register: register, presence: presence)
  }

  /// What a date has beside its parts: "de" in `1 de marzo de 2026`.
  private var dateLinks: [String] {
    self("date_long").split(separator: " ").filter { !$0.utf8.contains(UInt8(ascii: "{")) }
      .map(String.init)
  }

  /// What stands between the last two of a list: "and".
  private func joiner(_ key: String) -> String {
    self(key, ["first": "", "last": ""]).split(separator: " ").joined(separator: " ")
  }
}
