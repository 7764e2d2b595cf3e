import Build
import Community
import Dates
import Diagnostics
import Files
import Importing
import Site
import TestSupport

/// A site in memory after an import has been settled into it.
struct SettledSite {
  let outcome: Settling.Outcome
  let inspection: Inspection

  /// Imports the files of another site, given by their paths in it.
  init(
    _ old: [String: String], of generator: Generator = .hugo, bytes: [String: [UInt8]] = [:],
    into site: [String: String] = ["handbook.yml": privateSettings]
  ) async throws {
    var source = MemoryFileTree()
    for (path, text) in old { source.set(Array(text.utf8), at: try RelativePath(path)) }
    for (path, bytes) in bytes { source.set(bytes, at: try RelativePath(path)) }
    let tree = try siteTree(site)
    let paths = try tree.listing(below: RelativePath("content")).items.map(\.path)
    let from = ImportSource(generator.rawValue, at: "old", holdsFiles: true)
    let standing = try ImportStanding(from, in: tree, paths)
    let plan = try SiteImport.plan(source, generator, nil, existing: standing.existing)
    try await self.init(plan, standing, tree)
  }

  init(_ plan: ImportPlan, _ standing: ImportStanding, _ tree: MemoryFileTree) async throws {
    let day = CalendarDate(daysSince1970: 20_513)
    outcome = try await Settling.settle(
      ImportChanges(plan, standing, on: day), over: tree, today: day)
    var made = tree
    for path in outcome.changes.outdated { made.set(nil, at: path) }
    for file in outcome.changes.plan.files { made.set(file.bytes, at: file.path) }
    made.set(Array(outcome.changes.ledger.text.utf8), at: ImportLedger.path)
    if !outcome.debt.isEmpty { made.set(outcome.debt.text, at: Debt.path) }
    inspection = try await handbook(made)
  }

  /// The file of an entry, by its path within `content/`.
  func text(_ path: String) -> String? {
    outcome.changes.plan.files.first { $0.path.description == "content/\(path)" }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Every text that is published: pages, and the files that the search reads.
  var published: [String] {
    get async { await inspection.pages.values + inspection.searchFiles.values }
  }

  /// The ids of what stands in the way of a build.
  var blocking: [String] {
    inspection.diagnostics.filter(\.severity.isBlocking).map(\.id.rawValue)
  }
}

/// A page of the old site that names its author, so that she is a member here.
let byAda = "---\ntitle: First\nauthors: [Ada Okafor]\n---\n"
