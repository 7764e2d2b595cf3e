package import Dates
import Text

/// What an author may have meant by a date that is not written `YYYY-MM-DD`.
package enum DateGuess: Equatable {
  /// The day, or the two days where day and month could be either.
  case days([CalendarDate])
  /// A day that its month does not have.
  case beyondMonth(month: Int, year: Int)
  case nothing

  package init(_ text: String) {
    let words = Self.words(text.utf8)
    let numbers = words.compactMap { Int(digits: $0) }
    switch words.count {
    case 3: self = Self.guess(words, numbers)
    // A time after the date: `2023-08-25T10:00:00Z`, `2023-08-25 10:00`, with a zone or not.
    case 4... where words[0].count == 4:
      self = Self.guess(Array(words[0..<3]), Array(numbers.prefix(3)))
    default: self = .nothing
    }
  }

  /// The runs of digits and of letters.
  private static func words(_ text: String.UTF8View) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var wasDigit = false
    var isNew = true
    for byte in text {
      let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x80
      guard byte.isDigit || isLetter else {
        isNew = true
        continue
      }
      if isNew || byte.isDigit != wasDigit { words.append([]) }
      words[words.count - 1].append(byte)
      (isNew, wasDigit) = (false, byte.isDigit)
    }
    return words.filter { !ordinals.contains(String(decoding: $0, as: UTF8.self)) }
  }

  private static func guess(_ words: [[UInt8]], _ numbers: [Int]) -> DateGuess {
    if numbers.count == 3 { return guess(numbers, yearIsFirst: words[0].count == 4) }
    guard numbers.count == 2, let name = words.first(where: { Int(digits: $0) == nil }),
      let month = month(named: String(decoding: name, as: UTF8.self)),
      let year = numbers.first(where: { $0 > 999 }), let day = numbers.first(where: { $0 <= 99 })
    else { return .nothing }
    return real(year, month, day)
  }

  private static func guess(_ numbers: [Int], yearIsFirst: Bool) -> DateGuess {
    if yearIsFirst { return real(numbers[0], numbers[1], numbers[2]) }
    let year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2]
    let dayFirst = CalendarDate(year: year, month: numbers[1], day: numbers[0])
    let monthFirst = CalendarDate(year: year, month: numbers[0], day: numbers[1])
    let days = [dayFirst, monthFirst == dayFirst ? nil : monthFirst].compactMap(\.self)
    return days.isEmpty ? real(year, numbers[1], numbers[0]) : .days(days)
  }

  private static func real(_ year: Int, _ month: Int, _ day: Int) -> DateGuess {
    if let date = CalendarDate(year: year, month: month, day: day) { return .days([date]) }
    let isBeyond = (1...12).contains(month) && (1...9999).contains(year) && (29...31).contains(day)
    return isBeyond ? .beyondMonth(month: month, year: year) : .nothing
  }

  private static func month(named name: String) -> Int? {
    let name = name.lowercased()
    guard name.utf8.count >= 3 else { return nil }
    return monthNames.firstIndex { $0.lowercased().hasPrefix(name) }.map { $0 + 1 }
      ?? (name == "sept" ? 9 : nil)
  }
}

/// The months, as messages write them.
package let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]

private let ordinals: Set<String> = ["st", "nd", "rd", "th", "of"]
