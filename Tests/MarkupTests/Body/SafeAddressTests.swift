import Diagnostics
import Testing

@testable import Markup

@Suite("Addresses that may stand in a page")
struct SafeAddressTests {
  @Test(
    "these are kept",
    arguments: [
      ("http://a.org", SafeAddress.Kind.web), ("HTTPS://a.org", .web), ("mailto:a@b.org", .mail),
      ("Tel:+44", .telephone), ("a/b.md", .relative), ("../a:b", .relative), ("#a:b", .relative),
      ("?a:b", .relative), ("/a", .relative), ("", .relative), ("a b", .relative),
      ("%2f/a", .relative),
    ])
  func kept(text: String, kind: SafeAddress.Kind) throws {
    #expect(try SafeAddress(text).kind == kind)
  }

  @Test(
    "these are refused, with the reason",
    arguments: [
      ("javascript:alert(1)", SafeAddress.Refusal.scheme("javascript")),
      ("JaVaScRiPt:x", .scheme("JaVaScRiPt")), ("data:text/html,x", .scheme("data")),
      ("data:image/png;base64,x", .scheme("data")), ("vbscript:x", .scheme("vbscript")),
      ("file:///etc", .scheme("file")), ("blob:x", .scheme("blob")),
      ("view-source:x", .scheme("view-source")), ("feed:javascript:x", .scheme("feed")),
      ("ms-msdt:x", .scheme("ms-msdt")), ("intent:x", .scheme("intent")), ("jar:x", .scheme("jar")),
      ("ftp://a", .scheme("ftp")), (":a", .scheme("")), ("C:\\a", .scheme("C")),
      ("\u{A0}javascript:x", .scheme("\u{A0}javascript")),
      ("//host/a", .host), ("/\\host", .host), ("\\\\host", .host), ("\\/host", .host),
      (" //host", .host), ("java\nscript:x", .controlCharacter),
      ("java\tscript:x", .controlCharacter),
      ("\u{1}javascript:x", .controlCharacter), ("a\u{7F}", .controlCharacter),
    ])
  func refused(text: String, refusal: SafeAddress.Refusal) {
    #expect(throws: refusal) { try SafeAddress(text) }
  }

  @Test("white space around an address is cut off")
  func trimmed() throws {
    #expect(try SafeAddress(" \thttps://a.org\n").text == "https://a.org")
  }

  @Test(
    "each reason is told in words",
    arguments: [
      (
        SafeAddress.Refusal.scheme("jar\u{1B}"),
        #"'jar\u{1B}:' is not one of http:, https:, mailto: and tel:"#
      ),
      (.host, "an address of another site must begin with https://"),
      (.controlCharacter, "it holds a control character"),
    ])
  func reasons(refusal: SafeAddress.Refusal, reason: String) {
    #expect(refusal.reason == reason)
  }

  @Test(
    "in a body an unsafe address leaves the label and warns",
    arguments: [
      "[l](javascript:x)", "[l](JAVA&#x53;CRIPT:x)", "[l](<java&#10;script:x>)", "[l](&#1;data:x)",
      "[l](//host)", "[l](/\\host)", "[l](\\\\\\\\host)", "[l][r]\n\n[r]: blob:x", "![l](intent:x)",
      "![l](data:image/png;base64,x)",
    ])
  func inBody(markdown: String) {
    let read = ReadBody(markdown)
    #expect(read.html == "<p>l</p>\n")
    #expect(read.diagnostics.map(\.id) == ["unsafe-address"])
    #expect(read.body.links.isEmpty)
  }

  @Test("the warning says which scheme, and where")
  func warning() {
    let read = ReadBody("a\n[l](jar:x) <feed:javascript:y>")
    #expect(
      read.problems == [
        "2:5+5 warning unsafe-address: this address is left out of the page: 'jar:' is not one of http:, https:, mailto: and tel:",
        "2:13+17 warning unsafe-address: this address is left out of the page: 'feed:' is not one of http:, https:, mailto: and tel:",
      ])
    #expect(
      read.diagnostics[0].hints == [
        "link to a page whose address begins with https://, or to a file of the handbook"
      ])
    #expect(read.html == "<p>a\nl feed:javascript:y</p>\n")
  }
}
