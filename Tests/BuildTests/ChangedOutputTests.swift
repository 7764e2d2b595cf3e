import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Each test builds with the command, changes a file in the output, takes its source away and
/// builds again.
@Suite("A page or picture that no longer belongs to the site, and that somebody changed")
struct ChangedOutputTests {
  @Test(
    "a page goes, whatever program changed it",
    arguments: Change.allCases)
  func page(_ change: Change) throws {
    let site = try site()
    let path = "output/members/tara-quill.html"
    site.write(path, change.made(in: text(site, "members/tara-quill.html")))
    withdraw(site)
    let ending = build(site)
    #expect(ending.status == 0 && ending.errors == "")
    #expect(ending.output.contains(" removed, in "))
    #expect(site.files()["members/tara-quill.html"] == nil)
    #expect(build(site).output.contains("; nothing changed, in "))
  }

  enum Change: CaseIterable {
    case addedLine, lineEnds, minified, beautified, byteOrderMark

    func made(in page: String) -> String {
      switch self {
      case .addedLine: page + "\n"
      case .lineEnds: page.replacing("\n", with: "\r\n")
      case .minified: page.replacing("\n", with: "").replacing("\"", with: "")
      case .beautified: page.replacing("<", with: "\n  <").replacing("meta ", with: "META  ")
      case .byteOrderMark: "\u{FEFF}" + page
      }
    }
  }

