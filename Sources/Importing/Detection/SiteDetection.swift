package import Files

/// With which tool a folder's site was made, where in the folder it lies, and what tells so.
package struct SiteDetection: Hashable, Sendable {
  package let tool: SiteTool
  /// The folder of the site within the one that was given; blank for that one.
  package let folder: String
  /// What tells: `hugo.toml`, `_posts/`.
  package let marks: [String]
  /// Where the tool's folders lie, and where those of our generator would.
  package let moves: [FileMove]

  package var generator: Generator { tool.generator }
}

extension SiteDetection {
  /// What a folder looks like; `nil` where no Markdown is in it.
  ///
  /// `name` is what the folder itself is called: `content` and `_posts` tell something too.
  package static func of(
    _ tree: some FileTree, named name: String = ""
  ) throws(FileTrouble) -> SiteDetection? {
    let files = try tree.listing(below: nil).items.filter { $0.kind == .file }.map(\.path)
    guard let best = candidates(files, named: name, tree).first else { return nil }
    return SiteDetection(
      tool: best.tool, folder: best.folder, marks: best.marks,
      moves: try moves(best, files, tree, named: name))
  }

  /// As a tool whose name was given, with its own marks where there are some; `nil` where the
  /// folder looks like the site of another tool and like none of this one.
  package static func of(
    _ tree: some FileTree, as generator: Generator, named name: String = ""
  ) throws(FileTrouble) -> SiteDetection? {
    let files = try tree.listing(below: nil).items.filter { $0.kind == .file }.map(\.path)
    let candidates = candidates(files, named: name, tree)
    let own = candidates.first { $0.tool.generator == generator && $0.weight > 0 }
    // Without marks of any tool its name is believed, and any site may be read as plain Markdown.
    let hasRival = candidates.contains { $0.isSettled && $0.tool.generator != generator }
    let hasPages = generator.pageRoot.map { root in files.contains { $0.parts[0] == root } } ?? true
    let isBelieved = generator == .markdown || !hasRival && hasPages
    guard let chosen = own ?? (isBelieved ? Candidate(plain: generator) : nil) else { return nil }
    return SiteDetection(
      tool: chosen.tool, folder: chosen.folder, marks: chosen.marks,
      moves: try moves(chosen, files, tree, named: name))
  }

  /// "it looks like a site of Jekyll: _config.yml, _posts/".
  package var words: String {
    let what = tool == .markdown || tool == .gitHubWiki ? tool.name : "a site of \(tool.name)"
    let place = folder.isEmpty ? "" : " in \(folder)/"
    return marks.isEmpty
      ? "\(what)\(place)" : "\(what)\(place): \(marks.prefix(4).joined(separator: ", "))"
  }
}

/// A tool that something in a folder speaks for.
private struct MarkedPlace: Hashable {
  let tool: SiteTool
  let folder: String
}

/// What speaks for a tool in one folder.
struct Candidate: Hashable {
  let tool: SiteTool
  let folder: String
  let marks: [String]
  let weight: Int
}

extension Candidate {
  init(plain generator: Generator) {
    let tool: SiteTool =
      switch generator {
      case .hugo: .hugo
      case .jekyll: .jekyll
      case .mkdocs: .mkdocs
      case .obsidian: .obsidian
      case .markdown: .markdown
      }
    self.init(tool: tool, folder: "", marks: [], weight: 0)
  }
}

extension SiteDetection {
  /// The likeliest first.
  private static func candidates(
    _ files: [RelativePath], named name: String, _ tree: some FileTree
  ) -> [Candidate] {
    var marks: [MarkedPlace: [String: Int]] = [:]
    for mark in files.flatMap(SiteMark.marks(of:)) {
      marks[MarkedPlace(tool: mark.tool, folder: mark.folder), default: [:]][mark.words] =
        mark.weight
    }
    for mark in SiteNotation.marks(files, tree, folderNamed: name) {
      marks[MarkedPlace(tool: mark.tool, folder: mark.folder), default: [:]][mark.words] =
        mark.weight
    }
    var found = marks.map { place, marks in
      Candidate(
        tool: place.tool, folder: place.folder,
        marks: marks.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key),
        weight: marks.values.reduce(0, +))
    }
    found = found.compactMap { $0.toldApart(files, tree) }
    if files.contains(where: \.isMarkdown) {
      found.append(Candidate(tool: .markdown, folder: "", marks: [], weight: 0))
    }
    return found.sorted { $0.rank > $1.rank }
  }
}

extension Candidate {
  /// Whether it is a tool's own settings file that speaks for it.
  fileprivate var isSettled: Bool { weight >= 3 }

  /// Settings decide before folders, and what lies further up before what lies deeper.
  fileprivate var rank: (Int, Int, Int, String) {
    let depth = folder.split(separator: "/").count
    return (isSettled ? 1 : weight > 0 ? 0 : -1, -depth, weight, tool.rawValue)
  }

  /// Several tools have a file of one name; what lies beside it tells which it is.
  ///
  /// `nil` where it is none that we know.
  fileprivate func toldApart(_ files: [RelativePath], _ tree: some FileTree) -> Candidate? {
    func has(_ path: String) -> Bool {
      let whole = folder.isEmpty ? path : "\(folder)/\(path)"
      return files.contains { $0.description == whole || $0.description.hasPrefix("\(whole)/") }
    }
    switch tool {
    case .jekyll where has("_toc.yml"): return nil
    case .jekyll where has("source/_posts") || has("scaffolds"): return told(as: .hexo)
    case .hugo where marks.contains("config.toml") && tree.holds("base_url", in: folder):
      return told(as: .zola)
    case .hugo where marks.allSatisfy { ["config.toml", "config.yaml"].contains($0) }:
      return has("content") || has("layouts") || has("static") ? told(as: .hugo, adding: 2) : nil
    case .hexo, .middleman: return has("source") ? self : nil
    case .gitbook where has("book.toml"): return nil
    case .sphinx where has("_toc.yml"): return nil
    default: return self
    }
  }

  private func told(as other: SiteTool, adding more: Int = 0) -> Candidate {
    Candidate(tool: other, folder: folder, marks: marks, weight: weight + more)
  }
}

extension FileTree {
  /// Whether a line of a folder's `config.toml` begins with some words.
  fileprivate func holds(_ words: String, in folder: String) -> Bool {
    guard let path = try? RelativePath(folder.isEmpty ? "config.toml" : "\(folder)/config.toml"),
      let bytes = try? bytes(of: path, atMost: ImportLimits.text)
    else { return false }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).contains {
      $0.hasPrefix(words)
    }
  }
}

extension RelativePath {
  var isMarkdown: Bool { ["md", "markdown"].contains(fileExtension.lowercased()) }
}
