import Diagnostics
import Testing

@testable import Templates

private struct ShelfView: View {
  let books: [String]

  static let fields: Fields<ShelfView> = [.texts("books") { $0.books }]
}

@Suite("Lists and their flags")
struct PresenceTests {
  @Test(
    "a list brings a flag that says whether it holds anything",
    arguments: [(["a", "b"], "<ul>ab</ul>"), ([], "none")])
  func flag(_ books: [String], _ expected: String) {
    let source = """
      {{#has_books}}<ul>{{#books}}{{.}}{{/books}}</ul>{{/has_books}}{{^has_books}}none{{/has_books}}
      """
    let set = TemplateSet([
      TemplateSource(name: "shelf", text: SourceText(path: "shelf.html", source))
    ])
    let compiled = set.compile("shelf", for: ShelfView.self, words: [:])
    #expect(compiled.diagnostics == [])
    var output: [UInt8] = []
    compiled.value?.render(ShelfView(books: books), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }
}
