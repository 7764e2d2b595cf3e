import Community
import Diagnostics
import Files
import Markup
import TOMLKit

/// The tables among the data of another tool's site: people, meetings and resources that no page of
/// it holds.
struct SiteData: Sendable {
  var files: [RelativePath] = []
  /// What the rows of all tables become.
  var plan: ImportPlan?

  /// Reads every table into a plan of its own, beside which `pages` will be written.
  mutating func read(
    _ tree: some FileTree, members: MemberDirectory, existing: [RelativePath], pages: [RelativePath]
  ) {
    var site = TargetSite()
    site.members = members
    var plan = ImportPlan(existing: existing + pages)
    for file in files.sorted() {
      do throws(UnreadablePage) {
        let tables = try DataTables(tree, file)
        add(tables, of: file, site, existing + pages, into: &plan)
      } catch {
        plan.leaveOut(file.description, because: error.reason)
      }
    }
    self.plan = plan
  }

  private func add(
    _ data: DataTables, of file: RelativePath, _ site: TargetSite, _ existing: [RelativePath],
    into plan: inout ImportPlan
  ) {
    var isTaken = false
    let folder = file.parts.count > 2 ? file.parent?.name : nil
    for (name, table) in data.tables {
      guard
        let kind = TableKind(judging: table, named: [file.stem, folder, name].compactMap(\.self))
      else {
        continue
      }
      isTaken = true
      let columns = ColumnMatching(table, as: kind, own: [:], keepsRest: true)
      let label = name.map { "\(file), \($0)" } ?? file.description
      let reading = TableReading(table, columns.meanings, as: kind, named: label, site: site)
      reading.plan(into: &plan, existing: existing)
    }
    if !isTaken {
      plan.leaveOut(
        file.description, because: "it is data that looks like no people, meetings or resources")
    }
  }
}

extension Generator {
  /// Whether a file is one of the site's own tables.
  func holdsData(_ path: RelativePath) -> Bool {
    let folder: String? =
      switch self {
      case .jekyll, .markdown: "_data"
      case .hugo: "data"
      case .mkdocs, .obsidian: nil
      }
    guard let folder, path.parts.count > 1 else { return false }
    let isBelow =
      path.parts[0] == folder || self == .markdown && path.parts.dropLast().contains(folder)
    let ending = path.fileExtension.lowercased()
    return isBelow && ["yml", "yaml", "json", "toml", "csv", "tsv"].contains(ending)
  }
}

/// The tables of one file: each with the name of the field that holds it, if one does.
private struct DataTables {
  private(set) var tables: [(name: String?, table: ForeignTable)] = []

  init(_ tree: some FileTree, _ file: RelativePath) throws(UnreadablePage) {
    let bytes: [UInt8]
    do throws(FileTrouble) {
      bytes = try tree.bytes(of: file, atMost: ImportLimits.text)
    } catch { throw UnreadablePage(reason: error.message) }
    guard let text = ForeignText(bytes)?.text else { throw UnreadablePage(reason: "it is no text") }
    switch file.fileExtension.lowercased() {
    case "csv", "tsv":
      guard let table = ForeignTable(text) else {
        throw UnreadablePage(reason: "it has no row of headings")
      }
      tables = [(nil, table)]
    case "toml": find(in: try ForeignMatter.toml(text).read(file.description).0)
    default: find(in: try Self.map(text, file))
    }
  }

  /// The fields of YAML or JSON; a list at the top stands below `items`.
  private static func map(_ text: String, _ file: RelativePath) throws(UnreadablePage) -> FieldMap {
    let first = text.split(separator: "\n").map(\.trimmed).first {
      !$0.isEmpty && !$0.hasPrefix("#") && $0 != "---"
    }
    var whole = text
    if first?.hasPrefix("[") ?? false { whole = "{\"items\": \(text)}" }
    if first?.hasPrefix("- ") ?? false || first == "-" {
      whole = "items:\n\(text.withoutDocumentStart)"
    }
    let source = SourceText(path: file.description, LongQuotes.joined(whole))
    let read = FieldMap.read(wholeFile: source, limit: ImportLimits.text, roles: .unknown)
    guard let map = read.value else {
      let problem = read.diagnostics.first { $0.severity == .error }?.summary
      throw UnreadablePage(reason: "it cannot be read: \(problem ?? "it is no YAML")")
    }
    return map
  }

  private mutating func find(in map: FieldMap) {
    // Of people by their ids: `ada: {name: Ada}`.
    let keyed = map.fields.compactMap { field -> (String, FieldMap)? in
      if case .map(let inner) = field.value.content { (field.key, inner) } else { nil }
    }
    if keyed.count == map.fields.count, !keyed.isEmpty, let table = ForeignTable(keyed) {
      tables.append((nil, table))
    }
    for field in map.fields {
      guard case .list(let items) = field.value.content else { continue }
      let rows = items.compactMap { item -> (String, FieldMap)? in
        if case .map(let inner) = item.content { ("", inner) } else { nil }
      }
      if !rows.isEmpty, let table = ForeignTable(rows) {
        tables.append((field.key == "items" ? nil : field.key, table))
      }
    }
  }
}

