import Diagnostics
import Testing
import Text

@Suite("Text, its lines and its near misses")
struct SourceTests {
  @Test("lines end with LF, CRLF or a lone CR", arguments: ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc"])
  func lines(_ text: String) {
    let source = SourceText(path: "a.md", text)
    #expect(source.lineStarts.count == 3)
    #expect(source.location(line: 2).excerpt == "b")
    #expect(source.location(line: 4) == SourceLocation(path: "a.md"))
  }

  @Test("columns count scalars from 1")
  func columns() {
    let source = SourceText(path: "a.md", "é 日本 word\nnext")
    let place = source.location(line: 1, of: "word")
    #expect(place.column == 6)
    #expect(place.length == 4)
    #expect(source.location(of: 0..<100).length == 9)
    #expect(source.location(line: 1, of: "none").column == 1)
  }

  @Test(
    "a slip finds the word meant, and nothing else does",
    arguments: [
      ("tittle", "title"), ("TITLE", "title"), ("dtae", "date"), ("sían", "sian"), ("xyz", nil),
      ("", nil), ("summry", "summary"),
    ])
  func nearMisses(_ word: String, _ expected: String?) {
    let found = NearMiss.nearest(to: word, among: ["title", "date", "summary", "sian"])
    #expect(found == expected)
  }

  @Test(
    "case, accents and letters taken for plain ones fold",
    arguments: [
      ("Siân", "sian"), ("ŁUKASZ", "lukasz"), ("e\u{301}", "e"), ("Straße", "strasse"),
      ("İstanbul", "istanbul"), ("Ωmega", "ωmega"), ("日本", "日本"),
    ])
  func folding(_ text: String, _ folded: String) {
    #expect(text.foldedForComparison == folded)
  }

  @Test("quoted input shows what could not be seen, and is cut at 80 characters")
  func quoting() {
    #expect("a\nb\u{1B}[0m\u{202E}c".quotedInput == "a\\u{A}b\\u{1B}[0m\\u{202E}c")
    #expect(
      String(repeating: "x", count: 81).quotedInput == String(repeating: "x", count: 80) + "…")
  }
}
