import Files

/// Something in a folder that tells with which tool a site was made.
struct SiteMark: Hashable, Sendable {
  let tool: SiteTool
  /// The folder of the site that it speaks of; blank for the one that was given.
  let folder: String
  /// As a person finds it: `hugo.toml`, `_posts/`.
  let words: String
  /// A settings file of this tool alone counts 4, a folder or a file that others have too less.
  let weight: Int
}

extension SiteMark {
  /// The marks that the name of a file makes, by its folder.
  static func marks(of path: RelativePath) -> [SiteMark] {
    let parts = path.parts
    guard parts.count <= deepest + 2, !parts.dropLast().contains(where: isForeign) else {
      return []
    }
    let folder = parts.dropLast().joined(separator: "/")
    var found: [SiteMark] = []
    if let (tool, weight) = settingsFiles[parts[parts.count - 1].lowercased()],
      parts.count <= deepest + 1
    {
      found.append(
        SiteMark(tool: tool, folder: folder, words: parts[parts.count - 1], weight: weight))
    }
    // The folders that the file lies in, each of its own site.
    for (depth, name) in parts.dropLast().enumerated() where depth <= deepest {
      guard let (tool, weight) = knownFolders[name], name != "content" || path.isMarkdown else {
        continue
      }
      let site = parts.prefix(depth).joined(separator: "/")
      found.append(SiteMark(tool: tool, folder: site, words: "\(name)/", weight: weight))
    }
    return found
  }

  /// How deep within what was given a site is looked for.
  private static var deepest: Int { 2 }
}

/// What lies in these is somebody else's: a theme, a package, an example.
private func isForeign(_ folder: String) -> Bool {
  [
    "themes", "node_modules", "vendor", "exampleSite", "examples", "example", "test", "tests",
    "fixtures", "_site", "public", "_build", ".git", "venv", ".venv",
  ].contains(folder)
}

/// By the name of the file, in small letters.
private let settingsFiles: [String: (SiteTool, Int)] = [
  "hugo.toml": (.hugo, 4), "hugo.yaml": (.hugo, 4), "hugo.yml": (.hugo, 4),
  "hugo.json": (.hugo, 4), "config.toml": (.hugo, 2), "config.yaml": (.hugo, 1),
  "_config.yml": (.jekyll, 3), "_config.yaml": (.jekyll, 3), "_config.toml": (.jekyll, 3),
  "mkdocs.yml": (.mkdocs, 4), "mkdocs.yaml": (.mkdocs, 4), "properdocs.yml": (.mkdocs, 4),
  "docusaurus.config.js": (.docusaurus, 4), "docusaurus.config.ts": (.docusaurus, 4),
  "docusaurus.config.mjs": (.docusaurus, 4), "astro.config.mjs": (.astro, 4),
  "astro.config.ts": (.astro, 4), "astro.config.js": (.astro, 4), ".eleventy.js": (.eleventy, 4),
  "eleventy.config.js": (.eleventy, 4), "eleventy.config.mjs": (.eleventy, 4),
  "eleventy.config.cjs": (.eleventy, 4), "eleventy.config.ts": (.eleventy, 4),
  "_toc.yml": (.jupyterBook, 4), "myst.yml": (.jupyterBook, 4), "_quarto.yml": (.quarto, 4),
  "_quarto.yaml": (.quarto, 4), "conf.py": (.sphinx, 3), ".gitbook.yaml": (.gitbook, 4),
  "book.toml": (.mdbook, 4), "summary.md": (.gitbook, 2), "gatsby-config.js": (.gatsby, 4),
  "gatsby-config.ts": (.gatsby, 4), "pelicanconf.py": (.pelican, 4), "_sidebar.md": (.docsify, 1),
  "_footer.md": (.gitHubWiki, 2), "config.rb": (.middleman, 3),
]

private let knownFolders: [String: (SiteTool, Int)] = [
  ".obsidian": (.obsidian, 4), ".foam": (.foam, 4), "logseq": (.logseq, 3),
  ".vitepress": (.vitepress, 5), ".vuepress": (.vuepress, 5), "_posts": (.jekyll, 2),
  "_layouts": (.jekyll, 1), "_includes": (.jekyll, 1), "archetypes": (.hugo, 2),
  "scaffolds": (.hexo, 2), ".gitbook": (.gitbook, 3), "content": (.hugo, 1),
]
