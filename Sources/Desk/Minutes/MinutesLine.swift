import Dates
import Site

/// A line that is to be added to a meeting's notes.
struct MinutesLine: Sendable {
  let kind: MinutesItem.Kind
  let words: TypedLine
  /// The ids of those who are to do it.
  var owners: [String] = []
  var due: Due?

  /// The day by which something is to be done.
  enum Due: Hashable, Sendable {
    case day(CalendarDate)
    /// Words that name no day, as they were typed.
    case words(TypedLine)
  }

  /// What can be written for it, what is plainest first.
  func texts(_ signs: NoteSigns) -> [String] {
    switch kind {
    case .note: [words.asBlock]
    case .decision: [words.asBlock, "\(signs.decision): \(words.asWords)"]
    case .action: [action(signs)]
    }
  }

  /// `[ ] @ada rings the school, due 2026-12-10`, as the docs write it.
  private func action(_ signs: NoteSigns) -> String {
    let names = owners.map { "@\($0) " }.joined()
    guard let due else { return "[ ] \(names)\(words.asWords)" }
    let day =
      switch due {
      case .day(let day): "\(day)"
      case .words(let words): words.asWords
      }
    return "[ ] \(names)\(words.asWords.withoutFullStop), \(signs.due) \(day)"
  }

  var dueDay: CalendarDate? { if case .day(let day) = due { day } else { nil } }
}

extension String {
  /// Without the full stop at its end, before which nothing can follow; three of them stay.
  fileprivate var withoutFullStop: String {
    hasSuffix(".") && !hasSuffix("..") ? String(dropLast()) : self
  }
}
