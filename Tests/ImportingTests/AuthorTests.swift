import Community
import Dates
import Diagnostics
import Files
import Testing

@testable import Importing

@Suite("Authors of another site")
struct AuthorTests {
  @Test(
    "a name is a person's, an organisation's or nobody's",
    arguments: [
      ("Ada Okafor", NameSense.Sort.person), ("Ada", .person), ("小明", .person),
      ("ada-okafor", .person),
      ("Ludwig van der Berg", .person), ("J. R. Lark", .person), ("María José García", .person),
      ("أحمد حسن", .person), ("Siân O'Neill", .person), ("Jean-Luc d'Arcy", .person),
      ("NIST", .organisation), ("Staff", .organisation), ("The Core Team", .organisation),
      ("Lark Circle", .organisation), ("Team Süd", .organisation),
      ("University of Corvan", .organisation),
      ("Arbeitskreis Mathe", .organisation), ("example.org", .organisation),
      ("{{name}}", .nobody), ("admin", .nobody), ("Your Name", .nobody), ("bh22", .nobody),
      ("ada@lark-circle.sch.uk", .nobody), ("", .nobody), ("n/a", .nobody), ("nist", .nobody),
    ])
  func sense(name: String, sort: NameSense.Sort) {
    #expect(NameSense(name).sort == sort)
  }

  @Test("an author of the site's own name is no person")
  func own() throws {
    let tree: MemoryFileTree = [
      "_config.yml": "title: Lark Hale\n",
      "_posts/2020-01-01-a.md": "---\nauthor: Lark Hale\n---\nText",
    ]
    // A title that reads like a name is believed to be one: the blog of a person.
    #expect(try SiteSurvey(tree, .jekyll).mapping.authors == ["Lark Hale": .member("lark-hale")])
    var circle = tree
    circle.set(Array("title: Mathsmeet\n".utf8), at: try RelativePath("_config.yml"))
    circle.set(
      Array("---\nauthor: Mathsmeet\n---\nText".utf8),
      at: try RelativePath("_posts/2020-01-01-a.md"))
    #expect(try SiteSurvey(circle, .jekyll).mapping.authors == ["Mathsmeet": .organisation])
  }

  @Test("one person under several spellings and handles is one member")
  func spellings() throws {
    let tree: MemoryFileTree = [
      "_data/authors.yml": "adao:\n  name: Ada Okafor\n  web: https://www.example.org\n",
      "_posts/2020-01-01-a.md": "---\nauthor: adao\n---\nText",
      "_posts/2020-01-02-b.md": "---\nauthor: Ada Okafor\n---\nText",
      "_posts/2020-01-03-c.md": "---\nauthor: ada-okafor\n---\nText",
      "_posts/2020-01-04-d.md": "---\nauthor: ADA OKAFOR\n---\nText",
      "_posts/2020-01-05-e.md": "---\nauthors:\n  - name: Okafor Ada\n    github: ada99\n---\nText",
      "_posts/2020-01-06-f.md": "---\nauthor: ada99\n---\nText",
      "_posts/2020-01-07-g.md": "---\nauthor: by Ada Okafor <ada@lark-circle.sch.uk>\n---\nText",
    ]
    let plan = try SiteImport.plan(tree, .jekyll, nil, existing: [])
    let members = plan.files.filter { $0.path.description.hasPrefix("content/members/") }
    #expect(members.map(\.path.description) == ["content/members/ada-okafor.md"])
    #expect(members.map(text) == ["---\nname: Ada Okafor\nalso_known_as: [ada99, adao]\n---\n"])
    for post in plan.files where post.path.description.hasPrefix("content/posts/") {
      #expect(text(post).contains("authors: [ada-okafor]\n"), "\(text(post))")
    }
  }

  @Test(
    "authors are found in the data files of every tool",
    arguments: [
      ("_data/authors.yml", "- id: adao\n  name: Ada Okafor\n"),
      ("_data/authors.yml", "adao: Ada Okafor\n"),
      (".authors.yml", "authors:\n  adao:\n    name: Ada Okafor\n    description: Chair\n"),
      ("blog/authors.yml", "adao:\n  name: Ada Okafor\n  title: Chair\n"),
      ("data/authors/adao.toml", "name = \"Ada Okafor\"\n"),
      ("data/authors.toml", "[adao]\nname = \"Ada Okafor\"\n"),
      ("_data/authors/adao.yml", "display_name: Ada Okafor\n"),
    ])
  func registries(path: String, text: String) throws {
    let tree = MemoryFileTree([path: text, "blog/2020-01-01-a.md": "---\nauthor: adao\n---\nText"])
    let survey = try SiteSurvey(tree, .markdown)
    #expect(survey.mapping.authors["adao"] == .member("ada-okafor"))
    #expect(survey.fullNames["adao"] == "Ada Okafor")
  }

