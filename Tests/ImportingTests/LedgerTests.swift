import Build
import Community
import Dates
import Diagnostics
import Files
import TestSupport
import Testing

@testable import Importing

@Suite("An import can be run again and taken back")
struct LedgerTests {
  private func site(_ more: [String: String] = [:]) throws -> SiteOnDisk {
    let site = try SiteOnDisk(["handbook.yml": privateSettings])
    site.write("./old/_config.yml", "title: Old\n")
    site.write(
      "./old/_posts/2020-01-10-first.md", "---\ntitle: First\nauthor: Ada Okafor\n---\nText.\n")
    site.write(
      "./old/_events/2020-03-05-talk.md", "---\ntitle: Talk\ndate: 2020-03-05\n---\nText.\n")
    site.write("./old/about.md", "---\ntitle: About\n---\n[first](_posts/2020-01-10-first.md)\n")
    site.write("./posts.yml", "folders:\n  .: pages\n  _posts: posts\n  _events: posts\n")
    site.write("./meetings.yml", "folders:\n  .: pages\n  _posts: posts\n  _events: meetings\n")
    for (path, text) in more { site.write(path, text) }
    return site
  }

  private func entries(_ site: SiteOnDisk) -> [String] {
    site.files(in: "content/").keys.filter { $0.hasSuffix(".md") }.sorted()
  }

  @discardableResult
  private func importOld(_ site: SiteOnDisk, _ map: String, _ more: String...) -> Ending {
    let ending = site.handbook(["import", "jekyll", "old", "--map", map] + more)
    #expect(ending.status == 0, "\(ending)")
    return ending
  }

