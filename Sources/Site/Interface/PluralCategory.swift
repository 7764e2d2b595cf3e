/// The forms that a counted word may take (Unicode CLDR, "Language Plural Rules").
package enum PluralCategory: String, Sendable, CaseIterable {
  case zero, one, two, few, many, other

  /// The form for a whole number in a language.
  package init(of count: Int, in language: String) {
    switch language.split(separator: "-").first.map(String.init) {
    case "fr", "pt": self = count < 2 ? .one : .other
    case "cy": self = Self.welsh(count)
    case "ar": self = Self.arabic(count)
    case "ja", "zh", "ko", "vi", "th", "id": self = .other
    default: self = count == 1 ? .one : .other
    }
  }

  private static func welsh(_ count: Int) -> PluralCategory {
    switch count {
    case 0: .zero
    case 1: .one
    case 2: .two
    case 3: .few
    case 6: .many
    default: .other
    }
  }

  private static func arabic(_ count: Int) -> PluralCategory {
    switch (count, count % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...99): .many
    default: .other
    }
  }
}
