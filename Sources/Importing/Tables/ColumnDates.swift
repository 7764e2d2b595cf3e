import Dates
import Diagnostics
import Markup

/// In which order the dates of each column are written: one that can be read in two ways is read as
/// those beside it.
struct ColumnDates {
  private var isMonthFirst: [String: Bool] = [:]
  private let site: TargetSite
  private(set) var notes: [String] = []

  init(site: TargetSite) {
    self.site = site
  }

  /// Looks through a column; `label` is what the preview calls it.
  mutating func add(_ cells: [String], label: String, heading: String) {
    var orders: Set<FoundDate.Order> = []
    var example: String?
    for cell in cells {
      guard let found = FoundDate(whole: cell) else { continue }
      if let order = found.order { orders.insert(order) }
      if case .either = found.date { example = example ?? cell }
    }
    isMonthFirst[label] = orders.count == 1 ? orders.contains(.monthFirst) : site.writesMonthFirst
    guard let example, orders.count != 1, let day = day(example, label) else { return }
    let lead =
      "the column '\(heading.quotedInput)' does not show whether the day or the month comes "
    notes.append(lead + "first: '\(example.quotedInput)' is taken for \(day), \(site.habit)")
  }

  /// The day in a cell of a column.
  func day(_ cell: String, _ label: String) -> CalendarDate? {
    if let serial = cell.serialDay { return serial }
    return ForeignDate(whole: cell)?.day(monthFirst: isMonthFirst[label] ?? site.writesMonthFirst)
  }
}

extension String {
  /// The day that a spreadsheet counts from the end of 1899: `44805` is 1 September 2022.
  fileprivate var serialDay: CalendarDate? {
    let whole = prefix { $0 != "." }
    guard whole.utf8.count == 5, let number = Int(whole), (20_000...80_000).contains(number),
      utf8.allSatisfy({ $0.isDigitOrDot })
    else { return nil }
    return CalendarDate(daysSince1970: number - 25_569)
  }
}

extension UInt8 {
  fileprivate var isDigitOrDot: Bool { (0x30...0x39).contains(self) || self == UInt8(ascii: ".") }
}
