/// How long a resource takes in class: `45 min`, `2 h`, `3 lessons`.
package struct TimeInClass: Hashable, Sendable {
  package enum Unit: String, Sendable, CaseIterable {
    case minutes, hours, lessons, days, weeks
  }

  package let count: Int
  package let unit: Unit

  /// The words that a unit may be written with.
  package static var unitNames: [String] { unitWords.keys.sorted() }

  /// Reads a whole number and a unit, in the singular, the plural or short.
  package init?(_ written: String) {
    let text = written.lowercased()
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count > 0 else { return nil }
    let word = text.dropFirst(digits.count).drop { $0 == " " || $0 == "\u{A0}" || $0 == "-" }
    guard let unit = unitWords[word.hasSuffix(".") ? String(word.dropLast()) : String(word)] else {
      return nil
    }
    self.count = count
    self.unit = unit
  }
}

private let unitWords: [String: TimeInClass.Unit] = [
  "m": .minutes, "min": .minutes, "mins": .minutes, "minute": .minutes, "minutes": .minutes,
  "h": .hours, "hr": .hours, "hrs": .hours, "hour": .hours, "hours": .hours,
  "lesson": .lessons, "lessons": .lessons, "day": .days, "days": .days,
  "week": .weeks, "weeks": .weeks,
]
