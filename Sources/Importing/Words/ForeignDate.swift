import Dates
import Text

/// A day as people write it elsewhere: `15/01/2026`, `15 January 2026`, `le 15 janvier 2026`.
enum ForeignDate: Hashable, Sendable {
  case day(CalendarDate)
  /// `3/9/2024`, which a person can mean in two ways.
  case either(dayFirst: CalendarDate, monthFirst: CalendarDate)

  /// The one day where there is no doubt, else the one of the two that is asked for.
  func day(monthFirst: Bool) -> CalendarDate {
    switch self {
    case .day(let day): day
    case .either(let dayFirst, let other): monthFirst ? other : dayFirst
    }
  }
}

/// A date that stands in a text, and what surrounds it.
struct FoundDate: Hashable, Sendable {
  let date: ForeignDate
  /// Whether the day stands before the month in numbers alone, where the date shows it: the other
  /// order would have been no day.
  let order: Order?
  let range: Range<String.Index>

  enum Order: Hashable, Sendable {
    case dayFirst, monthFirst
  }
}

extension ForeignDate {
  /// Reads a text that is a date from end to end, with a day of the week or a time beside it.
  init?(whole text: String) {
    guard let found = FoundDate(whole: text) else { return nil }
    self = found.date
  }
}

extension FoundDate {
  /// A date that is all that a text says, but for the day of the week and a time.
  init?(whole text: String) {
    let tokens = DateToken.read(text)
    let start = tokens.prefix { token in
      if case .word(let word) = token.content {
        return (DayNames.isWeekday(word) && DayNames.month(word) == nil) || DayNames.isLink(word)
      }
      return false
    }.count
    // *Mawrth* is a day of the week and a month in Welsh.
    for start in Set([start, min(start + 1, tokens.count)]).sorted() {
      guard start == 0 || tokens[..<start].allSatisfy(\.isWeekdayOrLink),
        let (found, count) = DateToken.date(in: tokens[start...], of: text),
        tokens[(start + count)...].allSatisfy(\.belongsToTime)
      else { continue }
      self = found
      return
    }
    return nil
  }

  /// The first date in a text.
  init?(firstIn text: String) {
    let tokens = DateToken.read(text)
    for start in tokens.indices {
      if let (found, _) = DateToken.date(in: tokens[start...], of: text) {
        self = found
        return
      }
    }
    return nil
  }
}

/// A run of digits or of letters.
private struct DateToken {
  enum Content {
    case number(Int, digits: Int)
    case word(String)
  }

  let content: Content
  let range: Range<String.Index>

  var number: (value: Int, digits: Int)? {
    if case .number(let value, let digits) = content { (value, digits) } else { nil }
  }

  var word: String? { if case .word(let word) = content { word } else { nil } }

  var isWeekdayOrLink: Bool { word.map { DayNames.isWeekday($0) || DayNames.isLink($0) } ?? false }

  /// Whether it may stand behind a date: `16:15`, `4 pm`, `T`, `UTC`.
  var belongsToTime: Bool {
    switch content {
    case .number(_, let digits): digits <= 9
    case .word(let word):
      timeWords.contains(word.lowercased()) || DayNames.isWeekday(word)
    }
  }

