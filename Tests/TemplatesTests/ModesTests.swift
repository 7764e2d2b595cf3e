import Templates
import Testing

@Suite("what strict mode refuses and lenient mode lets pass")
struct ModesTests {
  @Test("a difference between the modes", arguments: Difference.all)
  func difference(_ difference: Difference) {
    #expect(lenient(difference.page, difference.data, with: difference.others) == difference.output)
    #expect(strict(difference.page, with: difference.others).hasPrefix(difference.id + ": "))
  }

  @Test("a partial that includes itself is followed a hundred deep and no deeper")
  func boundedRecursion() {
    let output = lenient("{{>a}}", .nothing, with: ["a": "x{{>a}}"])
    #expect(output == String(repeating: "x", count: 100))
  }

  @Test("a partial that includes itself twice ends")
  func boundedDoubling() {
    let output = lenient("{{>a}}", .nothing, with: ["a": "x{{>a}}{{>a}}"])
    #expect(output == String(repeating: "x", count: 10_001))
  }

  @Test("in lenient mode 'words' is a name like any other")
  func words() {
    let data = OpenValue.map(["words": .map(["next": .text("Next")])])
    #expect(lenient("{{words.next}}{{#words}}{{next}}{{/words}}", data) == "NextNext")
  }
}

/// A template that the specification allows and strict mode refuses with `id`.
struct Difference: Sendable, CustomTestStringConvertible {
  let page: String
  var others: [String: String] = [:]
  let output: String
  let id: String

  var testDescription: String { "\(id): \(page)" }

  let data = OpenValue.map([
    "name": .text("<A>"), "biography": .text("<p>"), "isNew": .flag(true), "kind": .text("post"),
    "tags": .list([.text("a")]), "chair": .map([:]),
  ])

  static let all = [
    Difference(page: "{{missing}}.", output: ".", id: "unknown-template-name"),
    Difference(page: "{{>missing}}.", output: ".", id: "unknown-partial"),
    Difference(page: "{{<missing}}{{/missing}}.", output: ".", id: "unknown-partial"),
    Difference(
      page: "{{<p}}{{$missing}}x{{/missing}}{{/p}}.", others: ["p": "p"], output: "p.",
      id: "unknown-block"),
    Difference(page: "{{{name}}}", output: "<A>", id: "unescaped-text"),
    Difference(page: "{{&name}}", output: "<A>", id: "unescaped-text"),
    Difference(page: "{{biography}}", output: "&lt;p&gt;", id: "escaped-html"),
    Difference(page: "{{isNew}}", output: "true", id: "unprintable-value"),
    Difference(page: "{{tags}}.", output: ".", id: "unprintable-value"),
    Difference(page: "{{chair}}.", output: ".", id: "unprintable-value"),
    Difference(
      page: "{{>*name}}", others: ["<A>": "a"], output: "a", id: "dynamic-name-not-a-choice"),
    Difference(
      page: "{{>a}}", others: ["a": "x{{#name}}{{^name}}{{>a}}{{/name}}{{/name}}"], output: "x",
      id: "partial-ring"),
    Difference(
      page: "{{<p}}lost{{/p}}.", others: ["p": "p"], output: "p.", id: "text-outside-blocks"),
    Difference(page: "{{words.next}}.", output: ".", id: "unknown-interface-word"),
  ]
}
