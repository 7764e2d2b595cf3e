import Diagnostics
import Testing

@testable import Markup

@Suite("Marks of other tools")
struct ForeignMarkTests {
  @Test(
    "each is told with what to write",
    arguments: [
      ("!!! note \"Read me\"\n    Words", "!!! note", "write '> [!NOTE]' on a line of its own"),
      ("??? tip", "!!! note", "write '> [!NOTE]' on a line of its own"),
      ("=== \"Tab A\"", "=== \"Tab\"", "write a heading for each part"),
      ("[TOC]", "[TOC]", "delete it: a page"), ("[toc]", "[TOC]", "delete it: a page"),
      ("{: .class}", "{: .class}", "delete it; only"),
      ("* TOC\n{:toc}", "{: .class}", "delete it; only"),
      ("Text\n{: .notice--info}", "{: .class}", "delete it; only"),
      ("[Button](a.md){ .md-button }", "{: .class}", "delete it; only"),
      ("## Part {.unnumbered}", "{: .class}", "delete it; only"),
      ("::: warning\nWords\n:::", ":::", "write '> [!NOTE]'"),
      (":::note", ":::", "write '> [!NOTE]'"),
      ("--8<-- \"snippet.md\"", "--8<--", "copy the text to this place"),
      ("We met. %%not this%%", "%%", "delete it and what it hides"),
      ("%%\nsecret\n%%", "%%", "delete it and"),
      ("*[HTML]: Hyper Text", "*[HTML]:", "write the words out"),
      ("Term\n: Definition", ": definition", "write a list"),
      (".. note:: Words", ".. note::", "write '> [!NOTE]'"),
      ("\\newpage", "\\newpage", "delete it: where a page"),
      (#"We solve \(p\)."#, #"\(…\)"#, "write the formula between dollar signs"),
      (#"So \(a_1 = b\)."#, #"\(…\)"#, "write the formula between dollar signs"),
    ])
  func told(markdown: String, name: String, advice: String) {
    let read = ReadBody(markdown)
    #expect(read.diagnostics.map(\.id) == ["foreign-mark"])
    #expect(
      read.diagnostics.map(\.summary) == [
        "'\(name)' is a mark of another tool, which is shown here as it is written"
      ])
    #expect(read.diagnostics.first?.hints.first?.hasPrefix(advice) == true)
  }

  @Test("each is told once a file")
  func once() {
    let read = ReadBody("[TOC]\n\n!!! note\n\n!!! tip\n\n:::\n\n[TOC]\n\n[a](b.md){: .c} {: .d}")
    #expect(read.diagnostics.map { $0.location?.line } == [1, 3, 7, 11])
  }

  @Test(
    "text that only looks alike is left alone",
    arguments: [
      "!!! Wow", "Wait!!! note that", "=== 3", "a: b", "100%% sure? {a} {b: c}", "::", "`{: .a}`",
      "```\n[TOC]\n:::\n```",
      "[toc](a.md)", "Is it ... note: this", "set {1, 2}", #"\(see below\)"#, #"a \( b"#, "{ a }",
    ])
  func others(markdown: String) {
    let told = ReadBody(markdown).diagnostics.filter { $0.id == "foreign-mark" }
    #expect(told.filter { !$0.summary.contains("%%") } == [])
  }

  @Test("words after the language of a code block are told")
  func fence() {
    let read = ReadBody("```python title=\"Our script\"\nx\n```\n\n```js\ny\n```")
    #expect(
      read.problems == [
        "1:0+0 warning foreign-mark: what follows the language of a code block is shown nowhere"
      ])
  }
}

