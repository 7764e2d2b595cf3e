import Diagnostics
import TestSupport
import Testing

@testable import Markup

@Suite("Raw HTML in a body")
struct RawHTMLTests {
  @Test(
    "what is allowed is kept, written again",
    arguments: [
      ("a <b>c</b><br>d<WBR/> <kbd>e</KBD>", "<p>a <b>c</b><br />d<wbr /> <kbd>e</kbd></p>\n"),
      (
        "H<sub>2</sub>O <strike>x</strike> <tt>y</tt>",
        "<p>H<sub>2</sub>O <s>x</s> <code>y</code></p>\n"
      ),
      (
        "<details open>\n<summary>More &amp; <i>more</i></summary>\n\n*text*\n\n</details>",
        "<details open=\"\">\n<summary>More &amp; <i>more</i></summary>\n<p><em>text</em></p>\n</details>\n"
      ),
      (
        "<p align=\"center\">@ada [[x]]</p>",
        "<p class=\"align-center\">{@ada} <a {name x}>{title name x}</a></p>\n"
      ),
      (
        "<table><tr><td colspan=2>a<td>b<tr><th scope=row>c</table>",
        "<table><tr><td colspan=\"2\">a</td><td>b</td></tr><tr><th scope=\"row\">c</th></tr></table>\n"
      ),
      ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>\n"),
      (
        "<abbr title='&quot;a&quot; <b'>c</abbr>",
        "<p><abbr title=\"&quot;a&quot; &lt;b\">c</abbr></p>\n"
      ),
      ("<span lang=\"cy\" dir=rtl>a</span>", "<p><span lang=\"cy\" dir=\"rtl\">a</span></p>\n"),
      (
        "<a id=\"use\"></a>x <a name='b'>c</a>",
        "<p><a id=\"{#use}\"></a>x <a id=\"{#b}\">c</a></p>\n"
      ),
      (
        "<div>&copy; &lt;x&gt; &#64;ada &nope; & 5 < 6</div>",
        "<div>© &lt;x&gt; {@ada} &amp;nope; &amp; 5 &lt; 6</div>\n"
      ),
      ("a<!-- b -->\n\n<!-- c\n\nd -->\n", "<p>a</p>\n"),
      ("<div><!-- a > b --->c</div>", "<div>c</div>\n"),
    ])
  func kept(markdown: String, html: String) {
    let read = ReadBody(markdown)
    #expect(read.html == html)
    #expect(read.problems == [])
  }

  @Test(
    "a link and an image in HTML are links and images of ours",
    arguments: [
      ("<a href=\"b.md#c\" title='d'>e</a>", "<p><a {path b.md#c}>e</a></p>\n"),
      (
        "<a href=https://b.org>e</a>",
        "<p><a href=\"https://b.org\" rel=\"noopener noreferrer\">e</a></p>\n"
      ),
      ("<img src=\"b%20c.png\" alt=\"d &amp; e\" width=5>", "{image b c.png}\n"),
      (
        "<p align=right>\n<a href=b.md>\n<img src=c.png alt=d>\n</a>\n</p>",
        "<p class=\"align-right\">\n<a {path b.md}>\n{image c.png}\n</a>\n</p>\n"
      ),
      ("<a href=b.md>[c](d.md) [[e]] @f</a>", "<p><a {path b.md}>c [[e]] @f</a></p>\n"),
    ])
  func links(markdown: String, html: String) {
    let read = ReadBody(markdown)
    #expect(read.html == html)
    #expect(read.problems == [])
  }

  @Test(
    "an unsafe address in HTML is left out",
    arguments: [
      ("<a href=\"javascript:x\">l</a>", "<p>l</p>\n"),
      ("<a href='java&#115;cript&colon;x'>l</a>", "<p>l</p>\n"),
      ("<a href=\"java\nscript:x\">l</a>", "<p>l</p>\n"),
      ("x <img src=data:image/png;x alt=l>", "<p>x l</p>\n"),
      ("<a href=//b>l</a>", "<p>l</p>\n"), ("<A HREF = \"&#1;vbscript:x\">l</A>", "<p>l</p>\n"),
    ])
  func unsafe(markdown: String, html: String) {
    let read = ReadBody(markdown)
    #expect(read.html == html)
    #expect(read.diagnostics.map(\.id) == ["unsafe-address"])
  }

