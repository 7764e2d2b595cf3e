import Community
import Testing

@testable import Importing

/// A text of another tool's as it is written here, in a site that has the post `second`, the member
/// `ada` and the picture `plan.png`.
private func translated(
  _ generator: Generator, _ text: String
) -> (text: String, debts: [BodyDebt], hidden: Int) {
  let body = BodyTranslation(text, generator) { ["version": "2.1"][$0] }
  let resolve: (String) -> LinkFixing.Answer = { written in
    let cut = written.firstIndex(of: "#") ?? written.endIndex
    let fragment = String(written[cut...].dropFirst())
    switch written[..<cut] {
    case "second", "second.md", "/posts/second/", "/second/":
      return .entry(EntryID(.post, "second"), path: "second.md", fragment: fragment)
    case "ada": return .entry(EntryID(.member, "ada"), path: "../members/ada.md", fragment: "")
    case "plan.png", "/img/plan.png", "img/plan.png": return .path("../assets/plan.png")
    case "paper.pdf": return .path("../assets/paper.pdf")
    case "/tags/x/": return .list
    default: return written.contains("://") || written.hasPrefix("mailto:") ? .elsewhere : .unknown
    }
  }
  var links = LinkFixing(
    generator, resolve: resolve,
    anchor: { $1 == "here" || $1 == "use" ? $1 : nil })
  let fixed = links.fix(body.text)
  return (fixed, body.debts + links.debts, body.hidden + links.hidden)
}

@Suite("Notation of other tools becomes Markdown")
struct NotationTests {
  @Test(
    "Hugo's shortcodes",
    arguments: [
      ("{{< figure src=\"/img/plan.png\" alt=\"A plan\" >}}", "![A plan](../assets/plan.png)"),
      ("{{< figure src=\"/img/plan.png\" caption=\"A plan\" >}}", "![A plan](../assets/plan.png)"),
      (
        "{{< figure src=\"/img/plan.png\" alt=\"A plan\" caption=\"Ours\" >}}",
        "\n\n![A plan](../assets/plan.png)\n\n*Ours*\n\n"
      ),
      (
        "{{< figure src=\"/img/plan.png\" alt=\"A\" link=\"/posts/second/\" >}}",
        "[![A](../assets/plan.png)](second.md)"
      ),
      ("{{<figure src=\"/img/plan.png\" alt=`A \"plan\"`>}}", "![A \"plan\"](../assets/plan.png)"),
      ("{{% img src=\"plan.png\" alt=\"A\" %}}", "![A](../assets/plan.png)"),
      ("[a]({{< ref \"second\" >}})", "[a](second.md)"),
      ("[a]({{< relref \"second.md#here\" >}})", "[a](second.md#here)"),
      ("[a]({{< ref path=\"second.md\" lang=\"en\" >}})", "[a](second.md)"),
      ("[a]({{% ref \"second\" %}} \"title\")", "[a](second.md \"title\")"),
      ("<a href=\"{{< ref \"second\" >}}\">a</a>", "<a href=\"second.md\">a</a>"),
      ("[a]: {{< ref \"second\" >}}\n", "[a]: second.md\n"),
      ("{{< ref \"second\" >}}", "[[posts/second]]"),
      ("{{< youtube abc_1-x >}}", "[YouTube](https://www.youtube.com/watch?v=abc_1-x)"),
      (
        "{{< youtube id=\"abc\" title=\"A talk\" >}}",
        "[A talk](https://www.youtube.com/watch?v=abc)"
      ),
      ("{{< vimeo 123 >}}", "[Vimeo](https://vimeo.com/123)"),
      ("{{< gist ada 12 >}}", "[ada/12](https://gist.github.com/ada/12)"),
      (
        "{{< tweet user=\"ada\" id=\"12\" >}}", "[status/12](https://twitter.com/ada/status/12)"
      ),
      (
        "{{< highlight go \"linenos=table\" >}}\na {{ b }} [c](d)\n{{< /highlight >}}",
        "\n\n```go\na {{ b }} [c](d)\n```\n\n"
      ),
      (
        "{{< details \"More\" >}}\nText\n{{< /details >}}",
        "\n\n<details>\n<summary>More</summary>\n\nText\n\n</details>\n\n"
      ),
      ("v{{< param \"version\" >}}", "v2.1"),
      (
        "{{< notice tip >}}\nDo *it*.\n{{< /notice >}}", "\n\n> [!TIP]\n> Do *it*.\n\n"
      ),
      (
        "{{% alert title=\"Mind\" color=\"warning\" %}}a{{% /alert %}}",
        "\n\n> [!WARNING]\n> **Mind**\n>\n> a\n\n"
      ),
      ("{{< callout type=\"danger\" >}}a{{< /callout >}}", "\n\n> [!CAUTION]\n> a\n\n"),
      ("{{< admonition info \"T\" >}}a{{< /admonition >}}", "\n\n> [!NOTE]\n> **T**\n>\n> a\n\n"),
      ("{{< hint danger >}}a{{< /hint >}}", "\n\n> [!CAUTION]\n> a\n\n"),
      ("{{< note >}}a{{< /note >}}", "\n\n> [!NOTE]\n> a\n\n"),
      (
        "## A\n\n{{< tabs >}}{{< tab \"One\" >}}x{{< /tab >}}{{< tab name=\"Two\" >}}y{{< /tab >}}{{< /tabs >}}",
        "## A\n\n\n\n\n\n### One\n\nx\n\n\n\n### Two\n\ny\n\n\n\n"
      ),
      ("{{< button href=\"/posts/second/\" >}}Go{{< /button >}}", "[Go](second.md)"),
      ("{{< button relref=\"/second/\" text=\"Go\" >}}", "[Go](second.md)"),
      (
        "{{< mermaid >}}\ngraph TD\n{{< /mermaid >}}", "\n\n```mermaid\ngraph TD\n```\n\n"
      ),
      ("{{< kbd \"Ctrl\" >}}", "<kbd>Ctrl</kbd>"), ("a{{< br >}}b{{< toc >}}", "ab"),
    ])
  func hugo(written: String, text: String) {
    let read = translated(.hugo, written)
    #expect(read.text == text)
    #expect(read.debts == [])
  }

