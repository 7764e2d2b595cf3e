import CCmark
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Markup

@Suite("CommonMark alone")
struct CommonMarkTests {
  @Test(
    "every example of CommonMark 0.30 gives libcmark's own safe output",
    .enabled(if: CommonMarkExample.all != nil))
  func examples() throws {
    let examples = try #require(CommonMarkExample.all)
    #expect(examples.count == 652)
    for example in examples {
      let html = ReadBody(example.markdown, .commonMark).html
      #expect(html == libcmarkHTML(Array(example.markdown.utf8)), "example \(example.example)")
      if !example.hasRawHTML { #expect(html == example.html, "example \(example.example)") }
    }
  }

  @Test(
    "what a title, an address or a character may be changes nothing",
    arguments: [
      #"[a](b "") ![a](b "") [a](b 't"<')"#, "[a](<x'&y>) <http://a.b/?c='d'&e>",
      "[a](JavaScript:x) [a](data:image/png;x) [a](DATA:image/svg;x) ![a](vbscript:x) [a](file:x)",
      "a \"b\" 'c' <d> & &amp; &copy; &#0; \u{FEFF}",
      "![a *b `c` <i>d</i> ![e](f) [g](h)  \ni\nj](k)", "3) a\n4) b\n\n   c\n\n- d\n  > e",
      "``` js\"><script> x\na\n```\n\n    b\n\n~~~\nc", "a\\@b [[c]] [[d|e]] @f \u{2028} g",
      "a\u{0}b\r\nc\rd", "- a\n\n      b\n\n\n- c", "",
    ])
  func details(markdown: String) {
    #expect(ReadBody(markdown, .commonMark).html == libcmarkHTML(Array(markdown.utf8)))
  }

  @Test("random documents give what libcmark gives")
  func randomDocuments() {
    var generator = DocumentGenerator(seed: 20_260_308)
    for number in 0..<600 {
      let document = generator.document()
      let read = ReadBody(bytes: document, .commonMark)
      if read.diagnostics.isEmpty {
        let same = Array(read.html.utf8) == Array(libcmarkHTML(document).utf8)
        #expect(
          same, "document \(number): \(String(decoding: document, as: UTF8.self).debugDescription)")
      }
    }
  }

  @Test("a random document in the handbook's dialect has balanced output and places in the file")
  func randomHandbookDocuments() {
    var generator = DocumentGenerator(seed: 20_260_309)
    for number in 0..<600 {
      let document = generator.document()
      let read = ReadBody(bytes: document, titleFromHeading: number % 2 == 0)
      let isWellFormed = read.body.isWellFormed
      #expect(isWellFormed, "\(String(decoding: document, as: UTF8.self).debugDescription)")
    }
  }
}

/// One example of the specification.
struct CommonMarkExample: Decodable {
  let example: Int
  let markdown: String
  let html: String

  /// Whether the specification shows raw HTML, or an address, that the safe mode leaves out.
  var hasRawHTML: Bool {
    libcmarkHTML(Array(markdown.utf8)) != libcmarkHTML(Array(markdown.utf8), CMARK_OPT_UNSAFE)
  }

  /// All examples; `nil` where the data are absent.
  static let all: [CommonMarkExample]? = SpecData.read("commonmark-0.30.json")
}

/// The specifications' data, which lie beside the repository or where `HANDBOOK_SPECS` says.
enum SpecData {
  static func read<Value: Decodable>(_ name: String, from file: String = #filePath) -> Value? {
    var folder = URL(filePath: file)
    for _ in 0..<5 { folder.deleteLastPathComponent() }
    folder.append(path: "shared/spec")
    if let given = ProcessInfo.processInfo.environment["HANDBOOK_SPECS"] {
      folder = URL(filePath: given)
    }
    guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
    return try? JSONDecoder().decode(Value.self, from: data)
  }
}

/// What libcmark itself renders.
func libcmarkHTML(_ text: [UInt8], _ options: Int32 = CMARK_OPT_DEFAULT) -> String {
  text.withUnsafeBytes { text in
    let start = text.bindMemory(to: CChar.self)
    guard let html = cmark_markdown_to_html(start.baseAddress, start.count, options) else {
      return ""
    }
    defer { free(html) }
    return String(cString: html)
  }
}
