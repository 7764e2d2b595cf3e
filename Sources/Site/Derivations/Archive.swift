import Community
import Dates
import Markup

/// Everything with a date, month by month, the newest first.
struct Archive: Sendable {
  /// A month in which something happened.
  struct Month: Sendable {
    let year: Int
    let month: Int
    /// The newest first.
    let entries: [PublishedEntry]

    /// `2026-02`.
    var id: String { Month.id(year: year, month: month) }

    fileprivate static func id(year: Int, month: Int) -> String {
      // The first seven characters of a date as it is written.
      CalendarDate(year: year, month: month, day: 1).map { String($0.description.prefix(7)) } ?? ""
    }
  }

  let months: [Month]
  private let positions: [String: Int]

  /// What is still to come is left out, and so are people, who are no events.
  init(_ handbook: Handbook) {
    var found: [Int: [PublishedEntry]] = [:]
    for entry in handbook.entries where !entry.kind.isPerson {
      guard let date = entry.date, date <= handbook.today else { continue }
      found[date.year * 12 + date.month - 1, default: []].append(entry)
    }
    months = found.sorted { $0.key > $1.key }.map { number, entries in
      Month(
        year: number / 12, month: number % 12 + 1, entries: entries.sorted(by: isNewer))
    }
    positions = Dictionary(
      uniqueKeysWithValues: months.enumerated().map { ($0.element.id, $0.offset) })
  }

  /// The months before and after in which something happened.
  func neighbours(of id: String) -> (previous: Month?, next: Month?) {
    guard let position = positions[id] else { return (nil, nil) }
    return (
      position + 1 < months.count ? months[position + 1] : nil,
      position > 0 ? months[position - 1] : nil
    )
  }

  func month(_ id: String) -> Month? { positions[id].map { months[$0] } }
}
