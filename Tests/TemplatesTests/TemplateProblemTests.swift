import Diagnostics
import Templates
import Testing

@Suite("problems of templates")
struct TemplateProblemTests {
  @Test("a problem has its place, its sentence and what to write", arguments: ProblemCase.all)
  func problem(_ example: ProblemCase) throws {
    let (texts, location) = try example.unmarked()
    let set = templates(texts)
    let compiled = set.compile("page", for: PersonView.self, words: ["next": "Next", "by": "By"])
    let expected = Diagnostic(
      .error, example.id, at: location, example.summary, hints: example.hint.map { [$0] } ?? [])
    #expect(compiled.diagnostics == [expected])
    #expect(compiled.value == nil)
  }

  @Test("all problems of a page are reported, its partials' included, each once")
  func several() {
    let page =
      "{{nam}} {{>side}} {{#chair}}{{tite}}{{/chair}} {{<frame}}{{$a}}{{x}}{{/a}}{{/frame}}"
    let others = ["side": "{{{name}}}\n{{>gone}}", "frame": "{{$a}}{{/a}}{{$a}}{{/a}}"]
    #expect(
      strict(page, with: others) == """
        unknown-template-name: nothing here is named 'nam'
        unescaped-text: 'name' is a text; only HTML is printed unescaped
        unknown-partial: no template is named 'gone'
        unknown-template-name: nothing here is named 'tite'
        unknown-template-name: nothing here is named 'x'
        """)
  }

  @Test("what is inside a section on an unknown name causes no further problem")
  func noFollowUps() {
    let page = "{{#chiar}}{{title}}{{{html}}}{{>*kind}}{{#a}}{{b.c}}{{/a}}{{/chiar}}"
    #expect(strict(page) == "unknown-template-name: nothing here is named 'chiar'")
  }

  @Test("a set of templates tells the problems of those that no page uses")
  func unused() {
    let set = templates(["page": "{{name}}", "b": "{{/b}}", "a": "{{#a}}"])
    #expect(
      set.diagnostics.map(\.summary) == [
        "'a' is opened here and never closed", "nothing named 'b' is open here",
      ])
    #expect(set.names == ["a", "b", "page"])
  }

  @Test("a page whose template isn't there is a problem without a place")
  func unknownPage() {
    let compiled = templates(["page": ""]).compile("pag", for: PersonView.self)
    let expected = Diagnostic(
      .error, "unknown-partial", at: nil, "no template is named 'pag'",
      hints: ["did you mean 'page'?"])
    #expect(compiled.diagnostics == [expected])
  }

  @Test("each text that a dynamic name can be must be the name of a template")
  func unknownChoice() throws {
    let set = templates(["start": "{{>*kind}}", "page": ""])
    let problem = try #require(set.compile("start", for: PersonView.self).diagnostics.first)
    #expect(problem.summary == "no template is named 'post', which 'kind' can be")
    #expect(problem.hints == ["the templates are 'page', 'start'"])
  }

  @Test("20,000 nested sections are one error")
  func deepSections() {
    let page =
      String(repeating: "{{#name}}", count: 20_000)
      + String(repeating: "{{/name}}", count: 20_000)
    let message =
      "template-too-deep: sections, blocks and partials can be nested 100 deep and no deeper"
    #expect(strict(page) == message)
    #expect(lenient(page, .nothing) == message)
  }

  @Test("a hundred nested sections are rendered")
  func deepEnough() {
    let page =
      String(repeating: "{{#name}}", count: 99) + "x" + String(repeating: "{{/name}}", count: 99)
    #expect(strict(page) == "x")
  }

  @Test("a chain of 200 partials is an error where it becomes too deep")
  func deepPartials() {
    var chain = ["p200": "end"]
    for step in 0..<200 { chain["p\(step)"] = "{{>p\(step + 1)}}" }
    #expect(
      strict("{{>p0}}", with: chain)
        == "template-too-deep: sections, blocks and partials can be nested 100 deep and no deeper")
  }

  @Test("partials that double at every level are an error, not an endless page")
  func doublingPartials() {
    var chain = ["p50": "end"]
    for step in 0..<50 { chain["p\(step)"] = "{{>p\(step + 1)}}{{>p\(step + 1)}}" }
    let set = templates(chain.merging(["page": "{{>p0}}"]) { _, page in page })
    let problems = set.compile("page", for: PersonView.self).diagnostics
    #expect(
      problems.map(\.summary) == [
        "a page can include 10000 partials, parents and blocks and no more"
      ])
  }
}

