package import Dates
import Diagnostics

extension FieldReader {
  /// A day, written `YYYY-MM-DD`.
  ///
  /// Another spelling is an error that gives the date meant.
  package mutating func date(_ key: String) -> Located<CalendarDate>? {
    guard let text = text(key) else { return nil }
    if let date = CalendarDate(text.value) { return Located(date, at: text.span) }
    badDate(key, text)
    return nil
  }

  /// The day of a field that is read elsewhere, to compare another with; nothing is reported.
  package func dayWritten(in key: String) -> CalendarDate? {
    guard case .text(let text, _)? = map[key]?.value.content else { return nil }
    return CalendarDate(text)
  }

  private mutating func badDate(_ key: String, _ text: Located<String>) {
    var because: String?
    // A day that nobody chose must not come to stand for consent.
    let isConsent = key == "given"
    var hint = isConsent ? "write the day on which they agreed" : "write \(key): 2026-01-15"
    var fix: Fix?
    switch DateGuess(text.value) {
    case .days(let days):
      hint = "write " + days.map { "\(key): \($0)" }.inWords("or")
      if let only = days.first, days.count == 1 { fix = Fix(text.span, with: only.description) }
    case .beyondMonth(let month, let year):
      let length = CalendarDate.days(inMonth: month, of: year)
      because = "\(monthNames[month - 1]) \(year) has \(length) days."
      hint = "write a day that exists"
    case .nothing:
      break
    }
    report(
      .error, "bad-date", at: text.span,
      "'\(key)' is \(isConsent ? "a day, the year first" : "a date such as 2026-01-15"), "
        + "not '\(text.value.quotedInput)'", because: because,
      hints: [hint], fix: fix)
  }

  /// A time of day, written `HH:MM`.
  ///
  /// Another spelling is an error that gives the time meant.
  package mutating func time(_ key: String) -> Located<ClockTime>? {
    guard let text = text(key) else { return nil }
    if let time = ClockTime(text.value) { return Located(time, at: text.span) }
    let guess = ClockTime.guess(text.value)?.description
    report(
      .error, "bad-time", at: text.span,
      "'\(key)' is a time such as 16:00, not '\(text.value.quotedInput)'",
      hints: ["write \(key): \(guess ?? "16:00")"], fix: guess.map { Fix(text.span, with: $0) })
    return nil
  }
}
