import Diagnostics
package import Markup

extension Configuration {
  /// Reads `content/handbook.yml`.
  package init(reading reader: inout FieldReader) {
    reader.require("name", hint: "name: The Riverside Circle")
    reader.require("timezone", hint: "timezone: Europe/London")
    name = reader.text("name")?.value ?? ""
    id = reader.has("id") ? reader.slug("id", hint: "id: riverside-circle") : nil
    tagline = reader.text("tagline")?.value
    purpose = reader.text("purpose")?.value
    language = reader.language("language")?.value ?? "en"
    languages = reader.texts("languages").map(\.value)
    timeZone = reader.timeZone("timezone") ?? "UTC"
    contacts = reader.contacts("contact")
    join = reader.text("join")
    share = reader.webAddress("share")
    baseURL = reader.baseURL("base_url")
    repository = reader.webAddress("repository")
    source = reader.choice("source", Source.self)?.value ?? .everyone
    licence = reader.has("licence") ? reader.licence("licence", address: "licence_url") : nil
    indexing = reader.choice("indexing", Indexing.self)?.value ?? .noMembers
    hasOpenData = reader.yesNo("open_data")?.value ?? false
    roles = reader.roles("roles")
    series = reader.seriesList("series")
    breaks = reader.breaks("breaks")
    yearStarts = reader.dayOfYear("year_starts") ?? DayOfYear(month: 9, day: 1)
    navigation = reader.references("navigation")
    ignoredLinks = reader.texts("ignore_links").map(\.value)
    accepts = reader.acceptances("accepts")
    readTheme(&reader)
  }

  private mutating func readTheme(_ reader: inout FieldReader) {
    let theme = reader.map("theme", of: "the theme") { theme in
      (accent: theme.colour("accent"), logo: theme.text("logo"))
    }
    accent = theme?.value.accent
    logo = theme?.value.logo
  }
}

extension FieldReader {
  /// Shared mailboxes and the addresses of forms: one, a list, or several parted by commas.
  fileprivate mutating func contacts(_ key: String) -> [String] {
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

  fileprivate mutating func baseURL(_ key: String) -> String? {
    guard let written = address(key, check: refusalOfWebAddress) else { return nil }
    let isWhole =
      written.value.hasPrefix("https://") || written.value.hasPrefix("http://")
    guard isWhole, !written.value.contains("?"), !written.value.contains("#") else {
      report(.notABaseURL(written.value), at: written.span)
      return nil
    }
    return written.value.hasSuffix("/") ? written.value : written.value + "/"
  }

  fileprivate mutating func roles(_ key: String) -> [Configuration.Role] {
    let read = maps(key, of: "a role") { role -> Configuration.Role? in
      let id = role.slug("id", hint: "id: coordinator")
      role.require("title", hint: "title: Coordinator")
      let title = role.text("title")?.value
      let summary = role.text("summary")?.value
      guard let id, let title else { return nil }
      return Configuration.Role(id: id, title: title, summary: summary)
    }
    .compactMap { role in role.value.map { Located($0, at: role.span) } }
    return withoutRepetition(read, of: "role", id: \.id)
  }

  fileprivate mutating func seriesList(_ key: String) -> [Configuration.Series] {
    let read = maps(key, of: "a series") { series -> Configuration.Series? in
      let id = series.slug("id", hint: "id: evening-circle")
      series.require("title", hint: "title: The evening circle")
      let title = series.text("title")?.value
      let read = Configuration.Series(
        id: id ?? "", title: title ?? "", summary: series.text("summary")?.value,
        rhythm: series.rhythm("rhythm"), start: series.time("start")?.value,
        end: series.time("end")?.value, venue: series.text("venue")?.value,
        mode: series.choice("mode", Meeting.Mode.self)?.value, goals: series.references("goals"),
        ended: series.date("ended")?.value)
      return id == nil || title == nil ? nil : read
    }
    .compactMap { series in series.value.map { Located($0, at: series.span) } }
    return withoutRepetition(read, of: "series", id: \.id)
  }

  /// The first of those with one id; the others are told.
  private mutating func withoutRepetition<Item>(
    _ items: [Located<Item>], of what: String, id: (Item) -> String
  ) -> [Item] {
    var seen: Set<String> = []
    return items.compactMap { item in
      if seen.insert(id(item.value)).inserted { return item.value }
      report(.repeated(id(item.value), what: what), at: item.span)
      return nil
    }
  }

  fileprivate mutating func slug(_ key: String, hint: String) -> String? {
    require(key, hint: hint)
    guard let written = text(key) else { return nil }
    if Slug.isValid(written.value) { return written.value }
    report(.notASlug(written.value), at: written.span)
    return nil
  }

  private mutating func rhythm(_ key: String) -> Rhythm? {
    guard let written = text(key) else { return nil }
    if let rhythm = Rhythm(written.value) { return rhythm }
    report(.unknownRhythm(written.value), at: written.span)
    return nil
  }

  fileprivate mutating func breaks(_ key: String) -> [Configuration.Break] {
    maps(key, of: "a break") { pause -> Configuration.Break? in
      pause.require("from", hint: "from: 2026-07-20")
      pause.require("to", hint: "to: 2026-08-31")
      guard let from = pause.date("from"), let to = pause.date("to") else { return nil }
      if to.value < from.value { pause.report(.endsBeforeItStarts, at: to.span) }
      return Configuration.Break(from: from.value, to: to.value)
    }
    .compactMap(\.value)
  }

  fileprivate mutating func dayOfYear(_ key: String) -> Configuration.DayOfYear? {
    guard let written = text(key) else { return nil }
    // A year that has a 29 February would let a day through that most years lack.
    guard let date = CalendarDate("2025-\(written.value)") else {
      report(.notADayOfYear(written.value), at: written.span)
      return nil
    }
    return Configuration.DayOfYear(month: date.month, day: date.day)
  }

  fileprivate mutating func colour(_ key: String) -> AccentColour? {
    guard let written = text(key) else { return nil }
    if let colour = AccentColour(written.value) { return colour }
    report(.notAColour(written.value), at: written.span)
    return nil
  }
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

  fileprivate static let endsBeforeItStarts = FieldProblem(
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
