package import Dates
import Markup
import Text

/// A year of the community, which begins on a day of its own: `2025-26`.
package struct CommunityYear: Hashable, Sendable {
  /// The calendar year in which it begins.
  package let first: Int

  package init(beginningIn first: Int) {
    self.first = first
  }

  /// Reads `2025-26`, `2025-2026` or, for a year that begins in January, `2025`.
  package init?(_ written: some StringProtocol) {
    let parts = written.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let begin = parts.first, begin.utf8.count == 4,
      begin.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let first = Int(begin)
    else { return nil }
    self.first = first
    guard parts.count == 2 else { return }
    let next = (first + 1).padded(to: 4)
    guard parts[1] == next || parts[1] == next.suffix(2) else { return nil }
  }
}

extension CommunityYear: Comparable {
  package static func < (left: CommunityYear, right: CommunityYear) -> Bool {
    left.first < right.first
  }
}

extension Configuration.DayOfYear {
  /// The year that a day belongs to.
  package func year(of date: CalendarDate) -> CommunityYear {
    let isBefore = (date.month, date.day) < (month, day)
    return CommunityYear(beginningIn: isBefore ? date.year - 1 : date.year)
  }

  /// What the year is called: `2025-26`, or `2025` where it begins with the calendar's.
  package func name(of year: CommunityYear) -> String {
    let first = year.first.padded(to: 4)
    return month == 1 && day == 1 ? first : "\(first)-\((year.first + 1).padded(to: 4).suffix(2))"
  }

  /// The first and the last day of a year.
  package func days(of year: CommunityYear) -> ClosedRange<CalendarDate> {
    let first = day(in: year.first)
    return first...max(first, day(in: year.first + 1).adding(days: -1))
  }

  /// The day in a calendar year, kept within those that dates can have.
  private func day(in year: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day)
      ?? CalendarDate(daysSince1970: year < 1 ? .min : .max)
  }
}
