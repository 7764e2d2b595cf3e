import TestSupport
import Testing

@Suite("Imports write new files in the site alone")
struct ImportSafetyTests {
  private func site() throws -> SiteOnDisk {
    let site = try SiteOnDisk(["handbook.yml": privateSettings, "pages/a.md": "# A"])
    site.write("./outside/foo-bar.md", "theirs")
    site.write("./teachers.csv", "Name,School\nFoo Bar,Baz\n")
    site.write(
      "./calendar.ics",
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Circle\nDTSTART:20260115T160000\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    site.write("./notes.txt", "# Circle\n\nText\n")
    site.write("./old/content/posts/first.md", "---\ntitle: First\n---\nText\n")
    site.write("./old/static/img/a.png", "picture")
    return site
  }

  @Test(
    "a link in the place of a folder stops an import before anything is written",
    arguments: [
      (["import", "csv", "teachers.csv", "--as", "members", "--quiet"], "content/members"),
      (["import", "ics", "calendar.ics"], "content/meetings"),
      (["import", "text", "notes.txt", "--as", "post", "--id", "circle"], "content/posts"),
      (["import", "hugo", "old"], "content/assets"),
    ])
  func links(arguments: [String], folder: String) throws {
    let site = try site()
    site.link(folder, to: "../outside")
    for arguments in [arguments, arguments + ["--dry-run"]] {
      let ending = site.handbook(arguments)
      #expect(
        ending
          == Ending(
            status: 2, output: "",
            errors: """
              error: '\(folder)' is a symbolic link, which is never written through; nothing was written
                  help: put a folder of the site's own in the place of the link, then import again

              """))
    }
    #expect(site.files(in: "./outside").keys.sorted() == ["foo-bar.md"])
    #expect(site.files(in: "./outside")["foo-bar.md"] == Array("theirs".utf8))
    #expect(site.files(in: "content/").keys.sorted() == ["handbook.yml", "pages/a.md"])
  }

  @Test("a folder that has the name of a new file is left as it is, and told")
  func folderInTheWay() throws {
    let site = try site()
    site.write("content/members/foo-bar.md/keep.txt", "mine")
    let ending = site.handbook("import", "csv", "teachers.csv", "--as", "members", "--quiet")
    #expect(ending.status == 2)
    #expect(
      ending.errors.hasPrefix(
        "error: 'content/members/foo-bar.md' is there already and was left as it is; nothing was written\n"
      ))
    #expect(site.files(in: "content/")["members/foo-bar.md/keep.txt"] == Array("mine".utf8))
  }

  @Test("a site that is reached through a link is imported into")
  func linkedSite() throws {
    let site = try site()
    site.link("./alias", to: ".")
    let ending = site.handbook(
      "import", "csv", "teachers.csv", "--as", "members", "--site", "alias", "--quiet")
    #expect(ending == Ending(status: 0, output: "", errors: ""))
    #expect(site.files(in: "content/")["members/foo-bar.md"] != nil)
  }
}
