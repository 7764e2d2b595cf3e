import Diagnostics
import TestSupport
import Testing

@testable import Markup

@Suite("Task lists in a body")
struct TaskTests {
  @Test("a list item that begins with a box is a task, with a named box that cannot be changed")
  func whole() {
    let read = ReadBody("- [ ] @ada send *it*\n- [x] done\n- plain\n")
    #expect(
      read.html == """
        <ul>
        <li class="task" {task 0}><input type="checkbox" disabled="" aria-label="{word task-open}" /> {@ada} send <em>it</em></li>
        <li class="task" {task 1}><input type="checkbox" checked="" disabled="" aria-label="{word task-done}" /> done</li>
        <li>plain</li>
        </ul>

        """)
    #expect(read.body.tasks.map(\.isDone) == [false, true])
    #expect(read.body.tasks.map { read.words($0.text) } == ["{@ada} send it", "done"])
    #expect(read.body.tasks.map(\.line) == [1, 2])
    #expect(
      read.body.tasks.map { read.rendered($0.pieces) } == ["{@ada} send <em>it</em>", "done"])
  }

  @Test("a task's text is its first paragraph, in loose lists and numbered ones too")
  func loose() {
    let read = ReadBody("1. [X] one\n\n   two\n\n> 2) [ ] a\n>    - [x] b")
    #expect(
      read.body.tasks.map { "\($0.line) \($0.isDone) \(read.words($0.text) ?? "")" } == [
        "1 true one", "5 false a", "6 true b",
      ])
    #expect(read.html.contains("<li class=\"task\" {task 0}>\n<p><input"))
    #expect(read.body.isWellFormed)
  }

  @Test(
    "other boxes are text",
    arguments: [
      (#"- \[ ] a"#, "<li>[ ] a</li>"), ("- [ ]", "<li>[ ]</li>"), ("- [ ]a", "<li>[ ]a</li>"),
      ("- a [ ] b", "<li>a [ ] b</li>"), ("[ ] a", "<p>[ ] a</p>"), ("- [y] a", "<li>[y] a</li>"),
      ("a\n2. [ ] b", "<p>a\n2. [ ] b</p>"), ("- `[ ] a`", "<li><code>[ ] a</code></li>"),
      (
        "```\n- [x] a\n- [X] b\n- [ ] c\n```", "<pre><code>- [x] a\n- [X] b\n- [ ] c\n</code></pre>"
      ),
      ("- # [ ] a", "<h1 id=\"{#--a}\">[ ] a</h1>"),
      ("- [x](a.md)", "<li><a {path a.md}>x</a></li>"),
    ])
  func others(markdown: String, html: String) {
    let read = ReadBody(markdown)
    #expect(read.html.contains(html), "\(read.html)")
    #expect(read.body.tasks.isEmpty)
  }

  @Test("what is struck through of a task is known")
  func struck() {
    let read = ReadBody("- [ ] ~~all of it~~\n- [ ] ~~@sian~~ @noor part\n")
    #expect(read.body.struck.map { read.words($0) } == ["all of it", "{@sian}"])
    #expect(read.body.struck[0] == read.body.tasks[0].text)
    #expect(read.body.mentions.map(\.isStruck) == [true, false])
  }
}

