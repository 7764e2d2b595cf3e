import Diagnostics
import TestSupport
import Testing

@testable import Markup

/// A row is given to the parser whole, which is quicker than cell by cell; no one may see which.
@Suite("Rows of tables")
struct TableRowTests {
  @Test(
    "what reaches from one cell into the next is text",
    arguments: [
      ("*a | b*", "*a", "b*"), ("`a | b`", "`a", "b`"), ("[a | b](c.md)", "[a", "b](c.md)"),
      ("[a](<b | c>)", "[a](&lt;b", "c&gt;)"), ("<b | c>", "&lt;b", "c&gt;"),
      ("<b title=\" | \">", "&lt;b title=&quot;", "&quot;&gt;"),
      ("<!-- | -->", "&lt;!--", "--&gt;"),
      ("![a | b](c.png)", "![a", "b](c.png)"), ("~~a | b~~", "~~a", "b~~"),
      ("<b>a | b", "<b>a</b>", "b"), ("[x][y | z]", "<a {path x.md}>x</a>[y", "z]"),
      ("**a** | _b_", "<strong>a</strong>", "<em>b</em>"), ("| b", "", "b"), ("a | |", "a", ""),
      ("a&#32; | b #", "a ", "b #"), ("a @ada|@ada b", "a {@ada}", "{@ada} b"),
    ])
  func cells(row: String, first: String, second: String) {
    let read = ReadBody("|a|b|\n|-|-|\n|\(row)|\n\n[x]: x.md")
    let body = read.html.split(separator: "<tbody>\n").last ?? ""
    let end = "</tbody>\n</table>\n</div>\n"
    #expect(body == "<tr>\n<td>\(first)</td>\n<td>\(second)</td>\n</tr>\n" + end)
    #expect(read.body.isWellFormed)
  }

  @Test("a row without cells is a row of empty ones, and takes no line from those after it")
  func withoutCells() {
    let read = ReadBody("|a|b|\n|-|-|\n|\n|[c](d.md)||\n\n# e")
    #expect(
      read.html.contains(
        "<tr>\n<td><a {path d.md}>c</a></td>\n<td></td>\n</tr>\n</tbody>\n</table>\n</div>\n"))
    #expect(read.body.links.map(\.span.text) == ["4:6+4"])
    #expect(read.body.headings.map(\.line) == [6])
  }

  @Test("random tables are read the same row by row and cell by cell")
  func random() throws {
    var random = SplitMix(seed: 20_260_313)
    for number in 0..<1_500 {
      let text = Self.table(&random)
      let source = SourceText(path: "content/posts/a.md", text)
      let read = Body.parse(source, from: 0, dialect: .handbook, titleFromHeading: false)
      var byCell = MisreadLines()
      byCell.crossed = Set(1...source.lineStarts.count)
      let other = Body.readLifted(
        source, from: 0, .handbook, titleFromHeading: false, misread: byCell)
      #expect(read.value.pieces.count == other.value.pieces.count, "table \(number): \(text)")
      #expect(read.value.html == other.value.html, "table \(number): \(text)")
      #expect(read.value.prose == other.value.prose, "table \(number): \(text)")
      #expect(
        read.diagnostics.map(\.summary) == other.diagnostics.map(\.summary), "table \(number)")
      #expect(read.value.isWellFormed, "table \(number): \(text)")
    }
  }

  private static func table(_ random: inout SplitMix) -> String {
    var text = "[a]: b.md\n\n| h | i | j |\n|---|:-:|---|\n"
    for _ in 0...random.next(below: 3) {
      text += random.pick(["|", "", "> |", "- |", "|\n|"])
      for _ in 0...random.next(below: 24) { text += random.pick(marks) }
      text += "\n"
    }
    return text
  }

  private static let marks = [
    "|", "|", " | ", " ", "a", "b c", "*", "**", "_", "`", "``", "[", "]", "[a]", "[a][", "](", ")",
    "(b.md)", "![", "<b>", "</b>", "<a href=c>", "<", ">", "<!--", "-->", "\"", "\\", "\\|",
    "&amp;",
    "&#32;", "#", "@ada", "[[a]]", "[[a|b]]", "[^1]", "~", "~~", "http://a.b", "e@f.gh", "é", "!",
    "www.a.b", "{{<", "'", ":", "-", "\u{A0}",
  ]

  @Test("words in a cell too many are told, also behind an empty one")
  func lostCells() {
    #expect(ReadBody("|a|\n|-|\n|b||c|").diagnostics.map(\.id) == ["table-row-too-long"])
    #expect(ReadBody("|a|\n|-|\n|b|| |").diagnostics == [])
  }
}
