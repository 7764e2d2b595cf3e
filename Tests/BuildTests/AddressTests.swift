import Files
import TestSupport
import Testing

@Suite("Addresses that collide")
struct AddressTests {
  @Test("a page at an address of the site's own is an error")
  func ownPages() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "pages/404.md": "# A",
      "posts/index/index.md": """
      ---
      date: 2026-02-01
      authors: ada-okafor
      ---
      # A

      """,
      "pages/a.md": """
      ---
      aliases: [index]
      ---
      # A

      """,
    ])
    #expect(
      site.report == """
        content/pages/404.md: error: its address '404.html' is also that of a page that the site makes itself [address-collision]
            help: give it another name
        content/pages/a.md: error: its old address 'index.html' is also that of a page that the site makes itself [address-collision]
            help: give it another name
        content/posts/index/index.md: error: its address 'posts/index.html' is also that of a page that the site makes itself [address-collision]
            help: give it another name
        3 errors

        """)
  }

  @Test("files that some computers take for one are errors")
  func sameFile() async throws {
    let site = try await handbook([
      "assets/A.svg": drawing,
      "assets/a.svg": drawing,
      "assets/ß.svg": drawing,
      "assets/ss.svg": drawing,
    ])
    #expect(
      site.report == """
        content/assets/a.svg: error: its address 'assets/a.svg' is also that of content/assets/A.svg [address-collision]
            note: 'assets/A.svg' differs, but not on every computer.
            help: rename one of the two
        content/assets/ß.svg: error: its address 'assets/ß.svg' is also that of content/assets/ss.svg [address-collision]
            note: 'assets/ss.svg' differs, but not on every computer.
            help: rename one of the two
        2 errors

        """)
  }

  @Test("a file where another needs a folder is an error")
  func fileAndFolder() async throws {
    let site = try await handbook([
      "assets/Plan": "x",
      "assets/plan/a.svg": drawing,
    ])
    #expect(
      site.report == """
        content/assets/plan/a.svg: error: its address 'assets/plan/a.svg' is also that of content/assets/Plan [address-collision]
            note: 'assets/Plan' differs, but not on every computer.
            help: rename one of the two
        1 error

        """)
  }

  @Test("a tag at the address of all tags is an error")
  func tags() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      tags: [index]
      ---
      # A

      """
    ])
    #expect(
      site.report == """
        content/pages/a.md: error: the address 'tags/index.html' of its tag 'index' is also that of a page that the site makes itself [address-collision]
            help: give it another name
        1 error

        """)
  }

  @Test("one letter written in two ways is an error")
  func normalForms() async throws {
    var tree = try siteTree([:])
    // String takes the two for one, so no dictionary of texts can hold them.
    tree.set(Array(drawing.utf8), at: try RelativePath("content/assets/\u{E9}.svg"))
    tree.set(Array(drawing.utf8), at: try RelativePath("content/assets/e\u{301}.svg"))
    let site = try await handbook(tree)
    #expect(
      site.report == """
        content/assets/\u{E9}.svg: error: its address 'assets/\u{E9}.svg' is also that of \
        content/assets/e\u{301}.svg [address-collision]
            note: They look alike: one writes a letter and its accent apart.
            help: rename one of the two
        1 error

        """)
  }

  @Test("a page of a long list at an entry's address is an error")
  func pagesOfLists() async throws {
    var files = ["members/ada-okafor.md": ada]
    let post = "---\ndate: 2026-02-01\nauthors: ada-okafor\n---\n# A"
    for number in 1...51 { files["posts/a-\(number).md"] = post }
    files["posts/page-2.md"] = post
    let site = try await handbook(files)
    #expect(
      site.report == """
        content/posts/page-2.md: error: its address 'posts/page-2.html' is also that of a page that \
        the site makes itself [address-collision]
            help: give it another name
        1 error

        """)
  }

  @Test("a tag at the address of a long tag's second page is an error")
  func pagesOfTags() async throws {
    var files: [String: String] = [:]
    for number in 1...51 { files["pages/a-\(number).md"] = "---\ntags: [maps]\n---\n# A" }
    files["pages/z.md"] = "---\ntags: [maps-page-2]\n---\n# Z"
    let site = try await handbook(files)
    #expect(
      site.report == """
        content/pages/z.md: error: the address 'tags/maps-page-2.html' of its tag 'maps-page-2' is \
        also that of the tag 'maps' [address-collision]
            help: rename one of the two
        1 error

        """)
  }
}