  @Test("an author's page with front matter alone is a member's; a body's is none")
  func pages() throws {
    let tree: MemoryFileTree = [
      "content/authors/_index.md": "---\ntitle: Authors\n---\n",
      "content/authors/ada-okafor/_index.md":
        "---\ndisplay_name: Ada Okafor\nfirst_name: Ada\nlast_name: Okafor\nbio: Teaches maths.\n---\n",
      "content/authors/nist/_index.md": "---\ntitle: NIST\n---\n",
      "content/authors/小明/_index.md": "---\ntitle: 小明\n---\nShe teaches Mandarin.\n",
      "content/authors/大卫/_index.md": "---\ntitle: 大卫\n---\n",
      "content/posts/a.md":
        "---\ntitle: A\ndate: 2020-01-05\nauthors: [ada-okafor, nist, 小明]\n---\nText\n",
      "content/posts/b.md": "---\ntitle: B\ndate: 2020-01-05\nauthors: [\"{{name}}\"]\n---\nText\n",
    ]
    let plan = try SiteImport.plan(tree, .hugo, nil, existing: [])
    let files = Dictionary(uniqueKeysWithValues: plan.files.map { ($0.path.description, text($0)) })
    #expect(
      files.keys.sorted() == [
        "content/members/ada-okafor.md", "content/members/m-01.md", "content/members/m-02.md",
        "content/posts/a.md", "content/posts/b.md",
      ])
    #expect(
      files["content/members/ada-okafor.md"]
        == "---\nname: Ada Okafor\nsummary: Teaches maths.\n---\n")
    #expect(
      files["content/posts/a.md"]
        == "---\ntitle: A\ndate: 2020-01-05\nauthors: [ada-okafor, m-02]\naliases: [/posts/a/]\n---\n\nText\n\n*By NIST*\n"
    )
    #expect(
      files["content/posts/b.md"]
        == "---\ntitle: B\ndate: 2020-01-05\naliases: [/posts/b/]\n---\n\nText\n")
    #expect(
      plan.leftOutReport.contains("an organisation is no member: its name stands in its texts"))
  }

  @Test(
    "an organisation stands in a field where the kind has one, else below the text in its language")
  func credits() throws {
    let tree: MemoryFileTree = [
      "content/resources/a.md":
        "---\ntitle: A\nlicence: cc-by-4.0\nauthors: [Ada Okafor, \"The *Core* Team\"]\n---\nText\n",
      "content/posts/b.md":
        "---\ntitle: B\ndate: 2020-01-05\nlang: fr\nauthor: Équipe Larke\n---\nTexte",
    ]
    let plan = try SiteImport.plan(tree, .hugo, nil, existing: [])
    let texts = plan.files.map(text).joined()
    #expect(texts.contains("creators:\n  - ada-okafor\n  - name: The *Core* Team\n"), "\(texts)")
    #expect(texts.contains("Texte\n\n*Par Équipe Larke*\n"), "\(texts)")
    #expect(plan.files.map(\.path.description).filter { $0.contains("members") }.count == 1)
  }

  @Test("in a public source ids tell nothing, and none is one that a member has")
  func neutral() throws {
    let tree: MemoryFileTree = [
      "content/posts/a.md":
        "---\ntitle: A\ndate: 2020-01-05\nauthors: [Ada Okafor, Ben Hale]\n---\nText\n",
      "content/team/zofia.md": "---\ntitle: Zofia Lark\n---\nText\n",
    ]
    let existing = [try RelativePath("content/members/m-01.md")]
    let plan = try SiteImport.plan(tree, .hugo, nil, existing: existing, isPublic: true)
    #expect(
      plan.files.map(\.path.description).filter { $0.contains("members") }.sorted()
        == ["content/members/m-02.md", "content/members/m-03.md", "content/members/m-04.md"])
    #expect(!plan.files.contains { $0.path.description.contains("okafor") })
  }

  @Test("consent is written for those who were chosen, to their names alone, with its basis")
  func consent() throws {
    let map = """
      consent: {basis: "published authors, asked on 2026-11-02", given: 2026-11-02, for: [ada-okafor]}
      """
    let tree: MemoryFileTree = [
      "content/posts/a.md":
        "---\ntitle: A\ndate: 2020-01-05\nauthors: [Ada Okafor, Ben Hale]\n---\nText\n"
    ]
    let mapping = Mapping.read(SourceText(path: "map.yml", map)).value
    let plan = try SiteImport.plan(tree, .hugo, mapping, existing: [])
    let files = Dictionary(uniqueKeysWithValues: plan.files.map { ($0.path.description, text($0)) })
    #expect(
      files["content/members/ada-okafor.md"] == """
        ---
        name: Ada Okafor
        consent:
          name: yes
          profile: no
          photo: no
          school: no
          attendance: no
          given: 2026-11-02
          basis: published authors, asked on 2026-11-02
        ---

        """)
    #expect(files["content/members/ben-hale.md"] == "---\nname: Ben Hale\n---\n")
    #expect(plan.refusals == [])
  }

  @Test("consent for somebody whom the site does not have stops the import")
  func unknown() throws {
    var mapping = Mapping()
    mapping.consent = ConsentDecision(
      basis: "asked", given: try #require(CalendarDate("2026-11-02")), members: ["ada-okafor", "x"])
    let tree: MemoryFileTree = ["content/a.md": "---\nauthor: Ada Okafor\n---\nText\n"]
    let plan = try SiteImport.plan(tree, .hugo, mapping, existing: [])
    #expect(plan.refusals == ["consent is given for 'x', and no member has that id"])
  }

  private func text(_ file: ImportPlan.NewFile) -> String {
    String(decoding: file.bytes, as: UTF8.self)
  }
}
