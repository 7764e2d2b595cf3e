import Files
import Markup
import Testing

@testable import Importing

@Suite("Fields of pages of other sites that hold more than one thing")
struct PageFieldTests {
  @Test(
    "a value in quotation marks is kept whole, wherever its lines begin",
    arguments: [
      ("a: \"one\ntwo\nthree\"\nb: c", "one two three"),
      ("a: 'it''s \"one\"\n\ntwo'\nb: c", "it's \"one\"\n\ntwo"),
      (
        "a: \"We watch.\nThen we plan.\n\n1) bring;\n2) share.\"\nb: c",
        "We watch. Then we plan.\n\n1) bring;\n2) share."
      ),
      ("a: \"one \\\"x\\\"\n# no comment\"\nb: c", "one \"x\" # no comment"),
      ("a: \"one\n  two\"\nb: c", "one two"), ("a: \"one\"\nb: c", "one"),
    ])
  func quotes(yaml: String, value: String) throws {
    let (fields, notes) = try ForeignMatter.yaml(yaml).read("a.md")
    #expect(fields["a"]?.value.text == value)
    #expect(fields["b"]?.value.text == "c")
    #expect(notes == [])
  }

  @Test("quotation marks that are never closed are told as before, and quickly")
  func unclosed() throws {
    let (fields, notes) = try ForeignMatter.yaml("a: \"one\nb: c").read("a.md")
    #expect(!notes.isEmpty)
    #expect(fields["b"]?.value.text == "c")
    let many = "a: \"\n" + String(repeating: "b: 'c\n", count: 60_001)
    #expect(LongQuotes.joined(many) == many)
  }