  @Test(
    "Jekyll's includes, tags and Kramdown's attributes",
    arguments: [
      ("{% include figure.html src=\"/img/plan.png\" alt=\"A\" %}", "![A](../assets/plan.png)"),
      (
        "{% include figure image_path=\"/img/plan.png\" caption='A plan' %}",
        "![A plan](../assets/plan.png)"
      ),
      (
        "{% include image.html url=\"/img/plan.png\" description=\"A\" %}",
        "![A](../assets/plan.png)"
      ),
      ("{% include youtube.html id=\"abc\" %}", "[YouTube](https://www.youtube.com/watch?v=abc)"),
      (
        "{% include video id=\"abc\" provider=\"youtube\" %}",
        "[YouTube](https://www.youtube.com/watch?v=abc)"
      ),
      ("{% youtube https://youtu.be/abc %}", "[YouTube](https://youtu.be/abc)"),
      (
        "{% include alert.html type=\"warning\" content=\"Mind it\" %}",
        "\n\n> [!WARNING]\n> Mind it\n\n"
      ),
      ("{% include tip.html content='Do it' %}", "\n\n> [!TIP]\n> Do it\n\n"),
      (
        "{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}", "\n\n```ruby\nputs 1\n```\n\n"
      ),
      ("{% raw %}{{ a }} {% b %}{% endraw %}", "{{ a }} {% b %}"),
      ("[a]({% post_url second %})", "[a](second.md)"),
      ("[a]({% link second.md %})", "[a](second.md)"),
      ("[a]({{ site.baseurl }}{% link second.md %})", "[a](second.md)"),
      ("[a]({{ site.baseurl }}/posts/second/)", "[a](second.md)"),
      ("[a]({{site.url}}{{site.baseurl}}/posts/second/#here)", "[a](second.md#here)"),
      ("[a]({{ '/posts/second/' | relative_url }})", "[a](second.md)"),
      ("[a]({{ \"/posts/second/\" | absolute_url }}#here)", "[a](second.md#here)"),
      ("[a]({{ '/posts/second/' | prepend: site.baseurl }})", "[a](second.md)"),
      (
        "<img src=\"{{ '/img/plan.png' | relative_url }}\" alt=\"A\">",
        "![A](../assets/plan.png)"
      ),
      ("![A](/img/plan.png){: .right width=\"50%\"}", "![A](../assets/plan.png)"),
      ("a\n{: .lead}\n\n## B {#use}\n", "a\n\n## B {#use}\n"), ("* TOC\n{:toc}\n\na", "\na"),
      ("1. TOC\n{:toc}\na", "a"), ("## B\n{:.no_toc}\na", "## B\na"),
      ("## B {: #use .wide }", "## B {#use}"), ("a {% assign x = 1 %}b", "a b"),
    ])
  func jekyll(written: String, text: String) {
    let read = translated(.jekyll, written)
    #expect(read.text == text)
    #expect(read.debts == [])
  }

