import Dates
import Markup

extension ZoneRule {
  /// Reads a rule as POSIX.1-2017 §8.3 has it in `TZ`, with the hours from -167 to 167 of RFC 9636
  /// §3.3.1: `GMT0BST,M3.5.0/1,M10.5.0`.
  ///
  /// Of the three ways to name a day only `M` is read: no zone uses another.
  package init?(_ written: String) {
    var scanner = RuleScanner(rest: Array(written.utf8)[...])
    guard scanner.skipName(), let behind = scanner.minutes() else { return nil }
    standard = -behind
    guard !scanner.rest.isEmpty else {
      season = nil
      return
    }
    guard scanner.skipName() else { return nil }
    // POSIX counts west of Greenwich as positive.
    let offset = scanner.minutes().map { -$0 } ?? (standard + 60)
    guard let begins = scanner.change(), let ends = scanner.change(), scanner.rest.isEmpty else {
      return nil
    }
    season = Season(offset: offset, begins: begins, ends: ends)
  }
}

/// Reads a rule from its beginning on; what it has read is gone from `rest`.
private struct RuleScanner {
  var rest: ArraySlice<UInt8>

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// `GMT`, or `<+03>`.
  mutating func skipName() -> Bool {
    if skip("<") {
      rest = rest.drop { $0 != UInt8(ascii: ">") }
      return skip(">")
    }
    let name = rest.prefix { (0x41...0x5A).contains($0 & 0xDF) }
    rest = rest.dropFirst(name.count)
    return name.count >= 3
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// `5`, `-5:45`, `+167`.
  mutating func minutes() -> Int? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let hours = number() else { return nil }
    let minutes = skip(":") ? number() : 0
    return minutes.map { (hours * 60 + $0) * (isNegative ? -1 : 1) }
  }

  /// `,M3.5.0/1`: the month, the week, the day counted from Sunday, and the hour, 2 if there is none.
  mutating func change() -> ClockChange? {
    guard skip(","), skip("M"), let month = number(), skip("."), let week = number(), skip("."),
      let day = number(), let weekday = CalendarDate.Weekday(rawValue: day == 0 ? 7 : day),
      let minutes = skip("/") ? minutes() : 120, (1...5).contains(week)
    else { return nil }
    return ClockChange(month: month, week: week, weekday: weekday, minutes: minutes)
  }
}
