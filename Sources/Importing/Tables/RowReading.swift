import Community
import Dates
import Diagnostics
import Files
import Markup

/// Reads the rows of a table one by one, each to an entry.
struct RowReading {
  let kind: TableKind
  let site: TargetSite
  let dates: ColumnDates
  private let people: RepeatedPeople
  private let columns: [DeclaredField]
  private var ids = IDNumbering()
  private let taken: Set<String>
  /// The number that the next neutral id is tried with.
  private var nextNeutral = 1

  init(
    kind: TableKind, site: TargetSite, dates: ColumnDates, people: RepeatedPeople,
    existing: [RelativePath]
  ) {
    self.kind = kind
    self.site = site
    self.dates = dates
    self.people = people
    columns = kind.columns.filter { !["name", "title"].contains($0.name) }
    let folder = "content/\(kind.kind.folder)/"
    taken = Set(existing.filter { $0.description.hasPrefix(folder) }.map(\.entryName))
  }

  mutating func read(_ row: TableRow, into plan: inout ImportPlan) {
    // All of it becomes front matter.
    guard row.fields.values.reduce(0, { $0 + $1.utf8.count }) <= ImportLimits.frontMatter else {
      plan.leaveOut(row.source, because: tooLong("the row", ImportLimits.frontMatter))
      return
    }
    if let later = people.replaced[row.number] {
      plan.leaveOut(
        row.source, because: "the same person answered again in row \(later), which counts")
      return
    }
    if let reason = missing(row) {
      plan.leaveOut(row.source, because: reason)
      return
    }
    let name = name(row) ?? ""
    guard let id = freeID(row, name) else {
      plan.leaveOut(
        row.source, because: "'\(name.quotedInput)' gives no id: add a column 'id'")
      return
    }
    var notes: [String] = []
    if row["id"] == nil, let slug = Slug.of(name), people.namesakes.contains(slug) {
      notes.append("several people have this name, so the file has a neutral id")
    }
    let entry = entry(id, name, row, &notes)
    guard let path = try? RelativePath("content/\(kind.kind.folder)/\(id).md") else {
      plan.leaveOut(
        row.source,
        because: "'\(name.quotedInput)' gives an id that can be no file's name: add a column 'id'")
      return
    }
    plan.add(entry, at: path, from: row.source, notes: notes)
  }

  /// What a row lacks without which it is no entry.
  private func missing(_ row: TableRow) -> String? {
    guard let name = name(row), !name.isEmpty else {
      return "it has no \(kind == .members ? "name" : "title or date")"
    }
    guard kind == .meetings else { return nil }
    guard let written = row["date"] else { return "it has no date: a meeting has a day" }
    guard dates.day(written, "date") == nil else { return nil }
    return "its date '\(written.quotedInput)' is no day: write the day once it is known"
  }

  private func name(_ row: TableRow) -> String? {
    switch kind {
    case .members: row.personName
    case .resources: row["title"]?.onOneLine
    case .meetings: row["title"]?.onOneLine ?? row["date"]
    }
  }

  private mutating func freeID(_ row: TableRow, _ name: String) -> String? {
    var wanted = row["id"].flatMap { Slug.of($0) } ?? Slug.of(name)
    if kind == .meetings, row["id"] == nil, let day = row["date"].flatMap({ dates.day($0, "date") })
    {
      wanted =
        Slug.of("\(day) \(row["series"] ?? row["title"] ?? "meeting")") ?? Slug.of("\(day) meeting")
    }
    if wanted == nil, row["id"] == nil { return neutralID() }
    guard let wanted else { return nil }
    if row["id"] == nil, people.namesakes.contains(wanted) { return neutralID() }
    guard row["id"] != nil else { return ids.take(wanted) }
    // A row of an earlier import is left out where it would be written.
    ids.reserve(wanted)
    return wanted
  }

  /// `m-01`, or the next that is free: of a name that several have, or that has no Latin letter.
  private mutating func neutralID() -> String {
    let letter = kind.kind.rawValue.prefix(1)
    while true {
      let id = "\(letter)-\(nextNeutral < 10 ? "0" : "")\(nextNeutral)"
      nextNeutral += 1
      if !taken.contains(id), !ids.isTaken(id) { return id }
    }
  }

  private func entry(
    _ id: String, _ name: String, _ row: TableRow, _ notes: inout [String]
  ) -> EntryText {
    var entry = EntryText(EntryID(kind.kind, id))
    switch kind {
    case .members: entry.set("name", .text(name))
    case .resources: entry.set("title", .text(name))
    case .meetings: entry.set("title", .text(row["title"]?.onOneLine ?? meetingTitle(row)))
    }
    for field in columns {
      guard let cell = row[field.name] else { continue }
      take(cell, field, &entry, &notes)
    }
    if let text = row["text"] { entry.body = PlainText.markdown(text) }
    if !row.rest.isEmpty {
      let fields = row.rest.map { WrittenValue.WrittenField($0.name, .text($0.cell)) }
      entry.set("extra", .map(fields))
      notes.append("kept below extra: \(row.rest.map(\.name).joined(separator: ", "))")
    }
    switch kind {
    case .members: agree(row, &entry, &notes)
    case .resources: complete(&entry, &notes)
    case .meetings: addWork(row, &entry, &notes)
    }
    return entry
  }

