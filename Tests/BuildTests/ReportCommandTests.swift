import TestSupport
import Testing

private let site = [
  "members/ada-okafor.md": ada,
  "members/m-07.md": "---\nname: Maria López\n---\n",
  "handbook.yml": privateSettings,
  "meetings/2026-02-12-circle.md":
    "---\nattendees: m-07\n---\n# Circle\n\n- [ ] @m-07 find the key, due 2026-02-20\n",
]

@Suite("The commands report and record")
struct ReportCommandTests {
  @Test("the report is printed plain, and ends with 0 though there is much to tell")
  func plain() throws {
    let site = try SiteOnDisk(site)
    let ending = site.handbook("report", "--today", "2026-03-01")
    #expect(ending.status == 0)
    #expect(ending.errors == "")
    #expect(
      ending.output.contains(
        """
        Overdue actions: 1

          Maria López
          - find the key
            due 20 February 2026, 9 days late
            content/meetings/2026-02-12-circle.md:6

        """))
    #expect(!ending.output.contains("\u{1B}"))
  }

  @Test("places have the folder that was named before them")
  func folder() throws {
    let site = try SiteOnDisk(site)
    let ending = site.handbook("report", site.path, "--today", "2026-03-01")
    #expect(ending.output.contains("    \(site.path)/content/meetings/2026-02-12-circle.md:6\n"))
  }

  @Test("a page is written where it is told to be, and a build takes no part of it")
  func page() throws {
    let site = try SiteOnDisk(site)
    let other = try SiteOnDisk()
    let file = other.place(of: "./report.html")
    let ending = site.handbook("report", "--html", file, "--today", "2026-03-01")
    #expect(
      ending
        == Ending(
          status: 0, output: "Wrote \(file). It names people; keep it to yourself.\n", errors: ""))
    let page = other.files(in: "./")["report.html"].map { String(decoding: $0, as: UTF8.self) }
    #expect(page?.contains("<h3>Maria López</h3>") == true)
    #expect(site.handbook("build", "--today", "2026-03-01").status == 0)
    let written = site.files().values.map { String(decoding: $0, as: UTF8.self) }
    #expect(!written.isEmpty)
    #expect(!written.contains { $0.contains("López") })
  }

  @Test(
    "no report is written where others can read it, by whatever way it is named",
    arguments: [
      ("output/report.html", "the site's folder 'output'"),
      ("content/report.html", "the site's folder 'content'"),
      ("content/assets/../pages/report.html", "the site's folder 'content'"),
      ("elsewhere/report.html", "a website that handbook wrote"),
      ("linked/report.html", "the site's folder 'content'"),
    ])
  func refused(path: String, folder: String) throws {
    let site = try SiteOnDisk(site)
    site.write("content/pages/a.md", "# A")
    site.write("content/assets/a.txt", "A")
    site.link("./linked", to: "content/pages")
    #expect(site.handbook("build").status == 0)
    #expect(site.handbook("build", "--output", "elsewhere").status == 0)
    let ending = site.handbook("report", "--html", path)
    #expect(
      ending
        == Ending(
          status: 2, output: "",
          errors: """
            error: '\(path)' lies in \(folder), which others can read; nothing was written
                help: name a file elsewhere, such as ../report.html

            """))
    #expect(!site.files(in: "./").keys.contains { $0.hasSuffix("report.html") })
  }

  @Test(
    "no report is written beside the site's files, which are soon committed with all the rest",
    arguments: [
      ("report.html", "the folder of the site", "."),
      ("./report.html", "the folder of the site", "."),
      ("notes/report.html", "the folder of the site", "."),
      (".github/../notes/report.html", "the folder of the site", "."),
      ("alias/report.html", "the folder of the site", "."),
      ("report.html", "the git repository that holds the site", "inner"),
      ("notes/report.html", "the git repository that holds the site", "inner"),
      ("inner/report.html", "the folder of the site", "inner"),
    ])
  func refusedInRepository(path: String, folder: String, place: String) throws {
    let site = try SiteOnDisk(site)
    for file in ["./.git/HEAD", "./.github/a.yml", "./notes/a.txt"] { site.write(file, "a") }
    site.write("./inner/content/handbook.yml", plainSettings)
    site.link("./alias", to: ".")
    let ending = site.handbook("report", place, "--html", path)
    #expect(
      ending
        == Ending(
          status: 2, output: "",
          errors: """
            error: '\(path)' lies in \(folder), whose files others may get to see; nothing was written
                help: name a file outside of it, such as ~/report.html

            """))
    #expect(!site.files(in: "./").keys.contains { $0.hasSuffix("report.html") })
  }

  @Test(
    "what cannot be done ends with 2 and says why",
    arguments: [
      (["report", "--json", "--html", "a.html"], "Error: choose --json or --html, not both"),
      (
        ["record", "ada", "--from", "2026-02-01", "--to", "2026-01-01"],
        "Error: --to is before --from"
      ),
      (["report", "nowhere"], "error: there is no handbook in 'nowhere'"),
      (["record", "nobody"], "error: no member is called 'nobody'"),
      (["record"], "Error: Missing expected argument '<member>'"),
    ])
  func wrong(arguments: [String], message: String) throws {
    let ending = try SiteOnDisk(site).handbook(arguments)
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(ending.errors.split(separator: "\n").first.map { String($0) } == message)
  }

  @Test("without settings nothing can be told")
  func noSettings() throws {
    let site = try SiteOnDisk(site)
    site.delete("handbook.yml")
    #expect(
      site.handbook("report").errors == """
        error: content/handbook.yml cannot be read, and without it nothing can be told
            help: 'handbook check' says what is wrong with it

        """)
  }

  @Test("a member's record is printed, and as JSON for programs")
  func record() throws {
    let site = try SiteOnDisk(site)
    let ending = site.handbook("record", "m-07", "--today", "2026-03-01")
    #expect(
      ending
        == Ending(
          status: 0,
          output: """
            Maria López in The Circle, up to 1 March 2026
            1 session, 0 hours in all. A session counts if its notes name the member, and
            its hours if they are given.

            Sessions: 1

              - 12 February 2026: Circle

            """, errors: ""))
    let json = site.handbook("record", "m-07", "--json", "--today", "2026-03-01").output
    #expect(json.hasPrefix("{\n  \"report\": \"record\",\n  \"community\": \"The Circle\",\n"))
  }

  @Test(
    "help shows how each is used, and that it stays here",
    arguments: [
      ("report", "  handbook report --html ../report.html     a page for your browser\n"),
      ("record", "  handbook record ada --from 2025-09-01 --to 2026-08-31\n"),
    ])
  func help(command: String, example: String) throws {
    let ending = try SiteOnDisk().handbook(command, "--help")
    #expect(ending.status == 0)
    #expect(ending.output.contains(example))
    #expect(ending.output.contains("stays on this computer"))
  }
}
