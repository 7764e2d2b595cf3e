import Files
import Testing

@testable import Importing

@Suite("Pages of HTML come along as Markdown")
struct HTMLMarkdownTests {
  @Test(
    "text, headings, lists, links, pictures, code and tables",
    arguments: [
      ("<h1>Meeting</h1><p>We met.</p>", "# Meeting\n\nWe met.\n"),
      ("<p>a\n  <b>b</b> <i>c</i> <code>d*</code><br>e</p>", "a **b** *c* `d*`\\\ne\n"),
      ("<h2 id=\"use\">How <em>to</em></h2>", "## How *to* {#use}\n"),
      ("<ul><li>a</li><li>b <a href=\"/c/\">c</a></li></ul><p>d</p>", "- a\n- b [c](/c/)\n\nd\n"),
      ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b\n"),
      ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c\n"),
      ("<img src='/a b.png' alt='A [plan]'>", "![A \\[plan\\]](</a b.png>)\n"),
      ("<blockquote><p>a</p><p>b</p></blockquote>c", "> a\n>\n> b\n\nc\n"),
      ("<pre><code class=\"language-go\">a\n  b &lt;\n</code></pre>", "```go\na\n  b <\n```\n"),
      ("a<hr/>b", "a\n\n---\n\nb\n"), ("a &amp; b &eacute; &lt;c&gt;", "a & b é \\<c>\n"),
      (
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td><a href='x'>y</a></td></tr></table>",
        "| A | B |\n| --- | --- |\n| 1\\|2 | [y](x) |\n"
      ),
      ("<table><tr><td>1</td></tr></table>", "|  |\n| --- |\n| 1 |\n"),
      ("<!-- secret --><script>bad()</script><style>p{}</style><p hidden>no</p>ok", "ok\n"),
      ("<p>1. a</p><p># b</p><p>* c [d]</p>", "1\\. a\n\n\\# b\n\n\\* c \\[d\\]\n"),
      (
        "<a href='{{ site.baseurl }}/x/'>a</a> {% link b.md %}",
        "[a](<{{ site.baseurl }}/x/>) {% link b.md %}\n"
      ),
      (
        "<figure><img src='a.png' alt='A'><figcaption>Ours</figcaption></figure>",
        "![A](a.png)\n\n*Ours*\n"
      ),
      (
        "<iframe src='https://www.youtube.com/embed/abc'></iframe>",
        "[YouTube](https://www.youtube.com/watch?v=abc)\n"
      ),
      ("x<sup>2</sup> <kbd>Ctrl</kbd>", "x<sup>2</sup> <kbd>Ctrl</kbd>\n"), ("", ""),
      ("<p></p>", ""),
      ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc\n"), ("<b></b><a href='x'></a>a", "[](x)a\n"),
      ("a < b <3 & c", "a \\< b \\<3 & c\n"),
    ])
  func pieces(html: String, markdown: String) {
    #expect(HTMLMarkdown(html).text == markdown)
  }

  @Test("of a whole page, its title and what stands in its main part")
  func page() {
    let html = HTMLMarkdown(
      """
      <!doctype html><html><head><title>Our  club</title><style>x</style></head><body>
      <nav><a href="/">Home</a></nav><main><h1>Hello</h1>Text</main><footer>c</footer></body></html>
      """)
    #expect(html.title == "Our club")
    #expect(html.text == "# Hello\n\nText\n")
    let bare = HTMLMarkdown("<body><nav>x</nav><p>a</p><footer>y</footer></body>")
    #expect(bare.text == "a\n")
  }

  @Test(
    "Hugo's and Jekyll's pages of HTML are imported; a file without front matter is not Jekyll's")
  func imported() throws {
    let hugo = try plan(
      .hugo,
      ["content/posts/e.html": "<title>T</title><h1>Meeting</h1><p>We <b>met</b>.</p><!-- no -->"])
    #expect(hugo.text("content/posts/e.md")?.hasSuffix("---\n\n# Meeting\n\nWe **met**.\n") == true)
    #expect(hugo.comments == 1)
    let jekyll = try plan(
      .jekyll,
      [
        "a.html": "---\ntitle: A\n---\n<p>See <a href=\"{{ site.baseurl }}/b.html\">b</a></p>",
        "b.md": "---\ntitle: B\n---\nB\n", "c.html": "<p>made for the tool</p>",
        "d.html":
          "---\nlayout: x\n---\n{% for p in site.posts %}<li>{{ p.title }}</li>{% endfor %}",
      ])
    #expect(jekyll.text("content/pages/a.md")?.hasSuffix("\nSee [b](b.md)\n") == true)
    #expect(
      jekyll.leftOutReport.contains("c.html: it is no page of the tool's, but a file of HTML"))
  }

  @Test("pages that only pandoc reads are told of where it is not there")
  func withoutPandoc() throws {
    let plan = try plan(
      .markdown, ["a.rst": "Meeting\n=======\n", "b.adoc": "= Meeting\n", "c.md": "# C\n"])
    for file in ["a.rst", "b.adoc"] {
      #expect(
        plan.leftOutReport.contains(
          "\(file): it is read by pandoc (https://pandoc.org), which is not installed: install it, or save the page as Markdown"
        ))
    }
  }

  @Test("MDX comes along without its imports and components")
  func mdx() throws {
    let plan = try plan(
      .markdown,
      [
        "d.mdx":
          "import X from \"x\"\nexport const a = {\n  b: 1,\n}\n\n# Meeting\n\n<X/>\n\nWe met.\n\n```js\nimport y from 'y'\n```\n"
      ])
    #expect(
      plan.text("content/pages/d.md")?.hasSuffix(
        "# Meeting\n\n\n\nWe met.\n\n```js\nimport y from 'y'\n```\n") == true)
    #expect(plan.debts.map(\.former) == ["<X/>"])
  }

  @Test(
    "whatever is missing takes no time to speak of",
    arguments: [
      "<", "<a href=\"", "<p>", "<ul><li>", "<table><tr><td>", "</p>", "<b>", "<script>", "&amp;",
      "<pre>", "<blockquote>", "<a href=x>", "<!--", "<div hidden>",
    ])
  func hostile(opener: String) {
    _ = HTMLMarkdown(String(repeating: opener, count: 40_000 / opener.utf8.count))
  }
}
