import Dates
import Files
import TestSupport
import Testing

@testable import Importing

/// The plan of a site whose files are these.
func plan(
  _ generator: Generator, _ files: [String: String], _ mapping: Mapping? = nil,
  today: String = "2026-11-30"
) throws -> ImportPlan {
  var tree = MemoryFileTree()
  for (path, text) in files { tree.set(Array(text.utf8), at: try RelativePath(path)) }
  return try SiteImport.plan(
    tree, generator, mapping, existing: [], today: CalendarDate(today))
}

@Suite("Nothing becomes public that was not")
struct VisibilityTests {
  /// What an import says of the one page of a site that is hidden.
  private func check(
    _ generator: Generator, _ files: [String: String], _ reason: String?,
    today: String = "2026-11-30"
  ) throws {
    let plan = try plan(generator, files, today: today)
    let drafts = plan.files.filter {
      String(decoding: $0.bytes, as: UTF8.self).contains("\ndraft: yes\n")
    }
    #expect(drafts.count == (reason == nil ? 0 : 1))
    #expect(plan.hiddenPages == drafts.count)
    guard let reason else { return }
    #expect(plan.report(isDryRun: true).contains("    a draft, since \(reason)\n"))
  }

  @Test(
    "Hugo: what a page says of itself",
    arguments: [
      ("draft: true", "it is marked as a draft"), ("Draft: yes", "it is marked as a draft"),
      ("publishDate: 2030-01-05", "its day of publication had not come"),
      ("publishdate: 2030-01-05T10:00:00Z", "its day of publication had not come"),
      ("date: 2026-12-01", "its day of publication had not come"),
      ("date: 2026-12-01\npublishDate: 2026-01-01", nil), ("date: 2026-11-30", nil),
      ("expiryDate: 2020-01-01", "it had come off the site when its time was over"),
      ("expiryDate: 2026-11-30", "it had come off the site when its time was over"),
      ("expiryDate: 2027-01-01", nil), ("headless: true", "it is marked as a page of no address"),
      ("build:\n  render: never", "the other tool made no page of it"),
      ("_build:\n  render: link", "the other tool made no page of it"),
      ("_build:\n  render: false", "the other tool made no page of it"),
      ("build: {list: never}", "the other tool listed it nowhere"),
      ("build: {render: always, list: always}", nil), ("private: true", "it is marked as private"),
      ("draft: false", nil), ("status: draft", "it is marked as draft"), ("status: done", nil),
    ] as [(String, String?)])
  func hugoFields(fields: String, reason: String?) throws {
    try check(.hugo, ["content/posts/a.md": "---\ntitle: A\n\(fields)\n---\nText\n"], reason)
  }

  @Test("Hugo: front matter in TOML and JSON is read alike")
  func hugoLanguages() throws {
    try check(
      .hugo, ["content/a.md": "+++\ndraft = true\n+++\nText\n"], "it is marked as a draft")
    try check(
      .hugo, ["content/a.md": "+++\npublishDate = 2030-01-05T00:00:00Z\n+++\nText\n"],
      "its day of publication had not come")
    try check(
      .hugo, ["content/a.md": "{\"expiryDate\": \"2020-01-05\"}\nText\n"],
      "it had come off the site when its time was over")
  }

  private let hidden = "---\ntitle: Pay\n---\nText\n"

  @Test(
    "Hugo: what an index page above, or the settings, say of all below",
    arguments: [
      ("content/internal/_index.md", "---\ncascade:\n  _build:\n    render: never\n---\n", true),
      ("content/internal/_index.md", "---\ncascade:\n  draft: true\n---\n", true),
      ("content/_index.md", "---\ncascade:\n  - build: {render: never}\n---\n", true),
      (
        "content/_index.md",
        "---\ncascade:\n  - build: {render: never}\n    target: {path: '/internal/**'}\n---\n", true
      ),
      (
        "content/_index.md",
        "---\ncascade:\n  - build: {render: never}\n    _target: {path: '/other/**'}\n---\n", false
      ),
      (
        "content/_index.md",
        "---\ncascade:\n  - draft: true\n    _target: {kind: section}\n---\n", false
      ),
      (
        "content/_index.md", "---\ncascade:\n  - draft: true\n    _target: {kind: page}\n---\n",
        true
      ),
      ("content/internal/deep/_index.md", "---\ncascade:\n  draft: true\n---\n", true),
      ("content/other/_index.md", "---\ncascade:\n  draft: true\n---\n", false),
      ("hugo.toml", "[[cascade]]\ndraft = true\n[cascade.target]\npath = '/internal/**'\n", true),
      ("hugo.toml", "[cascade]\nexpiryDate = 2020-01-01\n", true),
      ("hugo.toml", "ignoreFiles = ['pay\\.md$']\n", true),
      ("hugo.toml", "ignoreFiles = ['^internal/']\n", true),
      ("hugo.toml", "ignoreFiles = ['x{3}']\n", true),
      ("hugo.toml", "ignoreFiles = ['nothing']\n", false),
      ("config/_default/hugo.yaml", "ignoreFiles: ['deep/']\n", true),
      (
        "hugo.yaml",
        "module:\n  mounts:\n    - {source: content, target: content, excludeFiles: 'internal/**'}\n",
        true
      ),
    ])
  func hugoCascade(path: String, text: String, isHidden: Bool) throws {
    let plan = try plan(.hugo, [path: text, "content/internal/deep/pay.md": hidden])
    #expect(plan.text("content/pages/pay.md")?.contains("draft: yes") == isHidden)
    #expect(plan.hiddenPages == (isHidden ? 1 : 0))
  }

