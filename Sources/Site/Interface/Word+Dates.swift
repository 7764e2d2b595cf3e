import Markup

extension Word {
  /// `January` for 1.
  static func month(_ number: Int) -> Word { months[number - 1] }

  /// `Jan` for 1.
  static func shortMonth(_ number: Int) -> Word { shortMonths[number - 1] }

  private static let months: [Word] = [
    .month1, .month2, .month3, .month4, .month5, .month6, .month7, .month8, .month9, .month10,
    .month11, .month12,
  ]

  private static let shortMonths: [Word] = [
    .monthShort1, .monthShort2, .monthShort3, .monthShort4, .monthShort5, .monthShort6,
    .monthShort7, .monthShort8, .monthShort9, .monthShort10, .monthShort11, .monthShort12,
  ]
}

extension CalendarDate.Weekday {
  /// `Monday`.
  var word: Word {
    switch self {
    case .monday: .weekday1
    case .tuesday: .weekday2
    case .wednesday: .weekday3
    case .thursday: .weekday4
    case .friday: .weekday5
    case .saturday: .weekday6
    case .sunday: .weekday7
    }
  }

  /// `Mon`.
  var shortWord: Word {
    switch self {
    case .monday: .weekdayShort1
    case .tuesday: .weekdayShort2
    case .wednesday: .weekdayShort3
    case .thursday: .weekdayShort4
    case .friday: .weekdayShort5
    case .saturday: .weekdayShort6
    case .sunday: .weekdayShort7
    }
  }
}
