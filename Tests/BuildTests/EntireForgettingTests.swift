import TestSupport
import Testing

/// `handbook forget --entirely`: not even a file stands for somebody.
@Suite("Forgetting somebody entirely")
struct EntireForgettingTests {
  private let files = [
    "handbook.yml": privateSettings, "members/ada-okafor.md": ada,
    "members/m-07.md":
      "---\nname: Tara Quill\nconsent: {name: yes, profile: yes, given: 2025-09-01}\n---\nHello.\n",
    "meetings/a.md": """
    ---
    title: The circle
    date: 2026-02-01
    chair: m-07
    note_taker: ada-okafor
    attendees:
      - m-07
      - ada-okafor
    ---
    - [ ] @m-07 rings, due 2026-03-01

    """,
    "meetings/b.md":
      "---\ntitle: B\ndate: 2026-02-02\nattendees: [ada-okafor, m-07]\n---\nAs [[m-07]] said.\n",
    "meetings/c.md":
      "---\ntitle: C\ndate: 2026-02-03\nattendees:\n  - m-07\n---\n[Tara](../members/m-07.md) came.\n",
    "posts/d.md":
      "---\ntitle: D\ndate: 2026-02-04\nauthors: [m-07, ada-okafor]\n---\nThanks to Tara Quill.\n",
  ]

  @Test("lists of names lose them, sentences say it in neutral words, and their file is gone")
  func whole() throws {
    let site = try SiteOnDisk(files)
    let ending = site.handbook("forget", "m-07", "--entirely")
    #expect(ending.status == 0, "\(ending.errors)\(ending.output)")
    #expect(ending.output.contains("Nothing of them stays, and no file stands for them."))
    #expect(
      ending.output.contains(
        "Their file is gone, and the guard with it: nothing stops their name or picture from being "
          + "written again."))
    let left = site.files(in: "./content").mapValues { String(decoding: $0, as: UTF8.self) }
    #expect(left["members/m-07.md"] == nil)
    for (path, text) in left {
      #expect(!text.contains("m-07") && !text.contains("Tara"), "\(path): \(text)")
    }
    #expect(
      left["meetings/a.md"] == """
        ---
        title: The circle
        date: 2026-02-01
        note_taker: ada-okafor
        attendees:
          - ada-okafor
        ---
        - [ ] a former member rings, due 2026-03-01

        """)
    #expect(
      left["meetings/b.md"]
        == "---\ntitle: B\ndate: 2026-02-02\nattendees: [ada-okafor, ]\n---\nAs a former member said.\n"
    )
    #expect(left["meetings/c.md"]?.contains("attendees") == false)
    #expect(left["posts/d.md"]?.contains("authors: [ada-okafor]") == true)
    let build = site.handbook("build", "--today", "2026-03-01")
    #expect(build.status == 0, "\(build.errors)")
  }

  @Test("while a text still says who it was, their file stays, and the places are told")
  func guarded() throws {
    var files = files
    files["pages/e.md"] = "# What Tara Quill said\n\nText.\n"
    let site = try SiteOnDisk(files)
    let first = site.handbook("forget", "m-07", "--entirely")
    #expect(first.status == 1)
    #expect(
      first.output.contains(
        "Their file stays, since something still leads to it or says who it was. Fix these places, "
          + "then run this command again with m-07:\n  content/pages/e.md:"))
    #expect(site.files(in: "./content")["members/m-07.md"] != nil)
    #expect(site.handbook("build", "--today", "2026-03-01").status == 0)
    site.write("pages/e.md", "# What somebody said\n\nText.\n")
    #expect(site.handbook("forget", "m-07", "--entirely").status == 0)
    #expect(site.files(in: "./content")["members/m-07.md"] == nil)
    #expect(site.handbook("build", "--today", "2026-03-01").status == 0)
  }

  @Test("a place that no rule can fix keeps the file, and is told")
  func unmendable() throws {
    var files = files
    files["resources/r.md"] =
      "---\ntitle: R\nkind: template\nlicence: cc-by\nshared_by: ada-okafor\n"
      + "tried_by:\n  - {member: m-07, note: It went well}\n---\nText.\n"
    let site = try SiteOnDisk(files)
    let ending = site.handbook("forget", "m-07", "--entirely")
    #expect(ending.status == 1)
    #expect(ending.output.contains("content/resources/r.md:7"), "\(ending.output)")
    #expect(site.files(in: "./content")["members/m-07.md"] != nil)
    #expect(site.handbook("build", "--today", "2026-03-01").status == 0)
  }

  @Test("with --dry-run nothing is changed, and in a public source the file goes too")
  func elsewhere() throws {
    var files = files
    files["handbook.yml"] = plainSettings
    let site = try SiteOnDisk(files)
    let before = site.files(in: "./content")
    #expect(site.handbook("forget", "m-07", "--entirely", "--dry-run").status == 0)
    #expect(site.files(in: "./content") == before)
    #expect(site.handbook("forget", "m-07", "--entirely").status == 0)
    #expect(site.files(in: "./content")["members/m-07.md"] == nil)
  }
}
