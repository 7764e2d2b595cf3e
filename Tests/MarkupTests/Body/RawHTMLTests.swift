import Diagnostics
import Testing

@testable import Markup

@Suite("Raw HTML in a body")
struct RawHTMLTests {
  @Test("raw HTML is left out with a warning each, the text around it stays")
  func dropped() {
    let read = ReadBody("a <b c=\"d\">e</b>\n\n<div>\nf\n</div>\n\ng")
    #expect(read.html == "<p>a e</p>\n<p>g</p>\n")
    #expect(
      read.problems == [
        "1:3+9 warning raw-html: HTML is left out of the page: '<b c=\"d\">'",
        "1:13+4 warning raw-html: HTML is left out of the page: '</b>'",
        "3:1+5 warning raw-html: HTML is left out of the page: '<div>'",
      ])
    #expect(
      read.diagnostics[0].hints == [
        "write it in Markdown, or put it between backticks to show it as it is"
      ])
  }

  @Test("comments are dropped in silence", arguments: ["a<!-- b -->\n\n<!-- c\n\nd -->\n"])
  func comments(markdown: String) {
    let read = ReadBody(markdown)
    #expect(read.html == "<p>a</p>\n")
    #expect(read.problems == [])
  }
}
