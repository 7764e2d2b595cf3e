import Diagnostics
import Testing

@testable import Markup

@Suite("Headings in a body")
struct HeadingTests {
  @Test(
    "a slug keeps letters, digits, hyphens and underscores, as the git host has it",
    arguments: [
      ("Use", "use"), ("How to  use", "how-to-use"), ("A & B", "a--b"), ("C++ / 2.0", "c--20"),
      ("`code` *em* _x_y", "code-em-_x_y"), ("Élan vital", "élan-vital"), ("ÉTÉ", "été"),
      ("语文 Ёж", "语文-ёж"), ("snake_case", "snake_case"), ("- a -b", "--a--b"), ("🎉", "section"),
      ("🎉 party", "-party"), ("constructor", "constructor"), ("What's new?", "whats-new"),
      ("[[rubric|The Rubric]] @ada", "the-rubric-ada"), ("[[rubric]]", "rubric"),
      ("[x](y.md)", "x"), ("<b>a</b>", "a"), ("½", "section"), ("नमस्ते", "नमस्ते"),
    ])
  func slugs(title: String, slug: String) {
    #expect(ReadBody("## \(title)").body.headings.map(\.anchor) == [slug])
  }

  @Test("headings of one slug are told apart by number")
  func repeats() {
    let read = ReadBody("# a\n# A\n# a-1\n# a\n# 🎉\n# 🚀")
    #expect(
      read.body.headings.map(\.anchor) == ["a", "a-1", "a-1-1", "a-2", "section", "section-1"])
  }

  @Test("a heading carries its anchor as a piece, with its level, title and line")
  func pieces() {
    let read = ReadBody("\nTwo *parts*\n---\n\n> # In a quote\n")
    #expect(
      read.html == """
        <h2 id="{#two-parts}">Two <em>parts</em></h2>
        <blockquote>
        <h1 id="{#in-a-quote}">In a quote</h1>
        </blockquote>

        """)
    #expect(
      read.body.headings.map { "\($0.level) \($0.line) \(read.words($0.title) ?? "")" } == [
        "2 2 Two parts", "1 5 In a quote",
      ])
  }

  @Test(
    "the first level-1 heading is the title where it is asked for, and is left out",
    arguments: [
      ("# The *title* [[x]]\n\ntext", "The title {name x}", "<p>text</p>\n"),
      ("before\n\nTitle\n===\n\nafter", "Title", "<p>before</p>\n<p>after</p>\n"),
      (
        "> # no\n\n## no\n\n# yes", "yes",
        "<blockquote>\n<h1 id=\"{#no}\">no</h1>\n</blockquote>\n<h2 id=\"{#no-1}\">no</h2>\n"
      ),
      (
        "#\n\n# Second\n\n# Third", "Second",
        "<h1 id=\"{#third}\">Third</h1>\n"
      ),
      ("text", nil, "<p>text</p>\n"),
    ])
  func title(markdown: String, title: String?, html: String) {
    let read = ReadBody(markdown, titleFromHeading: true)
    #expect(read.words(read.body.title) == title)
    #expect(read.html == html)
  }

  @Test("the title's anchor is kept, and counts for those after it")
  func titleAnchor() {
    let read = ReadBody("# Notes\n\n## Notes", titleFromHeading: true)
    #expect(read.body.titleAnchor == "notes")
    #expect(read.body.headings.map(\.anchor) == ["notes-1"])
  }
}
