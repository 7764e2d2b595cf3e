package import Files
import Markup

extension SiteDetection {
  /// The site's files as if they lay where our generator looks for them.
  package func site<Base: FileTree>(
    in tree: Base
  ) throws(FileTrouble) -> MovedFileTree<Base> {
    try MovedFileTree(tree, moves)
  }

  /// Where a tool keeps its pages, its files and its menu.
  static func moves(
    _ chosen: Candidate, _ files: [RelativePath], _ tree: some FileTree, named name: String
  ) throws(FileTrouble) -> [FileMove] {
    let root = chosen.folder
    func inSite(_ path: String) -> String {
      path.isEmpty ? root : root.isEmpty ? path : "\(root)/\(path)"
    }
    func has(_ path: String) -> Bool {
      files.contains { $0.description.hasPrefix(inSite(path) + "/") }
    }
    let known = knownMoves(chosen.tool).filter {
      $0.from.isEmpty || $0.to == nil || has($0.from) || $0.isFile
    }
    var moves = known.map { FileMove(inSite($0.from), to: $0.to) }
    if known.isEmpty { moves = [FileMove(root, to: "")] }
    if chosen.tool == .middleman { moves += templateMoves(files, below: inSite("source")) }
    if chosen.tool == .docusaurus, !has("docs"), !root.isEmpty {
      moves.append(FileMove("docs", to: "docs"))
    }
    if chosen.tool == .jekyll, name == "_posts" { moves = [FileMove("", to: "_posts")] }
    let settings = try OldSettings.read(
      MovedFileTree(tree, [FileMove(root, to: "")]), chosen.tool.generator)
    if chosen.tool == .jekyll, let source = settings["source"]?.text?.trimmedSlashes,
      has(source)
    {
      moves.append(FileMove(inSite(source), to: ""))
    }
    // The pages' folder itself may have been given: `content/` of a site of Hugo.
    let isElsewhere = ["contentDir", "module", "docs_dir"].contains { settings[$0] != nil }
    if let pageRoot = chosen.tool.generator.pageRoot, !has(pageRoot), !isElsewhere {
      moves = [FileMove(root, to: pageRoot)]
    }
    return moves
  }
}

/// Pages of Middleman have the endings of all that makes them: `index.html.md.erb` is `index.md`.
private func templateMoves(_ files: [RelativePath], below folder: String) -> [FileMove] {
  files.compactMap { path in
    let written = path.description
    guard written.hasPrefix("\(folder)/") else { return nil }
    for ending in [".html.md.erb", ".html.markdown.erb", ".md.erb", ".html.md", ".html.markdown"]
    where written.hasSuffix(ending) {
      let place = written.dropFirst(folder.utf8.count + 1).dropLast(ending.utf8.count)
      return FileMove(written, to: "\(place).md")
    }
    return nil
  }
}

extension FileMove {
  fileprivate var isFile: Bool { from.split(separator: "/").last?.contains(".") ?? false }
}

/// By tool, what lies where; none where everything stays where it is.
private func knownMoves(_ tool: SiteTool) -> [FileMove] {
  func moves(_ pairs: KeyValuePairs<String, String?>) -> [FileMove] {
    pairs.map { FileMove($0.key, to: $0.value) }
  }
  switch tool {
  case .hexo: return moves(["source": "", "_config.yml": "_config.yml"])
  case .logseq: return moves(["": "", "logseq": nil])
  case .docusaurus:
    return moves([
      "docs": "docs", "blog": "blog", "src/pages": "", "static": "", "i18n": "i18n",
      "community": "community",
    ])
  case .vitepress, .vuepress:
    return moves([
      "": "", "public": "", ".vitepress": nil, ".vuepress": nil, ".vuepress/public": "",
    ])
  case .astro, .gatsby:
    return moves([
      "src/content": "", "content": "", "src/content/docs": "", "src/pages": "", "public": "",
      "static": "", "src/assets": "assets", "src/data": "_data",
    ])
  case .eleventy: return moves(["": "", "src": "", "content": "", "public": "", "_includes": nil])
  case .gitbook: return moves(["": "", "SUMMARY.md": nil, ".gitbook/assets": "assets"])
  case .mdbook: return moves(["src": "", "src/SUMMARY.md": nil, "book.toml": "book.toml"])
  case .pelican: return moves(["content": ""])
  case .docsify:
    return moves(["": "", "_sidebar.md": nil, "_navbar.md": nil, "_coverpage.md": nil])
  case .gitHubWiki:
    return moves([
      "": "", "Home.md": "index.md", "_Sidebar.md": nil, "_Footer.md": nil, "_Header.md": nil,
    ])
  case .middleman: return moves(["source": ""])
  case .hugo, .zola, .jekyll, .mkdocs, .obsidian, .foam, .jupyterBook, .quarto, .sphinx,
    .markdown:
    return []
  }
}
