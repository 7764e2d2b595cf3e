import Diagnostics
import Testing

@testable import Markup

@Suite("Images in a body")
struct ImageTests {
  @Test("an image by path is a piece with its alternative text, title and place")
  func pieces() {
    let read = ReadBody(
      #"a ![The *new* [room](x) &amp; `c`](../assets/my%20room.jpg#x "A \"room\"") b"#)
    #expect(read.html == "<p>a {image ../assets/my room.jpg} b</p>\n")
    let image = read.body.images[0]
    #expect(image.alternative == "The new room & c")
    #expect(image.title == #"A "room""#)
    #expect(image.span.text == "1:36+25")
    #expect(read.body.links.isEmpty)
    #expect(read.words(read.body.summary) == "a b")
  }

  @Test("an image may be what a link shows")
  func linked() {
    let read = ReadBody("[![a](b.png)](c.md)")
    #expect(read.html == "<p><a {path c.md}>{image b.png}</a></p>\n")
    #expect(read.body.images[0].span.text == "1:7+5")
  }

  @Test("an image from another site becomes a link, with a warning")
  func remote() {
    let read = ReadBody("![a <b](https://c.org/d.png) ![](https://c.org/e.png)")
    #expect(
      read.html == """
        <p><a href="https://c.org/d.png" rel="noopener noreferrer">a &lt;b</a> \
        <a href="https://c.org/e.png" rel="noopener noreferrer">https://c.org/e.png</a></p>

        """)
    #expect(
      read.problems == [
        "1:9+19 warning remote-image: an image from another site is shown as a link to it",
        "1:34+19 warning remote-image: an image from another site is shown as a link to it",
      ])
    #expect(
      read.diagnostics[0].explanation == "Loading it would tell that site who reads the handbook.")
    #expect(
      read.diagnostics[0].hints == ["if you may, save the image in assets/ and use its path there"])
    #expect(read.body.links.map(\.hasLabel) == [true, false])
  }

  @Test("within a link an image from another site is only its words")
  func remoteInLink() {
    let read = ReadBody("[![build](https://c.org/d.svg)](e.md)")
    #expect(read.html == "<p><a {path e.md}>build</a></p>\n")
    #expect(read.diagnostics.map(\.id) == ["remote-image"])
  }

  @Test(
    "an image without a file leaves its words and warns", arguments: ["![a]()", "![a](mailto:b@c)"])
  func empty(markdown: String) {
    let read = ReadBody(markdown)
    #expect(read.html == "<p>a</p>\n")
    #expect(
      read.diagnostics.map(\.summary) == [
        "an image needs the path of its file between its parentheses"
      ])
    #expect(
      read.diagnostics.map(\.hints) == [
        ["write the path from this file to the picture between the parentheses"]
      ])
  }

  @Test(
    "an image without words warns",
    arguments: ["![](a.png)", "![ ](a.png)", "\u{2060}<img src=a.png>"])
  func withoutWords(markdown: String) {
    let read = ReadBody(markdown)
    #expect(read.html.hasSuffix("{image a.png}</p>\n"))
    #expect(
      read.diagnostics.map(\.summary) == [
        "an image needs words between its square brackets, for those who cannot see it"
      ])
    #expect(
      read.diagnostics.map(\.hints) == [
        ["say what it shows: ![pupils sorting fraction cards](a.png)"]
      ])
  }
}