  static func read(_ text: String) -> [DateToken] {
    var tokens: [DateToken] = []
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      let isDigit = text[index].decimalDigit != nil
      guard isDigit || text[index].isLetter else {
        index = text.index(after: index)
        continue
      }
      while index < text.endIndex,
        isDigit ? text[index].decimalDigit != nil : text[index].isLetter
      {
        index = text.index(after: index)
      }
      let run = text[start..<index]
      if isDigit {
        let digits = run.compactMap(\.decimalDigit)
        let value = digits.count > 9 ? 0 : digits.reduce(0) { $0 * 10 + $1 }
        tokens.append(
          DateToken(content: .number(value, digits: digits.count), range: start..<index))
      } else {
        tokens.append(DateToken(content: .word(String(run)), range: start..<index))
      }
      if tokens.count > 200 { break }
    }
    return tokens
  }

  /// The date that some tokens begin with, and how many they are.
  static func date(
    in tokens: ArraySlice<DateToken>, of text: String
  ) -> (FoundDate, count: Int)? {
    inNumbers(tokens, text) ?? joined(tokens, text) ?? withShortYear(tokens, text)
      ?? withName(tokens, text)
  }

  private static func inNumbers(
    _ tokens: ArraySlice<DateToken>, _ text: String
  ) -> (FoundDate, count: Int)? {
    let parts = Array(tokens.prefix(3))
    let numbers = parts.compactMap(\.number)
    guard numbers.count == 3,
      let first = separator(parts[0], parts[1], text),
      let second = separator(parts[1], parts[2], text),
      first == second || first.trimmed == second.trimmed
    else { return nil }
    let range = parts[0].range.lowerBound..<parts[2].range.upperBound
    let values = numbers.map(\.value)
    if numbers[0].digits == 4 {
      return CalendarDate(year: values[0], month: values[1], day: values[2]).map {
        (FoundDate(date: .day($0), order: nil, range: range), 3)
      }
    }
    guard numbers[0].digits <= 2, numbers[1].digits <= 2, [2, 4].contains(numbers[2].digits) else {
      return nil
    }
    let year = numbers[2].digits == 2 ? 2000 + values[2] : values[2]
    let dayFirst = CalendarDate(year: year, month: values[1], day: values[0])
    let monthFirst = CalendarDate(year: year, month: values[0], day: values[1])
    switch (dayFirst, monthFirst) {
    // Nobody puts dots behind the month first.
    case (let day?, _) where first.contains("."):
      return (FoundDate(date: .day(day), order: nil, range: range), 3)
    case (let day?, let other?) where day == other:
      return (FoundDate(date: .day(day), order: nil, range: range), 3)
    case (let day?, let other?):
      return (
        FoundDate(date: .either(dayFirst: day, monthFirst: other), order: nil, range: range), 3
      )
    case (let day?, nil): return (FoundDate(date: .day(day), order: .dayFirst, range: range), 3)
    case (nil, let day?): return (FoundDate(date: .day(day), order: .monthFirst, range: range), 3)
    case (nil, nil): return nil
    }
  }

  /// `20260115`, as files are named.
  private static func joined(
    _ tokens: ArraySlice<DateToken>, _ text: String
  ) -> (FoundDate, count: Int)? {
    guard let token = tokens.first, let (value, digits) = token.number, digits == 8,
      let day = CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100),
      (1900...2100).contains(day.year)
    else { return nil }
    return (FoundDate(date: .day(day), order: nil, range: token.range), 1)
  }

  /// `15-Jan-26`, as spreadsheets show a day.
  private static func withShortYear(
    _ tokens: ArraySlice<DateToken>, _ text: String
  ) -> (FoundDate, count: Int)? {
    let parts = Array(tokens.prefix(3))
    guard parts.count == 3, let day = parts[0].number, day.digits <= 2,
      let month = parts[1].word.flatMap(DayNames.month), let year = parts[2].number,
      year.digits == 2,
      let first = separator(parts[0], parts[1], text), first == "-" || first == "/",
      separator(parts[1], parts[2], text) == first,
      let date = CalendarDate(year: 2000 + year.value, month: month, day: day.value)
    else { return nil }
    let range = parts[0].range.lowerBound..<parts[2].range.upperBound
    return (FoundDate(date: .day(date), order: nil, range: range), 3)
  }

  /// `15 January 2026`, `January 15th, 2026`, `15. Januar 2026`, `2026 January 15`.
  private static func withName(
    _ tokens: ArraySlice<DateToken>, _ text: String
  ) -> (FoundDate, count: Int)? {
    guard tokens.first.map({ $0.number != nil || DayNames.month($0.word ?? "") != nil }) == true
    else { return nil }
    var numbers: [(value: Int, digits: Int)] = []
    var month: Int?
    var end: String.Index?
    var count = 0
    for token in tokens.prefix(8) {
      count += 1
      if let number = token.number {
        numbers.append(number)
      } else if let word = token.word {
        if month == nil, let named = DayNames.month(word) {
          month = named
        } else if !DayNames.isLink(word) {
          break
        } else {
          continue
        }
      }
      if numbers.count == 2, month != nil {
        end = token.range.upperBound
        break
      }
      if numbers.count > 2 || numbers.count == 2 && month == nil { break }
    }
    guard let end, let month, let start = tokens.first?.range.lowerBound,
      let year = numbers.first(where: { $0.digits == 4 })?.value,
      let day = numbers.first(where: { $0.digits <= 2 })?.value,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return (FoundDate(date: .day(date), order: nil, range: start..<end), count)
  }

  /// What stands between two numbers of a date.
  private static func separator(
    _ first: DateToken, _ second: DateToken, _ text: String
  ) -> String? {
    let gap = text[first.range.upperBound..<second.range.lowerBound]
    guard (1...2).contains(gap.count), gap.allSatisfy({ "-/._ \u{A0}".contains($0) }) else {
      return nil
    }
    return String(gap)
  }
}

private let timeWords: Set<String> = [
  "t", "z", "am", "pm", "a", "p", "m", "h", "uhr", "hrs", "at", "um", "à", "a las", "utc", "gmt",
  "bst", "cet", "cest", "est", "edt", "at", "from", "to", "o", "clock",
]

extension Character {
  /// The value of a decimal digit of any script.
  fileprivate var decimalDigit: Int? {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1,
      scalar.properties.generalCategory == .decimalNumber,
      let value = scalar.properties.numericValue
    else { return nil }
    return Int(value)
  }
}