  @Test(
    "MkDocs: boxes, tabs, icons, keys and attributes",
    arguments: [
      ("!!! note\n    a\n    b\n\nc", "> [!NOTE]\n> a\n> b\n\n\nc"),
      ("!!! warning \"Mind\"\n    a\n", "> [!WARNING]\n> **Mind**\n>\n> a\n\n"),
      ("!!! danger \"\"\n    a\n", "> [!CAUTION]\n> a\n\n"),
      ("!!! note inline end\n    a\n", "> [!NOTE]\n> a\n\n"),
      ("!!! tip\n\n    a\n\n    b\n", "> [!TIP]\n> a\n>\n> b\n\n"),
      (
        "??? note \"More\"\n    a\n", "<details>\n<summary>More</summary>\n\na\n\n</details>\n\n"
      ),
      ("???+ tip\n    a\n", "<details>\n<summary>Tip</summary>\n\na\n\n</details>\n\n"),
      (
        "## A\n\n=== \"One\"\n\n    x\n\n=== \"Two\"\n\n    y\n",
        "## A\n\n### One\n\n\nx\n\n\n### Two\n\n\ny\n\n"
      ),
      ("- a\n\n    !!! note\n        b\n", "- a\n\n    > [!NOTE]\n    > b\n\n"),
      ("[a](second.md){ .md-button }", "[a](second.md)"),
      ("![A](plan.png){ width=300 align=left }", "![A](../assets/plan.png)"),
      (":material-clock: a :fontawesome-brands-x:{ .y } b", "a b"),
      ("++ctrl+alt++", "<kbd>Ctrl</kbd>+<kbd>Alt</kbd>"),
      ("a ==b c== d", "a <mark>b c</mark> d"), ("[TOC]\na", "a"), ("v{{ version }}", "v2.1"),
      ("## A { #use data-x='y' }", "## A {#use}"), ("a == b, c == d", "a == b, c == d"),
      ("C++ and D++", "C++ and D++"), ("12:30:00 a", "12:30:00 a"),
    ])
  func mkdocs(written: String, text: String) {
    let read = translated(.mkdocs, written)
    #expect(read.text == text)
    #expect(read.debts == [])
  }

  @Test(
    "Obsidian: callouts, embeds, places, marks and tags",
    arguments: [
      (
        "> [!info]- What we read\n> A chapter. ^a1b2\n",
        "> [!NOTE]\n> **What we read**\n>\n> A chapter.\n"
      ),
      ("> [!question]- Why?\n> Because.\n", "> [!NOTE]\n> **Why?**\n>\n> Because.\n"),
      ("> [!TIP]\n> a\n", "> [!TIP]\n> a\n"), ("> [!bug]+\n> a\n", "> [!CAUTION]\n> a\n"),
      ("> > [!my-own|wide] T\n", "> > [!NOTE]\n> > **T**\n> >\n"),
      ("![[plan.png|300]]", "![plan](../assets/plan.png)"),
      ("![[plan.png|A plan|300]]", "![A plan](../assets/plan.png)"),
      ("![[plan.png|300x200]]", "![plan](../assets/plan.png)"),
      ("![[paper.pdf]]", "[paper](../assets/paper.pdf)"), ("![[second]]", "[[posts/second]]"),
      ("[[second|it]]", "[[posts/second|it]]"), ("[[second#here|it]]", "[it](second.md#here)"),
      ("[[second#Gone]]", "[[posts/second|second > Gone]]"),
      ("[[second#^b1]]", "[[posts/second|second]]"), ("[[#here]]", "[here](#here)"),
      ("[[#here|there]]", "[there](#here)"), ("[[ada]]", "@ada"), ("[[ada|her]]", "@ada"),
      ("| A |\n|---|\n| [[second\\|it]] |\n", "| A |\n|---|\n| [it](second.md) |\n"),
      ("==Important== a", "<mark>Important</mark> a"), ("Do it. ^c3d4\n\n^e5\n", "Do it.\n\n\n"),
      ("a #circle/retrieval b", "a #circle/retrieval b"), ("#circle b", "\\#circle b"),
      ("# Heading\n## #5", "# Heading\n## #5"), ("`==a==` `#b`", "`==a==` `#b`"),
      ("```ad-warning\ntitle: T\na\n```\n", "> [!WARNING]\n> title: T\n> a\n\n"),
    ])
  func obsidian(written: String, text: String) {
    let read = translated(.obsidian, written)
    #expect(read.text == text)
    #expect(read.debts == [])
  }

