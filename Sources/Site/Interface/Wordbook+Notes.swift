package import Community
import Dates
import Markup

extension Wordbook {
  /// The words by which notes of meetings are read, in every language that the theme knows.
  package var noteLanguages: NoteLanguages {
    NoteLanguages(site: site.note) { [self] code in
      note(in: code) ?? note(in: mainPart(of: code))
    }
  }
}

/// The words that a program writes into notes in their language, so that they are read again.
package struct NoteSigns: Hashable, Sendable {
  /// What a decision begins with, before a colon.
  package let decision: String
  /// What stands before the day by which something is to be done.
  package let due: String
}

extension Wordbook {
  /// Those of a note in a language, by its tag; without one it is the site's.
  package func noteSigns(in code: String?) -> NoteSigns {
    let own = code.flatMap { words(in: $0) ?? words(in: mainPart(of: $0)) } ?? site
    return NoteSigns(
      decision: own.several(.noteDecisionOpeners).first ?? "Decision",
      due: own.several(.noteDue).first ?? "due")
  }
}

extension Words {
  /// The words by which a note in this language is read.
  var note: NoteWords {
    let joiners = [
      joiner(listAnd(first: "", last: "")), joiner(listAndVowel(first: "", last: "")),
    ]
    let minutes = MinuteWords(
      actions: MinuteWords.Terms(
        headings: several(.noteActionHeadings), openers: several(.noteActionOpeners)),
      decisions: MinuteWords.Terms(
        headings: several(.noteDecisionHeadings), openers: several(.noteDecisionOpeners)),
      none: several(.noteNothing), besides: several(.noteHeadingWords) + joiners)
    let register = RegisterWords(
      [
        .due: several(.noteDue), .by: several(.noteBy), .notBefore: several(.noteNotBefore),
        .done: several(.noteDone),
        .continues: several(.noteContinues), .supersedes: several(.noteSupersedes),
        .reverses: several(.noteReverses),
      ],
      months: (1...12).map { [self(.month($0)), self(.shortMonth($0))] },
      weekdays: CalendarDate.Weekday.allCases.map { [self($0.word), self($0.shortWord)] },
      joiners: joiners, dateLinks: dateLinks + several(.noteDateLinks), days: days)
    let presence = PresenceWords(
      present: several(.notePresent), absent: several(.noteAbsent),
      nobody: several(.noteNobody))
    return NoteWords(minutes: minutes, register: register, presence: presence)
  }

  /// What says which day is meant in other ways: "tomorrow".
  private var days: DayWords {
    DayWords(
      today: several(.noteToday), tomorrow: several(.noteTomorrow),
      next: several(.noteNext), endOfMonth: several(.noteEndOf))
  }

  /// What a date has beside its parts: "de" in `1 de marzo de 2026`.
  private var dateLinks: [String] {
    unfilled(.dateLong).split(separator: " ").filter { !$0.utf8.contains(UInt8(ascii: "{")) }
      .map(String.init)
  }

  /// What stands between the last two of a list, here of two empty words: "and".
  private func joiner(_ list: String) -> String {
    list.split(separator: " ").joined(separator: " ")
  }
}
