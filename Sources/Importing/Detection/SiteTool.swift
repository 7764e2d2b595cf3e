/// The tools that folders are told by, and as which of our generators each is read.
package enum SiteTool: String, Sendable, CaseIterable {
  case hugo, zola, jekyll, hexo, mkdocs, obsidian, foam, logseq, docusaurus, vitepress, vuepress
  case astro, eleventy, jupyterBook, quarto, sphinx, gitbook, mdbook, gatsby, pelican, docsify
  case middleman, gitHubWiki, markdown
}

extension SiteTool {
  /// As its users call it.
  package var name: String {
    switch self {
    case .hugo: "Hugo"
    case .zola: "Zola"
    case .jekyll: "Jekyll"
    case .hexo: "Hexo"
    case .mkdocs: "MkDocs"
    case .obsidian: "Obsidian"
    case .foam: "Foam"
    case .logseq: "Logseq"
    case .docusaurus: "Docusaurus"
    case .vitepress: "VitePress"
    case .vuepress: "VuePress"
    case .astro: "Astro"
    case .eleventy: "Eleventy"
    case .jupyterBook: "Jupyter Book"
    case .quarto: "Quarto"
    case .sphinx: "Sphinx"
    case .gitbook: "GitBook"
    case .mdbook: "mdBook"
    case .gatsby: "Gatsby"
    case .pelican: "Pelican"
    case .docsify: "Docsify"
    case .middleman: "Middleman"
    case .gitHubWiki: "a wiki of GitHub"
    case .markdown: "a folder of Markdown"
    }
  }

  /// How its pages are read: by a tool of its family, else as any Markdown.
  package var generator: Generator {
    switch self {
    case .hugo, .zola: .hugo
    case .jekyll, .hexo: .jekyll
    case .mkdocs: .mkdocs
    case .obsidian, .foam, .logseq: .obsidian
    case .docusaurus, .vitepress, .vuepress, .astro, .eleventy, .jupyterBook, .quarto, .sphinx,
      .gitbook, .mdbook, .gatsby, .pelican, .docsify, .middleman, .gitHubWiki, .markdown:
      .markdown
    }
  }
}

extension Generator {
  /// As its users call it.
  package var toolName: String {
    switch self {
    case .hugo: "Hugo"
    case .jekyll: "Jekyll"
    case .mkdocs: "MkDocs"
    case .obsidian: "Obsidian"
    case .markdown: "a folder of Markdown"
    }
  }
}
