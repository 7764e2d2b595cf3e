import TestSupport
import Testing

@Suite("Narrowed lists")
struct FacetTests {
  private let head = "licence: cc-by\n"

  @Test("levels are in the order of their numbers, and one spelling is one choice")
  func order() async throws {
    let site = try await handbook([
      "resources/a.md": "---\nkind: tool\n\(head)levels: [year 10, Year 9]\n---\n# A\n\nA.",
      "resources/b.md":
        "---\nkind: tool\n\(head)levels: [year 9, year-9, Key stage 2]\n---\n# B\n\nB.",
      "resources/c.md": "---\nkind: tool\n\(head)---\n# C\n\nC.",
    ])
    let index = try #require(site.pages["resources/index.html"])
    #expect(
      index.contains(
        """
        <a data-choice="key-stage-2" href="../resources/by-level/key-stage-2.html">Key stage 2</a> <span class="count">1</span></li>\
        <li><a data-choice="year-9" href="../resources/by-level/year-9.html">Year 9</a> <span class="count">2</span></li>\
        <li><a data-choice="year-10" href="../resources/by-level/year-10.html">year 10</a>
        """))
    #expect(!index.contains("by-kind/"), "what holds everything narrows nothing")
  }

  @Test("each card says which choices it is under, so that a browser can filter")
  func marks() async throws {
    let site = try await handbook([
      "resources/a.md": "---\nkind: tool\n\(head)levels: [Year 9, Year 10]\n---\n# A\n\nA.",
      "resources/b.md": "---\nkind: video\n\(head)---\n# B\n\nB.",
    ])
    let index = try #require(site.pages["resources/index.html"])
    #expect(
      index.contains(
        #"<li class="card card-resource" data-facets="level:year-9 level:year-10 kind:tool">"#))
    #expect(index.contains(#"<li class="card card-resource" data-facets="kind:video">"#))
    #expect(index.contains("data-shown=\"# of 2 shown\""))
  }

  @Test("a list of one has nothing to narrow it by")
  func one() async throws {
    let site = try await handbook([
      "resources/a.md": "---\nkind: tool\n\(head)subjects: [maths]\n---\n# A\n\nA."
    ])
    #expect(!site.pages.keys.contains { $0.contains("/by-") })
  }

  @Test("a narrowed list of more than fifty has several pages")
  func pages() async throws {
    var files = ["resources/z.md": "---\nkind: video\n\(head)---\n# Z\n\nZ."]
    for number in 1...51 {
      files["resources/r\(number).md"] = "---\nkind: tool\n\(head)---\n# R\(number)\n\nR."
    }
    let site = try await handbook(files)
    let narrowed = site.pages.keys.filter { $0.hasPrefix("resources/by-kind/") }.sorted()
    #expect(
      narrowed == [
        "resources/by-kind/tool-page-2.html", "resources/by-kind/tool.html",
        "resources/by-kind/video.html",
      ])
  }

  @Test("an entry called like a facet's folder keeps its address")
  func names() async throws {
    let site = try await handbook([
      "resources/by-kind.md": "---\nkind: tool\n\(head)---\n# A\n\nA.",
      "resources/b.md": "---\nkind: video\n\(head)---\n# B\n\nB.",
    ])
    #expect(site.report == "")
    #expect(site.pages["resources/by-kind.html"] != nil)
    #expect(site.pages["resources/by-kind/tool.html"] != nil)
  }

  @Test("a page called like one that the site makes itself is an error that says so")
  func collision() async throws {
    let site = try await handbook(["pages/archive.md": "# Our archive"])
    #expect(
      site.report == """
        content/pages/archive.md: error: its address 'archive.html' is also that of a page that the site makes itself [address-collision]
            help: give it another name
        1 error

        """)
  }
}