/// A template with a mistake, the bytes at fault between `⟦` and `⟧`.
struct ProblemCase: Sendable, CustomTestStringConvertible {
  let page: String
  var others: [String: String] = [:]
  let id: DiagnosticID
  let summary: String
  var hint: String?

  var testDescription: String { "\(id.rawValue): \(page)" }

  init(
    _ page: String, with others: [String: String] = [:], _ id: DiagnosticID, _ summary: String,
    hint: String? = nil
  ) {
    self.page = page
    self.others = others
    self.id = id
    self.summary = summary
    self.hint = hint
  }

  /// The texts without the marks, and the marked place.
  func unmarked() throws -> ([String: String], Diagnostics.SourceLocation) {
    var texts = others
    texts["page"] = page
    let marked = try #require(texts.first { _, text in text.contains("⟦") })
    let start = try #require(marked.value.utf8Offset(of: "⟦"))
    let rest = marked.value.replacing("⟦", with: "")
    let end = try #require(rest.utf8Offset(of: "⟧"))
    let text = rest.replacing("⟧", with: "")
    texts[marked.key] = text
    let source = SourceText(path: "templates/\(marked.key).html", text)
    return (texts, source.location(of: start..<end))
  }

  static let all = tags + names + inclusions + printing

  static let tags = [
    ProblemCase(
      "Hello\n⟦{{name⟧", "unclosed-tag", "this tag is never closed", hint: "close it with '}}'"),
    ProblemCase(
      "⟦{{{biography}}⟧", "unclosed-tag", "this tag is never closed",
      hint: "close it with '}}}'"),
    ProblemCase(
      "⟦{{name⟧ {{name}}", "unclosed-tag", "this tag is never closed",
      hint: "close it with '}}'"),
    ProblemCase(
      "⟦{{! a remark⟧", "unclosed-tag", "this tag is never closed", hint: "close it with '}}'"),
    ProblemCase("a ⟦{{ }}⟧ b", "nameless-tag", "a tag needs a name"),
    ProblemCase(
      "⟦{{=<%=}}⟧", "bad-delimiters",
      "a delimiter tag holds two delimiters without '=', a space between them",
      hint: "write it like '{{=<% %>=}}'"),
    ProblemCase(
      "{{name}}\n  ⟦{{#posts}}⟧\n{{title}}", "unclosed-section",
      "'posts' is opened here and never closed", hint: "close it with '{{/posts}}'"),
    ProblemCase(
      "{{#chair}}⟦{{^isDraft}}⟧{{title}}{{/chair}}", "unclosed-section",
      "'isDraft' is opened here and never closed", hint: "close it with '{{/isDraft}}'"),
    ProblemCase("{{name}} ⟦{{/posts}}⟧", "stray-close", "nothing named 'posts' is open here"),
    ProblemCase(
      "\n{{#posts}}\n{{title}}\n⟦{{/post}}⟧\n", "mismatched-close",
      "'posts', opened on line 2, must be closed before 'post'", hint: "write '{{/posts}}'"),
  ]

  static let names = [
    ProblemCase(
      "{{⟦nmae⟧}}", "unknown-template-name", "nothing here is named 'nmae'",
      hint: "did you mean 'name'?"),
    ProblemCase(
      "{{#chair}}{{⟦subtitle⟧}}{{/chair}}", "unknown-template-name",
      "nothing here is named 'subtitle'",
      hint: "the names here are 'title', 'isDraft', 'name', 'address', 'isNew', 'biography', "
        + "'friends', 'posts', 'chair', 'tags', 'kind', 'extra'"),
    ProblemCase(
      "é {{ chair.⟦titel⟧ }}", "unknown-template-name", "nothing in 'chair' is named 'titel'",
      hint: "did you mean 'title'?"),
    ProblemCase(
      "{{chair.⟦url⟧}}", "unknown-template-name", "nothing in 'chair' is named 'url'",
      hint: "the names in 'chair' are 'title', 'isDraft'"),
    ProblemCase(
      "{{name.⟦first⟧}}", "unknown-template-name",
      "'name' is a text, so nothing in it is named 'first'"),
    ProblemCase(
      "{{#posts.⟦title⟧}}{{/posts.title}}", "unknown-template-name",
      "'posts' is a list, so nothing in it is named 'title'"),
    ProblemCase(
      "{{⟦words⟧}}", "unknown-template-name", "nothing here is named 'words'",
      hint: "the names here are 'name', 'address', 'isNew', 'biography', 'friends', 'posts', "
        + "'chair', 'tags', 'kind', 'extra'"),
    ProblemCase(
      "{{⟦words.nxt⟧}}", "unknown-interface-word", "no interface word is named 'nxt'",
      hint: "did you mean 'words.next'?"),
    ProblemCase(
      "{{⟦words.previous⟧}}", "unknown-interface-word",
      "no interface word is named 'previous'", hint: "the words are 'words.by', 'words.next'"),
    ProblemCase(
      "{{#⟦words.next⟧}}x{{/words.next}}", "misused-interface-word",
      "an interface word can only be printed as text", hint: "write '{{words.next}}'"),
    ProblemCase(
      "{{{⟦words.next⟧}}}", "misused-interface-word",
      "an interface word can only be printed as text", hint: "write '{{words.next}}'"),
  ]

