import Build
import Community
import Diagnostics
import Files
import Rewriting
import TestSupport
import Testing

@Suite("Renaming an entry")
struct RenamingTests {
  @Test("the file moves, all that names it follows, and nothing else changes")
  func everywhere() async throws {
    let files = try await renamed(
      "resources/rubric", to: "marking-rubric",
      [
        "handbook.yml": plainSettings + "# rubric\njoin: |\n  Read [it](resources/rubric.md).\n",
        "resources/rubric.md":
          "---\nkind: template   # the best\nlicence: cc0\n---\n# Rubric\n\n## Use\n\n[[rubric#use]]\n",
        "resources/other.md":
          "---\nkind: template\nlicence: cc0\nbased_on: [rubric]\n---\n# rubric two\n\nThe rubric.\n",
        "meetings/a.md": """
        ---
        title: A
        date: 2026-02-12
        resources:
          - "rubric"   # as agreed
          - other
        ---
        [rubric](../resources/rubric.md#use "rubric"), [[rubric]], [[resources/rubric|rubric]],
        [twice][r], [again][r], [[Rubric]], `rubric.md`.

        [r]: ../resources/rubric.md

        """,
        "successes/b.md": "---\ntitle: B\ndate: 2026-02-12\nevidence: [resources/rubric]\n---\n",
      ])
    #expect(
      files["resources/marking-rubric.md"]
        == "---\naliases: rubric\nkind: template   # the best\nlicence: cc0\n---\n# Rubric\n\n## Use\n\n[[marking-rubric#use]]\n"
    )
    #expect(files["resources/rubric.md"] == nil)
    #expect(
      files["resources/other.md"]
        == "---\nkind: template\nlicence: cc0\nbased_on: [marking-rubric]\n---\n# rubric two\n\nThe rubric.\n"
    )
    #expect(
      files["meetings/a.md"] == """
        ---
        title: A
        date: 2026-02-12
        resources:
          - "marking-rubric"   # as agreed
          - other
        ---
        [rubric](../resources/marking-rubric.md#use "rubric"), [[marking-rubric]], [[resources/marking-rubric|rubric]],
        [twice][r], [again][r], [[Rubric]], `rubric.md`.

        [r]: ../resources/marking-rubric.md

        """)
    #expect(files["successes/b.md"]?.contains("evidence: [resources/marking-rubric]") == true)
    #expect(
      files["handbook.yml"]
        == plainSettings + "# rubric\njoin: |\n  Read [it](resources/marking-rubric.md).\n")
  }

  @Test("a folder moves with its files, and links into it and out of it go on working")
  func bundle() async throws {
    let files = try await renamed(
      "posts/trip", to: "journey",
      [
        "members/ada-okafor.md": ada, "posts/2026/trip/map.svg": drawing,
        "posts/2026/trip/index.md":
          "---\ndate: 2026-02-01\nauthors: ada-okafor\naliases:\n  - 'outing'\n---\n# Trip\n\n![Map](map.svg) [back](../../../pages/a.md)\n",
        "pages/a.md":
          "---\ntitle: A\nimage: ../posts/2026/trip/map.svg\nimage_alt: Map\n---\n[trip](../posts/2026/trip/index.md) ![M](../posts/2026/trip/map.svg)\n",
      ])
    #expect(files["posts/2026/journey/map.svg"] == drawing)
    #expect(
      files["posts/2026/journey/index.md"]
        == "---\ndate: 2026-02-01\nauthors: ada-okafor\naliases:\n  - trip\n  - 'outing'\n---\n# Trip\n\n![Map](map.svg) [back](../../../pages/a.md)\n"
    )
    #expect(
      files["pages/a.md"]
        == "---\ntitle: A\nimage: ../posts/2026/journey/map.svg\nimage_alt: Map\n---\n[trip](../posts/2026/journey/index.md) ![M](../posts/2026/journey/map.svg)\n"
    )
  }

  @Test("mentions of a member follow the id; other spellings go on meaning them")
  func member() async throws {
    let files = try await renamed(
      "ada-okafor", to: "ada-o",
      [
        "members/ada-okafor.md": ada,
        "pages/a.md": "# A\n\n@ada-okafor's, @ada, @Adaeze, ~~@Ada-Okafor~~ ada-okafor\n",
      ])
    #expect(
      files["pages/a.md"] == "# A\n\n@ada-o's, @ada-o, @Adaeze, ~~@ada-o~~ ada-okafor\n")
  }

  @Test("a date that only the file's name told is written down, and line ends stay as they are")
  func date() async throws {
    let files = try await renamed(
      "meetings/2026-02-12-circle", to: "february",
      ["meetings/2026-02-12-circle.md": "# The circle\r\n\r\nWe met.\r\n"])
    #expect(
      files["meetings/february.md"]
        == "---\r\ndate: 2026-02-12\r\naliases: 2026-02-12-circle\r\n---\r\n# The circle\r\n\r\nWe met.\r\n"
    )
  }

  @Test("an id can be given back")
  func back() async throws {
    let once = try await renamed(
      "pages/a", to: "b", ["pages/a.md": "# A\n", "pages/c.md": "# C\n\n[[a]]\n"])
    let twice = try await renamed("pages/b", to: "a", once)
    #expect(twice["pages/a.md"] == "---\naliases: b\n---\n# A\n")
    #expect(twice["pages/c.md"] == "# C\n\n[[a]]\n")
  }

  @Test(
    "what cannot be done is refused in words, and nothing changes",
    arguments: [
      ("pages/x", "y", "there is no entry 'pages/x'"),
      ("pages/a", "A b", "'A b' cannot be an id"),
      ("pages/a", "a", "'pages/a' is called so already"),
      ("pages/a", "c", "there is 'pages/c' already"),
      ("pages/a", "old", "'pages/old' is an old id of 'pages/c'"),
      ("pages/a", "con", "'con' cannot be the name of a file on every system"),
      ("same", "b", "'same' could be 'posts/same', 'pages/same'"),
      (
        "pages/a", "index",
        "this would break the site: "
      ),
    ])
  func refused(entry: String, newID: String, message: String) async throws {
    let files = [
      "members/ada-okafor.md": ada, "pages/a.md": "# A\n", "pages/same.md": "# Same\n",
      "pages/c.md": "---\naliases: old\n---\n# C\n",
      "posts/same.md": "---\ndate: 2026-02-01\nauthors: ada-okafor\n---\n# Same\n",
    ]
    do {
      _ = try await renamed(entry, to: newID, files)
      Issue.record("renamed")
    } catch let refusal as RewriteRefusal {
      #expect(refusal.message.hasPrefix(message), "\(refusal.message)")
    }
  }

  @Test("while a file cannot be read, nobody knows whom it names")
  func unreadable() async throws {
    await #expect(
      throws: RewriteRefusal(
        "'content/pages/b.md' cannot be read, so nobody knows whom it names",
        hint: "run 'handbook check', and fix it first")
    ) {
      try await renamed(
        "pages/a", to: "c", ["pages/a.md": "# A\n", "pages/b.md": "---\ntitle: [\n"])
    }
  }

  @Test("a dry run tells every line, and changes nothing; then it is done, and the site builds")
  func command() throws {
    let site = try SiteOnDisk(["pages/a.md": "# A\n", "pages/b.md": "# B\n\nSee [[a]].\n"])
    let plan = """
      pages/a becomes pages/start.

      move    content/pages/a.md
           to content/pages/start.md
      change  content/pages/b.md
            3 - See [[a]].
              + See [[start]].
      change  content/pages/start.md
              + ---
              + aliases: a
              + ---


      """
    let before = site.files(in: "content")
    let dry = site.handbook("rename", "pages/a", "start", "--dry-run")
    #expect(
      dry
        == Ending(
          status: 0, output: plan + "Nothing was changed: this was a dry run.\n", errors: ""))
    #expect(site.files(in: "content") == before)
    #expect(site.handbook("rename", "pages/a", "start").output == plan + "Done.\n")
    #expect(site.handbook("build").status == 0)
    #expect(site.files()["start.html"] != nil)
    let again = site.handbook("rename", "pages/a", "b")
    #expect(again.status == 2)
    #expect(again.errors == "error: there is 'pages/b' already\n    help: choose another id\n")
  }

  @Test("the pages before and after are the same but for the address", arguments: seeds(25))
  func samePages(seed: UInt64) async throws {
    var generator = SplitMix(seed: 9_000 + seed)
    let community = RandomCommunity(using: &generator, isPublicSource: false)
    let kind =
      ["page", "post", "meeting", "resource", "goal", "success"]
      .randomElement(using: &generator) ?? "page"
    let folder = EntryKind(rawValue: kind)?.folder ?? ""
    let (old, new) = ("\(kind)-1", "\(kind)-1x")
    let before = try await handbook(community.files) { $0.audience = .members }
    let after = try await handbook(
      try await renamed("\(folder)/\(old)", to: new, community.files)
    ) { $0.audience = .members }
    #expect(before.report == after.report, "seed \(seed)")
    var pages: [String: String] = [:]
    for (path, text) in after.pages.all where !path.hasSuffix("\(old).html") {
      pages[path.replacing(new, with: old)] = text.replacing(new, with: old)
    }
    for (path, text) in before.pages.all { #expect(pages[path] == text, "seed \(seed): \(path)") }
    #expect(pages.count == before.pages.count)
  }
}

/// The files of a site in memory after a rename that was planned, tried and found good.
func renamed(
  _ entry: String, to newID: String, _ files: [String: String]
) async throws -> [String: String] {
  let tree = try siteTree(files)
  let site = try #require(try await SourceSite.read(tree))
  let plan = try Renaming(entry, to: newID, in: site).plan
  try await plan.refuseIfItBreaks(tree)
  return try texts(of: plan.tree(over: tree))
}

/// All files below `content/` as text, by their paths within it.
func texts(of tree: some FileTree) throws -> [String: String] {
  var texts: [String: String] = [:]
  for item in try tree.listing(below: RelativePath("content")).items {
    let bytes = try tree.bytes(of: item.path, atMost: 1 << 20)
    texts[String(item.path.description.dropFirst("content/".count))] = String(
      decoding: bytes, as: UTF8.self)
  }
  return texts
}