  @Test(
    "the hours of a meeting, in each field that tools have for them",
    arguments: [
      ("date: 2020-03-05\ntime: \"4:30 - 6:00 PM\"", "start: 16:30\nend: 18:00"),
      (
        "start: 2020-03-05T16:30:00+01:00\nend: 2020-03-05T18:00:00+01:00",
        "start: 16:30\nend: 18:00"
      ),
      ("date: 2020-03-05 16:30:00 +0100", "start: 16:30"),
      ("date: 2020-03-05\nstart_time: 4.30pm\nend_time: 6pm", "start: 16:30\nend: 18:00"),
      ("startDate: 2020-03-05\nendDate: 2020-03-07", "end_date: 2020-03-07"),
      ("date: 2020-03-05\nend_date: 2020-03-05", ""),
      ("event_date: 5 March 2020, 16h30 – 18h", "start: 16:30\nend: 18:00"),
      ("start: 2020-03-05T15:30:00Z", "start: 15:30\ntimezone: UTC"),
      ("date: 2020-03-05T00:00:00Z", ""),
    ])
  func hours(fields: String, expected: String) throws {
    let text = try page("_events/talk.md", fields)
    #expect(text.hasPrefix("---\ntitle: T\ndate: 2020-03-05\n"), "\(text)")
    let lines = Set(text.split(separator: "\n").map(String.init))
    let wanted = expected.split(separator: "\n").map(String.init)
    #expect(lines.isSuperset(of: wanted), "\(text)")
    for field in ["start:", "end:", "end_date:", "timezone:"] {
      #expect(
        lines.count { $0.hasPrefix(field) } == wanted.count { $0.hasPrefix(field) }, "\(text)")
    }
    #expect(!text.contains("extra"))
  }

  @Test("who spoke, where, what was said, and the slides of a talk")
  func talk() throws {
    let plan = try plan([
      "_config.yml": "collections: {events: {output: true}, people: {output: true}}\n",
      "_events/2020-03-05-talk.md": """
      ---
      title: Talk in lessons
      location: "Hall; https://zoom.us/j/1?pwd=2"
      presenters: [Zofia Lark, Prof. X]
      description: "We will watch two clips.
      Then we will plan."
      slides: https://example.org/slides
      registration: https://example.org/form
      recording: https://zoom.us/rec/share/1
      ---
      """,
      "_people/zofia.md": "---\nname: Zofia Lark\nemail: z@lark.example\n---\n",
    ])
    #expect(
      plan.text("content/meetings/2020-03-05-talk.md") == """
        ---
        title: Talk in lessons
        mode: hybrid
        venue: Hall
        sign_up: https://example.org/form
        summary: We will watch two clips. Then we will plan.
        aliases: [/events/2020-03-05-talk.html]
        ---

        Presenters: @zofia-lark, Prof. X

        [Slides](https://example.org/slides)

        """)
    #expect(plan.text("content/members/zofia-lark.md") == "---\nname: Zofia Lark\n---\n")
    let notes = plan.lines.flatMap(\.notes)
    #expect(notes.contains("left out: email, which a handbook does not keep"))
    #expect(notes.contains("left out: recording, which may hold a passcode"))
    #expect(notes.contains("left out of the place: a link, which may hold a passcode"))
  }

  @Test("prose beside the text belongs to it, and a short summary stays one")
  func prose() throws {
    let long = String(repeating: "We met and talked. ", count: 20).trimmed
    let text = try page("_posts/2020-01-01-a.md", "notes: \(long)\ndescription: Short.", "Body.\n")
    #expect(text.contains("summary: Short.\n"))
    #expect(text.hasSuffix("---\n\nBody.\n\n## Notes\n\n\(long)\n"))
    let bio = try page("_posts/2020-01-01-a.md", "content: Hello there.")
    #expect(bio.hasSuffix("---\n\nHello there.\n"))
    let lead = try page("_posts/2020-01-01-a.md", "abstract: \(long)")
    #expect(lead.hasSuffix("---\n\n\(long)\n") && !lead.contains("summary"))
  }

  @Test("a post that only leads elsewhere is a resource, and one with a text keeps its link")
  func linkPosts() throws {
    let plan = try plan([
      "_posts/2020-01-01-a.md": "---\ntitle: A\nlink: https://example.org/a\n---\nShort.\n",
      "_posts/2020-01-02-b.md":
        "---\ntitle: B\nexternal_url: https://example.org/b\n---\n\(String(repeating: "word ", count: 80))end\n",
      "_posts/2020-01-03-c.md": "---\ntitle: C\nlink: /about/\n---\nShort.\n",
    ])
    #expect(
      plan.text("content/resources/a.md")
        == "---\ntitle: A\nkind: other\nlicence: unknown\nurl: https://example.org/a\ndate: 2020-01-01\naliases: [/2020/01/01/a.html]\n---\n\nShort.\n"
    )
    #expect(
      plan.text("content/posts/b.md")?.hasSuffix("end\n\n[B](https://example.org/b)\n") == true)
    #expect(plan.text("content/posts/c.md")?.contains("extra:\n  link: /about/\n") == true)
  }

  @Test(
    "Jekyll parts words of tags at blanks, and other tools do not",
    arguments: [
      ("tags: one two three", "[one, two, three]"), ("categories: a b", "[a, b]"),
      ("tags: [one two, three]", "[one two, three]"), ("category: a b", "[a b]"),
      ("tags: one two, three", "[one two, three]"),
    ])
  func tags(field: String, tags: String) throws {
    #expect(try page("_posts/2020-01-01-a.md", field).contains("tags: \(tags)\n"))
    let hugo = try SiteImport.plan(
      MemoryFileTree(["content/posts/a.md": "---\ntags: one two\n---\nA\n"]), .hugo, nil,
      existing: [])
    #expect(hugo.text("content/posts/a.md")?.contains("tags: [one two]\n") == true)
  }

  @Test(
    "the day of minutes is in the name of their file, in its folders, or in their first lines",
    arguments: [
      ("minutes/minutes-2026-01-15.md", "# Circle\n", "date: 2026-01-15\n"),
      (
        "minutes/15-01-2025.md", "Lark Circle\n15 January 2025\n",
        "title: Lark Circle\ndate: 2025-01-15\n"
      ),
      ("minutes/2026/01/15.md", "# Circle\n", "date: 2026-01-15\n"),
      (
        "minutes/winter.md", "# Circle\n\nThursday 15 January 2026, 4.15pm\n",
        "date: 2026-01-15\nstart: 16:15\n"
      ),
      ("minutes/Réunion du 15 janvier 2026.md", "# Circle\n", "date: 2026-01-15\n"),
    ])
  func days(path: String, body: String, fields: String) throws {
    let plan = try SiteImport.plan(MemoryFileTree([path: body]), .obsidian, nil, existing: [])
    let text = String(decoding: try #require(plan.files.first).bytes, as: UTF8.self)
    #expect(text.hasPrefix("---\n\(fields)---\n"), "\(text)")
  }

  @Test("another day in the text than in the name is told")
  func otherDay() throws {
    let plan = try SiteImport.plan(
      MemoryFileTree(["minutes/2026-02-12.md": "# Circle, minutes 2026-01-15\n\nWe met.\n"]),
      .obsidian, nil, existing: [])
    #expect(
      plan.lines[0].notes == [
        "its file is of 2026-02-12, and its text of 2026-01-15: the file's name was taken"
      ])
  }

  private func plan(_ files: [String: String]) throws -> ImportPlan {
    try SiteImport.plan(MemoryFileTree(files), .jekyll, nil, existing: [])
  }

  private func page(_ path: String, _ fields: String, _ body: String = "") throws -> String {
    let plan = try plan([path: "---\ntitle: T\n\(fields)\n---\n\(body)"])
    return String(decoding: try #require(plan.files.first).bytes, as: UTF8.self)
  }
}
