import Files
import Testing

@testable import Importing

@Suite("Which tool a site was made with")
struct SiteDetectionTests {
  @Test(
    "a site is told by its settings, its folders or its pages, wherever in the folder it lies",
    arguments: [
      Example(["hugo.toml", "content/a.md"], .hugo, "", ["hugo.toml", "content/"]),
      Example(
        ["config.toml", "content/a.md", "themes/x/mkdocs.yml"], .hugo, "",
        ["config.toml", "content/"]),
      Example(["_config.yml", "_posts/2020-01-01-a.md"], .jekyll, "", ["_config.yml", "_posts/"]),
      Example(["_posts/2020-01-01-a.md"], .jekyll, "", ["_posts/"]),
      Example(["mkdocs.yml", "docs/a.md", "README.md"], .mkdocs, "", ["mkdocs.yml"]),
      Example([".obsidian/app.json", "A note.md"], .obsidian, "", [".obsidian/"]),
      Example(
        ["README.md", "website/docusaurus.config.js", "website/docs/a.md"], .docusaurus,
        "website", ["docusaurus.config.js"]),
      Example(
        ["package.json", "docs/.vitepress/config.js", "docs/a.md"], .vitepress, "docs",
        [".vitepress/"]),
      Example(["_config.yml", "_toc.yml", "a.md"], .jupyterBook, "", ["_toc.yml"]),
      Example(["_quarto.yml", "a.md"], .quarto, "", ["_quarto.yml"]),
      Example(["_config.yml", "source/_posts/a.md"], .hexo, "", ["_config.yml"]),
      Example(["docs/conf.py", "docs/a.md"], .sphinx, "docs", ["conf.py"]),
      Example(["book.toml", "src/SUMMARY.md", "src/a.md"], .mdbook, "", ["book.toml"]),
      Example(["SUMMARY.md", "a.md"], .gitbook, "", ["SUMMARY.md"]),
      Example([".eleventy.js", "src/a.md"], .eleventy, "", [".eleventy.js"]),
      Example(["Home.md", "_Footer.md", "A-page.md"], .gitHubWiki, "", ["_Footer.md"]),
      Example(["posts/_index.md", "posts/a.md"], .hugo, "", ["_index.md"]),
      Example(["minutes/2026-01-15.md"], .markdown, "", []),
      Example(["node_modules/a/mkdocs.yml", "notes/a.md"], .markdown, "", []),
    ])
  func found(_ example: Example) throws {
    let found = try #require(try SiteDetection.of(example.tree))
    #expect(found.tool == example.tool)
    #expect(found.folder == example.folder)
    #expect(found.marks == example.marks)
  }

  @Test("settings of Zola are told from those of Hugo, which have the same name")
  func zola() throws {
    let tree: MemoryFileTree = [
      "config.toml": "base_url = \"https://old.example\"\n", "content/a.md": "A",
    ]
    #expect(try SiteDetection.of(tree)?.tool == .zola)
  }

  @Test("notation tells where nothing else does")
  func notation() throws {
    let vault: MemoryFileTree = ["a.md": "See [[b]].", "b.md": "See [[a]]."]
    #expect(try SiteDetection.of(vault)?.tool == .obsidian)
    // One page whose notation nothing else has is enough, among many without.
    let notes: MemoryFileTree = [
      "a.md": "A", "b.md": "B", "c.md": "C", "d.md": "See\n\n```dataview\nTABLE date\n```\n",
    ]
    #expect(try SiteDetection.of(notes)?.tool == .obsidian)
    let pages: MemoryFileTree = [
      "a.md": "{{< figure src=\"a.png\" >}}", "b.md": "+++\ntitle = 1\n+++",
    ]
    #expect(try SiteDetection.of(pages)?.tool == .hugo)
  }

  @Test("where there is no page there is no site")
  func nothing() throws {
    #expect(try SiteDetection.of(MemoryFileTree(["a.csv": "a,b", "photo.jpg": ""])) == nil)
  }

  @Test("the wrong name of a tool is told, with what the folder looks like")
  func wrong() throws {
    let tree: MemoryFileTree = ["_config.yml": "title: A", "_posts/2020-01-01-a.md": "A"]
    #expect(try SiteDetection.of(tree, as: .hugo) == nil)
    #expect(try SiteDetection.of(tree, as: .mkdocs) == nil)
    #expect(try SiteDetection.of(tree, as: .jekyll)?.tool == .jekyll)
    #expect(try SiteDetection.of(tree, as: .markdown)?.tool == .markdown)
    #expect(try SiteDetection.of(tree)?.words == "a site of Jekyll: _config.yml, _posts/")
  }

  @Test("a name is believed where nothing speaks against it")
  func believed() throws {
    let tree: MemoryFileTree = ["docs/a.md": "A", "content/b.md": "B"]
    for generator in Generator.allCases {
      #expect(try SiteDetection.of(tree, as: generator)?.generator == generator)
    }
  }

  @Test(
    "a site's files are read as if they lay where one of ours would",
    arguments: [
      (
        [
          "website/docusaurus.config.js", "website/docs/a.md", "website/static/a.png",
          "website/src/pages/b.md",
          "website/src/theme/c.md",
        ], ["a.png", "b.md", "docs/a.md"]
      ),
      (["posts/_index.md", "posts/a.md"], ["content/posts/_index.md", "content/posts/a.md"]),
      (["book.toml", "src/SUMMARY.md", "src/a.md"], ["a.md", "book.toml"]),
      (
        ["astro.config.mjs", "src/content/blog/a.md", "public/b.png", "package.json"],
        ["b.png", "blog/a.md"]
      ),
      (["Home.md", "_Footer.md", "A.md"], ["A.md", "index.md"]),
      (["mkdocs.yml", "docs/a.md"], ["docs/a.md", "mkdocs.yml"]),
    ])
  func moves(files: [String], places: [String]) throws {
    let tree = Example(files, .markdown, "", []).tree
    let found = try #require(try SiteDetection.of(tree))
    let site = try found.site(in: tree)
    #expect(try site.listing(below: nil).items.map(\.path.description) == places)
  }
}

struct Example: Sendable, CustomTestStringConvertible {
  let files: [String]
  let tool: SiteTool
  let folder: String
  let marks: [String]

  init(_ files: [String], _ tool: SiteTool, _ folder: String, _ marks: [String]) {
    (self.files, self.tool, self.folder, self.marks) = (files, tool, folder, marks)
  }

  var testDescription: String { "\(tool): \(files)" }

  var tree: MemoryFileTree {
    MemoryFileTree(
      Dictionary(files.map { ($0, "Words.\n") }, uniquingKeysWith: { first, _ in first }))
  }
}
