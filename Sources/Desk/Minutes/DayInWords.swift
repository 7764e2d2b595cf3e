import Community
import Dates
import Text

/// The day that words mean, such as "next Thursday", counted from the day of a meeting.
enum DayInWords: Hashable, Sendable {
  case day(CalendarDate)
  /// One of several, which the words do not tell.
  case oneOf([CalendarDate])
  /// Words that name no day.
  case unclear

  fileprivate init(_ days: [CalendarDate]) {
    switch days.count {
    case 0: self = .unclear
    case 1: self = .day(days[0])
    default: self = .oneOf(days)
    }
  }
}

/// Reads days in words, in the languages of a site and in English.
struct DayReader: Sendable {
  let register: RegisterWords
  let phrases: [DayPhrases]

  init(_ register: RegisterWords, languages: [String]) {
    self.register = register
    phrases = languages.compactMap { DayPhrases.all[$0] }
  }

  func read(_ typed: String, from day: CalendarDate) -> DayInWords {
    let words = String(String.UnicodeScalarView(typed.unicodeScalars.map(\.plainDigit)))
    let tokens = words.split(whereSeparator: \.isWhitespace).map(\.withoutSigns)
      .filter { !$0.isEmpty }
    guard !tokens.isEmpty, tokens.count <= 10 else { return .unclear }
    let folded = tokens.map { $0.foldedForComparison }
    let starts = [0, register.lengthOfDueKeyword(folded)].filter { $0 < tokens.count }
    for start in Set(starts).sorted() {
      let found = read(Array(tokens[start...]), Array(folded[start...]), from: day)
      if found != .unclear { return found }
    }
    return .unclear
  }

  private func read(
    _ tokens: [String], _ folded: [String], from day: CalendarDate
  ) -> DayInWords {
    for phrases in phrases {
      if let count = phrases.ahead[folded] { return .day(day.adding(days: count)) }
      if phrases.monthEnd.contains(folded) { return .day(day.lastOfMonth) }
      if let later = phrases.day(aSpanBehind: day, folded) { return .day(later) }
      if let found = weekday(tokens, folded, from: day, phrases) { return found }
    }
    return DayInWords(settled(register.days(in: tokens.joined(separator: " "), from: day), day))
  }

  /// `this Thursday`, `el jueves que viene`.
  private func weekday(
    _ tokens: [String], _ folded: [String], from day: CalendarDate, _ phrases: DayPhrases
  ) -> DayInWords? {
    for (beside, isNext) in phrases.this.map({ ($0, false) }) + phrases.next.map({ ($0, true) }) {
      guard let rest = folded.range(without: beside) else { continue }
      let words = tokens[rest].joined(separator: " ")
      let days = register.days(in: words, from: day)
      guard let coming = days.first, days.count == 1 else { continue }
      return DayInWords(isNext ? settled([coming, coming.adding(days: 7)], day) : [coming])
    }
    return nil
  }

  /// Of "next Thursday" and that of the week after, the coming one where it is in the next week:
  /// then nobody means another.
  private func settled(_ days: [CalendarDate], _ meeting: CalendarDate) -> [CalendarDate] {
    guard days.count == 2, days[0].adding(days: 7) == days[1] else { return days }
    let lastOfWeek = meeting.adding(days: 7 - meeting.weekday.rawValue)
    return days[0] > lastOfWeek ? [days[0]] : days
  }
}

extension DayPhrases {
  /// `in two weeks`, `3 days`, `بعد أسبوعين`.
  fileprivate func day(aSpanBehind day: CalendarDate, _ words: [String]) -> CalendarDate? {
    var rest = words[...]
    let opening = before.filter { rest.starts(with: $0) }.map(\.count).max() ?? 0
    rest = rest.dropFirst(opening)
    let closing = behind.filter { rest.count > $0.count && rest.suffix($0.count) == $0[...] }
    rest = rest.dropLast(closing.map(\.count).max() ?? 0)
    let number = rest.first.flatMap { numbers[$0] ?? Int($0).flatMap { 1...999 ~= $0 ? $0 : nil } }
    if number != nil { rest = rest.dropFirst() }
    guard rest.count == 1, let unit = rest.first,
      number != nil || opening > 0 && alone.contains([unit])
    else { return nil }
    if let days = days[unit] { return day.adding(days: days * (number ?? 1)) }
    return months[unit].map { day.adding(months: $0 * (number ?? 1)) }
  }
}

extension [String] {
  /// Where the words stand that are left without some at the beginning or the end.
  fileprivate func range(without words: [String]) -> Range<Int>? {
    guard count > words.count else { return nil }
    if starts(with: words) { return words.count..<count }
    return suffix(words.count) == words[...] ? 0..<(count - words.count) : nil
  }
}

extension Substring {
  fileprivate var withoutSigns: String {
    let isSign: (Character) -> Bool = { ".,;:!?()\"'’،؛".contains($0) }
    return String(drop(while: isSign).reversed().drop(while: isSign).reversed())
  }
}

extension Unicode.Scalar {
  /// An Arabic digit as the plain one.
  fileprivate var plainDigit: Unicode.Scalar {
    switch value {
    case 0x660...0x669: Unicode.Scalar(UInt8(value - 0x660 + 0x30))
    case 0x6F0...0x6F9: Unicode.Scalar(UInt8(value - 0x6F0 + 0x30))
    default: self
    }
  }
}

extension CalendarDate {
  fileprivate var lastOfMonth: CalendarDate {
    adding(days: Self.days(inMonth: month, of: year) - day)
  }

  /// The same day of a later month, or that month's last.
  fileprivate func adding(months: Int) -> CalendarDate {
    let count = year * 12 + month - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    let last = Self.days(inMonth: month, of: year)
    return CalendarDate(year: year, month: month, day: min(day, last)) ?? self
  }
}
