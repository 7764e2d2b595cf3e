import Diagnostics
import Testing

@testable import Markup

@Suite("Text pasted from elsewhere")
struct PastedTextTests {
  @Test(
    "a line of a word processor's list warns with the line to write",
    arguments: [
      ("• one", "•", "- one"), ("·\tone", "·", "- one"), ("☐ one", "☐", "- [ ] one"),
      ("☑ one", "☑", "- [x] one"),
      ("Action: @ada one", "Action:", "- [ ] @ada one"),
      ("**Action:** one", "Action:", "- [ ] one"),
      ("*ACTION*: one", "Action:", "- [ ] one"), (">  •\u{A0}one  ", "•", ">  - one  "),
      ("●one", "●", "- one"),
    ])
  func pasted(line: String, mark: String, replacement: String) {
    let read = ReadBody("text\n\n\(line)\n")
    #expect(read.diagnostics.compactMap(\.fix?.replacement) == [replacement])
    #expect(read.diagnostics.compactMap(\.fix?.span.line) == [3])
    #expect(
      read.problems == [
        "3:0+0 warning pasted-list: a line that starts '\(mark)' is not a list item"
      ])
    #expect(read.diagnostics[0].hints == ["write: \(replacement)"])
  }

  @Test("each line of a paragraph is looked at")
  func lines() {
    #expect(ReadBody("To do:\n• one\r\n• two").diagnostics.compactMap(\.fix?.span.line) == [2, 3])
  }

  @Test(
    "other lines are left alone",
    arguments: [
      "a • b", "- • a", "`• a`", "```\n• a\n```", "Actions: a", "In action: a", "# • a", "Action",
      "€ a", "– a",
    ])
  func others(markdown: String) {
    #expect(ReadBody(markdown).diagnostics.compactMap(\.fix) == [])
  }

  @Test("shortcodes are text, with one warning a file")
  func shortcodes() {
    let read = ReadBody("a\nb {{< youtube x >}} {{% y %}}\n\n{% include z %}")
    #expect(read.html == "<p>a\nb {{&lt; youtube x &gt;}} {{% y %}}</p>\n<p>{% include z %}</p>\n")
    #expect(
      read.problems == [
        "2:3+3 warning shortcode: '{{<' begins a shortcode of another tool, which is shown here as it is written"
      ])
    #expect(read.diagnostics[0].hints == ["write in Markdown what it should show"])
    #expect(ReadBody("{% a %}").diagnostics.map(\.id) == ["shortcode"])
    #expect(ReadBody("`{{< a >}}` {{title}} {a} 100%}").problems == [])
  }

  @Test("where text runs from right to left, each block finds its direction")
  func direction() {
    #expect(
      ReadBody("# שלום\n\na\n\n> - b\n\n- [ ] c\n\n|d|\n|-|").html == """
        <h1 id="{#שלום}" dir="auto">שלום</h1>
        <p dir="auto">a</p>
        <blockquote dir="auto">
        <ul>
        <li dir="auto">b</li>
        </ul>
        </blockquote>
        <ul>
        <li class="task" {task 0} dir="auto"><input type="checkbox" disabled="" aria-label="{word task-open}" /> c</li>
        </ul>
        <div class="table" role="group" tabindex="0" aria-label="{word table}">
        <table>
        <thead>
        <tr>
        <th scope="col" dir="auto">d</th>
        </tr>
        </thead>
        </table>
        </div>

        """)
  }

  @Test("no-break and zero-width spaces, entities and emoji stay as they are")
  func characters() {
    #expect(
      ReadBody("a\u{A0}b\u{200B}c &nbsp;&eacute; 🎉👩‍🏫").html
        == "<p>a\u{A0}b\u{200B}c \u{A0}é 🎉👩‍🏫</p>\n")
  }

  @Test("a byte order mark is no part of the first line")
  func byteOrderMark() {
    #expect(ReadBody("\u{FEFF}# a").body.headings.map(\.anchor) == ["a"])
    #expect(ReadBody("\u{FEFF}- [ ] a").body.tasks.count == 1)
    #expect(ReadBody("\u{FEFF}|a|\n|-|").html.contains("<table>"))
  }
}
