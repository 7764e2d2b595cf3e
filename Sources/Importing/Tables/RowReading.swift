import Community
import Diagnostics
import Files
import Markup

/// Reads the rows of a table one by one, each to an entry.
struct RowReading {
  private let kind: TableKind
  private var ids: IDNumbering
  private let members: AuthorNames
  /// The names, as ids have them, that several rows have.
  private var namesakes: Set<String> = []
  /// The number that the next neutral id is tried with.
  private var nextNeutral = 1

  init(kind: TableKind, existing: [RelativePath]) {
    self.kind = kind
    let folder = "content/\(kind.kind.folder)/"
    ids = IDNumbering(
      taken: Set(existing.filter { $0.description.hasPrefix(folder) }.map(\.entryName)))
    members = AuthorNames(existing)
  }

  /// Notes which names several rows have.
  mutating func noteNamesakes(_ rows: [[String]], _ fields: [String?]) {
    guard kind == .members else { return }
    var seen: Set<String> = []
    for cells in rows {
      guard let slug = name(fieldsOfRow(cells, fields)).flatMap({ Slug.of($0) }) else { continue }
      if !seen.insert(slug).inserted { namesakes.insert(slug) }
    }
  }

  private func fieldsOfRow(_ cells: [String], _ fields: [String?]) -> [String: String] {
    var row: [String: String] = [:]
    for (field, cell) in zip(fields, cells) where !cell.isEmpty {
      if let field { row[field] = cell }
    }
    return row
  }

  mutating func read(
    _ cells: [String], _ fields: [String?], from source: String, into plan: inout ImportPlan
  ) {
    // All of it becomes front matter.
    guard cells.reduce(0, { $0 + $1.utf8.count }) <= ImportLimits.frontMatter else {
      plan.leaveOut(source, because: tooLong("the row", ImportLimits.frontMatter))
      return
    }
    let row = fieldsOfRow(cells, fields)
    guard let name = name(row) else {
      plan.leaveOut(source, because: "it has no \(kind == .members ? "name" : "title or date")")
      return
    }
    guard let id = freeID(row, name) else {
      plan.leaveOut(source, because: "'\(name.quotedInput)' gives no id: add a column 'id'")
      return
    }
    var notes: [String] = []
    if row["id"] == nil, let slug = Slug.of(name), namesakes.contains(slug) {
      notes.append("several people have this name, so the file has a neutral id")
    }
    let entry = entry(id, name, row, &notes)
    guard let path = try? RelativePath("content/\(kind.kind.folder)/\(id).md") else {
      plan.leaveOut(
        source,
        because: "'\(name.quotedInput)' gives an id that can be no file's name: add a column 'id'")
      return
    }
    plan.add(entry, at: path, from: source, notes: notes)
  }

  private func name(_ row: [String: String]) -> String? {
    switch kind {
    case .members:
      let parts = [row["first_name"], row["last_name"]].compactMap(\.self)
      return row["name"] ?? (parts.isEmpty ? nil : parts.joined(separator: " "))
    case .resources: return row["title"]
    case .meetings: return row["title"] ?? row["date"]
    }
  }

  private mutating func freeID(_ row: [String: String], _ name: String) -> String? {
    var wanted = row["id"].flatMap { Slug.of($0) } ?? Slug.of(name)
    if kind == .meetings, row["id"] == nil, let day = row["date"]?.day {
      wanted = Slug.of("\(day) \(row["series"] ?? row["title"] ?? "meeting")")
    }
    guard let wanted else { return nil }
    if row["id"] == nil, namesakes.contains(wanted) { return neutralID() }
    guard row["id"] != nil else { return ids.take(wanted) }
    // A row of an earlier import is left out where it would be written.
    ids.reserve(wanted)
    return wanted
  }

  /// `m-01`, or the next that is free: an id made of a name would tell the name of both who have it.
  private mutating func neutralID() -> String {
    while true {
      let id = "m-\(nextNeutral < 10 ? "0" : "")\(nextNeutral)"
      nextNeutral += 1
      if !ids.isTaken(id) { return id }
    }
  }

  private func entry(
    _ id: String, _ name: String, _ row: [String: String], _ notes: inout [String]
  ) -> EntryText {
    var entry = EntryText(EntryID(kind.kind, id))
    entry.set(kind == .members ? "name" : "title", .text(row["title"] ?? name))
    for field in kind.columns where !["name", "title"].contains(field.name) {
      guard let cell = row[field.name] else { continue }
      if let value = value(cell, of: field.type) {
        entry.set(field.name, value)
      } else {
        notes.append("\(field.name) is left out: '\(cell.quotedInput)' could not be read")
      }
    }
    complete(&entry, &notes)
    return entry
  }

  private func value(_ cell: String, of type: FieldType) -> WrittenValue? {
    switch type {
    case .date: cell.day.map(WrittenValue.text)
    case .time: cell.clockTime.map(WrittenValue.text)
    case .choice: Slug.of(cell).map(WrittenValue.text)
    case .reference(.member): members.id(of: cell).map(WrittenValue.text)
    case .references(.member): attendees(cell)
    case .texts, .terms, .references, .rows, .addresses, .slugs: .texts(cell.parted)
    case .text, .paragraph, .count, .number, .yesNo, .address, .path, .language, .timeZone, .slug,
      .licence, .timeInClass, .year, .dayOfYear, .rhythm, .colour, .term, .reference, .evidence,
      .fields, .open:
      .text(cell.onOneLine)
    }
  }

  private func attendees(_ cell: String) -> WrittenValue? {
    let ids = cell.parted.compactMap(members.id)
    return ids.isEmpty ? nil : .texts(ids)
  }

  /// What the kind needs and the table does not say.
  private func complete(_ entry: inout EntryText, _ notes: inout [String]) {
    switch kind {
    case .members: notes.append("has agreed to nothing yet: ask, then write their consent")
    case .resources:
      if !entry.has("kind") { entry.set("kind", .text("other")) }
      if !entry.has("licence") {
        entry.set("licence", .text("unknown"))
        notes.append("its licence is not known: ask who made it")
      }
    case .meetings: break
    }
  }
}

/// The members of a site, by what a table may call them.
private struct AuthorNames {
  private let ids: Set<String>

  init(_ existing: [RelativePath]) {
    ids = Set(
      existing.filter { $0.description.hasPrefix("content/members/") }.map(\.entryName))
  }

  /// The id that a name gives; of a stranger too, so that the check tells who is missing.
  func id(of name: String) -> String? {
    if ids.contains(name) { return name }
    return Slug.of(name)
  }
}

extension RelativePath {
  /// The id of the entry that the file is, if it is one.
  fileprivate var entryName: String { stem == "index" ? parent?.name ?? stem : stem }
}

extension String {
  /// Several values in one cell: parted by semicolons, line ends or, without these, commas.
  fileprivate var parted: [String] {
    let marks: [Character] = contains(";") || contains("\n") ? [";", "\n"] : [","]
    return split { marks.contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
  }
}