  @Test("Hugo: a page says more of itself than those above it say")
  func hugoOwn() throws {
    try check(
      .hugo,
      [
        "content/internal/_index.md": "---\ncascade:\n  draft: true\n---\n",
        "content/internal/a.md": "---\ntitle: A\ndraft: false\n---\nText\n",
      ], nil)
  }

  @Test("Hugo: a language that is not published, and folders that the settings move")
  func hugoLanguagesAndFolders() throws {
    let settings = """
      contentDir: pages
      languages:
        en: {}
        fr: {disabled: true}
      """
    let plan = try plan(
      .hugo,
      [
        "hugo.yaml": settings, "pages/a.md": "# A\n", "pages/b.fr.md": "# B\n",
        "pages/fr/c.md": "# C\n", "content/d.md": "# D\n",
      ])
    #expect(plan.hiddenPages == 2)
    #expect(plan.text("content/pages/a.md")?.contains("draft") == false)
    #expect(plan.leftOutReport.contains("content/d.md: "))
  }

  @Test("Hugo: settings that build what is to come show it")
  func hugoBuildFuture() throws {
    try check(
      .hugo,
      [
        "hugo.toml": "buildFuture = true\nbuildExpired = true\n",
        "content/a.md": "---\ndate: 2030-01-01\nexpiryDate: 2020-01-01\n---\nText\n",
      ], nil)
  }

  @Test(
    "Jekyll: unpublished pages, drafts and folders that are no collection",
    arguments: [
      (
        ["_posts/2020-01-01-a.md": "---\npublished: false\n---\nA\n"],
        "it is marked as not published"
      ),
      (["_drafts/a.md": "---\ntitle: A\n---\nA\n"], "it lies among the drafts"),
      (
        ["_private/a.md": "---\ntitle: A\n---\nA\n"],
        "its folder begins with _ and is no collection"
      ),
      (
        ["a/_b/c.md": "---\ntitle: A\n---\nA\n"], "its folder begins with _ and is no collection"
      ),
      (["_a.md": "---\ntitle: A\n---\nA\n"], "its name begins with _"),
      (
        [
          "_people/a.md": "---\nname: A\n---\nA\n", "_config.yml": "collections: [people]\n",
        ], "the settings make no pages of its folder"
      ),
      (
        [
          "_events/a.md": "---\ntitle: A\ndate: 2020-01-01\n---\nA\n",
          "_config.yml": "collections:\n  events:\n    output: false\n",
        ], "the settings make no pages of its folder"
      ),
      (
        [
          "_events/a.md": "---\ntitle: A\ndate: 2020-01-01\n---\nA\n",
          "_config.yml": "collections:\n  events:\n    output: true\n",
        ], nil
      ),
      (["_pages/a.md": "---\ntitle: A\n---\nA\n", "_config.yml": "include: [_pages]\n"], nil),
      (
        ["notes/a.md": "---\ntitle: A\n---\nA\n", "_config.yml": "exclude: [notes]\n"],
        "the settings leave it out"
      ),
      (
        ["x/a.md": "---\ntitle: A\n---\nA\n", "_config.yml": "exclude:\n  - x/a.md\n"],
        "the settings leave it out"
      ),
      (
        ["x/a.tmp.md": "---\ntitle: A\n---\nA\n", "_config.yml": "exclude: ['*.tmp.md']\n"],
        "the settings leave it out"
      ),
      (["x/notes/a.md": "---\ntitle: A\n---\nA\n", "_config.yml": "exclude: [notes]\n"], nil),
      (
        ["_posts/2030-01-01-a.md": "---\ntitle: A\n---\nA\n"], "its day of publication had not come"
      ),
      (
        ["news/_posts/2020-01-01-a.md": "---\ntitle: A\ndate: 2030-01-01\n---\nA\n"],
        "its day of publication had not come"
      ),
      (
        ["_posts/2030-01-01-a.md": "---\ntitle: A\n---\nA\n", "_config.yml": "future: true\n"], nil
      ),
      (["a.md": "---\ntitle: A\ndate: 2030-01-01\n---\nA\n"], nil),
      (
        [
          "x/a.md": "---\ntitle: A\n---\nA\n",
          "_config.yml": "defaults:\n  - scope: {path: x}\n    values: {published: false}\n",
        ], "it is marked as not published"
      ),
    ] as [([String: String], String?)])
  func jekyll(files: [String: String], reason: String?) throws {
    try check(.jekyll, files, reason)
  }

