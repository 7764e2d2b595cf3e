import Build
import Diagnostics
import Files
import TestSupport
import Testing

@testable import Importing

@Suite("Other tools' sites")
struct GoldenImportTests {
  @Test(
    "a site gives the entries and the report that are recorded",
    arguments: ["hugo", "jekyll", "mkdocs", "obsidian"])
  func golden(name: String) throws {
    let folder = "\(repository)/Tests/ImportingTests/Sites/\(name)"
    let generator = try #require(Generator(rawValue: name))
    let plan = try SiteImport.plan(LocalFileTree("\(folder)/source"), generator, nil, existing: [])
    var found = Dictionary(uniqueKeysWithValues: plan.files.map { ($0.path.description, $0.bytes) })
    found["report.txt"] = Array((plan.report(isDryRun: true) + "\n").utf8)
    if environmentVariable("RECORD") == "1" {
      _ = run("rm", "-rf", "\(folder)/expected")
      for (path, bytes) in found { writeFile("\(folder)/expected/\(path)", bytes) }
      Issue.record("recorded; run again without RECORD")
      return
    }
    let tree = try LocalFileTree("\(folder)/expected")
    let expected = try tree.listing(below: nil).items.map(\.path)
    #expect(found.keys.sorted() == expected.map(\.description).sorted())
    for path in expected {
      let wanted = String(decoding: try tree.bytes(of: path, atMost: 1 << 20), as: UTF8.self)
      #expect(found[path.description].map { String(decoding: $0, as: UTF8.self) } == wanted)
    }
  }

  @Test(
    "an imported site has errors only where a person must decide",
    arguments: [
      ("hugo", []),
      ("jekyll", ["image-without-alternative", "missing-field"]),
      ("mkdocs", []), ("obsidian", []),
    ])
  func decisions(name: String, ids: [String]) async throws {
    let folder = "\(repository)/Tests/ImportingTests/Sites/\(name)/source"
    let generator = try #require(Generator(rawValue: name))
    let plan = try SiteImport.plan(LocalFileTree(folder), generator, nil, existing: [])
    var tree = try siteTree(["handbook.yml": privateSettings])
    for file in plan.files { tree.set(file.bytes, at: file.path) }
    let inspection = try await handbook(tree)
    let errors = inspection.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.id.rawValue).sorted() == ids)
    #expect(errors.allSatisfy { !$0.hints.isEmpty })
  }

  @Test("what is there already is left as it is")
  func existing() throws {
    let folder = "\(repository)/Tests/ImportingTests/Sites/mkdocs/source"
    let there = try RelativePath("content/pages/Rota.md")
    let plan = try SiteImport.plan(LocalFileTree(folder), .mkdocs, nil, existing: [there])
    #expect(!plan.files.map(\.path.description).contains("content/pages/rota.md"))
    #expect(
      plan.leftOutReport.contains(
        "docs/guides/rota.md: the site has content/pages/rota.md already"))
  }

  @Test("importing again adds nothing")
  func again() throws {
    let folder = "\(repository)/Tests/ImportingTests/Sites/obsidian/source"
    let first = try SiteImport.plan(LocalFileTree(folder), .obsidian, nil, existing: [])
    let second = try SiteImport.plan(
      LocalFileTree(folder), .obsidian, nil, existing: first.files.map(\.path))
    #expect(second.files.isEmpty)
  }
}