  @Test("a second import with a better map moves what stands as it was written")
  func moves() throws {
    let site = try site()
    importOld(site, "posts.yml")
    #expect(
      entries(site) == [
        "members/ada-okafor.md", "pages/about.md", "posts/first.md", "posts/talk.md",
      ])
    let again = importOld(site, "meetings.yml")
    #expect(
      entries(site) == [
        "meetings/2020-03-05-talk.md", "members/ada-okafor.md", "pages/about.md", "posts/first.md",
      ])
    #expect(
      again.output.contains(
        "Of an earlier import: 3 written again, 1 gone to another place or left out now.\n"))
    #expect(site.handbook("build").status == 0)
  }

  @Test("an import that is run twice writes nothing new and says the same")
  func twice() throws {
    let site = try site()
    importOld(site, "posts.yml")
    let before = site.files(in: "content/")
    importOld(site, "posts.yml")
    #expect(site.files(in: "content/") == before)
  }

  @Test("in a public source a second import gives everybody the id that they have, named or not")
  func neutralIDs() throws {
    let site = try SiteOnDisk(["handbook.yml": plainSettings + "source: public\n"])
    site.write(
      "./old/_posts/2020-01-10-first.md",
      "---\ntitle: First\nauthors: [Ada Okafor, Ben Hale, Cai Rees]\n---\nText.\n")
    let first = site.handbook("import", "jekyll", "old")
    #expect(first.status == 0, "\(first)")
    let all = ["members/m-01.md", "members/m-02.md", "members/m-03.md", "posts/first.md"]
    #expect(entries(site) == all)
    site.write(
      "members/m-02.md",
      "---\nname: Ben Hale\nconsent:\n  name: yes\n  given: 2026-01-02\n---\n")
    let again = site.handbook("import", "jekyll", "old")
    #expect(again.status == 0, "\(again)")
    #expect(entries(site) == all)
    let text = String(decoding: site.files(in: "content/")["posts/first.md"] ?? [], as: UTF8.self)
    #expect(text.contains("authors: [m-01, m-02, m-03]\n"), "\(text)")
    #expect(
      String(decoding: site.files(in: "content/")["members/m-02.md"] ?? [], as: UTF8.self)
        .contains("name: Ben Hale\n"))
  }

  @Test("a table that is imported twice doubles nobody")
  func tableTwice() throws {
    let site = try site(["./teachers.csv": "Name\nAda Okafor\nBen Hale\n"])
    #expect(site.handbook("import", "csv", "teachers.csv", "--as", "members").status == 0)
    let first = entries(site)
    site.write("./teachers.csv", "Name\nBen Hale\nAda Okafor\nNoor Haddad\n")
    #expect(site.handbook("import", "csv", "teachers.csv", "--as", "members").status == 0)
    #expect(first == ["members/ada-okafor.md", "members/ben-hale.md"])
    #expect(entries(site) == first + ["members/noor-haddad.md"])
  }

  @Test(
    "what somebody has changed or deleted since stays so, wherever the map puts it, and is told")
  func edited() throws {
    let site = try site()
    importOld(site, "posts.yml")
    site.write("posts/talk.md", "---\ndate: 2020-03-05\n---\n# My own talk\n")
    site.delete("pages/about.md")
    let again = importOld(site, "meetings.yml", "--full")
    #expect(entries(site) == ["members/ada-okafor.md", "posts/first.md", "posts/talk.md"])
    let own = "---\ndate: 2020-03-05\n---\n# My own talk\n"
    #expect(site.files(in: "content/")["posts/talk.md"] == Array(own.utf8))
    #expect(
      again.output.contains(
        "_events/2020-03-05-talk.md: somebody has changed content/posts/talk.md since "
          + "it was imported, so it stays as it is\n"))
    #expect(
      again.output.contains(
        "about.md: somebody has deleted content/pages/about.md since it was imported, "
          + "so it stays away\n"
      ))
  }

  @Test("what the old site has no more stays, and is told")
  func vanished() throws {
    let site = try site()
    importOld(site, "posts.yml")
    _ = run("rm", "\(site.path)/old/about.md")
    let again = importOld(site, "posts.yml")
    #expect(entries(site).contains("pages/about.md"))
    #expect(
      again.output.contains("1 kept, though the source has nothing of them any more.\n"))
  }

  @Test("an entry that somebody wrote here is left as it is")
  func ownEntry() throws {
    let site = try site(["pages/about.md": "# Mine\n"])
    let ending = importOld(site, "posts.yml", "--full")
    #expect(site.files(in: "content/")["pages/about.md"] == Array("# Mine\n".utf8))
    #expect(ending.output.contains("about.md: the site has content/pages/about.md already\n"))
  }

  @Test("an import that is taken back leaves the site as it was")
  func undo() throws {
    let site = try site(["pages/mine.md": "# Mine\n\nText.\n"])
    let before = site.files(in: "content/")
    importOld(site, "posts.yml")
    let told = site.handbook("import", "--undo", "--dry-run")
    #expect(told.output == "4 files that the last import wrote would go.\nNothing was written.\n")
    let ending = site.handbook("import", "--undo")
    #expect(
      ending
        == Ending(status: 0, output: "4 files that the last import wrote went.\n", errors: ""))
    #expect(site.files(in: "content/") == before)
    #expect(
      site.handbook("import", "undo").errors
        == "error: no import has written anything here that could be taken back\n")
  }

  @Test("an entry that somebody has changed since stays when its import is taken back")
  func undoEdited() throws {
    let site = try site()
    importOld(site, "posts.yml")
    site.write("posts/talk.md", "---\ndate: 2020-03-05\n---\n# My own talk\n")
    let ending = site.handbook("import", "undo")
    #expect(
      ending.output == """
        3 files that the last import wrote went.
        Somebody has changed these since, so they stay:
          content/posts/talk.md

        """)
    #expect(entries(site) == ["posts/talk.md"])
  }

  @Test("only the last import is taken back")
  func undoLast() throws {
    let site = try site(["./teachers.csv": "Name\nBen Hale\n"])
    _ = site.handbook("import", "csv", "teachers.csv", "--as", "members")
    importOld(site, "posts.yml")
    _ = site.handbook("import", "undo")
    #expect(entries(site) == ["members/ben-hale.md"])
    _ = site.handbook("import", "undo")
    #expect(entries(site) == [])
    #expect(site.files(in: "content/").keys.sorted() == ["handbook.yml"])
  }

  @Test("an import that was cut short is finished by the next one, wherever it was cut")
  func cutShort() throws {
    let whole = try site()
    importOld(whole, "posts.yml")
    let done = whole.files(in: "content/")
    let written = done.keys.filter { $0.hasSuffix(".md") }.sorted()
    for count in 0...written.count {
      let site = try site()
      for path in written.prefix(count) { site.write(path, done[path] ?? []) }
      let ledger = String(decoding: done["imports.yml"] ?? [], as: UTF8.self)
      site.write("imports.yml", ledger + "unfinished: yes\n")
      importOld(site, "posts.yml")
      #expect(site.files(in: "content/") == done)
    }
  }

  @Test("an import that was cut short can be taken back")
  func cutShortUndo() throws {
    let site = try site()
    let before = site.files(in: "content/")
    importOld(site, "posts.yml")
    let ledger = String(decoding: site.files(in: "content/")["imports.yml"] ?? [], as: UTF8.self)
    site.write("imports.yml", ledger + "unfinished: yes\n")
    site.delete("posts/talk.md")
    #expect(site.handbook("import", "undo").status == 0)
    #expect(site.files(in: "content/") == before)
  }

  @Test(
    "entries that a new handbook began with go where another site comes in, and come back",
    arguments: ["en", "de", "ar"])
  func starters(language: String) throws {
    let site = try site()
    let begun = site.handbook(
      "new", "site", "new", "--name", "New", "--timezone", "UTC", "--language", language)
    #expect(begun.status == 0)
    let began = site.files(in: "./new/content")
    #expect(began["pages/start.md"] != nil)
    site.write("./new/content/pages/charter.md", "# Our charter\n\nOurs.\n")
    let ending = site.handbook("import", "jekyll", "old", "--site", "new")
    #expect(ending.status == 0, "\(ending)")
    let after = site.files(in: "./new/content")
    #expect(after["pages/start.md"] == nil)
    #expect(after["pages/charter.md"] == Array("# Our charter\n\nOurs.\n".utf8))
    #expect(after["posts/first.md"] != nil)
    #expect(
      ending.output.contains(
        "8 entries that the handbook began with went, since nobody had changed them.\n"))
    #expect(site.handbook("build", "new").status == 0)
    #expect(site.handbook("import", "undo", "new").status == 0)
    var expected = began
    expected["pages/charter.md"] = Array("# Our charter\n\nOurs.\n".utf8)
    #expect(site.files(in: "./new/content") == expected)
  }

  @Test(
    "what a new handbook says of itself gives way in any language, after it changed its own, too",
    arguments: [("de", "de"), ("de", "fr"), ("en", "de"), ("ar", "it")])
  func settings(began: String, now: String) throws {
    let site = try site()
    let begun = site.handbook("new", "site", "new", "--timezone", "UTC", "--language", began)
    #expect(begun.status == 0)
    let path = "content/handbook.yml"
    let written = String(decoding: site.files(in: "./new")[path] ?? [], as: UTF8.self)
    site.write("./new/\(path)", written.replacing("language: \(began)", with: "language: \(now)"))
    site.write("./old/_config.yml", "title: Lark\n")
    #expect(site.handbook("import", "jekyll", "old", "--site", "new").status == 0)
    let after = String(decoding: site.files(in: "./new")[path] ?? [], as: UTF8.self)
    #expect(after.contains("\nname: Lark\n"))
  }

  @Test("a ledger that the tool did not write stops an import")
  func damaged() throws {
    let site = try site(["imports.yml": "imports:\n  - mine\n"])
    #expect(
      site.handbook("import", "jekyll", "old")
        == Ending(
          status: 2, output: "",
          errors: """
            error: line 2 of 'content/imports.yml' is none that an import has written
                help: put it back as git has it, or delete it: then all that is there stays as it is

            """))
  }

  @Test("a ledger reads back as it was written, whatever a file is called")
  func text() throws {
    var ledger = ImportLedger()
    let source = ImportSource("hugo", at: "../old/", holdsFiles: true)
    let paths = ["content/posts/a.md", "content/assets/it's a #1.png", "content/assets/a b.png"]
    let lines = try paths.enumerated().map { number, path in
      ImportLedger.Line(
        try RelativePath(path), written: Fingerprint([UInt8(number)]),
        source: number == 0 ? nil : Fingerprint(Array(path.utf8)))
    }
    ledger.runs = [ImportLedger.Run(source.key, on: CalendarDate(daysSince1970: 20_513), lines)]
    ledger.isUnfinished = true
    #expect(try ImportLedger.read(SourceText(path: "content/imports.yml", ledger.text)) == ledger)
    #expect(
      ImportedPaths(SourceText(path: "content/imports.yml", ledger.text)).paths
        == Set(lines.map(\.path)))
    #expect(source.key == ImportSource("hugo", at: "/home/x/old", holdsFiles: true).key)
  }
}
