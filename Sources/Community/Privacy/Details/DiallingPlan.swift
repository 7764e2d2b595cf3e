/// How people of a country write its telephone numbers for each other, without its code.
///
/// Such a number has no form of its own: in London `06 12 34 56 78` is a row of numbers. So it is one
/// only where the site's time zone is of a country that dials so.
package enum DiallingPlan: Hashable, Sendable {
  /// A zero, the code of an area or of mobile telephones, the number: *0171 2345678*.
  case zeroBeforeCode
  /// Five pairs of digits, the first from 01 to 07, or 09: *06 12 34 56 78*.
  case pairs
  /// Nine digits without a zero: *612 34 56 78*.
  case nineDigits

  /// The plan of the country that a time zone is of; `nil` where none is known, or where numbers have
  /// a form of their own (the United Kingdom, North America).
  init?(zone: String) {
    let city = zone.split(separator: "/").last.map(String.init) ?? ""
    if Self.citiesOfPairs.contains(city) {
      self = .pairs
    } else if Self.citiesOfNineDigits.contains(city) {
      self = .nineDigits
    } else if Self.citiesOfZero.contains(city) {
      self = .zeroBeforeCode
    } else {
      return nil
    }
  }

  private static let citiesOfPairs: Set = ["Paris", "Reunion", "Martinique", "Guadeloupe"]
  private static let citiesOfNineDigits: Set = ["Madrid", "Canary", "Ceuta"]
  private static let citiesOfZero: Set = [
    "Berlin", "Busingen", "Vienna", "Zurich", "Brussels", "Amsterdam", "Dublin", "Rome",
    "Stockholm", "Helsinki", "Istanbul", "Cairo", "Amman", "Beirut", "Baghdad", "Damascus",
    "Riyadh", "Dubai", "Casablanca", "Algiers", "Johannesburg", "Lagos", "Nairobi", "Accra",
    "Sydney", "Melbourne", "Brisbane", "Perth", "Adelaide", "Hobart", "Auckland", "Tokyo",
  ]
}

extension DiallingPlan {
  /// The number of some plan that begins at an offset.
  static func number(in text: [UInt8], at offset: Int) -> (DiallingPlan, Range<Int>)? {
    guard let run = DigitRun(in: text, at: offset, takesSlash: true),
      !run.isPartOfSomethingElse(text), let plan = run.plan
    else { return nil }
    return (plan, run.range)
  }
}

extension DigitRun {
  fileprivate var plan: DiallingPlan? {
    guard !areOneStepApart, !isBookNumber(Array(digits.utf8)) else { return nil }
    if isOfPairs { return .pairs }
    if isOfNineDigits { return .nineDigits }
    return hasZeroBeforeCode ? .zeroBeforeCode : nil
  }

  private var lengths: [Int] { groups.map(\.utf8.count) }

  /// All that stands between the groups behind the first is the same, but for a hyphen before the
  /// number of a desk: *030 123456-78*.
  private var isEven: Bool {
    let hyphen = UInt8(ascii: "-")
    // Three signs in one place, and not one in each of three.
    let isDashed =
      separators.count > groups.count && separators.starts(with: [0x20, hyphen, 0x20])
    let rest = isDashed ? separators[3...] : separators.drop { $0 != 0x20 && $0 != hyphen }
    let hasDesk =
      lengths.count == 3 && lengths[1] > 2 && lengths[2] < 5 && rest.last == hyphen
      && rest.count { $0 == hyphen } == 1
    return Set(rest).count < 2 || hasDesk
  }

  /// Shared-cost numbers, which begin with 08, are nobody's.
  private var isOfPairs: Bool {
    guard lengths == [2, 2, 2, 2, 2], Set(separators).count == 1, digits.hasPrefix("0") else {
      return false
    }
    return !digits.hasPrefix("00") && !digits.hasPrefix("08")
  }

  /// Freephone and premium numbers, which begin with 80 and 90, are nobody's; an amount ends in zeros.
  private var isOfNineDigits: Bool {
    let forms = [[3, 3, 3], [3, 2, 2, 2], [2, 3, 2, 2], [2, 3, 3, 1]]
    guard forms.contains(lengths), separators.allSatisfy({ $0 == 0x20 }),
      let first = digits.utf8.first, "6789".utf8.contains(first)
    else { return false }
    return !digits.hasPrefix("80") && !digits.hasPrefix("90") && !digits.hasSuffix("000")
  }

  private var hasZeroBeforeCode: Bool {
    guard digits.hasPrefix("0"), !digits.hasPrefix("00"), (9...12).contains(digits.utf8.count),
      (2...4).contains(groups.count), (2...5).contains(lengths[0]),
      lengths.dropFirst().allSatisfy({ (2...8).contains($0) }), isEven,
      !separators.contains(UInt8(ascii: "."))
    else { return false }
    return !sharedCosts.contains { digits.hasPrefix($0) }
  }

  /// *01 02 03 04 05* and the days of a month are no number.
  private var areOneStepApart: Bool {
    let numbers = groups.compactMap { Int($0) }
    guard numbers.count > 2 else { return false }
    let steps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
    return Set(steps).count == 1
  }
}

/// What freephone numbers, shared-cost numbers and those of services begin with.
private let sharedCosts = ["0800", "0180", "0900", "0137", "0700", "0300"]
