import Dates
import Diagnostics
import Markup

/// A day as people write it in notes after "due" or "by".
indirect enum WrittenDate: Hashable {
  /// As it is to be written: `2026-03-01`.
  case exact(CalendarDate)
  /// `1/3/2026`: the days that this could be; none where its month has no such day.
  case days([CalendarDate])
  /// `1 March`, of the year that fits.
  case dayOfMonth(day: Int, month: Int)
  /// `end of March`, of the year that fits.
  case endOfMonth(Int)
  /// `Friday`.
  case weekday(Int)
  /// `Friday 6 March`: the day of the week beside the date.
  case named(Int, WrittenDate)
  /// `next Friday`, which for some is the coming one, for others that of the week after.
  case nextWeekday(Int)
  /// `today`, `tomorrow`: so many days after the meeting.
  case ahead(days: Int)

  /// The days that may be meant in the notes of a day.
  func meant(on meeting: CalendarDate?) -> [CalendarDate] {
    switch self {
    case .exact(let date): [date]
    case .days(let days): days
    case .dayOfMonth(let day, let month):
      meeting.flatMap { first(day, month, from: $0) }.map { [$0] } ?? []
    case .endOfMonth(let month):
      meeting.flatMap { first(1, month, from: $0.firstOfMonth) }.map { [$0.lastOfMonth] } ?? []
    case .weekday(let weekday): meeting.map { [coming(weekday, after: $0)] } ?? []
    case .named(let weekday, let date): date.meant(as: weekday, on: meeting)
    case .nextWeekday(let weekday):
      meeting.map { coming(weekday, after: $0) }.map { [$0, $0.adding(days: 7)] } ?? []
    case .ahead(let days): meeting.map { [$0.adding(days: days)] } ?? []
    }
  }

  /// Whether nobody can have meant another day: the weekday of the meeting itself could be this one
  /// or the next.
  func isCertain(on meeting: CalendarDate?) -> Bool {
    if case .weekday(meeting?.weekday.rawValue) = self { return false }
    let days = meant(on: meeting)
    if case .named(let weekday, _) = self, days.first?.weekday.rawValue != weekday { return false }
    return days.count == 1
  }

  var isExact: Bool { if case .exact = self { true } else { false } }

  /// Whether it is counted from the meeting, so that a word behind it makes it another day.
  var isRelative: Bool {
    switch self {
    case .weekday, .nextWeekday, .ahead: true
    case .exact, .days, .dayOfMonth, .endOfMonth, .named: false
    }
  }

  /// Those of the days meant that fall on a day of the week; all of them where none does.
  private func meant(as weekday: Int, on meeting: CalendarDate?) -> [CalendarDate] {
    let days = meant(on: meeting)
    let fitting = days.filter { $0.weekday.rawValue == weekday }
    return fitting.isEmpty ? days : fitting
  }
}

// MARK: - Reading

extension WrittenDate {
  /// Reads the words after a keyword; `nil` where they name no day.
  ///
  /// - Returns: The date, how many words stand before it (`on the`), and how many it takes with them.
  static func read(
    _ words: [(word: String, text: String)], _ names: RegisterWords
  ) -> (date: WrittenDate, links: Int, count: Int)? {
    if let (month, count) = endOfMonth(words.map(\.word), names) {
      return (.endOfMonth(month), 0, count)
    }
    let links = words.prefix(2).prefix { names.dateLinks.contains($0.word) }.count
    let rest = Array(words.dropFirst(links))
    return readDay(rest, names).map { ($0.date, links, $0.count + links) }
  }

  private static func readDay(
    _ words: [(word: String, text: String)], _ names: RegisterWords
  ) -> (date: WrittenDate, count: Int)? {
    guard let first = words.first else { return nil }
    if let date = CalendarDate(first.text) { return (.exact(date), 1) }
    if let relative = relativeDay(words.map(\.word), names) {
      return namedDay(relative, words, names) ?? relative
    }
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

  /// `Monday, 2 March`: a day of the week, and the date that it falls on.
  private static func namedDay(
    _ relative: (date: WrittenDate, count: Int), _ words: [(word: String, text: String)],
    _ names: RegisterWords
  ) -> (date: WrittenDate, count: Int)? {
    let following = words.dropFirst(relative.count)
    let links = following.prefix(2).prefix { names.dateLinks.contains($0.word) }.count
    let rest = Array(following.dropFirst(links))
    guard let first = rest.first, names.weekdays[first.word] == nil,
      let (date, count) = readDay(rest, names), !date.isRelative
    else { return nil }
    let length = relative.count + links + count
    switch relative.date {
    case .weekday(let weekday), .nextWeekday(let weekday):
      if case .exact(let day) = date, day.weekday.rawValue == weekday { return (date, length) }
      return (.named(weekday, date), length)
    default: return (date, length)
    }
  }

  /// `Friday`, `next Friday`, `vendredi prochain`, `tomorrow`.
  private static func relativeDay(
    _ words: [String], _ names: RegisterWords
  ) -> (date: WrittenDate, count: Int)? {
    guard let first = words.first else { return nil }
    if names.days.today.contains(first) { return (.ahead(days: 0), 1) }
    if names.days.tomorrow.contains(first) { return (.ahead(days: 1), 1) }
    let second = words.dropFirst().first ?? ""
    if let weekday = names.weekdays[first] {
      return names.days.next.contains(second) ? (.nextWeekday(weekday), 2) : (.weekday(weekday), 1)
    }
    guard names.days.next.contains(first), let weekday = names.weekdays[second] else { return nil }
    return (.nextWeekday(weekday), 2)
  }

  private static func endOfMonth(
    _ words: [String], _ names: RegisterWords
  ) -> (month: Int, count: Int)? {
    for count in 1...3 where words.count > count {
      if names.days.endOfMonth.contains(Array(words.prefix(count))),
        let month = names.months[words[count]]
      {
        return (month, count + 1)
      }
    }
    return nil
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
}

/// The first such day that is not before another; 29 February can be years away.
private func first(_ day: Int, _ month: Int, from start: CalendarDate) -> CalendarDate? {
  (start.year...(start.year + 8)).lazy
    .compactMap { CalendarDate(year: $0, month: month, day: day) }
    .first { $0 >= start }
}

/// The first such day of the week after another day.
private func coming(_ weekday: Int, after date: CalendarDate) -> CalendarDate {
  let ahead = (weekday - date.weekday.rawValue + 7) % 7
  return date.adding(days: ahead == 0 ? 7 : ahead)
}

extension CalendarDate {
  fileprivate var firstOfMonth: CalendarDate { adding(days: 1 - day) }

  fileprivate var lastOfMonth: CalendarDate { adding(days: 31).firstOfMonth.adding(days: -1) }
}
