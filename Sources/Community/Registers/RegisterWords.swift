import Diagnostics
import Text

/// The words by which notes say what belongs to an action or a decision beside its text, in one or
/// more languages, case and accents folded: "due", "continues", "supersedes", the months.
package struct RegisterWords: Hashable, Sendable {
  /// What such a word says.
  package enum Keyword: String, Hashable, Sendable, CaseIterable {
    /// Before the day by which an action is to be done; `by` is how people say it.
    case due, by
    /// Before a day that is none of these: "not before 1 March".
    case notBefore
    /// Before the day on which it was done.
    case done
    /// Before a link to the earlier action that this one goes on with.
    case continues
    /// Before a link to a decision that no longer holds.
    case supersedes, reverses
  }

  struct Phrase: Hashable {
    let words: [String]
    let keyword: Keyword
  }

  /// By their first words; the longest first.
  private(set) var phrases: [String: [Phrase]] = [:]
  /// Months by name, 1 to 12.
  let months: [String: Int]
  /// Days of the week by name, Monday 1.
  let weekdays: [String: Int]
  /// What stands between two owners: "and".
  let joiners: Set<String>
  /// What stands before a date and between its parts, as in *el 1 de marzo de 2026*.
  let dateLinks: Set<String>
  /// What says which day is meant in other ways.
  let days: DayWords
  /// The word before a due date, as a message writes it.
  let due: String

  package init(
    _ keywords: [Keyword: [String]], months: [[String]], weekdays: [[String]], joiners: [String],
    dateLinks: [String] = [], days: DayWords
  ) {
    self.init(
      phrases: keywords.flatMap { keyword, written in
        written.map { Phrase(words: $0.foldedWords, keyword: keyword) }
      },
      months: numbered(months), weekdays: numbered(weekdays),
      joiners: Set(joiners.map(\.foldedForComparison)),
      dateLinks: Set(dateLinks.map(\.foldedForComparison)), days: days,
      due: keywords[.due]?.first ?? Keyword.due.rawValue)
  }

  private init(
    phrases: [Phrase], months: [String: Int], weekdays: [String: Int], joiners: Set<String>,
    dateLinks: Set<String>, days: DayWords, due: String
  ) {
    for phrase in Set(phrases) {
      guard let first = phrase.words.first else { continue }
      self.phrases[first, default: []].append(phrase)
    }
    for first in self.phrases.keys {
      self.phrases[first]?.sort {
        ($1.words.count, $0.keyword.rawValue) < ($0.words.count, $1.keyword.rawValue)
      }
    }
    self.months = months
    self.weekdays = weekdays
    self.joiners = joiners
    self.dateLinks = dateLinks
    self.days = days
    self.due = due
  }

  /// The words of several languages together; those of `self` are the ones that messages write.
  package func union(_ other: RegisterWords) -> RegisterWords {
    RegisterWords(
      phrases: (Array(phrases.values) + other.phrases.values).flatMap(\.self),
      months: months.merging(other.months) { own, _ in own },
      weekdays: weekdays.merging(other.weekdays) { own, _ in own },
      joiners: joiners.union(other.joiners), dateLinks: dateLinks.union(other.dateLinks),
      days: days.union(other.days), due: due)
  }
}

/// The words for days that are counted from another, case and accents folded.
package struct DayWords: Hashable, Sendable {
  let today: Set<String>
  let tomorrow: Set<String>
  /// Beside a day of the week: "next Friday".
  let next: Set<String>
  /// Before a month, as words: "end of March".
  let endOfMonth: Set<[String]>

  package init(today: [String], tomorrow: [String], next: [String], endOfMonth: [String]) {
    self.init(
      today: Set(today.map(\.foldedForComparison)),
      tomorrow: Set(tomorrow.map(\.foldedForComparison)),
      next: Set(next.map(\.foldedForComparison)),
      endOfMonth: Set(endOfMonth.map(\.foldedWords)))
  }

  private init(
    today: Set<String>, tomorrow: Set<String>, next: Set<String>, endOfMonth: Set<[String]>
  ) {
    self.today = today
    self.tomorrow = tomorrow
    self.next = next
    self.endOfMonth = endOfMonth
  }

  func union(_ other: DayWords) -> DayWords {
    DayWords(
      today: today.union(other.today), tomorrow: tomorrow.union(other.tomorrow),
      next: next.union(other.next), endOfMonth: endOfMonth.union(other.endOfMonth))
  }
}

extension RegisterWords {
  package static let english = RegisterWords(
    [
      .due: ["due", "due date", "deadline"],
      .by: ["by", "before", "until", "till", "no later than", "not later than"],
      .notBefore: ["not before", "not until", "not till", "never before"], .done: ["done"],
      .continues: ["continues"],
      .supersedes: ["supersedes"], .reverses: ["reverses"],
    ],
    months: [
      ["January", "Jan"], ["February", "Feb"], ["March", "Mar"], ["April", "Apr"], ["May"],
      ["June", "Jun"], ["July", "Jul"], ["August", "Aug"], ["September", "Sep", "Sept"],
      ["October", "Oct"], ["November", "Nov"], ["December", "Dec"],
    ],
    weekdays: [
      ["Monday", "Mon"], ["Tuesday", "Tue"], ["Wednesday", "Wed"], ["Thursday", "Thu"],
      ["Friday", "Fri"], ["Saturday", "Sat"], ["Sunday", "Sun"],
    ], joiners: ["and"], dateLinks: ["on", "the", "of"],
    days: DayWords(
      today: ["today"], tomorrow: ["tomorrow"], next: ["next"],
      endOfMonth: ["end of", "the end of"]))

  /// The keyword that some words begin with, and how many of them it takes.
  func keyword(_ words: some RandomAccessCollection<String>) -> (keyword: Keyword, count: Int)? {
    guard let first = words.first, let candidates = phrases[first] else { return nil }
    for phrase in candidates where words.prefix(phrase.words.count).elementsEqual(phrase.words) {
      return (phrase.keyword, phrase.words.count)
    }
    return nil
  }
}

extension String {
  fileprivate var foldedWords: [String] {
    foldedForComparison.split(separator: " ").map(String.init)
  }
}

/// Each of several names of each of several things, with the thing's number from 1.
private func numbered(_ names: [[String]]) -> [String: Int] {
  var numbers: [String: Int] = [:]
  for (position, names) in names.enumerated() {
    for name in names where numbers[name.foldedForComparison] == nil {
      numbers[name.foldedForComparison] = position + 1
    }
  }
  return numbers
}
