import Files

/// What pages themselves tell of the tool that they were written for, where no settings do.
enum SiteNotation {
  /// The marks that names and the first pages make.
  static func marks(
    _ files: [RelativePath], _ tree: some FileTree, folderNamed name: String
  ) -> [SiteMark] {
    let pages = files.filter(\.isMarkdown)
    var found: [SiteMark] = []
    if pages.contains(where: { $0.name == "_index.md" }) {
      found.append(SiteMark(tool: .hugo, folder: "", words: "_index.md", weight: 2))
    }
    if name == "_posts" {
      found.append(SiteMark(tool: .jekyll, folder: "", words: "its name, _posts", weight: 2))
    }
    var counts: [Sign: Int] = [:]
    for page in pages.prefix(40) {
      guard let bytes = try? tree.bytes(of: page, atMost: ImportLimits.entry) else { continue }
      for sign in signs where bytes.prefix(16 << 10).holds(sign.words) {
        counts[sign, default: 0] += 1
      }
    }
    for (sign, count) in counts where count > 1 || pages.count < 3 || sign.isCertain {
      found.append(SiteMark(tool: sign.tool, folder: "", words: sign.told, weight: 1))
    }
    return found
  }
}

/// Words that only one tool's pages have.
private struct Sign: Hashable {
  let tool: SiteTool
  let words: String
  /// As it is told.
  let told: String
  /// Whether one page with it is enough.
  var isCertain = false
}

private let signs = [
  Sign(tool: .hugo, words: "{{< ", told: "shortcodes in {{< >}}"),
  Sign(tool: .hugo, words: "+++\ntitle", told: "front matter between +++"),
  Sign(tool: .jekyll, words: "{% include", told: "{% include %}"),
  Sign(tool: .jekyll, words: "{% post_url", told: "{% post_url %}"),
  Sign(tool: .mkdocs, words: "\n!!! ", told: "boxes that begin with !!!"),
  Sign(tool: .obsidian, words: "![[", told: "files in ![[ ]]", isCertain: true),
  Sign(tool: .obsidian, words: "\ndg-publish:", told: "the field dg-publish", isCertain: true),
  Sign(tool: .obsidian, words: "\n```dataview", told: "dataview", isCertain: true),
  Sign(tool: .obsidian, words: "[[", told: "links in [[ ]]"),
]

extension ArraySlice<UInt8> {
  /// Whether some words stand in it.
  fileprivate func holds(_ words: String) -> Bool {
    let wanted = Array(words.utf8)
    guard let first = wanted.first else { return true }
    var start = startIndex
    while let place = self[start...].firstIndex(of: first) {
      if self[place...].starts(with: wanted) { return true }
      start = place + 1
    }
    return false
  }
}
