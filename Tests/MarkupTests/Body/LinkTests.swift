import Diagnostics
import Testing

@testable import Markup

@Suite("Links in a body")
struct LinkTests {
  @Test(
    "a link is a piece with its destination",
    arguments: [
      ("[r](../resources/rubric.md#use)", "<p><a {path ../resources/rubric.md#use}>r</a></p>\n"),
      ("[r](a%20b.md#caf%C3%A9)", "<p><a {path a b.md#café}>r</a></p>\n"),
      ("[r](<a b.md>)", "<p><a {path a b.md}>r</a></p>\n"),
      ("[r](a.md#)", "<p><a {path a.md}>r</a></p>\n"),
      ("[r](a%zz.md)", "<p><a {path a%zz.md}>r</a></p>\n"),
      ("[r](a%00.md)", "<p><a {path a%00.md}>r</a></p>\n"),
      ("[up](#use)", "<p><a {heading use}>up</a></p>\n"),
      ("[[rubric]]", "<p><a {name rubric}>{title name rubric}</a></p>\n"),
      (
        "[[ resources/rubric | the *rubric* ]]",
        "<p><a {name resources/rubric}>the *rubric*</a></p>\n"
      ),
      ("[[rubric#How to Use|how]]", "<p><a {name rubric#how-to-use}>how</a></p>\n"),
      ("[[#How to Use]]", "<p><a {heading how-to-use}>{title heading how-to-use}</a></p>\n"),
      (
        "[[C# basics]] [[C#]]",
        "<p><a {name C# basics}>{title name C# basics}</a> <a {name C#}>{title name C#}</a></p>\n"
      ),
      ("[[a\\|b]]", "<p><a {name a}>b</a></p>\n"),
      ("**[[a]]**s", "<p><strong><a {name a}>{title name a}</a></strong>s</p>\n"),
      ("[words]([[rubric|x]])", "<p><a {name rubric}>words</a></p>\n"),
      ("[see [[rubric]] now](a.md)", "<p><a {path a.md}>see [[rubric]] now</a></p>\n"),
      (
        "[[[a]]] ![[a]]",
        "<p>[<a {name a}>{title name a}</a>] !<a {name a}>{title name a}</a></p>\n"
      ),
    ])
  func pieces(markdown: String, html: String) {
    let read = ReadBody(markdown)
    #expect(read.html == html)
    #expect(read.problems == [])
  }

  @Test(
    "what is no link of ours stays as CommonMark has it",
    arguments: [
      (#"\[[a]] \\[x"#, "<p>[[a]] \\[x</p>\n"),
      ("[[a]", "<p>[[a]</p>\n"),
      ("[[a\nb]]", "<p>[[a\nb]]</p>\n"),
      ("[[]] [[ ]] [[|a]]", "<p>[[]] [[ ]] [[|a]]</p>\n"),
      ("`[[a]]` ``x[[\"a\"]]``", "<p><code>[[a]]</code> <code>x[[&quot;a&quot;]]</code></p>\n"),
      ("```\n[[a]] \\@b\n```", "<pre><code>[[a]] \\@b\n</code></pre>\n"),
      ("    x[[1]] \\@", "<pre><code>x[[1]] \\@\n</code></pre>\n"),
      ("``` a\\@b[[c]]\n```", "<pre><code class=\"language-a@b[[c]]\"></code></pre>\n"),
      ("[[1]](a.md)", "<p><a {path a.md}>[1]</a></p>\n"),
      ("[[1]][x]\n\n[x]: a.md", "<p><a {path a.md}>[1]</a></p>\n"),
    ])
  func text(markdown: String, html: String) {
    #expect(ReadBody(markdown).html == html)
  }

  @Test("a link definition does not capture a link of ours")
  func definition() {
    let read = ReadBody("[[rubric]]\n\n[rubric]: /x\n")
    #expect(read.html == "<p><a {name rubric}>{title name rubric}</a></p>\n")
  }

  @Test("a link to another site is marked, an address without a host is not")
  func elsewhere() {
    let read = ReadBody(
      #"[a](https://b.org/?c&d "e \"f\"") <mailto:a@b.org> [g](/h) [i](tel:+1) [j](?k)"#)
    #expect(
      read.html == """
        <p><a href="https://b.org/?c&amp;d" title="e &quot;f&quot;" rel="noopener noreferrer">a</a> \
        <a href="mailto:a@b.org">mailto:a@b.org</a> <a href="/h">g</a> <a href="tel:+1">i</a> \
        <a href="?k">j</a></p>

        """)
    #expect(
      read.body.links.map(\.destination.text) == [
        "elsewhere https://b.org/?c&d", "elsewhere mailto:a@b.org", "elsewhere /h",
        "elsewhere tel:+1", "elsewhere ?k",
      ])
    #expect(read.body.links.map(\.hasLabel) == [true, false, true, true, true])
  }

  @Test("place holders in an address, a title and raw HTML give back what was written")
  func restored() {
    let read = ReadBody(#"[a](b\@c.md "d\@e [[f]]") <http://x.y/\@z> [g](h[[i]].md)"#)
    #expect(
      read.body.links.map(\.destination.text) == [
        "path b@c.md", #"elsewhere http://x.y/\@z"#, "path h[[i]].md",
      ])
    #expect(read.body.links[0].title == "d@e [[f]]")
    #expect(
      ReadBody(#"<b c="\@[[d]]">"#).problems == [
        #"1:1+15 warning raw-html: the attribute 'c' of the HTML element 'b' is left out"#
      ])
  }

  @Test("a label, its place in the text and its span are known")
  func labels() throws {
    let read = ReadBody(
      "---\n---\n\nSee *the* [new rubric](r.md), é [[x]]\nand\n[two\nlines](s.md) [t][t].\n\n[t]: t.md",
      from: 8)
    let links = read.body.links
    #expect(links.map(\.hasLabel) == [true, false, true, true])
    #expect(links.map { read.words($0.label) } == ["new rubric", "{name x}", "two lines", "t"])
    #expect(links.map(\.span.text) == ["4:24+4", "4:33+5", "7:8+4", "7:15+1"])
  }

  @Test("lines hold after a link definition and a title broken over lines")
  func lines() {
    let read = ReadBody("[r]: /u\ntext [l](a.md\n\"t\")\nafter [m](z.md)\n@ada\n")
    #expect(read.body.links.map(\.span.text) == ["2:10+4", "4:11+4"])
    #expect(read.body.mentions.map(\.span.text) == ["5:1+4"])
  }

  @Test("a link without an address leaves its label and warns")
  func empty() {
    let read = ReadBody("a [label]() b")
    #expect(read.html == "<p>a label b</p>\n")
    #expect(
      read.problems == ["1:4+5 warning empty-link: a link needs an address between its parentheses"]
    )
    #expect(
      read.diagnostics[0].hints == [
        "write the file or the web address that it leads to: [words](https://…)"
      ])
  }
}
