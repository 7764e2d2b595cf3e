import Build
import Community
import Site
import TestSupport
import Testing

@Suite("Addresses of a site that was there before")
struct OldAddressTests {
  private func post(_ aliases: String) -> [String: String] {
    ["pages/start.md": "---\naliases: \(aliases)\n---\n# Start\n\nHello.\n"]
  }

  @Test(
    "a whole old address is a page at that path, however deep, which leads to the new one",
    arguments: [
      ("/2019/03/title/", "2019/03/title/index.html", "../../../start.html"),
      ("/2019/03/title", "2019/03/title/index.html", "../../../start.html"),
      ("/about.html", "about.html", "start.html"),
      ("/news/a.HTM", "news/a.HTM", "../start.html"),
      ("/old.php", "old.php/index.html", "../start.html"),
      ("/a%20b/%C3%A9t%C3%A9/", "a b/été/index.html", "../../start.html"),
      ("/a/index.html", "a/index.html", "../start.html"),
      ("/v1.2/x/", "v1.2/x/index.html", "../../start.html"),
    ])
  func redirects(alias: String, path: String, address: String) async throws {
    let inspection = try await handbook(post("['\(alias)']"))
    #expect(inspection.report == "")
    let page = try page(path, of: inspection)
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(address)\">"))
    #expect(page.contains("<p><a href=\"\(address)\">Start</a></p>"))
    let depth = String(repeating: "../", count: path.split(separator: "/").count - 1)
    #expect(page.contains("<link rel=\"stylesheet\" href=\"\(depth)theme/style.css\">"))
  }

  @Test("the canonical address of such a page is the new one's")
  func canonical() async throws {
    var files = post("[/2019/title/, start-here]")
    files["handbook.yml"] =
      "name: Circle\ntimezone: Europe/London\nbase_url: https://example.org/hb/\n"
    let inspection = try await handbook(files)
    #expect(inspection.report == "")
    #expect(
      try page("2019/title/index.html", of: inspection).contains(
        "<link rel=\"canonical\" href=\"https://example.org/hb/start.html\">"))
    #expect(try page("start-here.html", of: inspection).contains("url=start.html"))
  }

  @Test(
    "an address that no page can have is an error with its place",
    arguments: [
      ("/", "that is the home page", "remove it: the home page is there already"),
      ("/index.html", "that is the home page", "remove it: the home page is there already"),
      ("/?p=12", "no page can stand there", "leave out what follows the ? or #"),
      ("/a/#top", "no page can stand there", "leave out what follows the ? or #"),
      ("/../x/", "no page can stand there", wholePath),
      ("/a/./b/", "no page can stand there", wholePath),
      ("/a//b/", "no page can stand there", wholePath),
      ("/%2e%2e/x/", "no page can stand there", wholePath),
      ("/a%2fb/", "no page can stand there", wholePath),
      ("/a%5cb/", "no page can stand there", wholePath),
      ("/a%00b/", "no page can stand there", wholePath),
      ("/a%0ab/", "no page can stand there", wholePath),
      ("/a%zz/", "no page can stand there", wholePath),
      ("/a%252e/", "no page can stand there", wholePath),
      ("/a%ff/", "no page can stand there", wholePath),
      ("/.well-known/x/", "no page can stand there", wholePath),
      ("//elsewhere.example/x/", "no page can stand there", wholePath),
      ("/theme/x/", "the site keeps its own files in /theme/", "remove it"),
      ("/Search/x.html", "the site keeps its own files in /Search/", "remove it"),
    ])
  func unsafe(alias: String, because: String, hint: String) async throws {
    let report = try await handbook(post("['\(alias)']")).report
    #expect(
      report.hasPrefix(
        "content/pages/start.md:2:12: error: '\(alias)' cannot be an old address: \(because) [bad-id]\n"
      ))
    #expect(report.contains("    help: \(hint)\n1 error\n"))
  }

  @Test("an old address that another page has is an error, on computers that fold capitals too")
  func collisions() async throws {
    let report = try await handbook([
      "pages/a.md": "---\naliases: [/b.html, /x/, /posts/, /Q/]\n---\n# A\n",
      "pages/b.md": "# B\n",
      "pages/c.md": "---\naliases: [/x/index.html, /q/, /b.html/deeper/]\n---\n# C\n",
    ]).report
    #expect(
      report == """
        content/pages/a.md: error: its old address 'b.html' is also that of content/pages/b.md [address-collision]
            help: rename one of the two
        content/pages/a.md: error: its old address 'posts/index.html' is also that of a page that the site makes itself [address-collision]
            help: give it another name
        content/pages/c.md: error: its old address 'b.html/deeper/index.html' is also that of content/pages/b.md [address-collision]
            note: 'b.html' differs, but not on every computer.
            help: rename one of the two
        content/pages/c.md: error: its old address 'q/index.html' is also that of content/pages/a.md [address-collision]
            note: 'Q/index.html' differs, but not on every computer.
            help: rename one of the two
        content/pages/c.md: error: its old address 'x/index.html' is also that of content/pages/a.md [address-collision]
            help: rename one of the two
        5 errors

        """)
  }

  @Test("one address that is given twice is one page")
  func twice() async throws {
    let inspection = try await handbook(post("[/x/, /x/index.html, /start-here.html, start-here]"))
    #expect(inspection.report == "")
  }

  @Test("nobody's old address is published, and none that names somebody who is withheld")
  func people() async throws {
    let inspection = try await handbook([
      "members/ada-okafor.md": "---\nname: Ada Okafor\n---\n",
      "members/ben-hale.md": ada.replacing("Ada Okafor", with: "Ben Hale")
        .replacing("---\n", with: "---\naliases: [/people/ben/]\n", maxReplacements: 1),
      "pages/start.md": "---\naliases: ['/2019/ada%2Dokafor-visits/']\n---\n# Start\n",
      "handbook.yml": "name: Circle\ntimezone: Europe/London\nsource: private\n",
    ])
    #expect(inspection.renderer?.plan.pages.contains { $0.path.hasPrefix("people/") } != true)
    #expect(
      inspection.report.contains(
        "content/pages/start.md:2:12: privacy: this old id holds the name of a member who has not agreed to be named [name-in-file-name]"
      ))
  }

  @Test("the old address of a draft leads nowhere")
  func drafts() async throws {
    let inspection = try await handbook([
      "pages/start.md": "---\ndraft: yes\naliases: /2019/x/\n---\n# Start\n"
    ])
    let plan = try #require(inspection.renderer?.plan)
    #expect(!plan.pages.contains { $0.path.hasPrefix("2019") })
    #expect(!String(decoding: plan.routes.text, as: UTF8.self).contains("2019"))
  }

  @Test("the list of published addresses keeps whole old ones, and tells of one that is lost")
  func lock() async throws {
    let first = try await handbook(post("['/2019/a b/', '/old.html']"))
    let lock = String(decoding: try #require(first.renderer?.plan.routes).text, as: UTF8.self)
    #expect(lock.hasSuffix("\n2019/a%20b/index.html\nold.html\nstart.html\n"))
    var files = post("[/2019/other/]")
    files["routes.lock"] = lock
    let report = try await handbook(files).report
    #expect(
      report.contains(
        "error: '2019/a b/index.html' was published, and nothing is there now [lost-address]"))
    #expect(
      report.contains(
        "help: paste this line into the file that it has become: aliases: [/2019/a%20b/]"))
    files["pages/start.md"] = "---\ndraft: yes\naliases: ['/2019/a b/', /old.html]\n---\n# Start\n"
    #expect(try await handbook(files).report == "")
  }

  private func page(_ path: String, of inspection: Inspection) throws -> String {
    try #require(inspection.pages[path])
  }
}

private let wholePath = "write the path of the old page alone, such as /2019/03/title/"
