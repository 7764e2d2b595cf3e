package import Build
package import Community
import Dates
import Diagnostics
package import Files
import Markup
import Site

/// The settings that a site in memory has, unless a test gives its own.
package let plainSettings = """
  name: The Circle
  timezone: Europe/London

  """

/// The settings of a site whose repository nobody else can read.
package let privateSettings = plainSettings + "source: private\n"

/// Reads and checks a site that is written in one line: `try await handbook(["posts/a.md": "# A"])`.
///
/// Paths that begin with neither `content/` nor `templates/` are within `content/`. Without a
/// `handbook.yml` of its own the site has `plainSettings`; it is the first of March 2026.
package func handbook(
  _ files: [String: String], bytes: [String: [UInt8]] = [:],
  _ change: (inout BuildSettings) -> Void = { _ in }
) async throws -> Inspection {
  var tree = try siteTree(files)
  for (path, bytes) in bytes { tree.set(bytes, at: try RelativePath(inSite(path))) }
  return try await handbook(tree, change)
}

/// The same for files that are laid out already.
package func handbook(
  _ tree: MemoryFileTree, _ change: (inout BuildSettings) -> Void = { _ in }
) async throws -> Inspection {
  var settings = BuildSettings(today: firstOfMarch)
  change(&settings)
  return try await Inspection.inspect(tree, settings)
}

/// The files of such a site, for a test that adds what is no text.
package func siteTree(_ files: [String: String]) throws -> MemoryFileTree {
  var tree = MemoryFileTree()
  if files["handbook.yml"] == nil, files["content/handbook.yml"] == nil {
    tree.set(Array(plainSettings.utf8), at: try RelativePath("content/handbook.yml"))
  }
  for (path, text) in files { tree.set(Array(text.utf8), at: try RelativePath(inSite(path))) }
  return tree
}

/// The day on which a site in memory is read: 1 March 2026.
private let firstOfMarch = CalendarDate(daysSince1970: 20_513)

private func inSite(_ path: String) -> String {
  path.hasPrefix("content/") || path.hasPrefix("templates/") ? path : "content/\(path)"
}

extension Inspection {
  /// Every problem as a person reads it at a terminal, the line that counts them included.
  package var report: String {
    TerminalPrinter(showsAll: true, readLine: files.line).text(for: diagnostics)
  }

  /// What readers may see; `nil` where something stands against it.
  package var handbook: Handbook? { renderer?.plan.handbook }

  /// The pages that the site would have; none where something stands against it.
  package var pages: RenderedPages { RenderedPages(renderer, renderer?.plan.pages ?? []) }

  /// The files that a search reads.
  package var searchFiles: [String: String] {
    get async {
      guard let renderer = await renderer?.withSearch() else { return [:] }
      let files = renderer.pages.dropFirst(renderer.plan.pages.count)
      return RenderedPages(renderer, Array(files)).all
    }
  }
}
