/// The forms that a counted word may take (Unicode CLDR, "Language Plural Rules").
package enum PluralCategory: String, Sendable, CaseIterable {
  case zero, one, two, few, many, other

  /// The form for a whole number in a language.
  ///
  /// CLDR has a form for whole millions in Spanish and French, too; a handbook counts nothing so
  /// often.
  package init(of count: Int, in language: String) {
    switch language.prefix(while: { $0 != "-" }) {
    case "fr", "pt": self = count < 2 ? .one : .other
    case "cy": self = Self.welsh(count)
    case "ar": self = Self.arabic(count)
    case "ga": self = Self.irish(count)
    case "gd": self = Self.scottishGaelic(count)
    case "pl": self = count == 1 ? .one : Self.slavic(count, one: .many)
    case "ru", "uk": self = Self.slavic(count, one: .one)
    case "cs", "sk": self = count == 1 ? .one : (2...4).contains(count) ? .few : .other
    case "ja", "zh", "ko", "vi", "th", "id": self = .other
    default: self = count == 1 ? .one : .other
    }
  }

  /// The forms that a language needs for whole numbers, in the order of the cases.
  package static func needed(in language: String) -> [PluralCategory] {
    // Every rule goes by the number itself, below 20, or by its last two digits.
    let used = Set((0...200).map { PluralCategory(of: $0, in: language) })
    return allCases.filter(used.contains)
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

  private static func irish(_ count: Int) -> PluralCategory {
    switch count {
    case 1: .one
    case 2: .two
    case 3...6: .few
    case 7...10: .many
    default: .other
    }
  }

  private static func scottishGaelic(_ count: Int) -> PluralCategory {
    switch count {
    case 1, 11: .one
    case 2, 12: .two
    case 3...10, 13...19: .few
    default: .other
    }
  }

  /// `one` is what stands for 21, 31 and so on.
  private static func slavic(_ count: Int, one: PluralCategory) -> PluralCategory {
    switch (count % 10, count % 100) {
    case (1, let rest) where rest != 11: one
    case (2...4, let rest) where !(12...14).contains(rest): .few
    default: .many
    }
  }
}
