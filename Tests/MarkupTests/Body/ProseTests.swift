import Diagnostics
import Testing

@testable import Markup

@Suite("The plain text of a body")
struct ProseTests {
  @Test("each leaf block is a stretch of text with folded white space, its kind and its line")
  func blocks() {
    let read = ReadBody(
      """
      # A  *title*

      one\ttwo
      three\\
      four `a  b` <b>c</b> ![d](e.png)

      - item [l](f.md)

        > quoted

      ```
      code
        more
      ```

      ***

      ![alone](g.png)
      """)
    #expect(
      read.body.prose.blocks.map { "\($0.line) \($0.kind) \(read.words($0.range) ?? "")" } == [
        "1 heading A title", "3 paragraph one two three four a b c", "7 listItem item l",
        "9 quotation quoted", "11 code code more",
      ])
  }

  @Test(
    "the summary is the first paragraph with text outside lists, quotes and code",
    arguments: [
      ("# T\n\n- a\n\n> b\n\n    c\n\n![d](e.png)\n\nThe *first*.\n\nThe second.", "The first."),
      ("[[x]]", "{name x}"), ("@ada said", "{@ada} said"), ("- a", nil), ("", nil),
    ])
  func summary(markdown: String, summary: String?) {
    let read = ReadBody(markdown)
    #expect(read.words(read.body.summary) == summary)
  }

  @Test("runs give the text and its holes in order, those at the ends included")
  func runs() throws {
    let read = ReadBody("@a b [[c]] d @e")
    let range = try #require(read.body.prose.blocks.first?.range)
    #expect(
      read.body.prose.runs(in: range) == [
        .hole(.mention(0)), .text(" b "), .hole(.linkTitle(0)), .text(" d "), .hole(.mention(1)),
      ])
    #expect(read.body.prose.runs(in: 1..<2) == [.text("b")])
    #expect(read.body.prose.runs(in: 3..<3) == [.hole(.linkTitle(0))])
  }

  @Test(
    "the sentence around a link",
    arguments: [
      ("One. Two [[x]] too. Three.", "Two {name x} too."),
      ("One! Two? See [[x]]… Four.", "See {name x}…"),
      ("[[x]] first. Then.", "{name x} first."), ("First. [[x]]", "{name x}"),
      ("First. [[x]]. Last.", "{name x}."),
      (
        "With Dr. Okafor, e.g. J. Smith, at 3.5 of [[x]] (p. 4). Next.",
        "With Dr. Okafor, e.g. J. Smith, at 3.5 of {name x} (p. 4)."
      ),
      ("Apples etc. and [[x]]. Next.", "Apples etc. and {name x}."),
      ("He said “Go.” Then [[x]] (good!) came. So.", "Then {name x} (good!) came."),
      ("一。二[[x]]三。四", "二{name x}三。"), ("一！二 [[x]]？四", "二 {name x}？"),
      ("a.b [[x]] c.d", "a.b {name x} c.d"), ("One\n\nTwo [[x]]\n\nThree", "Two {name x}"),
      ("Wow ... and [[x]]", "Wow ... and {name x}"),
    ])
  func sentence(markdown: String, expected: String) throws {
    let read = ReadBody(markdown)
    let sentence = try #require(read.body.prose.sentence(around: read.body.links[0].label))
    #expect(read.words(sentence.range) == expected)
    #expect(!sentence.isCutBefore && !sentence.isCutAfter)
  }

  @Test("a long sentence is cut at words around the link, and says where")
  func longSentence() throws {
    let words = String(repeating: "séance ", count: 40)
    for (markdown, isCutBefore, isCutAfter) in [
      (words + "[[x]] " + words, true, true), (words + "[[x]].", true, false),
      ("[[x]] " + words, false, true),
    ] {
      let read = ReadBody(markdown)
      let sentence = try #require(read.body.prose.sentence(around: read.body.links[0].label))
      #expect(sentence.isCutBefore == isCutBefore && sentence.isCutAfter == isCutAfter)
      #expect((200...240).contains(sentence.range.count))
      let text = try #require(read.words(sentence.range))
      #expect(
        text.split(separator: " ").allSatisfy { ["séance", "{name", "x}", "x}."].contains($0) })
    }
  }

  @Test("a range in no block is in no sentence")
  func noSentence() {
    #expect(ReadBody("").body.prose.sentence(around: 0..<0) == nil)
  }
}
