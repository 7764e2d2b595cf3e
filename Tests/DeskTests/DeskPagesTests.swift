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

  @Test(
    "the sentence below each control, and what it shows by way of example, are in the desk's language",
    arguments: ["es", "fr", "de", "cy", "ar"])
  func sentences(language: String) {
    let words = DeskWords(language: language)
    for kind in EntryKind.allCases {
      let form = FormControls(kind: kind, words: words, library: nil)
      let controls = form.controls(for: { _ in nil }, findings: [])
      #expect(controls.first.count + controls.rest.count == kind.fields.count)
      for control in controls.first + controls.rest {
        #expect(!kind.fields.contains { $0.sentence == control.sentence }, "\(control.name)")
      }
    }
  }

  @Test("in German, as the form of a goal says it")
  func german() {
    let form = FormControls(kind: .goal, words: DeskWords(language: "de-AT"), library: nil)
    let controls = form.controls(for: { _ in nil }, findings: [])
    let measure = controls.first.first { $0.name == "measure" }
    #expect(measure?.sentence == "Was gezählt wird.")
    guard case .line(_, _, let example)? = measure?.form else {
      Issue.record("no line")
      return
    }
    #expect(example == "Stunden, die mit Abrufen beginnen, pro Woche")
  }

  @Test("no sentence of a field is marked as English")
  func marked() {
    for file in BuiltInDesk.files where file.path.hasPrefix("partials/") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("lang=\"en\">{{sentence}}"), "\(file.path)")
    }
  }
}
