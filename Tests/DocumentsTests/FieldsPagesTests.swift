import Community
import Files
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("docs/fields.md, docs/authors.md and docs/configuration.md")
struct FieldsPagesTests {
  @Test("the list of fields is what the kinds declare")
  func list() throws {
    let path = "docs/fields.md"
    let page = FieldsPage().text
    if getenv("RECORD") != nil, try Repository.text(path) != page {
      try write(page, to: path)
      Issue.record("\(path) was written again; look at it, then run the tests again")
      return
    }
    #expect(try Repository.text(path) == page)
  }

  @Test("every field that an entry may have is in the authors' page, and no other")
  func entries() throws {
    let declared = Set(EntryKind.allCases.flatMap(\.fields.names))
    let told = try namesInTables("docs/authors.md")
    #expect(declared.subtracting(told).sorted() == [])
    #expect(told.subtracting(declared).sorted() == [])
  }

  @Test("every key of handbook.yml and tags.yml is in the page on settings, and no other")
  func settings() throws {
    let declared = (Configuration.declaredFields + VocabularyFile.declaredFields).names
    let told = try namesInTables("docs/configuration.md")
    #expect(declared.subtracting(told).subtracting(["words", "why"]).sorted() == [])
    #expect(told.subtracting(declared).sorted() == [])
  }

  @Test("the fields that are refused are named in the authors' page")
  func refusals() throws {
    let text = try Repository.text("docs/authors.md")
    for field in ["apologies", "email"] { #expect(text.contains("`\(field)`")) }
  }
}

/// The last parts of the names in the page's tables: `given` of `consent.given`.
private func namesInTables(_ path: String) throws -> Set<String> {
  Set(
    try MarkdownPage(path).namesInTables.filter { !$0.contains("/") }.compactMap {
      $0.split(separator: ".").last.map(String.init)
    })
}

private func write(_ page: String, to path: String) throws {
  let file = try #require(fopen("\(Repository.root)/\(path)", "w"))
  defer { fclose(file) }
  let bytes = Array(page.utf8)
  #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
}
