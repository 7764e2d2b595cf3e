import Diagnostics
import Files
import Testing

@testable import Importing

@Suite("Mappings")
struct MappingTests {
  @Test("the names of folders suggest the kinds, and what is suggested can be read back")
  func suggestion() throws {
    let tree: MemoryFileTree = [
      "content/posts/a.md": "A", "content/team/ada.md": "A", "content/minutes/2024/b.md": "B",
      "content/about/c.md": "C",
    ]
    let mapping = try SiteImport.suggestedMapping(tree, .hugo)
    #expect(
      mapping.text == """
        # How the pages of the other site become entries of the handbook.
        # Look it over, change what is wrong, then import with --map and this file's name.

        # Which folder is which kind: posts, members, meetings, resources, goals, successes, pages,
        # or leave-out. The longest folder that fits decides; "." is the top.
        folders:
          .: pages
          minutes: meetings
          posts: posts
          team: members

        # What a field is called here, or leave-out. One without a line is kept below extra.
        fields: {}

        # Which member an author is: their id.
        authors: {}

        # Other words for tags, or leave-out.
        tags: {}

        """)
    let read = Mapping.read(SourceText(path: "mapping.yml", mapping.text))
    #expect(read.diagnostics.isEmpty)
    #expect(read.value == mapping)
  }

  @Test("a mapping decides over folders, fields, authors and tags")
  func decisions() throws {
    let mapping = """
      folders:
        .: leave-out
        posts: successes
      fields:
        mood: leave-out
        strapline: summary
      authors:
        A. Okafor: ada-okafor
      tags:
        Ideas: leave-out
        maths: mathematics
      """
    let tree: MemoryFileTree = [
      "content/posts/a.md": """
      ---
      title: A
      mood: good
      strapline: In short
      tags: [Ideas, maths]
      ---
      Text
      """,
      "content/about.md": "# About",
    ]
    let read = Mapping.read(SourceText(path: "mapping.yml", mapping))
    let plan = try SiteImport.plan(tree, .hugo, read.value, existing: [])
    #expect(plan.files.map(\.path.description) == ["content/successes/a.md"])
    #expect(
      String(decoding: plan.files[0].bytes, as: UTF8.self) == """
        ---
        title: A
        summary: In short
        tags: [mathematics]
        aliases: [/posts/a/]
        ---

        Text

        """)
    #expect(
      plan.report(isDryRun: true) == """
        content/posts/a.md → content/successes/a.md
            left out, as the mapping says: mood

        Left out:
        content/about.md: the mapping leaves its folder out

        1 file would be imported, 1 left out. Nothing was written.
        """)
  }

  @Test("a mistake in a mapping is told in its place")
  func mistakes() {
    let text = "folders:\n  posts: meeting notes\nfeilds:\n  a: b\n"
    let source = SourceText(path: "mapping.yml", text)
    let read = Mapping.read(source)
    #expect(read.value == nil)
    let printer = TerminalPrinter { source.location(line: $1).excerpt }
    #expect(
      printer.text(for: read.diagnostics) == """
        mapping.yml:2:10: error: there is no kind 'meeting notes' [bad-choice]
          2 |   posts: meeting notes
            |          ^^^^^^^^^^^^^
            help: write posts, members, meetings, resources, goals, successes, pages, leave-out
        mapping.yml:3:1: error: a mapping has no field 'feilds' [unknown-field]
          3 | feilds:
            | ^^^^^^
            help: did you mean 'fields'?
        2 errors

        """)
  }
}
