import Diagnostics
import Testing

@testable import Markup

@Suite("What was mistyped is told with the line to write")
struct MistypedTextTests {
  @Test(
    "one tilde is a tilde",
    arguments: [
      ("Ages 5~7 and 8~11.", "Ages 5~7 and 8~11."), ("H~2~O", "H~2~O"),
      ("~5 people, ~6~", "~5 people, ~6~"),
      ("오후 3~5시, 10~20명", "오후 3~5시, 10~20명"), ("~a ~~b~~ c~", "~a <del>b</del> c~"),
      ("a ~~~b~~~", "a ~~~b~~~"),
    ])
  func tilde(markdown: String, html: String) {
    #expect(ReadBody(markdown).html == "<p>\(html)</p>\n")
  }

  @Test(
    "a heading without its space warns with the line to write",
    arguments: [
      ("##Attendance", "## Attendance"), ("###Attending:", "### Attending:"),
      ("######Six", "###### Six"), ("> ##In a quote", "> ## In a quote"),
      ("- ##In a list", "- ## In a list"), ("##2026", "## 2026"), ("##École", "## École"),
      ("#Our plan for spring", "# Our plan for spring"), ("text\n##Next", "text\n## Next"),
      ("##Both##", "## Both##"),
    ])
  func heading(markdown: String, fixed: String) {
    #expect(fix("Before.\n\n\(markdown)\n") == "Before.\n\n\(fixed)\n")
    let read = ReadBody("Before.\n\n\(markdown)\n")
    #expect(read.diagnostics.map(\.id) == ["heading-without-space"])
    #expect(read.diagnostics[0].hints == ["write: \(fixed.split(separator: "\n").last ?? "")"])
  }