  @Test(
    "Docusaurus, VitePress, Quarto, GitBook and MyST",
    arguments: [
      (":::note\na\n:::\n", "> [!NOTE]\n> a\n\n"),
      (":::tip[Title]\na\n:::", "> [!TIP]\n> **Title**\n>\n> a\n"),
      (":::tip My title\n\na\n\n:::", "> [!TIP]\n> **My title**\n>\n> a\n"),
      ("::: details More\na\n:::", "<details>\n<summary>More</summary>\n\na\n\n</details>\n"),
      ("::::info\n:::tip\na\n:::\n::::", "> [!NOTE]\n> > [!TIP]\n> > a\n"),
      ("::: {.callout-warning title=\"T\"}\na\n:::", "> [!WARNING]\n> **T**\n>\n> a\n"),
      ("::: {.callout-tip}\n## T\na\n:::", "> [!TIP]\n> ## T\n> a\n"),
      ("::: {layout-ncol=2}\na\n:::", "a\n"),
      (":::{note} T\na\n:::", "> [!NOTE]\n> **T**\n>\n> a\n"),
      ("```{note}\na\n```\n", "> [!NOTE]\n> a\n\n"),
      ("```{admonition} T\n:class: tip\na\n```", "> [!TIP]\n> **T**\n>\n> a\n"),
      (
        "```{figure} img/plan.png\n:alt: A plan\nOurs\n```",
        "![A plan](../assets/plan.png)\n\nOurs\n"
      ),
      ("```{toctree}\na\nb\n```\nc", "c"),
      ("```{code-block} python\na\n```", "```python\na\n```\n"),
      ("```{r}\na\n```", "```{r}\na\n```"), ("(label)=\n## A", "## A"),
      ("{doc}`second`", "[[posts/second]]"), ("{doc}`it <second>`", "[it](second.md)"),
      ("{ref}`it <second>`", "[it](second.md)"), ("{kbd}`Ctrl`", "<kbd>Ctrl</kbd>"),
      ("{% hint style=\"info\" %}\na\n{% endhint %}", "\n\n> [!NOTE]\n> a\n\n"),
      ("{% embed url=\"https://x.example/a\" %}", "[x.example/a](https://x.example/a)"),
      (
        "{% tabs %}\n{% tab title=\"One\" %}\nx\n{% endtab %}\n{% endtabs %}",
        "\n\n\n\n\n## One\n\nx\n\n\n\n\n"
      ),
      (
        "{% code title=\"a.py\" %}\n```python\nx\n```\n{% endcode %}", "\n\n```python\nx\n```\n\n"
      ),
      ("[[toc]]\na", "a"),
      (
        "<Tabs>\n<TabItem value=\"a\" label=\"One\">\n\nx\n\n</TabItem>\n</Tabs>",
        "\n\n\n\n\n## One\n\nx\n\n\n\n\n"
      ),
      (
        "<Admonition type=\"tip\" title=\"T\">\na\n</Admonition>",
        "\n\n> [!TIP]\n> **T**\n>\n> a\n\n"
      ),
    ])
  func others(written: String, text: String) {
    let read = translated(.markdown, written)
    #expect(read.text == text)
    #expect(read.debts == [])
  }

