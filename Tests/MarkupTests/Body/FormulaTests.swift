import Testing

@testable import Markup

@Suite("Formulas stay as they are written, and prices are no formulas")
struct FormulaTests {
  @Test(
    "a formula loses no sign to emphasis, escapes, links or tags",
    arguments: [
      ("$a*b = b*a$", "$a*b = b*a$"),
      ("so $x_1 + x_2 * y_1 * y_2$.", "so $x_1 + x_2 * y_1 * y_2$."),
      (#"$\{a, b\}$ and $\frac{1}{2}$"#, #"$\{a, b\}$ and $\frac{1}{2}$"#),
      ("If $a<b$ and $c>d$.", "If $a&lt;b$ and $c&gt;d$."),
      ("**$x^*_1$**y", "<strong>$x^*_1$</strong>y"),
      ("($x$), *$y*z$*", "($x$), <em>$y*z$</em>"), ("式は$a*b*c$です", "式は$a*b*c$です"),
      ("$a *\nb* c$", "$a *\nb* c$"), ("$f[x](y)$", "$f[x](y)$"), ("$@ada$", "$@ada$"),
      ("[the law $a*b*c$](x.md)", "<a {path x.md}>the law $a*b*c$</a>"),
      ("$$a*b*c$$", "$$a*b*c$$"), ("$~~a~~ + [[b]]$", "$~~a~~ + [[b]]$"),
    ])
  func kept(markdown: String, html: String) {
    #expect(ReadBody(markdown).html == "<p>\(html)</p>\n")
  }

  @Test("a formula on lines of its own is no list, no heading and no line break")
  func display() {
    let formula = #"""
      $$
      \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} < 5 \\
      - 3x
      # y
      ===
      1. z
      $$
      """#
    let shown = formula.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    #expect(
      ReadBody("Then\n\n\(formula)\n\nend.").html == "<p>Then</p>\n<p>\(shown)</p>\n<p>end.</p>\n")
    #expect(
      ReadBody("- a\n\n  $$\n  b*c*d\n  $$\n").html
        == "<ul>\n<li>\n<p>a</p>\n<p>$$\nb*c*d\n$$</p>\n</li>\n</ul>\n")
    #expect(
      ReadBody("> $$\n> b*c*d\n> $$\n").html
        == "<blockquote>\n<p>$$\nb*c*d\n$$</p>\n</blockquote>\n")
  }

  @Test(
    "prices and lone dollar signs are text as before",
    arguments: [
      ("$5 and $7", "$5 and $7"), ("US$5 *or* US$7", "US$5 <em>or</em> US$7"),
      ("$5 for *two* cups, 3$ for one", "$5 for <em>two</em> cups, 3$ for one"),
      ("from $20*each* ($18 *now*)", "from $20<em>each</em> ($18 <em>now</em>)"),
      ("a $ sign, *two* $ signs", "a $ sign, <em>two</em> $ signs"),
      (#"\$a *b* c$"#, "$a <em>b</em> c$"), ("$5-$10, *say*", "$5-$10, <em>say</em>"),
      ("$$ *a*", "$$ <em>a</em>"), ("*$$* or *$$$*", "<em>$$</em> or <em>$$$</em>"),
      ("`$` and *b* and `$`", "<code>$</code> and <em>b</em> and <code>$</code>"),
      ("[a $](b.md) *c* d$", "<a {path b.md}>a $</a> <em>c</em> d$"),
      ("$a\n\n*b* c$", "$a</p>\n<p><em>b</em> c$"), ("$$a\n\n*b* $$", "$$a</p>\n<p><em>b</em> $$"),
    ])
  func prices(markdown: String, html: String) {
    #expect(ReadBody(markdown).html == "<p>\(html)</p>\n")
  }

  @Test("in code and addresses dollar signs stay, too")
  func code() {
    #expect(ReadBody("`$a*b$`").html == "<p><code>$a*b$</code></p>\n")
    #expect(
      ReadBody("```\n$a\n```\n\n*b*$").html
        == "<pre><code>$a\n</code></pre>\n<p><em>b</em>$</p>\n")
    #expect(ReadBody("    $a*b$").html == "<pre><code>$a*b$\n</code></pre>\n")
    #expect(
      ReadBody("[x](https://e.org/$a*b$)").body.links.map(\.destination.text) == [
        "elsewhere https://e.org/$a*b$"
      ])
  }

  @Test("a vertical line within a formula parts no cells, one beside it does")
  func cells() {
    #expect(
      ReadBody("| f | g |\n|---|---|\n| $|x|$ | $a*b*c$ |\n| $5 | $6*each* |").html.contains(
        "<td>$|x|$</td>\n<td>$a*b*c$</td>\n</tr>\n<tr>\n<td>$5</td>\n<td>$6<em>each</em></td>"))
  }

  @Test("the plain text for feeds, search and summaries has the formula as it is written")
  func prose() {
    let read = ReadBody("# On $a*b$\n\nWe solve $x_1*y_1 = \\{z\\}$.")
    #expect(read.words(read.body.summary) == #"We solve $x_1*y_1 = \{z\}$."#)
    #expect(read.words(read.body.headings.first?.title) == "On $a*b$")
    #expect(read.problems == [])
  }
}
