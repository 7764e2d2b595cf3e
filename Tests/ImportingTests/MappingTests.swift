import Community
import Dates
import Diagnostics
import Files
import Testing

@testable import Importing

@Suite("Mappings")
struct MappingTests {
  @Test("what a site suggests stands in its map with the reasons, and can be read back")
  func suggestion() throws {
    let tree: MemoryFileTree = [
      "hugo.toml": "title = \"The Lark Circle\"\nlanguageCode = \"en-GB\"\n",
      "content/posts/a.md":
        "---\ntitle: A\ntags: [talk]\nauthor: Ada Okafor\nmood: good\n---\nText",
      "content/posts/b.md":
        "---\ntitle: B\nauthor: The Core Team\n---\nWrite to info@lark-circle.sch.uk.",
      "content/team/ada.md": "---\ntitle: Ada Okafor\n---\nA",
      "content/minutes/2024/b.md": "B", "content/about/c.md": "C",
    ]
    let survey = try SiteSurvey(tree, .hugo)
    #expect(
      survey.mapText == """
        # How the pages of the other site become entries of the handbook.
        # Look it over, change what is wrong, then import with --map and this file's name.
        # It may name people: keep it to yourself.

        # 2 posts:
        #   content/posts/a.md: lies in posts/, has an author
        #   content/posts/b.md: lies in posts/, has an author
        # 1 member:
        #   content/team/ada.md: lies in team/
        # 1 meeting:
        #   content/minutes/2024/b.md: lies in minutes/
        # 1 page:
        #   content/about/c.md: nothing tells otherwise

        # Which folder is which kind: posts, members, meetings, resources, goals, successes, pages,
        # or leave-out. The longest folder that fits decides; "." is the top.
        folders:
          .: pages
          minutes: meetings  # its one page reads so
          posts: posts  # all 2 pages read so
          team: members  # its one page reads so

        # Pages of another kind than their folder, by their path within the pages' folder.
        pages: {}

        # Who an author is: a member by their id, organisation (credited in words) or leave-out.
        authors:
          Ada Okafor: ada-okafor  # once; a person: reads like a name
          The Core Team: organisation  # once; no person: has the word team

        # What a field is called here, or leave-out. One without a line is kept below extra.
        # Those that stand in the pages, and how often:
        #   mood    (1)
        fields: {}

        # Other words for tags, or leave-out.
        # Those that stand in the pages, and how often:
        #   talk    (1)
        tags: {}

        # What handbook.yml takes over, where it is as a new site has it.
        #   contact: info@lark-circle.sch.uk    (in 1 page)
        settings:
          name: The Lark Circle
          language: en-GB

        # Who of the authors agreed to be named, once you have asked them; nobody did without it.
        # It is written into each one's file, to their name and to nothing else.
        # consent:
        #   basis: published authors, asked on 2026-11-02
        #   given: 2026-11-02
        #   for: [ids of those who said yes]

        """)
    let read = Mapping.read(SourceText(path: "import-map.yml", survey.mapText))
    #expect(read.diagnostics.isEmpty)
    #expect(read.value == survey.mapping)
  }

  @Test("every decision that a map can hold is read back as it was")
  func roundTrip() throws {
    var mapping = Mapping()
    mapping.folders = ["": .page, "a: b": .meeting, "old": nil, "#x": .post]
    mapping.pages = ["posts/1: x": .member, "y": nil]
    mapping.fields = ["mood": nil, "strap: line": "summary"]
    mapping.authors = [
      "{{name}}": .leftOut, "Ada, \"A\" Okafor": .member("m-01"), "NIST #3": .organisation,
      "小明": .member(nil), "- dash": .leftOut, "true": .organisation,
    ]
    mapping.tags = ["C#": "c-sharp", "Ideas": nil]
    mapping.settings = [
      .name: ["Us: a circle"], .contact: ["info@lark-circle.sch.uk", "https://example.org/form"],
      .navigation: ["about", "guides/how, to"], .timezone: ["Europe/London"],
    ]
    mapping.consent = ConsentDecision(
      basis: "published authors: asked", given: try #require(CalendarDate("2026-11-02")),
      members: ["m-01", "ada-okafor"])
    let read = Mapping.read(SourceText(path: "import-map.yml", mapping.text))
    #expect(read.diagnostics.map(\.summary) == [])
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
        content/about.md: the mapping leaves it or its folder out

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

  @Test(
    "consent in a map is of people by their ids, with a basis and a day that has come",
    arguments: [
      (
        "{basis: asked, given: 2026-11-02, for: all}",
        "'all' have not agreed: consent is each one's own"
      ),
      (
        "{basis: asked, given: 2026-11-02, for: [ada-okafor, everyone]}",
        "'everyone' have not agreed: consent is each one's own"
      ),
      (
        "{basis: asked, given: 2026-11-02, for: [Ada Okafor]}",
        "'Ada Okafor' is no id of a member"
      ),
      ("{given: 2026-11-02, for: [ada]}", "consent needs 'basis': in words, what it rests on"),
      (
        "{basis: asked, for: [ada]}",
        "consent needs 'given': the day on which they agreed, the year first"
      ),
      (
        "{basis: asked, given: 2 November, for: [ada]}",
        "consent needs 'given': the day on which they agreed, the year first"
      ),
      (
        "{basis: asked, given: 2026-12-01, for: [ada]}",
        "consent cannot be dated 2026-12-01, after today, 2026-11-30"
      ),
      (
        "{basis: asked, given: 2026-11-02, whom: [ada]}",
        "consent of a mapping has no field 'whom'"
      ),
      ("yes", "consent has to say who agreed, when and on which basis"),
    ])
  func consent(value: String, message: String) throws {
    let source = SourceText(path: "import-map.yml", "consent: \(value)\n")
    let read = Mapping.read(source, today: CalendarDate("2026-11-30"))
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.summary) == [message])
  }
}
