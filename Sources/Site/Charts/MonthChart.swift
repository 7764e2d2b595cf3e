import Dates
import Markup

/// How often something happened in each month of a year, subject by subject.
///
/// A picture that is a table: each row is a subject, each column a month.
struct MonthChart<Subject: Hashable & Sendable>: Hashable, Sendable {
  /// Something that happened on a day.
  struct Event: Hashable, Sendable {
    let subject: Subject
    let date: CalendarDate
  }

  struct Row: Hashable, Sendable {
    let subject: Subject
    /// By month: the days of the month, each as often as something happened on it.
    fileprivate(set) var days: [[Int]]

    var total: Int { days.reduce(0) { $0 + $1.count } }
  }

  /// The calendar months that the year touches, by their first days: twelve, or thirteen where it
  /// begins within one.
  let months: [CalendarDate]
  /// In the order that was given, without subjects of which there is nothing.
  let rows: [Row]

  /// What is outside the year, or of no subject listed, is not counted.
  init(
    _ period: ClosedRange<CalendarDate>, _ subjects: [Subject], _ events: some Sequence<Event>
  ) {
    let months = monthsTouched(by: period)
    var rows = subjects.map { Row(subject: $0, days: Array(repeating: [], count: months.count)) }
    let places = Dictionary(
      subjects.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    for event in events where period.contains(event.date) {
      guard let place = places[event.subject] else { continue }
      let month = event.date.monthsSinceYear0 - period.lowerBound.monthsSinceYear0
      rows[place].days[month].append(event.date.day)
    }
    self.months = months
    self.rows = rows.filter { $0.total > 0 }
  }
}

extension MonthChart {
  /// How much happened in each month, all subjects together.
  var totals: [Int] {
    months.indices.map { month in rows.reduce(0) { $0 + $1.days[month].count } }
  }

  /// The most that happened in a month, and the months in which it did.
  var peak: (count: Int, months: [CalendarDate]) {
    let totals = totals
    let highest = totals.max() ?? 0
    return (highest, months.indices.filter { totals[$0] == highest }.map { months[$0] })
  }

  /// The most of one subject in one month.
  var highest: Int { rows.flatMap(\.days).map(\.count).max() ?? 0 }
}

private func monthsTouched(by period: ClosedRange<CalendarDate>) -> [CalendarDate] {
  (period.lowerBound.monthsSinceYear0...period.upperBound.monthsSinceYear0).compactMap {
    CalendarDate(year: $0 / 12, month: $0 % 12 + 1, day: 1)
  }
}

extension CalendarDate {
  fileprivate var monthsSinceYear0: Int { year * 12 + month - 1 }
}
