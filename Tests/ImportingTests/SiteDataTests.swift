import Files
import Testing

@testable import Importing

@Suite("Data of other sites")
struct SiteDataTests {
  @Test("people, meetings and resources among Jekyll's data become entries")
  func jekyll() throws {
    let plan = try plan(
      [
        "_data/members.yml": """
        - name: Ada Okafor
          role: Chair
          school: Lark Primary
          email: ada@lark.example
          bio: Teaches maths to *eight-year-olds*.
        - name: Ben Hale
          school: Dove High
        """,
        "_data/meetings.yml": """
        - date: 2020-01-09
          title: Retrieval
          room: Library
          notes: We compared three starters.
        """,
        "_data/resources.csv": "title,link,licence\nExit slip,https://example.org/slip,CC BY 4.0\n",
        "_data/navigation.yml": "main:\n- title: Home\n  url: https://lark.example/\n",
        "_data/sponsors.yml": "- name: Lark Trust\n  url: https://trust.example/\n  bio: Gives.\n",
        "_data/ui-text.yml": "en: &en\n  page: Page\n",
        "_posts/2020-01-10-first.md": "---\ntitle: First\nauthor: Ada Okafor\n---\nText\n",
      ], .jekyll)
    #expect(
      plan.text("content/members/ada-okafor.md") == """
        ---
        name: Ada Okafor
        school: Lark Primary
        extra:
          role: Chair
        ---

        Teaches maths to \\*eight-year-olds\\*.

        """)
    #expect(
      plan.text("content/members/ben-hale.md") == "---\nname: Ben Hale\nschool: Dove High\n---\n")
    #expect(
      plan.text("content/meetings/2020-01-09-retrieval.md")
        == "---\ntitle: Retrieval\ndate: 2020-01-09\nvenue: Library\n---\n\nWe compared three starters.\n"
    )
    #expect(
      plan.text("content/resources/exit-slip.md")?.contains("url: https://example.org/slip\n")
        == true)
    #expect(plan.text("content/posts/first.md")?.contains("authors: [ada-okafor]\n") == true)
    #expect(plan.files.count == 5)
    for name in ["navigation", "sponsors"] {
      #expect(
        plan.leftOutReport.contains(
          "_data/\(name).yml: it is data that looks like no people, meetings or resources"))
    }
    #expect(!plan.files.contains { String(decoding: $0.bytes, as: UTF8.self).contains("ada@") })
  }

  @Test(
    "the same people in each form that data have",
    arguments: [
      (
        "data/team.yml",
        "ada:\n  name: Ada Okafor\n  school: Lark\nben:\n  name: Ben Hale\n  school: Dove\n"
      ),
      (
        "data/team.json",
        "[{\"name\": \"Ada Okafor\", \"school\": \"Lark\"},\n {\"name\": \"Ben Hale\"}]\n"
      ),
      (
        "data/people/2020.toml",
        "[[members]]\nname = \"Ada Okafor\"\nbio = \"x\"\n[[members]]\nname = \"Ben Hale\"\n"
      ),
      ("data/team.tsv", "name\tschool\nAda Okafor\tLark\nBen Hale\tDove\n"),
      (
        "data/x.yaml",
        "---\nchairs:\n- name: Ada Okafor\n  affiliation: Lark\nothers:\n  - name: Ben Hale\n    affiliation: Dove\n"
      ),
      (
        "data/team.json",
        "{\"members\": [{\"firstname\": \"Ada\", \"lastname\": \"Okafor\"},{\"firstname\": \"Ben\", \"lastname\": \"Hale\"}]}"
      ),
    ])
  func forms(path: String, text: String) throws {
    let plan = try plan([path: text], .hugo)
    #expect(
      plan.files.compactMap { file in
        String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").first {
          $0.hasPrefix("name:")
        }
      } == ["name: Ada Okafor", "name: Ben Hale"], "\(plan.report(isDryRun: true))")
  }

  @Test("somebody whom pages credit and data list is one member, whatever their keys and spellings")
  func credited() throws {
    let plan = try plan(
      [
        "_data/team.yml": "adao:\n  name: Okafor, Ada\n  school: Lark\n",
        "_data/people.yml": "- name: ADA OKAFOR\n  school: Dove\n- name: Ben Hale\n",
        "_data/authors.yml": "ben:\n  name: Ben Hale\n  bio: Chair\n",
        "_posts/2020-01-10-first.md": "---\ntitle: First\nauthors: [Ada Okafor, ben]\n---\nText\n",
      ], .jekyll)
    let members = plan.files.map(\.path.description).filter { $0.contains("members") }
    #expect(members.sorted() == ["content/members/ada-okafor.md", "content/members/ben-hale.md"])
    #expect(plan.text("content/posts/first.md")?.contains("[ada-okafor, ben-hale]") == true)
    #expect(
      plan.leftOutReport.contains(
        "_data/authors.yml: the names in it were taken for those whom pages credit"))
  }

  @Test("a page comes before a row of the same person, and broken data is told")
  func collisions() throws {
    let plan = try plan(
      [
        "_data/members.yml": "- name: Ada Okafor\n  school: Lark\n- {name: [\n",
        "_data/team.csv": "name,school\nAda Okafor,Dove\n",
        "_people/ada-okafor.md": "---\nname: Ada Okafor\n---\nHello\n",
        "_data/deep.json": String(repeating: "[", count: 4_000),
      ], .jekyll)
    #expect(plan.text("content/members/ada-okafor.md")?.hasSuffix("Hello\n") == true)
    #expect(plan.files.count == 1)
    #expect(
      plan.leftOutReport.contains(
        "_data/team.csv, row 2: the site has content/members/ada-okafor.md already"))
    #expect(plan.leftOutReport.contains("_data/deep.json: it cannot be read: "))
  }

  private func plan(_ files: [String: String], _ generator: Generator) throws -> ImportPlan {
    try SiteImport.plan(MemoryFileTree(files), generator, nil, existing: [])
  }
}
