import Diagnostics
import TestSupport
import Testing

@testable import Markup

@Suite("Footnotes in a body")
struct FootnoteTests {
  @Test("footnotes are numbered by first use, and link back to each reference")
  func whole() {
    let read = ReadBody(
      "One[^b], two[^A] and[^b].\n\n[^a]: First *written*.\n[^b]: Second\n\n    with [[x]].\n\nEnd")
    #expect(
      read.html == """
        <p>One<sup class="footnote-reference"><a href="#{#fn:b}" id="{#fnref:b}" role="doc-noteref">1</a></sup>, \
        two<sup class="footnote-reference"><a href="#{#fn:a}" id="{#fnref:a}" role="doc-noteref">2</a></sup> \
        and<sup class="footnote-reference"><a href="#{#fn:b}" id="{#fnref:b:2}" role="doc-noteref">1</a></sup>.</p>
        <p>End</p>
        <section class="footnotes" role="doc-endnotes" aria-label="{word footnotes}">
        <ol>
        <li id="{#fn:b}">
        <p>Second</p>
        <p>with <a {name x}>{title name x}</a>. \
        <a href="#{#fnref:b}" role="doc-backlink" aria-label="{word footnote-back}">↩</a> \
        <a href="#{#fnref:b:2}" role="doc-backlink" aria-label="{word footnote-back}">↩<sup>2</sup></a></p>
        </li>
        <li id="{#fn:a}">
        <p>First <em>written</em>. \
        <a href="#{#fnref:a}" role="doc-backlink" aria-label="{word footnote-back}">↩</a></p>
        </li>
        </ol>
        </section>

        """)
    #expect(read.problems == [])
    #expect(
      read.body.prose.blocks.map { "\($0.kind) \($0.line) \(read.words($0.range) ?? "")" } == [
        "paragraph 1 One, two and.", "footnote 3 First written.", "footnote 4 Second",
        "footnote 6 with {name x}.", "paragraph 8 End",
      ])
    #expect(read.body.links.map(\.span.text) == ["6:10+5"])
  }

  /// The numbers of the references and the texts of the notes, in the order shown.
  private func shape(_ markdown: String) -> String {
    let html = ReadBody(markdown).html
    let numbers = html.split(separator: "doc-noteref\">").dropFirst().compactMap(\.first).map(
      String.init)
    let notes = html.split(separator: "<li id=\"{#fn:").dropFirst().map { $0.prefix { $0 != "}" } }
    return numbers.joined(separator: " ") + " | " + notes.joined(separator: " ")
  }

  @Test(
    "footnotes may stand anywhere, and refer to others",
    arguments: [
      ("[^1]: n\n\na[^1]", "1 | 1"),
      ("a[^x] b[^y]\n\n[^x]: see[^z]\n[^y]: y\n[^z]: z", "1 2 3 | x y z"),
      ("a[^x]\n\n[^x]: me[^x]", "1 1 | x"), ("text[^1]\n[^1]: n", "1 | 1"),
      ("> a[^1]\n>\n> [^1]: n\n> more\n\nb", "1 | 1"), ("- a[^1]\n\n  [^1]: n\n- b", "1 | 1"),
      ("- a[^1]\n- b\n\n[^1]: n\n\n+ c", "1 | 1"), ("a[^1]\n\n[^1]: - b\n    - c", "1 | 1"),
      ("a[^1]\n\n[^1]:\n    ```\n    x\n    ```", "1 | 1"), ("# a[^1]\n\n[^1]: n", "1 | 1"),
      ("|a[^1]|\n|-|\n[^1]: n", "1 | 1"), ("a[^1][^2]\n\n[^1]: n\n[^2]: m", "1 2 | 1 2"),
      ("a[^É]\n\n[^é]: n", "1 | é"), ("a[^1]\n\n[^1]: n\n```\nx\n```", "1 | 1"),
    ])
  func places(markdown: String, expected: String) {
    let read = ReadBody(markdown)
    #expect(shape(markdown) == expected, "\(read.html)")
    #expect(read.body.isWellFormed)
    #expect(read.problems == [])
  }

  @Test(
    "what only looks like a footnote is what CommonMark says",
    arguments: [
      ("`[^1]`\n\n[^1]: n", "<p><code>[^1]</code></p>\n"),
      ("```\n[^1]: n\n```", "<pre><code>[^1]: n\n</code></pre>\n"),
      ("    [^1]: n", "<pre><code>[^1]: n\n</code></pre>\n"),
      ("[^1](a.md)", "<p><a {path a.md}>^1</a></p>\n"),
      ("[^a b] [^] [^[]", "<p>[^a b] [^] [^[]</p>\n"), ("\\[^1]: n", "<p>[^1]: n</p>\n"),
      ("<!--\n[^1]: n\n-->", ""),
    ])
  func others(markdown: String, html: String) {
    #expect(ReadBody(markdown).html == html)
  }

  @Test("a list below footnotes is still a list")
  func listBelow() {
    let read = ReadBody("a[^1]\n\n[^1]: n\n+ b\n+ c")
    #expect(read.html.contains("<ul>\n<li>b</li>\n</ul>\n"))
    #expect(read.body.isWellFormed)
  }

  @Test("a reference without a footnote, one without a reference, and a repeated one warn")
  func warnings() {
    let read = ReadBody("a[^x] b[^2]\n\n[^1]: n\n\n[^2]: m\n\n[^2]: o")
    #expect(read.html.hasPrefix("<p>a[^x] b<sup"))
    #expect(!read.html.contains("n <a"))
    #expect(
      read.problems == [
        "1:2+4 warning unknown-footnote: no footnote is written for '[^x]'",
        "7:1+4 warning repeated-footnote: a footnote with this mark is already written above; this one is left out",
        "3:1+4 warning unused-footnote: nothing in the text refers to this footnote, so it is left out",
      ])
    #expect(
      read.diagnostics.map(\.hints) == [
        ["write it on a line of its own: [^x]: the text of the footnote"],
        ["give this one another mark, here and where the text refers to it"],
        ["put its mark, such as [^1], where it belongs in the text"],
      ])
  }

  @Test("more than 1,000 footnotes are refused")
  func tooMany() {
    let text = (0...1_000).map { "[^\($0)]: a\n" }.joined()
    let read = ReadBody(text)
    #expect(
      read.problems == [
        "1001:0+0 error too-many-footnotes: an entry may have at most 1,000 footnotes"
      ])
    #expect(
      read.diagnostics[0].hints == ["move a part of it into an entry of its own and link to it"])
  }
}

