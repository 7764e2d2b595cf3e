import Community
import Markup
import TestSupport
import Testing

@Suite("A new entry")
struct NewEntryTests {
  private let settings = """
    name: The Circle
    timezone: Europe/London
    source: private
    series:
      - id: circle
        title: The circle
        rhythm: first thursday
    breaks:
      - from: 2099-03-01
        to: 2099-03-31

    """

  @Test(
    "one of every kind is valid as it is, in its place",
    arguments: [
      (["post", "--title", "Exit tickets", "--author", "ada-okafor"], "posts/exit-tickets.md"),
      (["post", "exit", "--title", "Exit: tickets"], "posts/exit.md"),
      (["member", "--title", "Siân Lewis"], "members/sian-lewis.md"),
      (["meeting", "--title", "Visit", "--date", "2026-05-02"], "meetings/2026-05-02-visit.md"),
      (["resource", "rubric"], "resources/rubric.md"),
      (["goal", "--title", "More talk"], "goals/more-talk.md"),
      (["success", "--title", "It worked"], "successes/it-worked.md"),
      (["page", "norms"], "pages/norms.md"),
    ])
  func kinds(arguments: [String], path: String) throws {
    let site = try SiteOnDisk(["handbook.yml": settings, "members/ada-okafor.md": ada])
    let ending = site.handbook(["new"] + arguments)
    #expect(ending.errors == "")
    #expect(ending.output == "Wrote content/\(path)\n")
    #expect(site.files(in: "./content")[path] != nil)
    let check = site.handbook("check")
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test("a meeting of a series comes with its day, the last agenda, and what is open")
  func series() throws {
    let site = try SiteOnDisk([
      "handbook.yml": settings, "members/ada-okafor.md": ada,
      "pages/rubric.md": "# The rubric\n",
      "meetings/2099-02-05-circle.md": """
      ---
      title: The circle
      series: circle
      ---

      ## What we read

      ## Actions

      - [ ] @ada sends [[rubric]] to all, due 2099-03-01
      - [x] @ada books the room
      - [ ] everybody reads

      """,
    ])
    let ending = site.handbook(
      "new", "meeting", "--series", "circle", variables: ["SOURCE_DATE_EPOCH=4073500800"])
    #expect(ending.errors == "")
    #expect(ending.output == "Wrote content/meetings/2099-04-02-circle.md\n")
    let file = site.files(in: "./content")["meetings/2099-04-02-circle.md"] ?? []
    let text = String(decoding: file, as: UTF8.self)
    #expect(text.hasPrefix("---\ntitle: The circle\ndate: 2099-04-02\nseries: circle\n# A line"))
    #expect(
      text.hasSuffix(
        """
        What this meeting is about, in a sentence.

        ## Carried over

        - [ ] @ada-okafor sends [[pages/rubric]] to all, due 2099-03-01, continues [[2099-02-05-circle#action-1]]
        - [ ] everybody reads, continues [[2099-02-05-circle#action-3]]

        ## What we read

        ## Actions

        <!-- One a line: - [ ] @name sends the slip, due 2026-03-01 -->

        """))
    #expect(site.handbook("check").status == 0)
  }

  @Test("an id that is taken, a series that is not there, a name that is none: nothing is written")
  func refused() throws {
    let site = try SiteOnDisk([
      "handbook.yml": settings,
      "posts/2025/exit.md": "---\ndate: 2025-01-01\nauthors: a\n---\n# E\n",
    ])
    #expect(
      site.handbook("new", "post", "exit").errors == """
        error: the id 'exit' is taken by content/posts/2025/exit.md; nothing was written
            help: write another id: handbook new post exit-2

        """)
    #expect(
      site.handbook("new", "meeting", "--series", "cercle").errors == """
        error: content/handbook.yml has no series 'cercle'
            help: there are circle

        """)
    #expect(
      site.handbook("new", "post").errors == """
        error: the post needs a title or an id
            help: write --title 'The title'

        """)
    #expect(site.handbook("new", "post", "Exit Tickets").status == 2)
    #expect(site.files(in: "./content").count == 2)
  }

  @Test("in a public repository a member begins under an id that says nothing")
  func publicMember() throws {
    let site = try SiteOnDisk(["members/m-01.md": "---\nstatus: active\n---\n"])
    #expect(
      site.handbook("new", "member", "--title", "Siân Lewis").output
        == "Wrote content/members/m-02.md\n"
        + "The name is left out, since everybody can read a public source: docs/privacy.md.\n")
    let text = String(decoding: site.files(in: "./content")["members/m-02.md"] ?? [], as: UTF8.self)
    #expect(!text.contains("Siân"))
  }
}
