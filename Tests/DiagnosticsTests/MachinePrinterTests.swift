import Diagnostics
import Foundation
import Testing
import Text

@Suite("Problems for machines")
struct MachinePrinterTests {
  private let place = SourceLocation(
    path: "content/a,b:c%.md", line: 7, column: 3, length: 2, excerpt: "a \"b\"\\")

  @Test("GitHub's workflow commands, with what they give a meaning escaped")
  func annotations() {
    let diagnostics = [
      Diagnostic(
        .error, "bad-thing", at: place, "100% wrong: a, b", because: "Why.\nSo.", hints: ["do, it"]),
      Diagnostic(.privacy, "name", at: SourceLocation(path: "content/b.md", line: 2), "withheld"),
      Diagnostic(.warning, "small", at: SourceLocation(path: "content/c.md"), "small"),
      Diagnostic(.error, "site", at: nil, "of the site"),
    ]
    #expect(
      AnnotationPrinter(pathPrefix: "site").text(for: diagnostics)
        == """
        ::error file=site/content/a%2Cb%3Ac%25.md,line=7,col=3,title=bad-thing::100%25 wrong: a, b%0Anote: Why.\\u{A}So.%0Ahelp: do, it
        ::error file=site/content/b.md,line=2,title=privacy%3A name::withheld
        ::warning file=site/content/c.md,title=small::small
        ::error title=site::of the site
        2 errors, 1 privacy finding, 1 warning

        """)
    #expect(AnnotationPrinter().text(for: []).isEmpty)
  }

  @Test("an annotation stays on one line, and floods are folded")
  func hostileAnnotations() {
    let hostile = "x\r\n::error::y\u{2028}"
    let diagnostics = (1...12).map {
      Diagnostic(
        .error, "a", at: SourceLocation(path: hostile, line: $0), hostile, hints: [hostile])
    }
    let lines = AnnotationPrinter().text(for: diagnostics).split(whereSeparator: \.isNewline)
    #expect(lines.count == 12)
    #expect(lines.prefix(10).allSatisfy { $0.hasPrefix("::error file=x\\u{D}\\u{A}%3A%3Aerror") })
    #expect(lines[10] == "… and 2 more [a]; --all shows them")
    #expect(AnnotationPrinter(showsAll: true).text(for: diagnostics).contains("line=12"))
  }

  @Test("JSON has every key in one order, and every problem")
  func json() {
    let diagnostics = [
      Diagnostic(.warning, "site", at: nil, "of the site"),
      Diagnostic(.error, "a", at: place, "x\ny\t\u{1F}é\u{2028}", because: "b", hints: ["c", "d"]),
    ]
    #expect(
      JSONPrinter(pathPrefix: "site").text(for: diagnostics) == #"""
        [
          {"path": "site/content/a,b:c%.md", "line": 7, "column": 3, "length": 2, "severity": "error", "id": "a", "summary": "x\u000ay\u0009\u001fé\u2028", "explanation": "b", "hints": ["c", "d"], "excerpt": "a \"b\"\\"},
          {"path": null, "line": null, "column": null, "length": null, "severity": "warning", "id": "site", "summary": "of the site", "explanation": null, "hints": [], "excerpt": null}
        ]

        """#)
    #expect(JSONPrinter().text(for: []) == "[]\n")
  }

  @Test("any text comes back from JSON as it was, and can begin no command")
  func jsonRoundTrip() throws {
    let text = "##[error] \"\\/ \u{0}\u{7F}\u{202E}\u{10FFFF}🎉 é e\u{301} \r\n \u{FEFF}"
    let place = SourceLocation(path: "content/a.md", line: 1, column: 1, length: 1)
    let diagnostic = Diagnostic(.error, "a", at: place, text)
    let json = JSONPrinter { _, _ in text }.text(for: [diagnostic])
    struct Entry: Decodable {
      let summary: String
      let excerpt: String
    }
    let read = try JSONDecoder().decode([Entry].self, from: Data(json.utf8))
    #expect(read.map { Array($0.summary.utf8) } == [Array(text.utf8)])
    #expect(read.map { Array($0.excerpt.utf8) } == [Array(text.utf8)])
    #expect(!json.contains("##["))
    #expect(json.split(whereSeparator: \.isNewline).count == 3)
  }
}