  private func meetingTitle(_ row: TableRow) -> String {
    row["series"]?.onOneLine ?? row["date"].flatMap { dates.day($0, "date") }?.description
      ?? "Meeting"
  }

  private func take(
    _ cell: String, _ field: DeclaredField, _ entry: inout EntryText, _ notes: inout [String]
  ) {
    switch value(cell, of: field, &entry, &notes) {
    case .value(let value): entry.set(field.name, value)
    case .told: break
    case .unreadable:
      notes.append("\(field.name) is left out: '\(cell.quotedInput)' could not be read")
    }
  }

  /// What becomes of a cell.
  enum Reading {
    case value(WrittenValue)
    /// It is left out, and the notes say why.
    case told
    case unreadable

    init(_ text: String?) { self = text.map { .value(.text($0)) } ?? .unreadable }
  }

  private func value(
    _ cell: String, of field: DeclaredField, _ entry: inout EntryText, _ notes: inout [String]
  ) -> Reading {
    switch field.type {
    case .date: return Reading(dates.day(cell, field.name)?.description)
    case .time: return hours(cell, field, &entry)
    case .choice(let choices): return choice(cell, field, choices, &notes)
    case .licence:
      if let licence = LicenceWords.licence(cell) { return .value(.text(licence)) }
      notes.append("licence is left out: '\(cell.quotedInput)' does not say how it may be used")
      return .told
    case .address: return address(cell, field, &notes)
    case .reference(.member):
      if let id = site.members.id(of: cell) { return .value(.text(id)) }
      notes.append("\(field.name) is left out: it names nobody who is a member here")
      return .told
    case .references(.member): return members(cell, field, &notes)
    case .texts, .terms, .references, .rows, .addresses, .slugs: return .value(.texts(cell.parted))
    case .text, .paragraph, .siteAddress, .count, .number, .yesNo, .path, .language, .timeZone,
      .slug,
      .timeInClass, .year, .dayOfYear, .rhythm, .colour, .term, .reference, .evidence,
      .fields, .open:
      return field.name == EntryText.roomField
        ? room(cell, &entry, &notes) : .value(.text(cell.onOneLine))
    }
  }

  private func hours(_ cell: String, _ field: DeclaredField, _ entry: inout EntryText) -> Reading {
    let time = FoundDate(firstIn: cell).map { String(cell[$0.range.upperBound...]).trimmed } ?? cell
    guard let hours = ForeignHours(time) else { return .unreadable }
    if field.name == "start", let end = hours.end { entry.set("end", .text(end.description)) }
    return field.name == "end" && entry.has("end")
      ? .told : .value(.text(hours.start.description))
  }

  private func choice(
    _ cell: String, _ field: DeclaredField, _ choices: [String], _ notes: inout [String]
  ) -> Reading {
    if let found = ChoiceSynonyms.choice(cell, of: field.name, among: choices) {
      return .value(.text(found))
    }
    guard choices.contains("other") else { return .unreadable }
    notes.append("\(field.name) is 'other': '\(cell.quotedInput)' is none of our words for it")
    return .value(.text("other"))
  }

  private func address(
    _ cell: String, _ field: DeclaredField, _ notes: inout [String]
  ) -> Reading {
    let word = cell.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? cell
    if JoiningDetails.isIn(address: word) {
      notes.append("\(field.name) is left out: the address may hold a passcode")
      return .told
    }
    if word.lowercased().hasPrefix("http") { return .value(.text(word)) }
    let host = word.prefix { $0 != "/" }
    guard word == cell, !word.contains("@"), !word.contains(":"), host.contains("."),
      host.split(separator: ".").count > 1, host.allSatisfy({ !$0.isWhitespace })
    else { return .unreadable }
    return .value(.text("https://\(word)"))
  }

  private func room(_ cell: String, _ entry: inout EntryText, _ notes: inout [String]) -> Reading {
    let found = JoiningDetails.place(cell)
    if found.isCut { notes.append("left out of the place: a link, which may hold a passcode") }
    if let mode = found.mode, !entry.has("mode") { entry.set("mode", .text(mode)) }
    return found.text.map { .value(.text($0.onOneLine)) } ?? .told
  }

  private func members(
    _ cell: String, _ field: DeclaredField, _ notes: inout [String]
  ) -> Reading {
    let people = PeopleList(cell, among: site.members)
    if people.strangers > 0 { notes.append(.strangers(people.strangers, field.name)) }
    return people.ids.isEmpty ? .told : .value(.texts(people.ids))
  }

  /// What a resource needs and the table does not say.
  private func complete(_ entry: inout EntryText, _ notes: inout [String]) {
    if !entry.has("kind") { entry.set("kind", .text("other")) }
    if !entry.has("url"), entry.body.isEmpty {
      entry.set("draft", .text("yes"))
      notes.append("it has no address and no text yet, so it is a draft")
    }
    if !entry.has("licence") {
      entry.set("licence", .text("unknown"))
      notes.append("its licence is not known: ask who made it")
    }
  }
}

extension String {
  static func strangers(_ count: Int, _ field: String) -> String {
    count == 1
      ? "left out of \(field): 1 name of somebody who is no member here"
      : "left out of \(field): \(count) names of people who are no members here"
  }
}

extension RelativePath {
  /// The id of the entry that the file is, if it is one.
  var entryName: String { stem == "index" ? parent?.name ?? stem : stem }
}
