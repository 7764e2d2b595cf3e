import Testing

@testable import Desk

@Suite("Words typed into one line")
struct TypedLineTests {
  @Test(
    "words that look like Markdown stay words",
    arguments: [
      "# No heading", "- a dash first", "+ one more", "* starred", "1. First", "12) Twelfth",
      "> quoted", "[ ] a box", "[x] ticked", "[] empty", "```", "~~~ waves", "***", "___",
      "| a | b |", "=", "[note]: https://example.org", "[^1]: foot", "<b>bold</b>",
      "use <form> here", "a < b", "2*3*4", "snake_case_name", "it ends in a backslash\\",
      "#", "a \\ b", "<!-- comment -->", "5 * 3", "- [ ] task", "1986. A good year",
    ])
  func literally(words: String) throws {
    for kind in MinutesItem.Kind.allCases {
      let written = try minutes("## Room\n").with(kind, words, below: "Room")
      #expect(written.told == ["\(kind): \(words)"])
    }
  }

  @Test("what is meant as Markdown within the words is kept")
  func kept() throws {
    #expect(
      TypedLine("**bold** and `<code>` [[object-cards]] @ben").asBlock
        == "**bold** and `<code>` [[object-cards]] @ben")
    #expect(TypedLine("[a link](https://example.org)").asBlock == "[a link](https://example.org)")
    #expect(TypedLine("<https://example.org>").asWords == "<https://example.org>")
    #expect(TypedLine("~~gone~~").asBlock == "~~gone~~")
  }

  @Test("line breaks, tabs and signs that nobody sees become spaces")
  func oneLine() {
    #expect(TypedLine(" a\r\n\tb\u{2028}c\u{0}d\u{85}e ").words == "a b c d e")
  }
}
