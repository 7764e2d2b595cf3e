import Files
import Markup
import Testing

@testable import Importing

@Suite("What is read from elsewhere")
struct ForeignMatterTests {
  @Test("text of every usual encoding, line ends made plain")
  func encodings() {
    #expect(ForeignText(Array("a\r\nb\rc".utf8))?.text == "a\nb\nc")
    #expect(ForeignText([0xEF, 0xBB, 0xBF, 0x61])?.text == "a")
    #expect(ForeignText([0xFF, 0xFE, 0x61, 0, 0xE9, 0])?.text == "aé")
    #expect(ForeignText([0xFE, 0xFF, 0, 0x61])?.text == "a")
    #expect(ForeignText([0x93, 0x61, 0x94])?.text == "“a”")
    #expect(ForeignText([0x61, 0, 0x62]) == nil)
  }

  @Test(
    "a value is written so that it is read back as it was",
    arguments: [
      "plain", "a: b", "a #b", "- a", "'quoted'", "\"double\"", "yes", "", " blank ", "2024-01-01",
      "back\\slash", "tab\there", "two\nlines", "[list]", "{map}", "*star", "&and", "!bang", "%per",
      "@at", "`tick`", "ends:", "é", "~", "null", "|", ">", "?", ",", "a,b", "#hash",
    ])
  func quoting(text: String) throws {
    let matter =
      "---\nkey: \(text.asYAML)\nlist: [\(text.asYAML.isEmpty ? "x" : text.quotedYAML)]\n---\n"
    let found = try ForeignMatter.split(matter).0
    let (fields, notes) = try found.read("a.md")
    #expect(notes == [])
    guard text != "" else { return }
    if case .text(let read, _)? = fields["key"]?.value.content {
      #expect(read == text)
    } else {
      Issue.record("\(text.asYAML) is no text")
    }
  }

  @Test("lines at the top that begin with the title are front matter without markers")
  func linesAtTop() throws {
    let (matter, body) = try ForeignMatter.split(
      "Title: It's a talk\nDate: 2020-01-05 10:20\nTags: talk, maths\nStatus: draft\n\nWe met.\n")
    let (fields, notes) = try matter.read("a.md")
    #expect(notes == [])
    #expect(fields["title"]?.value.text == "It's a talk")
    #expect(fields["date"]?.value.text == "2020-01-05 10:20")
    #expect(fields["draft"]?.value.text == "true")
    #expect(body == "We met.\n")
    #expect(
      try ForeignMatter.split("title:: A talk\n").0.read("a.md").0["title"]?.value.text == "A talk")
  }

  @Test(
    "lines that are no fields stay text",
    arguments: [
      "Title: one\nand more\n", "Dear all,\n\nTitle: one\n", "Title\n", "Title: a\nhttp://b c: d\n",
    ])
  func noFields(text: String) throws {
    let (matter, body) = try ForeignMatter.split(text)
    #expect(matter == .none)
    #expect(body == text)
  }

  @Test("templates in Ruby go from a page, and what looks like one in code stays")
  func templates() throws {
    let page = try ForeignPage(
      Array("(place)=\n# Talk\n\n<%= partial 'a' %>We met. `<% a %>` <% never closed\n".utf8),
      at: try RelativePath("a.md"))
    #expect(page.body == "# Talk\n\nWe met. `<% a %>` <% never closed\n")
  }

  @Test("code is not looked into, whatever stands in it")
  func code() {
    var fixing = LinkFixing { _ in .path("x.md") }
    let text =
      "[a](b) `[a](b)` ``[a](b) ` [[c]]`` ` [a](b)\n\n~~~\n[a](b)\n~~~\n> ```\n> [a](b)\n> ```\n"
    #expect(
      fixing.fix(text)
        == "[a](x.md) `[a](b)` ``[a](b) ` [[c]]`` ` [a](x.md)\n\n~~~\n[a](b)\n~~~\n> ```\n> [a](b)\n> ```\n"
    )
  }
}