  @Test(
    "what is not known goes from the text, and is told of",
    arguments: [
      (.hugo, "a {{< mystery x=1 >}} b", "a  b", "{{< mystery x=1 >}}"),
      (.hugo, "{{< wrap-me >}}kept{{< /wrap-me >}}", "kept", "{{< wrap-me >}}"),
      (.jekyll, "a {% include newsletter.html %} b", "a  b", "{% include newsletter.html %}"),
      (
        .jekyll, "{% for x in site.data.y %}{{ x }}{% endfor %}b", "b",
        "{% for x in site.data.y %}"
      ),
      (.jekyll, "a {{ site.data.x }} b", "a  b", "{{ site.data.x }}"),
      (.jekyll, "{% if site.beta %}secret{% endif %}b", "b", "{% if site.beta %}"),
      (.mkdocs, "a\n--8<-- \"b.md\"\nc", "a\nc", "--8<-- \"b.md\""),
      (.mkdocs, "a {{ macro() }}", "a ", "{{ macro() }}"),
      (.obsidian, "```dataview\nTABLE x\n```\na", "a", "```dataview TABLE x"),
      (.markdown, "a\n\n<Chart data={x} />\n\nb", "a\n\n\n\nb", "<Chart data={x} />"),
      (.markdown, "<<< @/a.js\nb", "b", "<<< @/a.js"),
    ] as [(Generator, String, String, String)])
  func unknown(generator: Generator, written: String, text: String, former: String) {
    let read = translated(generator, written)
    #expect(read.text == text)
    #expect(read.debts == [BodyDebt(kind: .foreignNotation, words: "", former: former)])
  }

  @Test(
    "code is not looked into, but for tags that show it",
    arguments: [
      (.hugo, "`{{< a >}}` ``[[b]]``\n\n```\n{{< figure src=\"a\" >}}\n```\n"),
      (.jekyll, "`{% link a %}`\n"), (.mkdocs, "```\n!!! note\n    a\n=== \"b\"\n```\n"),
      (.obsidian, "```\n> [!info] a\n[[b]] ==c== ^d\n```\n"),
      (.markdown, "~~~\n:::note\na\n:::\n~~~\n"),
    ] as [(Generator, String)])
  func code(generator: Generator, text: String) {
    #expect(translated(generator, text).text == text)
  }

  @Test(
    "parts that were to be seen by nobody go, and are counted",
    arguments: [
      (.hugo, "a{{< comment >}}b{{< /comment >}}c", "ac"),
      (.hugo, "a{{% private %}}b{{% /private %}}c", "ac"),
      (.hugo, "a <span hidden>b</span> c", "a  c"),
      (.jekyll, "<div style=\"display: none\">b<div>x</div></div>c", "c"),
      (.markdown, "::: {.content-hidden}\nb\n:::\nc", "c"), (.hugo, "<p hidden>b\n\nc", "\n\nc"),
    ] as [(Generator, String, String)])
  func hidden(generator: Generator, written: String, text: String) {
    let read = translated(generator, written)
    #expect(read.text == text)
    #expect(read.hidden == 1)
  }

  @Test(
    "links and pictures that lead nowhere become their words, and are told of",
    arguments: [
      (
        "a [b *c*](gone.md \"t\") d", "a b *c* d",
        BodyDebt(kind: .deadLink, words: "b *c*", former: "gone.md")
      ),
      ("[b](/gone/#x)", "b", BodyDebt(kind: .deadLink, words: "b", former: "/gone/#x")),
      ("[b](#gone)", "b", BodyDebt(kind: .deadLink, words: "b", former: "#gone")),
      (
        "![A *b*](gone.png) c", "*A b* c",
        BodyDebt(kind: .missingPicture, words: "A b", former: "gone.png")
      ),
      ("a![](gone.png)b", "ab", BodyDebt(kind: .missingPicture, words: "", former: "gone.png")),
      (
        "[a ![b](plan.png)](gone.md)", "a ![b](../assets/plan.png)",
        BodyDebt(kind: .deadLink, words: "a ![b](../assets/plan.png)", former: "gone.md")
      ),
      (
        "[a][x] b\n\n[x]: gone.md\n", "a b\n\n",
        BodyDebt(kind: .deadLink, words: "a", former: "[x]")
      ),
      (
        "[X] b\n\n[x]: gone.md 'T'\nc", "X b\n\nc",
        BodyDebt(kind: .deadLink, words: "X", former: "[X]")
      ),
      (
        "![A][]\n\n[a]: gone.png\n", "*A*\n\n",
        BodyDebt(kind: .missingPicture, words: "A", former: "[A]")
      ),
      (
        "<a href=\"gone.md\" class=\"x\">a</a> b", "a b",
        BodyDebt(kind: .deadLink, words: "", former: "gone.md")
      ),
      (
        "<img src=\"gone.png\" alt=\"A\">", "*A*",
        BodyDebt(kind: .missingPicture, words: "A", former: "gone.png")
      ),
      (
        "<p><img src=\"gone.png\" alt=\"A\"></p>", "<p><em>A</em></p>",
        BodyDebt(kind: .missingPicture, words: "A", former: "gone.png")
      ),
      ("[[Gone|a]] b", "a b", BodyDebt(kind: .deadLink, words: "a", former: "[[Gone]]")),
      ("[a]()", "a", BodyDebt(kind: .deadLink, words: "a", former: "")),
    ])
  func dead(written: String, text: String, debt: BodyDebt) {
    let read = translated(.hugo, written)
    #expect(read.text == text)
    #expect(read.debts == [debt])
  }

