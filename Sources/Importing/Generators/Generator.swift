/// The tools whose sites can be imported, and what is peculiar to each.
package enum Generator: String, Sendable, CaseIterable {
  case hugo, jekyll, mkdocs, obsidian
  /// Any folder of Markdown, of a tool that is not known by name.
  case markdown
}

extension Generator {
  /// Folders whose other files are published from the top of that tool's site.
  var assetRoots: [String] {
    switch self {
    case .hugo: ["static", "assets"]
    case .jekyll, .mkdocs, .obsidian, .markdown: []
    }
  }

  /// The folder that holds the pages, where the tool has one.
  var pageRoot: String? {
    switch self {
    case .hugo: "content"
    case .mkdocs: "docs"
    case .jekyll, .obsidian, .markdown: nil
    }
  }

  /// Folders that hold the tool's own things: looks, programs, results.
  func isMachinery(_ folder: String) -> Bool {
    if folder.hasPrefix(".") || folder == "node_modules" { return true }
    switch self {
    case .hugo:
      return ["layouts", "themes", "public", "resources", "archetypes", "data", "i18n", "config"]
        .contains(folder)
    case .jekyll:
      return ["_layouts", "_includes", "_sass", "_site", "_data", "_plugins"].contains(folder)
    case .mkdocs: return ["site", "overrides"].contains(folder)
    case .obsidian: return folder == "templates" || folder == "Templates"
    case .markdown: return ["_build", "_site", "_book", "build", "dist"].contains(folder)
    }
  }
}