  static let inclusions = [
    ProblemCase(
      "{{>⟦fotter⟧}}", with: ["footer": ""], "unknown-partial",
      "no template is named 'fotter'", hint: "did you mean 'footer'?"),
    ProblemCase(
      "{{<⟦../secret⟧}}{{/../secret}}", with: ["layout": ""], "unknown-partial",
      "no template is named '../secret'", hint: "the templates are 'layout', 'page'"),
    ProblemCase(
      "{{>* ⟦name⟧ }}", "dynamic-name-not-a-choice",
      "'*name' must be a value with a known set of texts, not a text"),
    ProblemCase(
      "{{>*⟦extra.kind⟧}}", "dynamic-name-not-a-choice",
      "'*extra.kind' must be a value with a known set of texts, not free data"),
    ProblemCase(
      "{{>⟦page⟧}}", "partial-ring", "a template must not include itself: page → page"),
    ProblemCase(
      "{{>a}}", with: ["a": "{{>b}}", "b": "{{<⟦a⟧}}{{/a}}"], "partial-ring",
      "a template must not include itself: a → b → a"),
    ProblemCase(
      "{{<frame}}{{$⟦man⟧}}x{{/man}}{{/frame}}", with: ["frame": "{{$main}}{{/main}}"],
      "unknown-block", "'frame' has no block named 'man'", hint: "did you mean 'main'?"),
    ProblemCase(
      "{{<frame}}{{$⟦x⟧}}x{{/x}}{{/frame}}", with: ["frame": "no places"], "unknown-block",
      "'frame' has no block named 'x'"),
    ProblemCase(
      "{{<frame}}\n ⟦lost⟧\n{{$a}}x{{/a}}{{/frame}}", with: ["frame": "{{$a}}{{/a}}"],
      "text-outside-blocks", "inside '{{<frame}}' only blocks are shown",
      hint: "move this into a block, or out of '{{<frame}}'"),
    ProblemCase(
      "{{<frame}}⟦{{name}}⟧{{/frame}}", with: ["frame": ""], "text-outside-blocks",
      "inside '{{<frame}}' only blocks are shown",
      hint: "move this into a block, or out of '{{<frame}}'"),
  ]

  static let printing = [
    ProblemCase(
      "{{{⟦name⟧}}}", "unescaped-text", "'name' is a text; only HTML is printed unescaped",
      hint: "write '{{name}}'"),
    ProblemCase(
      "{{& ⟦extra.html⟧ }}", "unescaped-text",
      "'extra.html' is free data; only HTML is printed unescaped",
      hint: "write '{{extra.html}}'"),
    ProblemCase(
      "{{⟦biography⟧}}", "escaped-html",
      "'biography' is HTML; escaped, its tags would show as text",
      hint: "write '{{{biography}}}'"),
    ProblemCase(
      "{{⟦isNew⟧}}", "unprintable-value", "'isNew' is a yes or no, which can't be printed",
      hint: "open it with '{{#isNew}}'"),
    ProblemCase(
      "{{⟦chair⟧}}", "unprintable-value", "'chair' is a group of values, which can't be printed",
      hint: "open it with '{{#chair}}'"),
    ProblemCase(
      "{{{⟦tags⟧}}}", "unprintable-value", "'tags' is a list, which can't be printed",
      hint: "open it with '{{#tags}}'"),
  ]
}

extension String {
  fileprivate func utf8Offset(of mark: String) -> Int? {
    range(of: mark).map { utf8.distance(from: startIndex, to: $0.lowerBound) }
  }

  fileprivate func range(of mark: String) -> Range<Index>? { firstRange(of: mark) }
}
