import TestSupport
import Testing

@Suite("Text keeps its meaning, from the file to the page")
struct KeptTextTests {
  private let front = "---\ntitle: Case\ndate: 2026-01-15\nauthors: ada-okafor\n---\n\n"

  private func site(_ text: String, _ others: [String: String] = [:]) throws -> SiteOnDisk {
    let files = ["members/ada-okafor.md": ada, "posts/w.md": front + text]
    return try SiteOnDisk(files.merging(others) { $1 })
  }

  private func check(_ site: SiteOnDisk, _ words: String...) -> Ending {
    site.handbook(["check", "--quiet"] + words + ["--today", "2026-03-01"])
  }

  @Test(
    "conflict markers are an error in every file, told once for each place",
    arguments: [
      ("posts/w.md", "<<<<<<< HEAD\none\n=======\nother\n>>>>>>> branch\n", 1),
      (
        "posts/w.md",
        "---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> branch\n---\n\nText\n", 2
      ),
      ("posts/w.md", "# A\n\nThe rest was tidied away.\n>>>>>>> branch\n", 4),
      (
        "handbook.yml",
        "name: The Circle\r\n<<<<<<< HEAD\r\ntimezone: UTC\r\n=======\r\n>>>>>>> b\r\n", 2
      ),
      (
        "tags.yml",
        "tags:\n<<<<<<< Updated upstream\n  - id: a\n||||||| base\n=======\n>>>>>>> b\n", 2
      ),
    ])
  func conflicts(file: String, text: String, line: Int) throws {
    let ending = check(try site("Text.", [file: text]))
    #expect(ending.status == 1)
    #expect(
      ending.errors.contains(
        "content/\(file):\(line):1: error: two people changed this place, and git left both texts in the file [conflict-mark]"
      ))
    #expect(ending.errors.hasSuffix("\n1 error\n"))
  }

  @Test(
    "what only looks like a conflict is none",
    arguments: [
      "Title\n=======\n\nText", " <<<<<<< HEAD", "<<<<<<<<< x", ">> > a", "`<<<<<<< HEAD`",
    ])
  func noConflict(text: String) throws {
    #expect(check(try site(text)).status == 0)
  }

  @Test("check --fix fixes what is told with a line to write, and then nothing is left to tell")
  func fixed() throws {
    let site = try site(
      """
      ##What we tried

      | Class | Slips |
      | 7b | 30 |

      **Bold **text, and ![A slip](../assets/slip photo.svg), and [ours](www.example.org/a).

      """, ["assets/slip photo.svg": drawing])
    #expect(check(site).errors.hasSuffix("\n1 error, 4 warnings\n"))
    #expect(check(site, "--fix").errors == "")
    #expect(
      site.text("posts/w.md") == front + """
        ## What we tried

        | Class | Slips |
        | --- | --- |
        | 7b | 30 |

        **Bold** text, and ![A slip](<../assets/slip photo.svg>), and [ours](https://www.example.org/a).

        """)
  }

  @Test(
    "the address of another site without https:// is answered with it",
    arguments: [
      ("[site](www.example.org)", "https://www.example.org"),
      ("[site](www.example.org/a/b.html#c)", "https://www.example.org/a/b.html"),
      ("[site](example.org/page)", "https://example.org/page"),
      ("![A slip](www.example.org/slip.jpg)", "https://www.example.org/slip.jpg"),
      ("[site][s]\n\n[s]: www.example.org", "https://www.example.org"),
    ])
  func schemes(text: String, address: String) throws {
    let output = check(try site(text)).errors
    #expect(
      output.contains("error: the address of another site begins with https:// [broken-link]"))
    #expect(output.contains("help: write \(address)\n"))
  }

  @Test("a file that lacks is no address of another site")
  func noScheme() throws {
    let output = check(try site("[a](slides.key) [b](notes/plan.md) [c](www.md)")).errors
    #expect(!output.contains("https://"))
  }

  @Test("a heading that says what the title says is on the page once")
  func titles() throws {
    let site = try site(
      "# Case\n\nText.", ["members/ada-okafor.md": ada + "\n# Ada Okafor\n\nHello.\n"])
    #expect(site.handbook("build", "--quiet", "--today", "2026-03-01").status == 0)
    for page in ["posts/w.html", "members/ada-okafor.html"] {
      #expect((site.text("output/\(page)") ?? "").components(between: "<h1", "</h1>").count == 1)
    }
  }

  @Test("formulas are as they were written in page, feed, search and print")
  func formulas() throws {
    let settings = plainSettings + "base_url: https://example.org/\n"
    let site = try site("We solve $a*b = b*a$ and $x_1$.\n", ["handbook.yml": settings])
    #expect(site.handbook("build", "--quiet", "--today", "2026-03-01").status == 0)
    for file in ["posts/w.html", "feed.xml", "feed.json", "print.html"] {
      #expect(site.text("output/\(file)")?.contains("$a*b = b*a$ and $x_1$") == true, "\(file)")
    }
    let search = site.files(in: "output/search").values.map { String(decoding: $0, as: UTF8.self) }
    #expect(search.contains { $0.contains("$a*b = b*a$") })
  }
}

extension String {
  fileprivate func components(between opening: String, _ closing: String) -> [Substring] {
    split(separator: opening).dropFirst().compactMap { $0.split(separator: closing).first }
  }
}

extension SiteOnDisk {
  /// A file of the site as text, its path given as for `place(of:)`.
  fileprivate func text(_ name: String) -> String? {
    let isOutput = name.hasPrefix("output/")
    let files = files(in: isOutput ? "output" : "./content")
    return files[isOutput ? String(name.dropFirst(7)) : name].map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
