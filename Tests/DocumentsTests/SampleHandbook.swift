import Build
import Community
import Diagnostics
import Files
import Markup
import Site
import Testing

/// The handbook in `content/`, read file by file.
struct SampleHandbook {
  /// The day on which its story stands, 26 November 2026: what comes after is planned.
  static let today = CalendarDate(daysSince1970: 20_783)

  let entries: [Entry]
  /// The names of the fields that entries of each kind give, those within others too.
  let fields: [EntryKind: Set<String>]
  /// The same of `handbook.yml` and `tags.yml`.
  let settings: Set<String>

  init() throws {
    let listing = try LocalFileTree(Repository.root).listing(below: try RelativePath("content"))
    var entries: [Entry] = []
    var fields: [EntryKind: Set<String>] = [:]
    for file in ContentFolder(listing.items.map(\.path)).entries {
      let source = try Self.source(file.path.description)
      let map = FrontMatter.fields(
        of: source, FrontMatter.split(source).value, roles: .declared
      ).value
      fields[file.id.kind, default: []].formUnion(map?.namesWithin ?? [])
      entries += [Entry.read(source, as: file.id, dialect: .handbook).value].compactMap(\.self)
    }
    self.entries = entries
    self.fields = fields
    settings = try Set(
      ["content/handbook.yml", "content/tags.yml"].flatMap { path in
        FieldMap.read(wholeFile: try Self.source(path), roles: .declared).value?.namesWithin ?? []
      })
  }

  /// Reads and checks it whole, as a build does.
  static func inspected(
    _ change: (inout BuildSettings) -> Void = { _ in }
  ) async throws
    -> Inspection
  {
    var settings = BuildSettings(today: today)
    change(&settings)
    return try await Inspection.inspect(try LocalFileTree(Repository.root), settings)
  }

  /// Every output of it.
  static func plan() async throws -> SitePlan {
    try #require(try await inspected().renderer).plan
  }

  /// What its visitors see.
  static func published() async throws -> Handbook { try await plan().handbook }

  private static func source(_ path: String) throws -> SourceText {
    SourceText(path: path, try Repository.text(path))
  }
}

extension FieldMap {
  /// The names of its fields and of those within them, but for `extra`, which is free.
  fileprivate var namesWithin: Set<String> {
    Set(
      fields.flatMap { field in
        [field.key] + (field.key == "extra" ? [] : Array(field.value.namesWithin))
      })
  }
}

extension FieldValue {
  fileprivate var namesWithin: Set<String> {
    switch content {
    case .map(let map): map.namesWithin
    case .list(let values): Set(values.flatMap(\.namesWithin))
    case .text, .empty: []
    }
  }
}