  @Test(
    "links are fixed wherever they stand",
    arguments: [
      (
        "[a][s] ![b][p]\n\n[s]: /posts/second/ \"T\"\n[p]: <plan.png>\n",
        "[a][s] ![b][p]\n\n[s]: second.md \"T\"\n[p]: ../assets/plan.png\n"
      ),
      (
        "<a href=\"/posts/second/\" target=\"_blank\" title=\"T\">a</a>",
        "<a href=\"second.md\" title=\"T\">a</a>"
      ),
      (
        "<div class=\"x\"><img class=\"y\" src=\"plan.png\" srcset=\"a 2x\" alt=\"A\"></div>",
        "<div><img src=\"../assets/plan.png\" alt=\"A\"></div>"
      ),
      ("<img srcset=\"plan.png 2x, b.png\" alt=\"A\">", "![A](../assets/plan.png)"),
      ("<https://x.example/a> https://x.example/b", "<https://x.example/a> https://x.example/b"),
      (
        "[a](https://x.example/) [b](mailto:x@y.example)",
        "[a](https://x.example/) [b](mailto:x@y.example)"
      ),
      ("[the tag](/tags/x/)", "the tag"),
      ("\\[a](gone.md) [b\\](gone.md)", "\\[a](gone.md) [b\\](gone.md)"),
      ("[^1] a\n\n[^1]: gone.md\n", "[^1] a\n\n[^1]: gone.md\n"), ("[x] a (b)", "[x] a (b)"),
      ("- [ ] a\n- [x] b\n", "- [ ] a\n- [x] b\n"),
      (
        "<iframe src=\"https://www.youtube.com/embed/abc?x=1\" title=\"Talk\"></iframe>",
        "[Talk](https://www.youtube.com/watch?v=abc)"
      ),
      ("<iframe src=\"//player.vimeo.com/video/12\"></iframe>", "[Vimeo](https://vimeo.com/12)"),
      ("a <script>x('[b](gone)')</script><style>y</style> c", "a  c"),
      ("<center>a <font color=red>b</font></center>", "a b"),
      ("<div markdown=\"1\">\n[a](second.md)\n</div>", "\n[a](second.md)\n"),
      ("a < b and c > d <3", "a < b and c > d <3"), ("<br/>a<BR>", "<br />a<br>"),
      ("<a id=\"here\"></a>a <a name=\"x\">b</a>", "<a id=\"here\"></a>a <a id=\"x\">b</a>"),
      ("![a](plan.png =300x)", "![a](../assets/plan.png =300x)"),
    ])
  func fixed(written: String, text: String) {
    let read = translated(.hugo, written)
    #expect(read.text == text)
    #expect(read.debts == [])
  }

  @Test(
    "what is opened often and never closed takes no time to speak of",
    arguments: [
      "{{< a >}}", "{{< note >}}", "{{< /note >}}", "{% if x %}", ":::note\n", "!!! note\n    ",
      "> [!x] ",
      "```{note}\n", "=== \"a\"\n    ", "<a href=\"x\">", "<script>", "<div hidden>",
      "<iframe src=x>", "![[",
      "[a](x)", "[[[a](x)", "![![a](x)", "==a", "{:.a", "{#", "<a href=\"", "[a]: x\n", "{{",
      "<Tabs>", "{doc}`",
      "{{< tabs >}}{{< tab \"a\" >}}", "#a ", "++a", ":material-", "<", "http://", "\n\n[", "> ",
      "    ",
    ])
  func hostile(opener: String) {
    for generator in Generator.allCases {
      _ = translated(generator, String(repeating: opener, count: 40_000 / opener.utf8.count))
    }
  }
}