  @Test(
    "MkDocs: pages that the settings keep off, and those that are only in no menu",
    arguments: [
      ("exclude_docs: |\n  board/\n", "the settings leave it out"),
      ("draft_docs: |\n  board/a.md\n", "the settings call it a draft"),
      ("exclude_docs: |\n  *.md\n  !board/a.md\n", nil), ("not_in_nav: |\n  board/\n", nil),
      ("nav:\n  - index.md\n", nil), ("exclude_docs: |\n  *.tmp.md\n", nil),
      (
        "plugins:\n  - search\n  - exclude:\n      glob: ['board/*']\n", "the settings leave it out"
      ),
      ("plugins:\n  - exclude:\n      regex: ['.*oard.*']\n", "the settings leave it out"),
      ("exclude_docs: [board/]\n", "the settings leave it out"),
    ] as [(String, String?)])
  func mkdocs(settings: String, reason: String?) throws {
    try check(
      .mkdocs, ["mkdocs.yml": "site_name: A\n" + settings, "docs/board/a.md": "# A\n"], reason)
  }

  @Test("MkDocs: a draft of the blog, and pages in a folder of another name")
  func mkdocsBlog() throws {
    try check(
      .mkdocs,
      [
        "mkdocs.yml": "docs_dir: src/pages\nexclude_docs: x/\n",
        "src/pages/blog/posts/a.md": "---\ndraft: true\ndate: 2020-01-01\n---\n# A\n",
      ], "it is marked as a draft")
  }

  @Test(
    "Obsidian: notes that say so, and all others where some are marked as published",
    arguments: [
      (["a.md": "---\npublish: false\n---\nA\n"], "it is marked as not published"),
      (["a.md": "---\ndg-publish: false\n---\nA\n"], "it is marked as not published"),
      (["a.md": "---\nprivate: true\n---\nA\n"], "it is marked as private"),
      (
        ["a.md": "A\n", "b.md": "---\npublish: true\n---\nB\n"],
        "other notes are marked as published, and it is not"
      ),
      (
        ["a.md": "A\n", "b.md": "---\ndg-publish: true\n---\nB\n"],
        "other notes are marked as published, and it is not"
      ),
      (["a.md": "A\n", "b.md": "B\n"], nil),
      (["Private/a.md": "A\n"], "its folder is called private"),
    ] as [([String: String], String?)])
  func obsidian(files: [String: String], reason: String?) throws {
    try check(.obsidian, files, reason)
  }

  @Test(
    "other tools: drafts, pages in no list, patterns of the settings",
    arguments: [
      (["a.md": "---\nunlisted: true\n---\nA\n"], "it is marked as unlisted"),
      (["a.md": "---\npermalink: false\n---\nA\n"], "it is marked as without an address"),
      (
        ["a.md": "---\neleventyExcludeFromCollections: true\n---\nA\n"],
        "it is marked as left out of all lists"
      ),
      (["docs/_part.md": "A\n"], "its name, or that of a folder above it, begins with _"),
      (["_old/a.md": "A\n"], "its name, or that of a folder above it, begins with _"),
      (["a.md": "A\n", ".eleventyignore": "a.md\n"], "the settings leave it out"),
      (
        ["docs/a.md": "A\n", "docs/conf.py": "exclude_patterns = [\n  'a.md', \"b\"]\n"],
        "the settings leave it out"
      ),
      (
        [
          "docs/x/a.md": "A\n",
          "docs/.vitepress/config.mts": "export default {\n srcExclude: ['**/x/*.md'] }",
        ],
        "the settings leave it out"
      ),
      (
        ["a.md": "A\n", "_config.yml": "exclude_patterns: [a.md]\n", "_toc.yml": "root: b\n"],
        "the settings leave it out"
      ),
      (
        [
          "a.md": "A\n", "b.md": "B\n", "_config.yml": "only_build_toc_files: true\n",
          "_toc.yml": "root: b\n",
        ], "the list of contents does not name it"
      ),
      (
        ["a.md": "A\n", "b.md": "B\n", "SUMMARY.md": "# S\n\n* [B](b.md)\n* [C](./c.md#x)\n"],
        "the list of contents does not name it"
      ),
      (
        ["a.qmd": "A\n", "_quarto.yml": "project:\n  render: ['*.md']\n"],
        "the settings do not name it"
      ),
      (["a.qmd": "---\ndraft: true\n---\nA\n"], "it is marked as a draft"), (["a.md": "A\n"], nil),
    ] as [([String: String], String?)])
  func others(files: [String: String], reason: String?) throws {
    try check(.markdown, files, reason)
  }