  @Test("each drop warns, with its place")
  func dropped() {
    let read = ReadBody(
      "a <font color=\"red\">b</font>\n\n<div style='x' onclick=y class=z>\nc\n</div></main>\n\n<iframe src=x><b>d</b></iframe>e\n\n<?php x ?>\n\n</p>\n"
    )
    #expect(read.html == "<p>a b</p>\n<div>\nc\n</div>\ne\n")
    #expect(
      read.problems == [
        "1:3+18 warning raw-html: the HTML element 'font' is left out of the page",
        "3:1+33 warning raw-html: the attribute 'style' of the HTML element 'div' is left out",
        "3:1+33 warning raw-html: the attribute 'onclick' of the HTML element 'div' is left out",
        "3:1+33 warning raw-html: the attribute 'class' of the HTML element 'div' is left out",
        "5:7+7 warning raw-html: '</main>' closes nothing that is open here, and is left out",
        "7:1+14 warning raw-html: the HTML element 'iframe' is left out of the page",
        "9:1+10 warning raw-html: this HTML is left out of the page",
        "11:1+4 warning raw-html: '</p>' closes nothing that is open here, and is left out",
      ])
    #expect(
      Set(read.diagnostics.map(\.hints)) == [
        ["write it in Markdown, or put it between backticks to show it as it is"]
      ])
  }

  @Test(
    "nothing that runs, loads, styles, submits or embeds gets through",
    arguments: [
      "<script>alert(1)</script>", "<img src=x.png alt=a onerror=alert(1)>",
      "<svg/onload=alert(1)>",
      "<iframe srcdoc='<script>'></iframe>", "<base href=//x>",
      "<form action=x><input autofocus onfocus=y>",
      "<style>*{}</style>", "<meta http-equiv=refresh content=0>", "<object data=x></object>",
      "<embed src=x>",
      "<math><mtext><table><mglyph><style><img src onerror=alert(1)>",
      "<link rel=stylesheet href=x>",
      "<p style='background:url(x)'>", "<button formaction=javascript:x>", "<textarea><b>",
      "<b/onclick=x>",
      "<a href='javascript&colon;x'>", "<img src=\"a.png\" alt=\"`><script>alert(1)</script>\">",
      "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<div id=\"x onclick=y\">",
      "<b onclick=x\n>", "<video><source onerror=x>", "<a href=x onmouseover=y>",
      "<title>x</title>",
      "<div title=\"a\" title='\"><script>'>", "<select><option>x", "<dialog open>", "<slot>",
      "<template><b>",
      "a<script>b", "<details ontoggle=x open>", "<![CDATA[<script>]]>", "<p\u{0}onclick=x>",
    ])
  func hostile(markdown: String) {
    let read = ReadBody(markdown)
    let tags = read.html.split(separator: "<").dropFirst().map {
      $0.prefix { $0 != ">" }.lowercased()
    }
    for tag in tags {
      for word in [
        "script", "onerror", "onload", "onclick", "onfocus", "style", "iframe", "svg", "form",
        "base", "meta", "object", "embed", "math", "input", "video", "select", "button", "dialog",
        "slot", "template", "ontoggle", "onmouseover", "javascript", "source",
      ] {
        #expect(!tag.contains(word), "\(read.html)")
      }
    }
    #expect(read.body.isWellFormed, "\(read.html)")
  }

  @Test(
    "what is opened is closed where it must be",
    arguments: [
      ("<div>\n\na\n", "<div>\n<p>a</p>\n</div>\n"),
      ("a <b>c\n\nd</b>", "<p>a <b>c</b></p>\n<p>d</p>\n"),
      ("*a <i>b* c</i>", "<p><em>a <i>b</i></em> c</p>\n"),
      ("> <div>\n\n</div></blockquote>", "<blockquote>\n<div>\n</div>\n</blockquote>\n"),
      ("- <b>a\n- c</b>", "<ul>\n<li><b>a</b></li>\n<li>c</li>\n</ul>\n"),
      ("<b><i>a</b>c</i>", "<p><b><i>a</i></b>c</p>\n"),
      ("[a <b>c](d.md)", "<p><a {path d.md}>a <b>c</b></a></p>\n"),
      ("# a <b>c\n\nd", "<h1 id=\"{#a-c}\">a <b>c</b></h1>\n<p>d</p>\n"), ("<li>a</li>", "a\n"),
      ("<td>a", "a\n"),
      ("a <div>b</div>", "<p>a b</p>\n"),
      ("[a <a href=b>c</a>](d.md)", "<p><a {path d.md}>a c</a></p>\n"),
      ("<a href=a.md>b <a href=c.md>d</a> e</a>", "<p><a {path a.md}>b d e</a></p>\n"),
      ("<p>a<p>b", "<p>a</p><p>b\n</p>\n"), ("<br></br>", "<p><br /></p>\n"),
      ("<b/>x", "<p><b></b>x</p>\n"),
    ])
  func balanced(markdown: String, html: String) {
    let read = ReadBody(markdown)
    #expect(read.html == html)
    #expect(read.body.isWellFormed)
  }

  @Test("ids that an author gives are kept once, apart from headings, and are known")
  func ids() {
    let read = ReadBody("<a id=\"use\"></a><b id='use'>a</b> <b id='A b'>c</b>\n\n# Use")
    #expect(
      read.html == "<p><a id=\"{#use}\"></a><b>a</b> <b>c</b></p>\n<h1 id=\"{#use-1}\">Use</h1>\n")
    #expect(read.body.anchors == ["use"])
    #expect(
      read.diagnostics.map(\.summary) == [
        "the attribute 'id' of the HTML element 'b' is left out",
        "the attribute 'id' of the HTML element 'b' is left out",
      ])
  }

  @Test("the text in HTML is in the prose, block by block, and is no summary")
  func prose() {
    let read = ReadBody("<div>a &amp; <b>b</b><br>c</div>\n\n<p>d</p><p>e</p>\n\nf")
    #expect(
      read.body.prose.blocks.map { "\($0.line) \(read.words($0.range) ?? "")" } == [
        "1 a & b c", "3 d e", "5 f",
      ])
    #expect(read.words(read.body.summary) == "f")
  }
}
