import TestSupport
import Testing

@Suite("The command's options")
struct OptionTests {
  @Test("drafts are left out without --drafts")
  func drafts() throws {
    let site = try SiteOnDisk(["pages/a.md": "---\ndraft: yes\n---\n# A"])
    #expect(site.handbook("build").status == 0)
    #expect(site.files()["a.html"] == nil)
    #expect(site.handbook("build", "--drafts").status == 0)
    #expect(site.files()["a.html"] != nil)
  }

  @Test("what is for members is left out without --audience members")
  func audience() throws {
    let site = try SiteOnDisk(["pages/a.md": "---\naudience: members\n---\n# A"])
    #expect(site.handbook("build").status == 0)
    #expect(site.files()["a.html"] == nil)
    #expect(site.handbook("build", "--audience", "members").status == 0)
    #expect(site.files()["a.html"] != nil)
  }

  @Test("the day tells past meetings from coming ones")
  func today() throws {
    let site = try SiteOnDisk(["meetings/2026-02-12-circle.md": "# Circle"])
    #expect(site.handbook("build", "--today", "2026-02-12", "--output", "output-a").status == 0)
    #expect(site.handbook("build", "--today", "2026-02-13", "--output", "output-b").status == 0)
    let epoch = ["SOURCE_DATE_EPOCH=1770854400"]  // 12 February 2026, midnight UTC.
    #expect(site.handbook("build", "--output", "output-c", variables: epoch).status == 0)
    #expect(site.files(in: "output-a")["index.html"] != site.files(in: "output-b")["index.html"])
    #expect(site.files(in: "output-a") == site.files(in: "output-c"))
  }

  @Test(
    "a SOURCE_DATE_EPOCH that is no number of seconds is an error, not today",
    arguments: [
      "2026-01-01", " 1", "1 ", "1e9", "-1", "+1", "1.5", "0x10", "now", "99999999999999999999",
      "253402300800", "9223372036854775808", "١٢٣",
    ])
  func wrongEpoch(value: String) throws {
    let site = try SiteOnDisk(["pages/a.md": "# A"])
    let ending = site.handbook("build", variables: ["SOURCE_DATE_EPOCH=\(value)"])
    #expect(
      ending
        == Ending(
          status: 2, output: "",
          errors: """
            error: SOURCE_DATE_EPOCH is '\(value)', which is no number of seconds since 1970
                help: write it in digits alone, such as 1770854400 for 12 February 2026, or unset it; \
            --today takes a date

            """))
    #expect(site.files().isEmpty)
  }

  @Test(
    "an empty SOURCE_DATE_EPOCH is as if it were not set, and the first and last second are taken",
    arguments: ["", "0", "253402300799"])
  func rightEpoch(value: String) throws {
    let site = try SiteOnDisk(["pages/a.md": "# A"])
    #expect(site.handbook("build", variables: ["SOURCE_DATE_EPOCH=\(value)"]).status == 0)
    #expect(site.handbook("--version", variables: ["SOURCE_DATE_EPOCH=x"]).status == 0)
  }

  @Test("only a site that knows where it is published has a map for search engines")
  func baseURL() throws {
    let site = try SiteOnDisk(["pages/a.md": "# A"])
    #expect(site.handbook("build").status == 0)
    #expect(site.files()["sitemap.xml"] == nil)
    #expect(site.handbook("build", "--base-url", "https://example.org/circle").status == 0)
    let map = site.files()["sitemap.xml"].map { String(decoding: $0, as: UTF8.self) }
    #expect(map?.contains("<loc>https://example.org/circle/a.html</loc>") == true)
  }

  @Test(
    "what the command cannot do ends with 2 and says why",
    arguments: [
      (
        ["build", "--base-url", "example.org"],
        "--base-url takes the whole address, such as https://example.org/handbook/"
      ),
      (["build", "--today", "1 March"], "The value '1 March' is invalid for '--today <date>'"),
      (
        ["build", "--audience", "all"],
        "The value 'all' is invalid for '--audience <audience>'. Please provide one of 'public' "
          + "and 'members'."
      ),
      (["build", "--nope"], "Unknown option '--nope'"),
    ])
  func wrongArguments(arguments: [String], message: String) throws {
    let site = try SiteOnDisk()
    let ending = site.handbook(arguments)
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(ending.errors.split(separator: "\n").first.map { String($0) } == "Error: \(message)")
  }

  @Test("a folder without content is no handbook")
  func noSite() throws {
    let site = try SiteOnDisk()
    let message = """
      error: there is no handbook in 'nowhere'
          help: name the folder that holds content/, or go there first

      """
    #expect(
      site.handbook("build", "nowhere") == Ending(status: 2, output: "", errors: message))
    #expect(site.handbook("check", "content").status == 2)
  }

  @Test("an output that holds somebody else's files is refused")
  func foreignOutput() throws {
    let site = try SiteOnDisk(["pages/a.md": "# A"])
    site.write("output/photo.txt", "mine")
    let ending = site.handbook("build")
    #expect(ending.status == 2)
    #expect(
      ending.errors == """
        error: 'output' holds files that handbook did not write, such as 'photo.txt'; nothing was \
        written
            help: choose an empty folder or one that does not exist yet, or empty this one yourself

        """)
    #expect(site.files() == ["photo.txt": Array("mine".utf8)])
  }

  @Test(
    "an output that would hold the source is refused",
    arguments: [
      (".", "'.' is the site's own folder, so it can't be its output too"),
      ("content", "'content' lies in the site's 'content' folder, so it can't be its output"),
      ("..", "'..' holds the site's own folder, so it can't be its output"),
    ])
  func sourceAsOutput(folder: String, message: String) throws {
    let ending = try SiteOnDisk(["pages/a.md": "# A"]).handbook("build", "--output", folder)
    #expect(ending.status == 2)
    #expect(
      ending.errors == """
        error: \(message); nothing was written
            help: give a folder for the built site alone, such as 'output'

        """)
  }

  @Test("help and version end with 0")
  func help() throws {
    let site = try SiteOnDisk()
    for arguments in [["--help"], ["build", "--help"], ["help", "check"], ["--version"]] {
      #expect(site.handbook(arguments).status == 0)
    }
  }
}
