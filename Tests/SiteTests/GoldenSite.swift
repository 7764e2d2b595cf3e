import Build
import Community
import Diagnostics
import Files
import Markup
import Site
import TestSupport
import Testing

/// A site of `Sites/` and the files and messages that it must give, byte by byte.
///
/// `RECORD=1 swift test --filter GoldenSiteTests` writes them again, and fails the run that does.
struct GoldenSite: Sendable, CustomTestStringConvertible {
  let name: String
  /// The folder of what is expected; `console.txt` lies beside it.
  var expected = "expected"
  var audience = Audience.everyone
  var includesDrafts = false
  /// Whether the site has the built-in theme, of which only some pages are compared.
  var hasBuiltInTheme = false

  var testDescription: String { "\(name)/\(expected)" }

  static let all = [
    GoldenSite(name: "rich"),
    GoldenSite(
      name: "rich", expected: "expected-members", audience: .members, includesDrafts: true),
    GoldenSite(name: "rich", expected: "expected-theme", hasBuiltInTheme: true),
    GoldenSite(name: "community"),
    GoldenSite(name: "empty"),
    GoldenSite(name: "empty", expected: "expected-theme", hasBuiltInTheme: true),
    GoldenSite(name: "broken"),
    GoldenSite(name: "registers"),
    GoldenSite(name: "registers", expected: "expected-theme", hasBuiltInTheme: true),
  ]
}

/// What a site gave, or must give.
struct GoldenResult: Hashable {
  var files: [String: [UInt8]]
  var console: String
}

extension GoldenSite {
  private var folder: String { "Tests/SiteTests/Sites/\(name)" }

  /// The files of the site, and the tiny theme for all that the site does not bring of its own.
  private func tree() throws -> MemoryFileTree {
    var tree = MemoryFileTree()
    for (path, bytes) in try filesOfRepository(below: "\(folder)/content") {
      tree.set(bytes, at: try RelativePath("content/\(path)"))
    }
    let words = (try? filesOfRepository(below: "\(folder)/templates")) ?? []
    for (path, bytes) in words { tree.set(bytes, at: try RelativePath("templates/\(path)")) }
    guard !hasBuiltInTheme else { return tree }
    for (path, bytes) in try filesOfRepository(below: "Tests/SiteTests/TinyTheme") {
      tree.set(bytes, at: try RelativePath("templates/\(path)"))
    }
    return tree
  }

  /// Builds the site into a folder of its own.
  func result() async throws -> GoldenResult {
    let inspection = try await handbook(try tree()) { settings in
      settings.audience = audience
      settings.includesDrafts = includesDrafts
    }
    let printer = TerminalPrinter(readLine: inspection.files.line)
    let console = printer.text(for: inspection.diagnostics)
    guard let renderer = inspection.renderer else {
      return GoldenResult(files: [:], console: console)
    }
    let disk = try SiteOnDisk()
    let output = try OutputFolder.claim(disk.place(of: "output"), protecting: disk.path) {}
    _ = try await inspection.writeSite(renderer, to: output)
    return GoldenResult(files: disk.files().filter { isCompared($0.key) }, console: console)
  }

  /// The theme's own files are held to `templates/` elsewhere; of the built-in theme one page of
  /// each kind stands for all.
  private func isCompared(_ path: String) -> Bool {
    if path.hasPrefix("theme/"), path != "theme/accent.css" { return false }
    if hasBuiltInTheme, name == "registers" { return pagesOfRegisters.contains(path) }
    // What a search reads is another for every word, and has tests of its own.
    if path.hasPrefix("search/") { return false }
    return !hasBuiltInTheme || name == "empty" && path == "index.html"
      || onePageOfEachKind.contains(path)
  }

  func recorded() -> GoldenResult {
    let files = (try? filesOfRepository(below: "\(folder)/\(expected)")) ?? []
    let console = (try? filesOfRepository(below: folder, ending: consoleName))?.first?.bytes ?? []
    return GoldenResult(
      files: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }),
      console: String(decoding: console, as: UTF8.self))
  }

  func record(_ result: GoldenResult) {
    _ = run("rm", "-rf", "\(repository)/\(folder)/\(expected)")
    for (path, bytes) in result.files {
      writeFile("\(repository)/\(folder)/\(expected)/\(path)", bytes)
    }
    writeFile("\(repository)/\(folder)/\(consoleName)", Array(result.console.utf8))
  }

  private var consoleName: String {
    expected == "expected" ? "console.txt" : "console-\(expected.dropFirst("expected-".count)).txt"
  }
}

private let pagesOfRegisters: Set = [
  "actions-done.html", "actions.html", "decisions.html", "meetings/2026-01-15-circle.html",
]

private let onePageOfEachKind: Set = [
  "404.html", "archive.html", "archive/2026-02.html", "goals/index.html", "goals/retrieval.html",
  "index.html",
  "meetings/2026-01-15-circle.html", "meetings/index.html", "members/ada-okafor.html",
  "members/index.html", "offers.html", "old-story.html", "posts/old-story.html", "posts/story.html",
  "resources/by-kind/reading.html", "resources/grid.html", "resources/index.html", "seeks.html",
  "series/circle.html", "start.html",
  "successes/door.html",
  "search.html", "tags/index.html", "tags/maps.html", "years/2025-26.html", "years/index.html",
]

extension GoldenResult {
  /// Where this result differs from what was expected: a line a file, with the first line that is
  /// another.
  func differences(from expected: GoldenResult) -> [String] {
    var differences: [String] = []
    if console != expected.console {
      differences.append("the console says:\n\(console)")
    }
    for path in Set(files.keys).union(expected.files.keys).sorted() {
      switch (files[path], expected.files[path]) {
      case (let found?, let wanted?):
        if found != wanted { differences.append("\(path): \(firstDifference(found, wanted))") }
      case (nil, _): differences.append("\(path) is missing")
      case (_, nil): differences.append("\(path) is new")
      }
    }
    return differences
  }

  private func firstDifference(_ found: [UInt8], _ wanted: [UInt8]) -> String {
    let (found, wanted) = (lines(found), lines(wanted))
    for (number, (line, other)) in zip(found, wanted).enumerated() where line != other {
      return "line \(number + 1) is '\(line)', not '\(other)'"
    }
    return "has \(found.count) lines, not \(wanted.count)"
  }

  private func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }
}