@Suite("Strikethrough in a body")
struct StrikethroughTests {
  @Test(
    "two tildes on both sides strike through, one is a tilde",
    arguments: [
      ("~~a~~ b", "<del>a</del> b"), ("~a~", "~a~"), ("a ~~~b~~~", "a ~~~b~~~"),
      ("~~a~", "~~a~"), ("a ~~ b ~~", "a ~~ b ~~"), ("~~a ~~", "~~a ~~"),
      ("~5 and ~6", "~5 and ~6"),
      ("~~*a* b~~", "<del><em>a</em> b</del>"), ("*a ~~b* c~~", "<em>a ~~b</em> c~~"),
      ("**~~a~~**", "<strong><del>a</del></strong>"), (#"\~~a~~"#, "~~a~~"), (#"~~a\~~"#, "~~a~~"),
      ("~~a\nb~~", "<del>a\nb</del>"), ("[~~a~~](b.md)", "<a {path b.md}><del>a</del></a>"),
      ("~~[[a]]~~", "<del><a {name a}>{title name a}</a></del>"), ("`~~a~~`", "<code>~~a~~</code>"),
      ("~~a ~b~ c~~", "<del>a ~b~ c</del>"), ("~~a ~b~~ c~", "<del>a ~b</del> c~"),
      ("(~~a~~)", "(<del>a</del>)"), ("~~a~~~~b~~", "<del>a~~~~b</del>"),
      ("~~`a`~~", "<del><code>a</code></del>"),
    ])
  func strikes(markdown: String, html: String) {
    let read = ReadBody(markdown)
    #expect(read.html == "<p>\(html)</p>\n")
  }

  @Test(
    "struck-through text and raw HTML never overlap",
    arguments: [
      ("~~a <b>b~~ c</b>", "<p><del>a <b>b</b></del> c</p>\n"),
      ("<b>a ~~b</b> c~~", "<p><b>a <del>b</del></b> c</p>\n"),
      ("~~http://a.b/~c~ d~~", nil), ("~a http://b.c/~ d~", nil),
    ])
  func overlap(markdown: String, html: String?) {
    let read = ReadBody(markdown)
    if let html { #expect(read.html == html) }
    #expect(read.body.isWellFormed)
  }
}

@Suite("Bare addresses in a body")
struct BareAddressTests {
  private func link(_ address: String, _ label: String? = nil) -> String {
    let rel = address.hasPrefix("mailto:") ? "" : " class=\"bare\" rel=\"noopener noreferrer\""
    return "<a href=\"\(address)\"\(rel)>\(label ?? address)</a>"
  }

  @Test("a bare address is a link, less the marks that end its sentence")
  func addresses() {
    let cases: [(String, String)] = [
      ("See https://a.org/b_c_d?e=f&g#h.", "See " + link("https://a.org/b_c_d?e=f&amp;g#h") + "."),
      ("(http://a.org/b_(c))", "(" + link("http://a.org/b_(c)") + ")"),
      ("www.a.org, x", link("http://www.a.org", "www.a.org") + ", x"),
      ("HTTP://a.org", link("HTTP://a.org")),
      ("“https://a.org”", "“" + link("https://a.org") + "”"),
      ("https://a.org…", link("https://a.org") + "…"),
      ("*https://a.org*", "<em>" + link("https://a.org") + "</em>"),
      ("a.b+c@d-e.org.", link("mailto:a.b+c@d-e.org", "a.b+c@d-e.org") + "."),
      ("[[x]]@a.b", "<a {name x}>{title name x}</a>{@a.b}"),
      ("https://a.org/@ada @ada", link("https://a.org/@ada") + " {@ada}"),
      ("http://é.org/ü", link("http://%C3%A9.org/%C3%BC", "http://é.org/ü")),
      ("http://a.org/&copy;", link("http://a.org/%C2%A9", "http://a.org/©")),
      ("http://a.org/x\\~y", link("http://a.org/x") + "~y"),
      ("http://localhost:8000/", link("http://localhost:8000/")),
    ]
    for (markdown, html) in cases { #expect(ReadBody(markdown).html == "<p>\(html)</p>\n") }
  }

  @Test(
    "these are text",
    arguments: [
      "http://", "https:// a", "www.", "xwww.a.org", "ahttp://b.org", "ftp://a.org", "a@b", "a@b.",
      "http://a_b.c_d", "://a", "www", "`http://a.org`", "javascript://a.org",
    ])
  func text(markdown: String) {
    let read = ReadBody(markdown)
    #expect(!read.html.contains("<a "))
    #expect(read.body.links.isEmpty)
  }

  @Test("within a link nothing is a link")
  func nested() {
    #expect(
      ReadBody("[see http://a.org or b@c.de](d.md)").html
        == "<p><a {path d.md}>see http://a.org or b@c.de</a></p>\n")
  }

  @Test("a bare address has its place in the file and in the text")
  func places() {
    let read = ReadBody("a\nb http://c.org d@e.fr")
    #expect(read.body.links.map(\.span.text) == ["2:3+12", "2:16+6"])
    #expect(read.body.links.map { read.words($0.label) } == ["http://c.org", "d@e.fr"])
    #expect(read.body.links.map(\.hasLabel) == [false, false])
  }
}
