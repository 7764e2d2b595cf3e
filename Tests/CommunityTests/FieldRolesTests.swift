import Community
import Diagnostics
import Markup
import Testing

@Suite("What the names of fields say of their values")
struct FieldRolesTests {
  @Test(
    "@ada means ada in every field that names people, by its own name or by another",
    arguments: [
      "attendees", "author", "authors", "chair", "image_shows", "member", "note_taker", "owner",
      "owners", "people", "quote_by", "shared_by", "tried_by", "apologies",
    ])
  func people(name: String) {
    let read = FieldMap.read(wholeFile: file("\(name): @ada\n"), roles: .declared)
    guard case .text("ada", _) = read.value?[name]?.value.content else {
      Issue.record("\(name) reads otherwise")
      return
    }
    #expect(read.diagnostics.count == 1)
  }

  @Test(
    "quotes are proposed around all words of a field of words",
    arguments: ["title", "summary", "why", "quote", "venue", "school", "join_info", "tagline"])
  func words(name: String) throws {
    let read = FieldMap.read(wholeFile: file("\(name): [One] and two\n"), roles: .declared)
    #expect(try #require(read.diagnostics.first).fix != nil)
  }

  private func file(_ text: String) -> SourceText {
    SourceText(path: "content/handbook.yml", text)
  }
}
