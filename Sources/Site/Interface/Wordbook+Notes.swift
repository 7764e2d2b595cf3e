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
    let joiners = [joiner("list_and"), joiner("list_and_vowel")]
    let minutes = MinuteWords(
      actions: MinuteWords.Terms(
        headings: several("note_action_headings"), openers: several("note_action_openers")),
      decisions: MinuteWords.Terms(
        headings: several("note_decision_headings"), openers: several("note_decision_openers")),
      none: several("note_nothing"), besides: several("note_heading_words") + joiners)
    let register = RegisterWords(
      [
        .due: several("note_due"), .by: several("note_by"), .notBefore: several("note_not_before"),
        .done: several("note_done"),
        .continues: several("note_continues"), .supersedes: several("note_supersedes"),
        .reverses: several("note_reverses"),
      ],
      months: (1...12).map { [self("month_\($0)"), self("month_short_\($0)")] },
      weekdays: (1...7).map { [self("weekday_\($0)"), self("weekday_short_\($0)")] },
      joiners: joiners, dateLinks: dateLinks + several("note_date_links"), days: days)
    let presence = PresenceWords(
      present: several("note_present"), absent: several("note_absent"),
      nobody: several("note_nobody"))
    return NoteWords(minutes: minutes, register: register, presence: presence)
  }

  /// What says which day is meant in other ways: "tomorrow".
  private var days: DayWords {
    DayWords(
      today: several("note_today"), tomorrow: several("note_tomorrow"),
      next: several("note_next"), endOfMonth: several("note_end_of"))
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
