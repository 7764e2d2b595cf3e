import TestSupport
import Testing

/// A small site of several kinds.
private let smallSite = [
  "members/ada-okafor.md": ada,
  "pages/start.md": "# Start here\n\nWelcome to [the circle](../meetings/2026-02-12-circle.md).\n",
  "posts/story.md": """
  ---
  date: 2026-02-20
  authors: ada-okafor
  tags: [maps, Émigrés, İstanbul]
  ---
  # A story

  It was @ada-okafor who told it.

  """,
  "meetings/2026-02-12-circle.md": "# Circle\n\nWe met.\n",
  "meetings/2026-03-12-circle.md": "# Next circle\n",
]

@Suite("The command")
struct CommandTests {
  @Test("a build writes the site, says so in one line, and ends with 0")
  func build() throws {
    let site = try SiteOnDisk(smallSite)
    let ending = site.handbook("build", "--today", "2026-03-01")
    #expect(ending.status == 0)
    #expect(ending.errors == "")
    let count = site.files().count
    #expect(count == 51)
    #expect(ending.output.hasPrefix("\(count) files; \(count) new, 0 changed, 0 as before, in "))
    #expect(ending.output.hasSuffix("s. Open output/index.html\n"))
  }

  @Test("building twice touches no file the second time")
  func twice() throws {
    let site = try SiteOnDisk(smallSite)
    #expect(site.handbook("build", "--today", "2026-03-01").status == 0)
    let paths = site.files().keys.sorted()
    let marks = paths.map { site.marks("output/\($0)") }
    let second = site.handbook("build", "--today", "2026-03-01")
    #expect(second.output.hasPrefix("\(paths.count) files; nothing changed, in "))
    #expect(site.files().keys.sorted() == paths)
    #expect(paths.map { site.marks("output/\($0)") } == marks)
  }

  @Test("a changed entry changes only the pages that show it, the print edition and the search")
  func edit() throws {
    let site = try SiteOnDisk(smallSite)
    #expect(site.handbook("build", "--today", "2026-03-01").status == 0)
    let before = site.files()
    site.write("meetings/2026-02-12-circle.md", "# Circle\n\nWe met.\n\n## Later\n\nMore.\n")
    #expect(site.handbook("build", "--today", "2026-03-01").status == 0)
    let after = site.files()
    #expect(after.keys.sorted() == before.keys.sorted())
    #expect(
      after.keys.filter { after[$0] != before[$0] }.sorted() == [
        "meetings/2026-02-12-circle.html", "print.html", "search/b0.js", "search/e0.js",
        "search/r0.js", "search/start.js", "search/t1.js", "search/w0.js",
      ])
  }

  @Test("what an entry leaves behind is removed with it, and the visitor's own files stay")
  func removal() throws {
    let site = try SiteOnDisk(smallSite)
    #expect(site.handbook("build", "--today", "2026-03-01").status == 0)
    site.write("output/own.txt", "mine")
    site.delete("posts/story.md")
    let ending = site.handbook("build", "--today", "2026-03-01")
    #expect(ending.status == 0)
    #expect(ending.output.contains("; 5 removed, in "))
    let files = site.files()
    #expect(files["posts/story.html"] == nil)
    #expect(files["tags/maps.html"] == nil)
    #expect(files["own.txt"] == Array("mine".utf8))
  }

  @Test("the same input gives the same bytes in any time zone and language and with any rights")
  func reproducible() throws {
    let site = try SiteOnDisk(smallSite)
    let here = site.handbook("build", "--today", "2026-03-01", variables: ["TZ=UTC", "LC_ALL=C"])
    #expect(here.status == 0)
    let there = site.handbook(
      "build", "--today", "2026-03-01", "--output", "output-2",
      variables: ["TZ=Asia/Tokyo", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8"], mask: "077")
    #expect(there.status == 0)
    #expect(!site.files().isEmpty)
    #expect(site.files() == site.files(in: "output-2"))
  }

  @Test("an error in one file ends with 1 and leaves the site as it was")
  func errorLeavesSite() throws {
    let site = try SiteOnDisk(smallSite)
    #expect(site.handbook("build", "--today", "2026-03-01").status == 0)
    let paths = site.files().keys.sorted()
    let marks = paths.map { site.marks("output/\($0)") }
    site.write("pages/start.md", "# Start here\n\n[x](nope.md)\n")
    site.write("pages/new.md", "# New\n")
    let ending = site.handbook("build", "--today", "2026-03-01")
    #expect(ending.status == 1)
    #expect(ending.output == "")
    #expect(
      ending.errors == """
        content/pages/start.md:3:5: error: 'nope.md' leads to no file [broken-link]
          3 | [x](nope.md)
            |     ^^^^^^^
            help: a link is the path from this file to the other, for example ../meetings/2026-02-12-circle.md
        1 error

        """)
    #expect(site.files().keys.sorted() == paths)
    #expect(paths.map { site.marks("output/\($0)") } == marks)
  }

  @Test("the first build of a site with an error writes nothing at all")
  func errorWritesNothing() throws {
    let site = try SiteOnDisk(["pages/a.md": ""])
    #expect(site.handbook("build").status == 1)
    #expect(site.marks("output") == [])
  }

  @Test("a warning does not stop a build, and with --strict it does")
  func strict() throws {
    let site = try SiteOnDisk([
      "handbook.yml": privateSettings, "members/ada-okafor.md": "---\njoined: 2025-09-01\n---\n",
      "pages/a.md": "# A\n\n@adaokafo\n",
    ])
    let warning = """
      content/pages/a.md:3:1: warning: no member is called '@adaokafo' [unknown-mention]
        3 | @adaokafo
          | ^^^^^^^^^
          help: did you mean 'ada-okafor'?
          help: or write \\@ where no member is meant
      1 warning

      """
    let lenient = site.handbook("build", "--quiet")
    #expect(lenient == Ending(status: 0, output: "", errors: warning))
    let strict = site.handbook("build", "--strict", "--output", "output-2")
    #expect(strict == Ending(status: 1, output: "", errors: warning))
    #expect(site.marks("output-2") == [])
  }

  @Test("a privacy finding ends a build with 1")
  func privacy() throws {
    let site = try SiteOnDisk(["members/m-07.md": "---\nschool: Quayside\n---\n"])
    let ending = site.handbook("build")
    #expect(ending.status == 1)
    #expect(ending.errors.hasSuffix("\n1 privacy finding\n"))
  }

  @Test("checking reads everything and writes nothing")
  func check() throws {
    let site = try SiteOnDisk(smallSite)
    let ending = site.handbook("check", "--today", "2026-03-01")
    #expect(
      ending
        == Ending(
          status: 0, output: "All good: 5 entries, ready to build.\n",
          errors: ""))
    #expect(site.marks("output") == [])
    #expect(try SiteOnDisk().handbook("check", "--quiet").output == "")
    #expect(
      try SiteOnDisk(["pages/a.md": "# A"]).handbook("check").output
        == "All good: 1 entry, ready to build.\n")
  }

  @Test("a site elsewhere is named as it was typed")
  func elsewhere() throws {
    let site = try SiteOnDisk(["pages/a.md": ""])
    for name in [site.path, site.path + "/"] {
      #expect(
        site.handbook("check", name).errors.hasPrefix(
          "\(site.path)/content/pages/a.md:1:1: error: a page needs a title [missing-title]\n"))
    }
  }
}
