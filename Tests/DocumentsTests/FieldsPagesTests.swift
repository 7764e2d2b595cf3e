import Testing

@Suite("docs/authors.md and docs/configuration.md")
struct FieldsPagesTests {
  @Test("every field that an entry may have is in the authors' page, and no other")
  func entries() throws {
    let read = try fields { !isSettings($0) }
    let told = try namesInTables("docs/authors.md")
    #expect(read.subtracting(told).subtracting(refused).sorted() == [])
    #expect(told.subtracting(read).sorted() == [])
  }

  @Test("every key of handbook.yml and tags.yml is in the page on settings, and no other")
  func settings() throws {
    let read = try fields(isSettings)
    let told = try namesInTables("docs/configuration.md")
    #expect(read.subtracting(told).sorted() == [])
    #expect(told.subtracting(read).sorted() == [])
  }

  @Test("the fields that are refused are named in the authors' page")
  func refusals() throws {
    let text = try Repository.text("docs/authors.md")
    for field in refused { #expect(text.contains("`\(field)`")) }
  }
}

/// Asked for only to say why they are not kept.
let refused: Set = ["apologies", "email"]

private func isSettings(_ source: SwiftSource) -> Bool {
  source.name.hasPrefix("Configuration+") || source.name.hasPrefix("Vocabulary+")
}

/// The names that the readers ask for: single words given to a call.
private func fields(_ isIncluded: (SwiftSource) -> Bool) throws -> Set<String> {
  let readers = try Repository.swiftFiles(below: "Sources/Community/Reading").filter {
    $0.name.hasSuffix("+Reading.swift") && isIncluded($0)
  }
  return Set(readers.flatMap(\.fieldNames))
}

/// The last parts of the names in the page's tables: `given` of `consent.given`.
private func namesInTables(_ path: String) throws -> Set<String> {
  Set(
    try MarkdownPage(path).namesInTables.filter { !$0.contains("/") }.compactMap {
      $0.split(separator: ".").last.map(String.init)
    })
}
