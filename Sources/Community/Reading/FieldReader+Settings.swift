import Dates
import Diagnostics
import Markup

extension FieldReader {
  /// Shared mailboxes and the addresses of forms: one, a list, or several separated by commas.
  mutating func contacts(_ key: String) -> [String] {
    texts(key, splittingCommas: false).flatMap { written in
      written.value.addresses.compactMap { contact(key, Located($0, at: written.span)) }
    }
  }

  private mutating func contact(_ key: String, _ written: Located<String>) -> String? {
    if written.value.isMailbox { return written.value }
    guard let reason = refusalOfWebAddress(written.value) else { return written.value }
    report(.notAContact(written.value, reason, field: key), at: written.span)
    return nil
  }

  /// The whole address of a site, ending in `/`.
  mutating func baseURL(_ key: String) -> String? {
    guard let written = address(key, check: refusalOfWebAddress) else { return nil }
    let isWhole =
      written.value.hasPrefix("https://") || written.value.hasPrefix("http://")
    guard isWhole, !written.value.contains("?"), !written.value.contains("#") else {
      report(.notABaseURL(written.value), at: written.span)
      return nil
    }
    return written.value.hasSuffix("/") ? written.value : written.value + "/"
  }

  /// The first of those with one id; the others are told.
  mutating func withoutRepetition<Item>(
    _ items: [Located<Item>], of what: String, id: (Item) -> String
  ) -> [Item] {
    var seen: Set<String> = []
    return items.compactMap { item in
      if seen.insert(id(item.value)).inserted { return item.value }
      report(.repeated(id(item.value), what: what), at: item.span)
      return nil
    }
  }

  /// An id: the letters a to z, digits and hyphens.
  mutating func slug(_ key: String) -> String? {
    guard let written = text(key) else { return nil }
    if Slug.isValid(written.value) { return written.value }
    report(.notASlug(written.value), at: written.span)
    return nil
  }

  mutating func rhythm(_ key: String) -> Rhythm? {
    guard let written = text(key) else { return nil }
    if let rhythm = Rhythm(written.value) { return rhythm }
    report(.unknownRhythm(written.value), at: written.span)
    return nil
  }

  /// A month and a day: `09-01`.
  mutating func dayOfYear(_ key: String) -> Configuration.DayOfYear? {
    guard let written = text(key) else { return nil }
    // A year that has a 29 February would let a day through that most years lack.
    guard let date = CalendarDate("2025-\(written.value)") else {
      report(.notADayOfYear(written.value), at: written.span)
      return nil
    }
    return Configuration.DayOfYear(month: date.month, day: date.day)
  }

  mutating func colour(_ key: String) -> AccentColour? {
    guard let written = text(key) else { return nil }
    if let colour = AccentColour(written.value) { return colour }
    report(.notAColour(written.value), at: written.span)
    return nil
  }

  /// The place of a field that says something, or the beginning of the fields.
  func place(of key: String) -> SourceSpan { span(of: key) ?? .wholeFile }
}

extension String {
  /// The addresses in a text that parts them with spaces, commas or semicolons; an address on the
  /// web may hold a comma.
  fileprivate var addresses: [String] {
    split { $0.isWhitespace || $0 == ";" }.flatMap { word -> [Substring] in
      word.hasPrefix("http://") || word.hasPrefix("https://")
        ? [word.last == "," ? word.dropLast() : word] : word.split(separator: ",")
    }.map(String.init)
  }

  fileprivate var isMailbox: Bool {
    utf8.contains(UInt8(ascii: "@")) && !utf8.contains { "/?#&:".utf8.contains($0) }
  }
}

extension FieldProblem {
  fileprivate static func notAContact(
    _ written: String, _ reason: String, field: String
  ) -> FieldProblem {
    FieldProblem(
      id: "bad-address", summary: "'\(field)' cannot link to '\(written.quotedInput)'",
      explanation: reason,
      hints: ["write the whole address, such as https://example.org/page"])
  }

  fileprivate static func notABaseURL(_ written: String) -> FieldProblem {
    FieldProblem(
      id: "bad-base-url",
      summary: "'base_url' takes the whole address of the site, not '\(written.quotedInput)'",
      hints: ["for example https://example.org/handbook/"])
  }

  fileprivate static func notASlug(_ written: String) -> FieldProblem {
    FieldProblem(
      id: "bad-id", summary: "'\(written.quotedInput)' cannot be an id",
      hints: [
        Slug.of(written).map { "write \($0)" } ?? "use the letters a to z, digits and hyphens"
      ])
  }

  fileprivate static func repeated(_ id: String, what: String) -> FieldProblem {
    FieldProblem(
      id: "duplicate-id", summary: "there is a \(what) '\(id)' above already",
      hints: ["give this one an id of its own"])
  }

  fileprivate static func unknownRhythm(_ written: String) -> FieldProblem {
    FieldProblem(
      id: "bad-rhythm", summary: "'\(written.quotedInput)' is no rhythm that we know",
      hints: ["write first thursday, last friday, or every 2 weeks from 2026-01-08"])
  }

  /// Of two dates that name a time.
  static let endsBeforeItBegins = FieldProblem(
    id: "dates-reversed", summary: "'to' is before 'from'",
    hints: ["change one of the two dates"])

  fileprivate static func notADayOfYear(_ written: String) -> FieldProblem {
    FieldProblem(
      id: "bad-date",
      summary: "'year_starts' takes a month and a day, not '\(written.quotedInput)'",
      hints: ["for example 09-01 for the first of September"])
  }

  fileprivate static func notAColour(_ written: String) -> FieldProblem {
    FieldProblem(
      id: "bad-colour", summary: "'\(written.quotedInput)' is no colour that we can read",
      hints: ["write it as on a colour picker, for example \"#1b6e53\""])
  }
}
