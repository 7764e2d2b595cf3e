import TestSupport
import Testing

@Suite("Starter text never goes live unnoticed, and new entries are short")
struct StarterTextTests {
  private func site() throws -> SiteOnDisk {
    let site = try SiteOnDisk(["members/ada-okafor.md": ada])
    return site
  }

  private func check(_ site: SiteOnDisk) -> Ending {
    site.handbook("check", "--today", "2026-03-01")
  }

  @Test(
    "check warns of words that came with a file",
    arguments: ["post", "resource", "success", "page", "goal"])
  func warned(kind: String) throws {
    let site = try site()
    #expect(site.handbook("new", kind, "a", "--title", "A").status == 0)
    let ending = check(site)
    #expect(ending.status == 0)
    #expect(
      ending.errors.contains(
        "warning: these words came with the file, and are for you to replace [starter-text]"))
    #expect(ending.errors.contains("content/\(kind == "success" ? "successes" : kind + "s")/a.md:"))
  }

  @Test("a new handbook says of each file that it still holds them, and so does its purpose")
  func newSite() throws {
    let site = try SiteOnDisk()
    #expect(site.handbook("new", "site", "ours", "--name", "Ours", "--timezone", "UTC").status == 0)
    let ending = site.handbook("check", "ours", "--all")
    for file in [
      "handbook.yml", "pages/start.md", "pages/charter.md", "pages/privacy.md",
      "posts/first-post.md",
    ] {
      #expect(ending.errors.contains("ours/content/\(file)"), "\(file)")
    }
    #expect(ending.status == 0)
  }

  @Test("once the words are one's own, and in drafts and agendas, nothing is said")
  func silent() throws {
    let site = try site()
    _ = site.handbook("new", "post", "a", "--title", "A")
    site.write(
      "posts/a.md", "---\ntitle: A\ndate: 2026-01-15\nauthors: ada-okafor\n---\n\nMy own.\n")
    site.write(
      "posts/b.md",
      "---\ntitle: B\ndate: 2026-01-15\nauthors: ada-okafor\ndraft: yes\n---\n\nWrite here.\n")
    _ = site.handbook("new", "meeting", "c", "--title", "C", "--date", "2026-04-01")
    #expect(!check(site).errors.contains("starter-text"))
  }

  @Test("new post writes the five fields that people use, --all-fields the rest")
  func fields() throws {
    let site = try site()
    _ = site.handbook("new", "post", "a", "--title", "A", "--date", "2026-01-15")
    _ = site.handbook("new", "post", "b", "--title", "B", "--date", "2026-01-15", "--all-fields")
    let files = site.files(in: "./content")
    let short = String(decoding: files["posts/a.md"] ?? [], as: UTF8.self)
    #expect(
      short == """
        ---
        title: A
        date: 2026-01-15
        authors: ada-okafor
        # A line that begins with # is a note. To use a field, take its # away and write your own words
        # behind the colon. Delete the notes that you do not need.
        # tags: [assessment, workload]   # Words to file it under.
        # summary: What we tried, and what came of it   # One or two sentences for lists; else the first paragraph.
        ---

        Begin with what you tried, and in which class. Then what happened, and what you would change.

        """)
    let long = String(decoding: files["posts/b.md"] ?? [], as: UTF8.self)
    for field in ["replies_to", "image_alt", "noindex", "extra"] {
      #expect(long.contains("# \(field):"))
    }
  }

  @Test("an id that is taken is answered with the whole command, so that the title is kept")
  func taken() throws {
    let site = try SiteOnDisk([
      "handbook.yml": privateSettings, "members/maria-lopez.md": maria,
      "members/maria-lopez-2.md": "---\nstatus: active\n---\n",
    ])
    let ending = site.handbook("new", "member", "--title", "Maria Lopez")
    #expect(ending.status == 2)
    #expect(
      ending.errors.contains(
        "help: write another id: handbook new member maria-lopez-3 --title 'Maria Lopez'\n"))
    #expect(site.handbook("new", "member", "maria-lopez-3", "--title", "Maria Lopez").status == 0)
    let text = String(
      decoding: site.files(in: "./content")["members/maria-lopez-3.md"] ?? [], as: UTF8.self)
    #expect(text.contains("name: Maria Lopez\n"))
    #expect(!check(site).errors.contains("error"))
  }

  @Test("in a public source a new member is told that the name is left out")
  func publicSource() throws {
    let ending = try site().handbook("new", "member", "m-07", "--title", "Bo Ek")
    #expect(
      ending.output.hasSuffix(
        "The name is left out, since everybody can read a public source: docs/privacy.md.\n"))
  }
}

@Suite("Required means required")
struct RequiredFieldTests {
  @Test("posts without authors are the community's, and that is told once")
  func uncredited() async throws {
    let post = "---\ndate: 2026-01-15\n---\n# A\n\nText.\n"
    let one = try await handbook(["posts/a.md": post])
    #expect(
      one.report == """
        content/posts/a.md:1: warning: nobody is credited with this post, so it is the community's [nobody-credited]
          1 | ---
            | ^^^
            help: write the ids of those who wrote it after 'authors:', or leave it so
        1 warning

        """)
    #expect(one.handbook != nil)
    let several = try await handbook(["posts/a.md": post, "posts/b.md": post, "posts/c.md": post])
    #expect(several.report.contains("so it is the community's, as are 2 others [nobody-credited]"))
    #expect(several.report.hasSuffix("\n1 warning\n"))
  }

  @Test("a resource without a licence is built, with a warning")
  func licence() async throws {
    let site = try await handbook(["resources/a.md": "---\nkind: other\n---\n# A\n\nText.\n"])
    #expect(site.report.contains("warning: nobody knows how this may be used [licence-unknown]"))
    #expect(site.report.hasSuffix("\n1 warning\n"))
    #expect(site.pages.all["resources/a.html"] != nil)
  }
}

@Suite("Two people of one name")
struct NamesakeTests {
  private let anna =
    "---\nname: Anna Berg\nconsent: {name: yes, profile: yes, given: 2025-09-01}\n---\n"

  @Test("an exact id always wins")
  func exact() async throws {
    for written in ["@anna-berg", "@Anna-Berg", "[[anna-berg]]"] {
      let site = try await handbook([
        "members/anna-berg.md": anna, "members/anna-berg-2.md": anna,
        "pages/a.md": "# A\n\nThanks to \(written).\n",
      ])
      #expect(site.report == "", "\(written)")
      #expect(site.pages.all["pages/a.html"] == nil)
      #expect(site.pages.all["a.html"]?.contains("members/anna-berg.html") == true)
    }
  }

  @Test(
    "import csv gives two people of one name ids that do not accuse each other",
    arguments: ["public", "private"])
  func imported(source: String) throws {
    let site = try SiteOnDisk(["handbook.yml": plainSettings + "source: \(source)\n"])
    site.write("./people.csv", "name\nJohn Smith\nJohn Smith\nMaría López\n")
    #expect(site.handbook("import", "csv", "people.csv", "--as", "members").status == 0)
    let members = site.files(in: "./content").keys.filter { $0.hasPrefix("members/") }
    #expect(members.count == 3)
    let errors = site.handbook("check", "--all").errors
    #expect(!errors.contains("name-in-file-name"))
    #expect(members.filter { $0.contains("smith") } == [])
  }
}