  @Test(
    "what keeps a page off the site is read where it lies, wherever the tool has its pages",
    arguments: [
      [
        "docs/.vitepress/config.mts": "export default { srcExclude: ['**/secret.md'] }\n",
        "docs/guide/a.md": "# A\n", "docs/guide/secret.md": "unseen\n",
      ],
      [
        "book.toml": "[book]\ntitle = \"B\"\n", "src/SUMMARY.md": "# S\n\n- [A](a.md)\n",
        "src/a.md": "# A\n", "src/secret.md": "unseen\n",
      ],
      [
        "eleventy.config.js": "export default () => ({ dir: { input: 'src' } })\n",
        ".eleventyignore": "src/old\n", "src/a.md": "# A\n", "src/old/secret.md": "unseen\n",
      ],
      [
        "eleventy.config.js": "export default () => ({ dir: { input: 'src' } })\n",
        "src/a.md": "# A\n", "src/quiet/quiet.json": "{\"permalink\" : false}",
        "src/quiet/secret.md": "unseen\n",
      ],
      [
        "eleventy.config.js": "export default () => ({ dir: { input: 'src' } })\n",
        "src/a.md": "# A\n", "src/quiet/quiet.11tydata.js": "module.exports = { draft: true };",
        "src/quiet/deep/secret.md": "unseen\n",
      ],
      ["a.md": "# A\n", ".secret.md": "unseen\n"],
      [
        ".obsidian/app.json": "{}", "a.md": "# A\n",
        "secret.md": "---\nexcalidraw-plugin: parsed\n---\nunseen\n",
      ],
    ])
  func movedLists(files: [String: String]) throws {
    let tree = MemoryFileTree(files)
    let detection = try #require(try SiteDetection.of(tree))
    let plan = try SiteImport.plan(
      try detection.site(in: tree), detection.generator, nil, existing: [])
    let shown = plan.files.map { String(decoding: $0.bytes, as: UTF8.self) }
      .filter { !$0.contains("draft: yes") }
    #expect(shown.contains { $0.contains("A") } && !shown.contains { $0.contains("unseen") })
  }

  @Test("what lies beside hidden pages, or where the settings leave all out, stays behind")
  func files() throws {
    let hugo = try plan(
      .hugo,
      [
        "hugo.toml": "ignoreFiles = ['\\.bak\\.png$']\n",
        "content/internal/_index.md": "---\ncascade: {draft: true}\n---\n",
        "content/internal/pay.md": hidden, "content/internal/pay.pdf": "secret",
        "content/posts/a.md": "# A\n", "content/posts/a.bak.png": "old",
        "content/posts/b.png": "picture",
      ])
    #expect(hugo.files.map(\.path.description).filter { $0.hasSuffix("pdf") } == [])
    #expect(
      hugo.leftOutReport.contains(
        "content/internal/pay.pdf: it was not published: no page beside it was"))
    #expect(
      hugo.leftOutReport.contains(
        "content/posts/a.bak.png: it was not published: the settings leave it out"))
    #expect(hugo.text("content/assets/posts/b.png") == "picture")
    let jekyll = try plan(.jekyll, ["_private/a.pdf": "secret", "b.md": "---\n---\nB\n"])
    #expect(
      jekyll.leftOutReport.contains(
        "_private/a.pdf: it was not published: its folder begins with _ and is no collection"))
  }

  @Test("pictures in the folder of a hidden page lie beside its draft, and are not published")
  func bundle() async throws {
    let plan = try plan(
      .hugo,
      [
        "content/posts/trip/index.md":
          "---\ntitle: Trip\nheadless: true\ndate: 2020-01-01\n---\n![A map](map.svg)\n",
        "content/posts/trip/map.svg": "<svg/>", "content/posts/trip/unused.pdf": "%PDF",
      ])
    #expect(plan.text("content/posts/trip/map.svg") == "<svg/>")
    var tree = try siteTree(["handbook.yml": privateSettings])
    for file in plan.files { tree.set(file.bytes, at: file.path) }
    let pages = try await handbook(tree).pages
    #expect(pages.keys.filter { $0.contains("trip") } == [])
  }

  @Test("tables of months and patterns that never end are read at once")
  func hostile() throws {
    let settings =
      "ignoreFiles: [" + (0..<20).map { "'(a+)+\($0)$'" }.joined(separator: ", ") + "]\n"
    var files = ["hugo.yaml": settings]
    for number in 0..<40 {
      files["content/\(String(repeating: "a", count: 100))\(number).md"] = "# A\n"
    }
    #expect(try plan(.hugo, files).files.count == 40)
  }
}