  @Test(
    "hashtags, numbers and what is already a heading are left alone",
    arguments: [
      "#maths is fun", "#1 of 3", "#MathsWeek", "#Maths #Talk", "## a", "#######a", "`##a`",
      "```\n##a\n```", "    ##a", "a ##b", "#", "##", "Text\n#Tagged words",
      "#PrimaryRocks was full of ideas this week.", "#EdChat is on Tuesdays",
      "#Maths is fun for all.",
    ])
  func noHeading(markdown: String) {
    #expect(
      !ReadBody("Before.\n\n\(markdown)").diagnostics.contains { $0.id == "heading-without-space" })
  }

  @Test("a table with lines between its rows is told once and not fixed")
  func framedTable() {
    let read = ReadBody(
      "+---+---+\n| A | B |\n+===+===+\n| 1 | 2 |\n+---+---+\n| 3 | 4 |\n+---+---+\n")
    #expect(read.diagnostics.map(\.id) == ["table-without-rule"])
    #expect(
      read.diagnostics.first?.hints == [
        "leave out the lines of '+', and write below its first row: | --- | --- |"
      ])
    #expect(read.diagnostics.compactMap(\.fix) == [])
  }

  @Test("a heading without its space is never what a page is summed up by")
  func summary() {
    let read = ReadBody("##Attendance\n\nWe met.")
    #expect(read.words(read.body.summary) == "We met.")
    #expect(
      read.problems == ["1:0+0 warning heading-without-space: a heading needs a space after '##'"])
  }

  @Test(
    "a table without its second line is told with that line",
    arguments: [
      ("| A | B |\n| 1 | 2 |", "| A | B |\n| --- | --- |\n| 1 | 2 |"),
      (
        "Who:\n| A | B |\n| 1 | 2 |\n| 3 | 4 |",
        "Who:\n| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |"
      ),
      ("| A | B |\n|---|\n| 1 | 2 |", "| A | B |\n| --- | --- |\n| 1 | 2 |"),
      ("| A | B |\n| – | — |\n| 1 | 2 |", "| A | B |\n| --- | --- |\n| 1 | 2 |"),
      ("A | B | C\n1 | 2 | 3", "A | B | C\n| --- | --- | --- |\n1 | 2 | 3"),
      ("> | A | B |\n> | 1 | 2 |", "> | A | B |\n> | --- | --- |\n> | 1 | 2 |"),
      ("- | A | B |\n  | 1 | 2 |", "- | A | B |\n  | --- | --- |\n  | 1 | 2 |"),
      ("| É | B |\r\n| 1 | 2 |", "| É | B |\r\n| --- | --- |\r\n| 1 | 2 |"),
    ])
  func table(markdown: String, fixed: String) {
    let read = ReadBody(markdown)
    #expect(read.diagnostics.map(\.id) == ["table-without-rule"])
    #expect(fix(markdown) == fixed)
    #expect(ReadBody(fixed).html.contains("<table>"))
    #expect(ReadBody(fixed).problems == [])
  }

  @Test(
    "one line with vertical lines, and a table that is one, are left alone",
    arguments: [
      "Home | About | Contact", "| A | B |", "| A | B |\n|---|---|\n| 1 | 2 |", "a | b\nc | d",
      "|x| is the size\nof x", "`| a |\n| b |`\n",
    ])
  func noTable(markdown: String) {
    #expect(ReadBody(markdown).problems == [])
  }

  @Test(
    "signs for bold that stand away from their words are told and fixed",
    arguments: [
      ("**Bold **text", "**Bold** text"), ("**Bold ** text", "**Bold** text"),
      ("a ** Bold** text", "a **Bold** text"), ("__Bold __text", "__Bold__ text"),
      ("***Both ***text", "***Both*** text"), ("~~gone ~~text", "~~gone~~ text"),
      ("**Note:**text", "**Note:** text"), ("** Bold **", "**Bold**"),
      ("- **One **and **two **here", "- **One** and **two** here"),
    ])
  func bold(markdown: String, fixed: String) {
    let read = ReadBody(markdown)
    #expect(Set(read.diagnostics.map(\.id)) == ["loose-mark"])
    #expect(fix(markdown) == fixed)
    #expect(ReadBody(fixed).problems == [])
  }

  @Test("the message on bold text gives the words to write")
  func boldMessage() {
    let read = ReadBody("Some **Bold **text")
    #expect(
      read.problems == [
        "1:6+9 warning loose-mark: signs for bold or struck-through text stand directly at the words, without a space between"
      ])
    #expect(read.diagnostics[0].hints == ["write: **Bold** "])
  }

  @Test(
    "signs that mean something else are left alone",
    arguments: [
      "2 ** 3 ** 4", "My name is __ and I am __ years old", "a** and b**", "snake__case__name",
      #"\*\*a \*\*b"#, "`**a **b`", "**fine** text", "~~fine~~ text", "* * *", "**", "a ~~ b ~~ c",
    ])
  func noBold(markdown: String) {
    #expect(ReadBody(markdown).problems == [])
  }

  @Test(
    "links and pictures with spaces are told and fixed",
    arguments: [
      ("![A slip](../assets/slip photo.jpg)", "![A slip](<../assets/slip photo.jpg>)"),
      ("See [the slip](my slip.pdf), please", "See [the slip](<my slip.pdf>), please"),
      ("[a](../x y/z.md \"Words\")", "[a](<../x y/z.md> \"Words\")"),
      ("[a](slip (1) copy.pdf) b", "[a](<slip (1) copy.pdf>) b"),
      ("[**the slip**](../my slip.md)", "[**the slip**](<../my slip.md>)"),
      ("[site](https://example.org/my page)", "[site](<https://example.org/my page>)"),
      ("[The rubric] (../resources/rubric.md)", "[The rubric](../resources/rubric.md)"),
      ("| [a](b c.md) | d |\n|---|---|", "| [a](<b c.md>) | d |\n|---|---|"),
      ("- ![É](é è.png)", "- ![É](<é è.png>)"),
    ])
  func link(markdown: String, fixed: String) {
    let read = ReadBody(markdown)
    #expect(read.diagnostics.map(\.id) == ["space-in-link"])
    #expect(
      read.diagnostics.map(\.summary) == ["a space keeps this from being a link or a picture"])
    #expect(fix(markdown) == fixed)
    #expect(ReadBody(fixed).problems == [])
  }

  @Test(
    "words in round brackets behind square ones are left alone",
    arguments: [
      "[sic](as he wrote it)", "[1] (https://example.org/a)", "[a](b.md) and (c d.md)",
      "`[a](b c.md)`",
      #"\[a](b c.md)"#, "[a](b.md \"c d\")", "[x] (see below)",
    ])
  func noLink(markdown: String) {
    #expect(!ReadBody(markdown).diagnostics.contains { $0.id == "space-in-link" })
  }

  @Test(
    "a definition that no link uses is told, for it is shown nowhere",
    arguments: [
      "[Ada]: yes", "[Note]: tomorrow\nText", "text\n\n[a b]: <x y> \"Title\"", "- [x]: y",
    ])
  func definition(markdown: String) {
    let read = ReadBody(markdown)
    #expect(read.diagnostics.map(\.id) == ["unused-definition"])
  }

  @Test(
    "definitions that are used, and what is none, are left alone",
    arguments: [
      "[A  b]\n\n[a B]: /x", "[c][a]\n\n[a]: /x 'T'", "[Note]: remember the hall", "text\n[a]: b",
      "[a]\n\n[a]: /x\n[b]: /y [b]",
    ])
  func noDefinition(markdown: String) {
    #expect(ReadBody(markdown).problems == [])
  }
}

/// A text with all the changes that `check --fix` makes.
private func fix(_ markdown: String) -> String {
  let source = SourceText(path: "content/posts/a.md", markdown)
  let fixes = ReadBody(markdown).diagnostics.compactMap(\.fix)
  return String(decoding: source.fixed(by: fixes).bytes, as: UTF8.self)
}
