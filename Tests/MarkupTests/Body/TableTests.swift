import Diagnostics
import TestSupport
import Testing

@testable import Markup

@Suite("Tables in a body")
struct TableTests {
  /// The output without the group around each table and the scope of headers.
  private func plain(_ read: ReadBody) -> String {
    read.html
      .replacing(
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{word table}\">\n",
        with: ""
      )
      .replacing("</table>\n</div>\n", with: "</table>\n").replacing(" scope=\"col\"", with: "")
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    let head = header.map { "<th>\($0)</th>\n" }.joined()
    let body = rows.map { "<tr>\n" + $0.map { "<td>\($0)</td>\n" }.joined() + "</tr>\n" }.joined()
    return "<table>\n<thead>\n<tr>\n\(head)</tr>\n</thead>\n"
      + (rows.isEmpty ? "" : "<tbody>\n\(body)</tbody>\n") + "</table>\n"
  }

  @Test("a table stands in a group that scrolls, with scoped headers and alignment by class")
  func whole() {
    let read = ReadBody("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n")
    #expect(
      read.html == """
        <div class="table" role="group" tabindex="0" aria-label="{word table}">
        <table>
        <thead>
        <tr>
        <th scope="col">a</th>
        <th scope="col" class="align-left">b</th>
        <th scope="col" class="align-center">c</th>
        <th scope="col" class="align-right">d</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td class="align-left">2</td>
        <td class="align-center">3</td>
        <td class="align-right">4</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test("cells hold inlines, each for itself")
  func cells() {
    let cases: [(String, [String], [[String]])] = [
      ("| *b | c* |\n|-|-|", ["*b", "c*"], []),
      ("a|b\n-|-\n_c_|**d**", ["a", "b"], [["<em>c</em>", "<strong>d</strong>"]]),
      ("|a\n|-\n|[x]\n\n[x]: y.md", ["a"], [["<a {path y.md}>x</a>"]]),
      ("|a|\n|-|\n|[[b|c]] `\\|` \\| d|", ["a"], [["<a {name b}>c</a> <code>|</code> | d"]]),
      ("|a|\n|-|\n|[[b\\|c]] @ada|", ["a"], [["<a {name b}>c</a> {@ada}"]]),
      ("|a|b|\n|-|-|\n|c|\nd\n||e|", ["a", "b"], [["c", ""], ["d", ""], ["", "e"]]),
      ("|# a #|b#|\n|-|-|\n|#|## |", ["# a #", "b#"], [["#", "##"]]),
      ("|- a|> b|1. c|\n|-|-|-|", ["- a", "&gt; b", "1. c"], []),
      ("|a|\r\n|-|\r\n|b|\r\n", ["a"], [["b"]]), ("|a|\u{2028}|-|\u{2028}|b|", ["a"], [["b"]]),
      ("|a|\n|-|\n|[x](y.md \"|\")|", ["a"], [["[x](y.md &quot;"]]),
      ("  | a |\n :-: |", ["a"], []),
    ]
    for (markdown, header, rows) in cases {
      let html = plain(ReadBody(markdown)).replacing(" class=\"align-center\"", with: "")
      #expect(html == table(header, rows), "\(markdown)")
    }
  }

  @Test("an empty header cell is no header, so that none is announced without words")
  func emptyHeaders() {
    let cases: [(String, String)] = [
      ("|  | Plan |\n|---|--:|", "<td></td>\n<th class=\"align-right\">Plan</th>\n"),
      ("| Who | |\n|---|:-:|", "<th>Who</th>\n<td class=\"align-center\"></td>\n"),
      ("| | |\n|-|-|", "<td></td>\n<td></td>\n"),
      ("| [ | a |\n|-|-|", "<th>[</th>\n<th>a</th>\n"),
      ("| | ~~a~~ |\n|-|-|", "<td></td>\n<th><del>a</del></th>\n"),
      ("| @ada | |\n|-|-|", "<th>{@ada}</th>\n<td></td>\n"),
    ]
    for (markdown, cells) in cases {
      let read = ReadBody(markdown)
      #expect(
        plain(read) == "<table>\n<thead>\n<tr>\n\(cells)</tr>\n</thead>\n</table>\n",
        "\(markdown)")
      #expect(read.body.isWellFormed)
    }
  }

  @Test("a table stands in quotes and lists, leaves them tight, and ends what comes before it")
  func nested() {
    let inner = table(["a", "b"], [["1", "2"]])
    let rows = ["| a | b |", "| - | - |", "| 1 | 2 |"]
    let cases: [(String, String)] = [
      (rows.map { "> " + $0 }.joined(separator: "\n"), "<blockquote>\n\(inner)</blockquote>\n"),
      ("- " + rows.joined(separator: "\n  "), "<ul>\n<li>\n\(inner)</li>\n</ul>\n"),
      (
        "- x\n\n  " + rows.joined(separator: "\n  "), "<ul>\n<li>\n<p>x</p>\n\(inner)</li>\n</ul>\n"
      ),
      (
        "- x\n  " + rows.joined(separator: "\n  ") + "\n- y",
        "<ul>\n<li>x\n\(inner)</li>\n<li>y</li>\n</ul>\n"
      ),
      ("text\n" + rows.joined(separator: "\n"), "<p>text</p>\n" + inner),
      (rows.joined(separator: "\n") + "\n> q", inner + "<blockquote>\n<p>q</p>\n</blockquote>\n"),
      (rows.joined(separator: "\n") + "\n\nx", inner + "<p>x</p>\n"),
      (rows.joined(separator: "\n") + "\n# x", inner + "<h1 id=\"{#x}\">x</h1>\n"),
      (rows.joined(separator: "\n") + "\n- x", inner + "<ul>\n<li>x</li>\n</ul>\n"),
      (rows.joined(separator: "\n") + "\n***", inner + "<hr />\n"),
      (
        "> - " + rows.joined(separator: "\n>   "),
        "<blockquote>\n<ul>\n<li>\n\(inner)</li>\n</ul>\n</blockquote>\n"
      ),
    ]
    for (markdown, html) in cases { #expect(plain(ReadBody(markdown)) == html, "\(markdown)") }
  }

  @Test(
    "what only looks like a table is what CommonMark says",
    arguments: [
      ("| a | b |\n| - |\n", "<p>| a | b |\n| - |</p>\n"),
      ("a\n---", "<h2 id=\"{#a}\">a</h2>\n"), ("a\n-", "<h2 id=\"{#a}\">a</h2>\n"),
      ("```\n| a |\n| - |\n```", "<pre><code>| a |\n| - |\n</code></pre>\n"),
      ("    | a |\n    | - |", "<pre><code>| a |\n| - |\n</code></pre>\n"),
      ("# a | b\n- | -", "<h1 id=\"{#a--b}\">a | b</h1>\n<ul>\n<li>| -</li>\n</ul>\n"),
      ("# a | b\n|-|-|", "<h1 id=\"{#a--b}\">a | b</h1>\n<p>|-|-|</p>\n"),
      ("> | a |\n| - |", "<blockquote>\n<p>| a |\n| - |</p>\n</blockquote>\n"),
      ("- | a |\n| - |", "<ul>\n<li>| a |\n| - |</li>\n</ul>\n"),
      ("x\n\n|-|\n", "<p>x</p>\n<p>|-|</p>\n"), ("|x|\n|:|", "<p>|x|\n|:|</p>\n"),
      ("`a\n|b|\n|-|`", "<p><code>a |b| |-|</code></p>\n"),
      ("- ```\n  x\n| a |\n| - |", nil), ("<!-- x\n\n|a|\n|-|\n\n-->", ""),
    ])
  func others(markdown: String, html: String?) {
    let read = ReadBody(markdown)
    if let html { #expect(read.html == html) }
    #expect(read.body.isWellFormed)
  }

  @Test("lines after a table are lines of the file")
  func lines() {
    let read = ReadBody("| a [x](b.md) |\n|-|\n| [[c]] @d |\n\n# e\n\n[f](g.md)")
    #expect(read.body.links.map(\.span.text) == ["1:9+4", "3:3+5", "7:5+4"])
    #expect(read.body.mentions.map(\.span.text) == ["3:9+2"])
    #expect(read.body.headings.map(\.line) == [5])
    #expect(
      read.body.prose.blocks.map { "\($0.kind) \($0.line) \(read.words($0.range) ?? "")" } == [
        "cell 1 a x", "cell 3 {name c} {@d}", "heading 5 e", "paragraph 7 f",
      ])
  }

  @Test("cells beyond the header's are left out with a warning")
  func tooManyCells() {
    let read = ReadBody("|a|\n|-|\n|b|c é|d|\n|e||")
    #expect(plain(read) == table(["a"], [["b"], ["e"]]))
    #expect(
      read.problems == [
        "3:4+3 warning table-row-too-long: this row has more cells than the table's header; the rest is left out"
      ])
    #expect(
      read.diagnostics[0].hints == [#"write \| for a vertical line that is part of the text"#])
  }

  @Test(
    "a table beyond the limits is refused",
    arguments: [
      ("|a|\n|-|\n" + String(repeating: "b\n", count: 1_001), 1_003),
      (String(repeating: "|a", count: 51) + "\n" + String(repeating: "|-", count: 51), 1),
      (
        String(
          repeating: String(repeating: "|a", count: 50) + "\n" + String(repeating: "|-", count: 50)
            + "\n" + String(repeating: "b\n", count: 900) + "\n", count: 2), 1_004
      ),
    ])
  func tooLarge(markdown: String, line: Int) {
    let read = ReadBody(markdown)
    #expect(
      read.problems == [
        "\(line):0+0 error table-too-large: a table may have at most 1,000 rows and 50 columns, and an entry's tables 50,000 cells"
      ])
    #expect(
      read.diagnostics[0].hints == [
        "put the data in a spreadsheet, keep it in assets/ and link to it"
      ])
    #expect(read.body.pieces.isEmpty)
  }
}
