import Community
import Diagnostics
import Testing

@testable import Desk

@Suite struct DeskPagesTests {
  @Test(arguments: DeskWords.languages)
  func everyPageCompilesInEveryLanguage(language: String) {
    #expect(DeskPages(DeskWords(language: language)).problems.map(\.summary) == [])
  }

  @Test(arguments: DeskWords.languages)
  func everyLanguageHasTheSameWords(language: String) {
    let english = Set(DeskWords(language: "en").plain.keys)
    #expect(Set(DeskWords(language: language).plain.keys) == english)
  }

  @Test func everyFieldHasALabel() {
    let words = DeskWords(language: "en")
    let fields = EntryKind.allCases.flatMap(\.fields).flatMap { [$0] + $0.parts }
    let missing = Set(fields.map(\.name)).filter { words.plain["field_\($0)"] == nil }
    #expect(missing.sorted() == [])
  }
}
