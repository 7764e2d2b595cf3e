import Markup

/// A day as people write it in notes after "due" or "by".
enum WrittenDate: Hashable {
  /// As it is to be written: `2026-03-01`.
  case exact(CalendarDate)
  /// `1/3/2026`: the days that this could be; none where its month has no such day.
  case days([CalendarDate])
  /// `1 March`, of the year that fits.
  case dayOfMonth(day: Int, month: Int)
  /// `Friday`.
  case weekday(Int)

  /// Reads the words after a keyword; `nil` where they name no day.
  ///
  /// - Returns: The date, and how many words it takes.
  static func read(
    _ words: [(word: String, text: String)], _ names: RegisterWords
  ) -> (date: WrittenDate, count: Int)? {
    guard let first = words.first else { return nil }
    if let date = CalendarDate(first.text) { return (.exact(date), 1) }
    if let weekday = names.weekdays[first.word] { return (.weekday(weekday), 1) }
    let parts = words.enumerated().filter { !names.dateLinks.contains($0.element.word) }
    if parts.count > 1, let found = dayAndMonth(first.word, parts[1].element.word, names) {
      let year = parts.count > 2 ? parts[2].element.word : ""
      return ofYear(year, found).map { ($0, parts[2].offset + 1) } ?? (
        .dayOfMonth(day: found.day, month: found.month), parts[1].offset + 1
      )
    }
    guard first.word.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    switch DateGuess(first.text) {
    case .days(let days): return (.days(days), 1)
    case .beyondMonth: return (.days([]), 1)
    case .nothing: return nil
    }
  }

  private static func ofYear(_ year: String, _ found: (day: Int, month: Int)) -> WrittenDate? {
    guard year.utf8.count == 4, let year = Int(year), year > 999 else { return nil }
    return .days([CalendarDate(year: year, month: found.month, day: found.day)].compactMap(\.self))
  }

  /// `1 March`, `March 1st`, `1. März`, `1 de marzo`.
  private static func dayAndMonth(
    _ first: String, _ second: String, _ names: RegisterWords
  ) -> (day: Int, month: Int)? {
    if let day = day(first), let month = names.months[second] { return (day, month) }
    if let month = names.months[first], let day = day(second) { return (day, month) }
    return nil
  }

  private static func day(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.utf8.count), let day = Int(digits), (1...31).contains(day),
      ["", "st", "nd", "rd", "th", "er"].contains(word[digits.endIndex...])
    else { return nil }
    return day
  }

  /// The days that may be meant in the notes of a day.
  func meant(on meeting: CalendarDate?) -> [CalendarDate] {
    switch self {
    case .exact(let date): [date]
    case .days(let days): days
    case .dayOfMonth(let day, let month):
      meeting.flatMap { first(day, month, from: $0) }.map { [$0] } ?? []
    case .weekday(let weekday):
      meeting.map { date in
        let ahead = (weekday - date.weekday.rawValue + 7) % 7
        return [date.adding(days: ahead == 0 ? 7 : ahead)]
      } ?? []
    }
  }

  /// Whether nobody can have meant another day: the weekday of the meeting itself could be this one
  /// or the next.
  func isCertain(on meeting: CalendarDate?) -> Bool {
    if case .weekday(meeting?.weekday.rawValue) = self { return false }
    return meant(on: meeting).count == 1
  }
}

/// The first such day that is not before another; 29 February can be years away.
private func first(_ day: Int, _ month: Int, from start: CalendarDate) -> CalendarDate? {
  (start.year...(start.year + 8)).lazy
    .compactMap { CalendarDate(year: $0, month: month, day: day) }
    .first { $0 >= start }
}