@Suite("Alerts in a body")
struct AlertTests {
  @Test(
    "a quote whose first line names an alert is one",
    arguments: ["NOTE", "tip", "Important", "WARNING", "CAUTION"])
  func alerts(name: String) {
    let kind = name.lowercased()
    #expect(
      ReadBody("> [!\(name)]\n> a *b*\n>\n> c").html == """
        <div class="alert alert-\(kind)" role="note">
        <p class="alert-title">{word alert-\(kind)}</p>
        <p>a <em>b</em></p>
        <p>c</p>
        </div>

        """)
  }

  @Test("the text of an alert may begin with any block, and be in a list")
  func blocks() {
    #expect(
      ReadBody("> [!NOTE]\n> - a\n").html == """
        <div class="alert alert-note" role="note">
        <p class="alert-title">{word alert-note}</p>
        <ul>
        <li>a</li>
        </ul>
        </div>

        """)
    #expect(ReadBody("- x\n  > [!TIP]\n  > y").html.contains("alert-tip"))
    #expect(ReadBody("- > [!TIP]\n  > y").html.contains("alert-tip"))
  }

  @Test(
    "other quotes are quotes",
    arguments: [
      "> \\[!NOTE]\n> a", "> [!NOTE] a", "> [!NOPE]\n> a", "> a\n> [!NOTE]", "[!NOTE]\na",
      "> `[!NOTE]`\n> a",
      "> [!NOTE\\]\n> a", "> [!]\n> a", "> **[!NOTE]**\n> a",
    ])
  func others(markdown: String) {
    #expect(!ReadBody(markdown).html.contains("alert"))
  }

  @Test("a title that is taken out of the text takes its references with it")
  func inTitle() {
    let read = ReadBody(
      "# The *title*[^a] [^b]\n\nText.[^b]\n\n[^a]: One\n\n[^b]: Two", titleFromHeading: true)
    #expect(read.words(read.body.title) == "The title")
    #expect(read.html.hasPrefix("<p>Text.<sup class=\"footnote-reference\">"))
    #expect(read.html.contains(">1</a></sup></p>\n<section"))
    #expect(!read.html.contains("One"))
    #expect(read.diagnostics.map(\.id) == ["unused-footnote"])
    #expect(read.body.isWellFormed)
  }
}