@Suite("Anchors and empty headings")
struct HeadingAnchorTests {
  @Test(
    "an author's own anchor is the heading's, and is not shown",
    arguments: [
      ("## Part {#part}", "part", "Part"),
      ("## What we tried {#what-we-tried}", "what-we-tried", "What we tried"),
      ("# **1\\. Welcome** {#1.-welcome}", "1.-welcome", "<strong>1. Welcome</strong>"),
      ("## Install { #install }", "install", "Install"), ("## A {: #b }", "b", "A"),
      ("## A {#b} ##", "b", "A"), ("A {#b}\n---", "b", "A"), ("## É {#é}", "é", "É"),
      ("## A{#b}", "b", "A"),
    ])
  func anchor(markdown: String, anchor: String, title: String) {
    let read = ReadBody(markdown)
    #expect(read.body.headings.map(\.anchor) == [anchor])
    #expect(read.html.hasSuffix("id=\"{#\(anchor)}\">\(title)</h\(read.body.headings[0].level)>\n"))
    #expect(read.problems == [])
  }

  @Test("an anchor that is taken is told, and one with more in its braces")
  func taken() {
    let read = ReadBody("## A {#x}\n\n## B {#x}\n\n## C {#y .wide}")
    #expect(read.body.headings.map(\.anchor) == ["x", "b", "y"])
    #expect(
      read.problems == [
        "3:6+4 warning repeated-anchor: 'x' is the anchor of a place above, so this heading has one of its words",
        "5:6+10 warning foreign-mark: '{: .class}' is a mark of another tool, which is shown here as it is written",
      ])
  }

  @Test("elsewhere the braces are text")
  func elsewhere() {
    #expect(ReadBody("Text {#part}").html == "<p>Text {#part}</p>\n")
    #expect(ReadBody("- {#part}").html == "<ul>\n<li>{#part}</li>\n</ul>\n")
    #expect(ReadBody("`## A {#b}`").html == "<p><code>## A {#b}</code></p>\n")
    #expect(ReadBody("```\n## A {#b}\n```").html == "<pre><code>## A {#b}\n</code></pre>\n")
    #expect(ReadBody("    ## A {#b}").html == "<pre><code>## A {#b}\n</code></pre>\n")
    #expect(ReadBody("## A {#b} c").body.headings.map(\.anchor) == ["a-b-c"])
  }

  @Test(
    "a heading without words is a warning and no anchor",
    arguments: [
      ("# ", ""), ("## ", ""), ("##", ""), ("## ** **", ""), ("## &nbsp;", ""), ("## \u{200B}", ""),
      ("## {#part}", ""), ("## ![](x.svg)", "<p>{image x.svg}</p>\n"), ("## ##", ""),
      ("> ## ", "<blockquote>\n</blockquote>\n"),
    ])
  func empty(markdown: String, html: String) {
    let read = ReadBody(markdown + "\n\n## Two")
    #expect(read.html == html + "<h2 id=\"{#two}\">Two</h2>\n")
    #expect(read.body.headings.map(\.anchor) == ["two"])
    let told = read.diagnostics.filter { $0.id == "empty-heading" }
    #expect(told.map(\.summary) == ["a heading needs words"])
  }

  @Test("signs, code and emoji are words of a heading")
  func signs() {
    #expect(ReadBody("## ?\n## `x`\n## 🎉\n## [[a]]\n## @ada").body.headings.count == 5)
  }

  @Test(
    "a first heading that says what the title says is left out",
    arguments: [
      "# Same title\n\nText.", "# same *TITLE*\n\nText.", "# Same title!\n\nText.",
      "## Same title\n\nText.", "Same  title\n===\n\nText.", "# Sáme title {#x}\n\nText.",
    ])
  func twice(markdown: String) {
    let read = parse(markdown, title: "Same title")
    #expect(read.pieces == parse("Text.", title: nil).pieces)
    #expect(read.headings == [])
    #expect(read.titleAnchor != nil)
  }

  @Test(
    "another heading stays",
    arguments: [
      "# Another title", "Text.\n\n## Same title", "## First\n\n# Same title", "> # Same title",
      "# Same title, part two",
    ])
  func once(markdown: String) {
    #expect(parse(markdown, title: "Same title").title == nil)
  }

  private func parse(_ markdown: String, title: String?) -> Body {
    Body.parse(
      SourceText(path: "content/posts/a.md", markdown), from: 0, dialect: .handbook,
      titleFromHeading: false, givenTitle: title
    ).value
  }
}
