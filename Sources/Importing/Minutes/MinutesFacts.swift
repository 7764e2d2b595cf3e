import Dates
import Text

/// What a text tells of the meeting that it is about, in its name and its first lines: the day and the
/// hours.
struct MinutesFacts: Hashable, Sendable {
  private(set) var day: CalendarDate?
  private(set) var hours: ForeignHours?
  /// Whether the day could be read in two ways.
  private(set) var isUncertain = false

  /// A line that says it is the date comes first, then the name, then any date in the first lines.
  init(name: String, text: String, isMonthFirst: Bool) {
    let lines = text.split(separator: "\n", maxSplits: 60).prefix(60).map(\.trimmed)
      .filter { !$0.isEmpty }.prefix(15)
    let labelled = lines.first { line in
      let words = line.filter { !"*_#".contains($0) }.trimmed
      let label = words.prefix { $0.isLetter || $0 == " " }.trimmed.foldedForComparison
      return dateLabels.contains(label) && FoundDate(firstIn: line) != nil
    }
    let inName = FoundDate(firstIn: name)
    let line = labelled ?? (inName == nil ? lines.first { Self.isOnMeeting($0) } : nil)
    guard let found = line.flatMap({ FoundDate(firstIn: $0) }) ?? inName else { return }
    day = found.date.day(monthFirst: isMonthFirst)
    if case .either = found.date { isUncertain = true }
    let sameDay =
      line
      ?? lines.first { other in
        FoundDate(firstIn: other)?.date.day(monthFirst: isMonthFirst) == day
      }
    guard let sameDay, let place = FoundDate(firstIn: sameDay) else { return }
    hours = ForeignHours(firstIn: String(sameDay[place.range.upperBound...]))
  }

  /// Whether a date in a line is that of the meeting, and not of the next or the last.
  private static func isOnMeeting(_ line: String) -> Bool {
    guard let found = FoundDate(firstIn: line) else { return false }
    let before = String(line[..<found.range.lowerBound]).foldedForComparison
    return !otherMeetings.contains { before.contains($0) }
  }
}

private let dateLabels: Set<String> = [
  "date", "date of meeting", "meeting date", "held on", "datum", "termin", "sitzung vom",
  "date de la reunion", "fecha", "fecha de la reunion", "dyddiad", "التاريخ", "when", "day",
]

private let otherMeetings = [
  "next", "previous", "last meeting", "nachste", "letzte", "prochaine", "precedente", "proxima",
  "anterior", "nesaf", "by ", "due", "before", "bis ", "published", "updated",
]

extension ForeignHours {
  /// The first time in some words: `, 4.15pm`, ` at 4.00 pm in Room 3`.
  init?(firstIn text: String) {
    let words = text.split { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" || $0 == "\u{A0}" }
      .prefix(12).map { String($0.filter { $0 != "*" && $0 != "\\" }) }
    for start in words.indices where words[start].first?.isNumber ?? false {
      for count in stride(from: min(6, words.count - start), through: 1, by: -1) {
        let part = words[start..<(start + count)].joined(separator: " ")
        guard !part.allSatisfy(\.isNumber), let hours = ForeignHours(part) else { continue }
        self = hours
        return
      }
    }
    return nil
  }
}