  @Test("a page that somebody put there on purpose stays, and every build fails and names it")
  func ownPage() throws {
    let site = try site()
    site.write("output/members/tara-quill.html", "<h1>My own page</h1>\n")
    withdraw(site)
    for text in ["# A", "# A", "# B"] {
      site.write("pages/b.md", text)
      let ending = build(site)
      #expect(ending.status == 2)
      #expect(
        ending.errors == """
          error: 'output/members/tara-quill.html' no longer belongs to the site, and was not \
          removed: somebody or another program changed it; everything else in 'output' is up to \
          date
              help: look at it; if you put it there yourself, move it to another folder, else \
          build with --remove-changed, which deletes it

          """)
      #expect(self.text(site, "b.html").contains(">\(text.last ?? "?")</h1>"))
      #expect(self.text(site, "members/index.html").contains("Tara") == false)
    }
    #expect(text(site, "members/tara-quill.html") == "<h1>My own page</h1>\n")
    #expect(build(site, "--remove-changed").status == 0)
    #expect(site.files()["members/tara-quill.html"] == nil)
    #expect(build(site).status == 0)
  }

  @Test("also where nothing else has changed for long, and until somebody deletes it")
  func unchangedSite() throws {
    let site = try site()
    site.write("output/members/tara-quill.html", "mine")
    withdraw(site)
    for _ in 0..<3 {
      #expect(build(site).status == 2)
      _ = run("sleep", "0.2")
    }
    for arguments in [["--quiet"], ["--no-cache"], ["--timings"]] {
      let ending = site.handbook(["build", "--today", "2026-03-01"] + arguments)
      #expect(ending.status == 2)
      #expect(ending.errors.contains("error: 'output/members/tara-quill.html' no longer belongs"))
    }
    site.delete("output/members/tara-quill.html")
    #expect(build(site).status == 0)
    #expect(build(site).status == 0)
  }

  @Test("what somebody packed of a page goes with it, and where the page changes")
  func packedCopies() throws {
    let site = try site()
    let copies = [
      "members/tara-quill.html.gz", "members/tara-quill.html.br", "a.html.gz", "mine.html.gz",
    ]
    for copy in copies { site.write("output/\(copy)", "packed") }
    withdraw(site)
    site.write("pages/a.md", "# A\n\nAnother text. ![cards](../assets/cards.jpg)\n")
    #expect(build(site).status == 0)
    #expect(Set(copies).intersection(site.files().keys) == ["mine.html.gz"])
  }

  @Test("a picture goes where only its encoding differs")
  func picture() throws {
    let site = try site()
    let ours = try #require(site.files()["assets/cards.jpg"])
    let smaller = jpeg(width: 40, height: 24, scan: 60)
    #expect(smaller != ours)
    site.write("output/assets/cards.jpg", smaller)
    site.write("pages/a.md", "# A")
    site.delete("assets/cards.jpg")
    #expect(build(site).status == 0)
    #expect(site.files()["assets/cards.jpg"] == nil)
  }

  @Test("and where the host turned it into another format")
  func pictureOfAnotherFormat() throws {
    let site = try site()
    site.write("output/assets/cards.jpg", gif(width: 40, height: 24))
    site.write("pages/a.md", "# A")
    site.delete("assets/cards.jpg")
    #expect(build(site).status == 0)
    #expect(site.files()["assets/cards.jpg"] == nil)
  }

  @Test("and where it is a drawing that lost its comments and spaces")
  func drawing() throws {
    let drawing = """
      <svg xmlns="http://www.w3.org/2000/svg" width="40" height="24">
        <title>Cards</title>
        <rect width="10" height="10"/>
      </svg>

      """
    let site = try site([
      "assets/cards.svg": drawing, "pages/b.md": "# B\n\n![c](../assets/cards.svg)\n",
    ])
    let lighter = drawing.replacing("\n  ", with: "").replacing("<title>Cards</title>", with: "")
    site.write("output/assets/cards.svg", lighter)
    site.write("pages/b.md", "# B")
    site.delete("assets/cards.svg")
    #expect(build(site).status == 0)
    #expect(site.files()["assets/cards.svg"] == nil)
  }

  @Test("a picture of another size is somebody's own, and so is what is no picture")
  func ownPicture() throws {
    for own in [jpeg(width: 41, height: 24, scan: 90), gif(width: 24, height: 40), [1, 2], []] {
      let site = try site()
      site.write("output/assets/cards.jpg", own)
      site.write("pages/a.md", "# A")
      site.delete("assets/cards.jpg")
      for _ in 0..<2 {
        let ending = build(site)
        #expect(ending.status == 2)
        #expect(ending.errors.contains("'output/assets/cards.jpg' no longer belongs"))
      }
      #expect(site.files()["assets/cards.jpg"] == own)
    }
  }

  @Test("the size of a picture is known also after builds that had nothing to write or to make")
  func pictureAfterBuilds() throws {
    let site = try site()
    _ = run("sleep", "0.2")
    _ = build(site)
    site.write("pages/b.md", "# B\n\nOther words.\n")
    _ = build(site)
    site.write("pages/b.md", "# B\n\nStill other words.\n")
    _ = build(site)
    site.write("output/assets/cards.jpg", jpeg(width: 40, height: 24, scan: 60))
    site.write("pages/a.md", "# A")
    site.delete("assets/cards.jpg")
    #expect(build(site).status == 0)
    #expect(site.files()["assets/cards.jpg"] == nil)
  }

  @Test("a feed, a calendar and data of the search go, too")
  func others() throws {
    let site = try site(["handbook.yml": settings + "base_url: https://example.org/\n"])
    let paths = site.files().keys.filter { path in
      path == "feed.xml" || path.hasSuffix(".ics")
        || site.files()[path]?.starts(with: "handbookSearchData(".utf8) == true
    }
    #expect(paths.contains("feed.xml") && paths.contains { $0.hasSuffix(".ics") })
    #expect(paths.contains { $0.hasSuffix(".js") })
    for path in paths {
      site.write("output/\(path)", text(site, path).replacing("\n", with: "\r\n") + " ")
    }
    site.write("handbook.yml", settings)
    for name in ["successes/a.md", "meetings/2026-02-12-circle.md", "members/ben-hale.md"] {
      site.delete(name)
    }
    withdraw(site)
    #expect(build(site).status == 0)
    #expect(site.files()["feed.xml"] == nil)
    #expect(site.files()["meetings/2026-02-12-circle.ics"] == nil)
  }

  @Test("several are named, each on a line; the marked among them go")
  func several() throws {
    let site = try site()
    site.write("output/members/tara-quill.html", "mine")
    site.write("output/successes/a.html", "mine")
    site.write("output/members/ben-hale.html", text(site, "members/ben-hale.html") + " ")
    withdraw(site)
    site.delete("successes/a.md")
    site.delete("members/ben-hale.md")
    let ending = build(site)
    #expect(ending.status == 2)
    #expect(
      ending.errors == """
        error: 2 files in 'output' no longer belong to the site, and were not removed; everything \
        else in 'output' is up to date
            | output/members/tara-quill.html: somebody or another program changed it
            | output/successes/a.html: somebody or another program changed it
            help: look at them; move those that you put there yourself to another folder, then \
        build with --remove-changed, which deletes the others

        """)
    #expect(site.files()["members/ben-hale.html"] == nil)
  }

  @Test("a user's own file survives a manifest that claims it, whatever the print")
  func forged() throws {
    let site = try site()
    let own: [String: [UInt8]] = [
      "mine.html": Array("<h1>Mine</h1>".utf8), "mine.txt": Array("mine".utf8),
      "mine.jpg": jpeg(width: 40, height: 24, scan: 70),
    ]
    for (path, bytes) in own { site.write("output/\(path)", bytes) }
    site.write("./victim.html", "<meta name=generator content=Handbook>")
    let manifest = String(
      decoding: site.bytes("output/.handbook-manifest"), as: UTF8.self)
    let print = "0123456789abcdef0123456789abcdef 3 "
    let forged = (own.keys.sorted() + ["../victim.html"]).map { print + $0 + "\n" }.joined()
    site.write(
      "output/.handbook-manifest",
      manifest.replacing("handbook manifest 1\n", with: "handbook manifest 1\n" + forged))
    let ending = build(site)
    #expect(ending.status == 2)
    for (path, bytes) in own {
      #expect(site.files()[path] == bytes)
      #expect(
        ending.errors.contains("    | output/\(path): somebody or another program changed it\n"))
    }
    #expect(!site.bytes("./victim.html").isEmpty)
  }

  // MARK: -

  private func site(_ more: [String: String] = [:]) throws -> SiteOnDisk {
    let consent = "consent:\n  name: yes\n  profile: yes\n  given: 2026-01-01\n"
    let site = try SiteOnDisk(
      [
        "handbook.yml": settings,
        "members/tara-quill.md": "---\nname: Tara Quill\n\(consent)---\n",
        "members/ben-hale.md": "---\nname: Ben Hale\n\(consent)---\n",
        "successes/a.md": "---\ndate: 2026-01-20\n---\n# A post\n",
        "meetings/2026-02-12-circle.md": "---\ndate: 2026-02-12\n---\n# Circle\n",
        "pages/a.md": "# A\n\n![cards](../assets/cards.jpg)\n",
      ].merging(more) { $1 })
    site.write("assets/cards.jpg", jpeg(width: 40, height: 24, scan: 90))
    let ending = build(site)
    #expect(ending.status == 0, "\(ending.errors)")
    return site
  }

  private let settings = plainSettings + "source: private\n"

  private func withdraw(_ site: SiteOnDisk) {
    site.write("members/tara-quill.md", "---\nname: Tara Quill\nstatus: withdrawn\n---\n")
  }

  private func build(_ site: SiteOnDisk, _ arguments: String...) -> Ending {
    site.handbook(["build", "--today", "2026-03-01"] + arguments)
  }

  private func text(_ site: SiteOnDisk, _ path: String) -> String {
    String(decoding: site.files()[path] ?? [], as: UTF8.self)
  }

  /// A picture in grey with a scan of so many bytes.
  private func jpeg(width: UInt8, height: UInt8, scan count: Int) -> [UInt8] {
    let quantisation: [UInt8] = [0xFF, 0xDB, 0, 67, 0] + [UInt8](repeating: 1, count: 64)
    let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0, height, 0, width, 1, 1, 0x11, 0]
    let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]
    return [0xFF, 0xD8] + quantisation + frame + scan
      + [UInt8](repeating: 0x12, count: count) + [0xFF, 0xD9]
  }

  private func gif(width: UInt8, height: UInt8) -> [UInt8] {
    Array("GIF89a".utf8) + [width, 0, height, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x2C]
      + [0, 0, 0, 0, width, 0, height, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]
  }
}

extension SiteOnDisk {
  fileprivate func bytes(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    guard let file = fopen(place(of: name), "r") else { return [] }
    defer { fclose(file) }
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }
}