extension ForeignTable {
  /// A row for each map: its scalars and lists of these.
  fileprivate init?(_ maps: [(key: String, fields: FieldMap)]) {
    var headings = maps.contains { !$0.key.isEmpty } ? ["id"] : []
    var seen = Set(headings)
    for (_, map) in maps.prefix(ImportLimits.items) {
      for field in map.fields where seen.insert(field.key).inserted { headings.append(field.key) }
    }
    guard headings.count <= ImportLimits.columns else { return nil }
    let rows = maps.prefix(ImportLimits.items).enumerated().map { index, row in
      let cells = headings.map { heading -> String in
        if heading == "id", !row.key.isEmpty { return row.key }
        guard let value = row.fields[heading]?.value else { return "" }
        return value.text ?? value.texts.joined(separator: "; ")
      }
      return (index + 1, cells)
    }
    self.init(headings: headings, rows: rows)
  }
}

extension TableKind {
  /// What the rows of a table are, by the names that it goes by and by its columns; `nil` for what is
  /// no people, no meetings and no resources.
  init?(judging table: ForeignTable, named names: [String]) {
    let columns = Set(table.headings.map(\.plainHeading))
    let words = names.map(\.plainHeading)
    guard !words.contains(where: machineNames.contains) else { return nil }
    let has = { (wanted: Set<String>) in !columns.isDisjoint(with: wanted) }
    let isPerson = has(["name", "firstname", "lastname", "fullname", "displayname"])
    let hasTitle = has(["title", "name", "topic"])
    let hasDate = has(["date", "day", "start", "startdate", "when"])
    if isPerson, !hasDate {
      if words.contains(where: peopleNames.contains) || has(marksOfPeople) {
        self = .members
        return
      }
    }
    if hasDate, hasTitle, words.contains(where: meetingNames.contains) || has(marksOfMeetings) {
      self = .meetings
      return
    }
    if hasTitle, has(["url", "link", "href", "address"]), table.leadsElsewhere,
      words.contains(where: resourceNames.contains) || has(marksOfResources)
    {
      self = .resources
      return
    }
    return nil
  }
}

extension ForeignTable {
  /// Whether most of its addresses are of other sites, unlike those of a menu.
  fileprivate var leadsElsewhere: Bool {
    let links = rows.filter { row in
      row.cells.contains { $0.lowercased().hasPrefix("http") || $0.hasPrefix("www.") }
    }
    return links.count * 2 > rows.count
  }
}

extension String {
  fileprivate var withoutDocumentStart: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmed == "---" ? "" : String($0) }.joined(separator: "\n")
  }
}

private let machineNames: Set<String> = [
  "navigation", "nav", "menu", "menus", "mainmenu", "toc", "sidebar", "footer", "header", "social",
  "settings", "config", "theme", "ui", "uitext", "i18n", "topbar", "topnav", "breadcrumbs",
  "strings",
  "sponsors", "sponsor", "partners", "partner", "organisations", "organizations", "organisation",
  "organization", "funders", "institutions", "companies", "schools", "projects", "logos",
  "redirects",
  "translations", "locale", "locales", "features", "buttons",
]
private let peopleNames: Set<String> = [
  "members", "member", "people", "person", "team", "authors", "author", "staff", "contributors",
  "speakers", "participants", "committee", "board", "organisers", "organizers", "alumni",
  "teachers",
  "chairs", "volunteers", "mentors", "instructors", "trainers", "facilitators", "fellows",
  "students",
  "mitglieder", "membres", "miembros", "aelodau", "maintainers", "coordinators",
]
private let meetingNames: Set<String> = [
  "meetings", "meeting", "events", "event", "sessions", "schedule", "workshops", "talks", "minutes",
  "calendar", "seminars", "webinars", "gatherings", "agenda", "programme", "program", "treffen",
  "termine", "reunions", "evenements", "eventos", "reuniones", "cyfarfodydd",
]
private let resourceNames: Set<String> = [
  "resources", "resource", "materials", "links", "publications", "papers", "books", "tools",
  "library", "readings", "reading", "videos", "lessons", "downloads", "materialien", "ressources",
  "recursos", "adnoddau", "worksheets", "articles",
]
private let marksOfPeople: Set<String> = [
  "bio", "biography", "school", "affiliation", "email", "photo", "avatar", "github", "orcid",
  "twitter", "pronouns", "firstname", "lastname", "jobtitle", "position",
]
private let marksOfMeetings: Set<String> = [
  "venue", "location", "room", "place", "start", "starttime", "time", "end", "speaker", "speakers",
  "attendees", "agenda",
]
private let marksOfResources: Set<String> = [
  "licence", "license", "subject", "subjects", "level", "levels",
]
