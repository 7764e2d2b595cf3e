import Files
import Markup

/// What a file of another tool's site is.
enum FileRole: Hashable, Sendable {
  /// A page, with the folders that it lies in below those of all pages.
  case page([String])
  /// A picture or document to be published as it is.
  case asset
  /// One of the tool's own, by the folder that holds it.
  case machinery(String)
  /// Neither, and why.
  case other(String)
}

extension Generator {
  /// What a file is, in a site whose settings may have moved its folders.
  func role(of path: RelativePath, by settings: OldSettings = OldSettings()) -> FileRole {
    let parts = path.parts
    if let folder = machineFolder(parts.dropLast()) { return .machinery(folder) }
    if parts[parts.count - 1].hasPrefix(".") { return .other("it is hidden") }
    let root = pageRoot(by: settings)
    let isBelowPages =
      root.map { parts.starts(with: $0.split(separator: "/").map(String.init)) } ?? true
    let ending = path.fileExtension.lowercased()
    if isBelowPages, pageEndings.contains(ending), parts.count > (root == nil ? 0 : 1) {
      // A folder of Markdown has its first page there.
      let isFirst = self == .markdown && path.stem.uppercased() == "README"
      if root == nil, parts.count == 1, !isFirst,
        repositoryFiles.contains(path.stem.uppercased())
      {
        return .other("it speaks of the repository, not of the community")
      }
      let depth = root.map { $0.split(separator: "/").count } ?? 0
      return .page(Array(parts.dropFirst(depth).dropLast()))
    }
    let isBelowAssets =
      assetRoots(by: settings).contains { path.description.hasPrefix("\($0)/") }
    guard assetEndings.contains(ending) else {
      return .other("files of this kind are not imported")
    }
    guard isBelowPages || isBelowAssets else {
      return .other("it lies outside of the site's pages")
    }
    return .asset
  }

  /// The folder that holds the pages: the usual one, or that of the settings.
  func pageRoot(by settings: OldSettings) -> String? {
    switch self {
    case .hugo:
      if let own = settings["contentDir"]?.text?.trimmedSlashes, !own.isEmpty { return own }
      return settings.mountedContent ?? pageRoot
    case .mkdocs: return settings["docs_dir"]?.text?.trimmedSlashes ?? pageRoot
    case .jekyll, .obsidian, .markdown: return pageRoot
    }
  }

  /// Folders whose other files are published from the top of that tool's site.
  func assetRoots(by settings: OldSettings) -> [String] {
    guard self == .hugo else { return assetRoots }
    return assetRoots + (settings["staticDir"]?.texts ?? []).map(\.trimmedSlashes)
  }

  private func machineFolder(_ folders: ArraySlice<String>) -> String? {
    for (depth, folder) in folders.enumerated() where depth == 0 || folder.hasPrefix(".") {
      if isMachinery(folder) { return folders.prefix(depth + 1).joined(separator: "/") }
    }
    return nil
  }
}

/// What is read as text: Markdown, the Markdown of other tools, HTML.
private let pageEndings: Set<String> = [
  "md", "markdown", "mkd", "mkdn", "mdown", "mdx", "qmd", "rmd", "html", "htm", "rst", "adoc",
  "asciidoc", "org", "textile", "ipynb",
]

/// Files at the top that speak of the files.
private let repositoryFiles: Set<String> = [
  "README", "LICENSE", "LICENCE", "CONTRIBUTING", "CHANGELOG", "CODE_OF_CONDUCT", "SECURITY",
]

/// What teachers share, and no programs.
private let assetEndings: Set<String> = [
  "png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "pdf", "docx", "xlsx", "pptx", "odt", "ods",
  "odp", "csv", "tsv", "txt", "zip", "mp3", "m4a", "ogg", "wav", "mp4", "webm", "vtt", "ics",
  "epub",
]

extension OldSettings {
  /// The folder that Hugo's settings mount as that of the pages.
  fileprivate var mountedContent: String? {
    guard case .list(let mounts)? = self["module", "mounts"]?.content else { return nil }
    for mount in mounts {
      guard case .map(let facts) = mount.content,
        facts["target"]?.value.text?.trimmedSlashes == "content",
        let source = facts["source"]?.value.text?.trimmedSlashes
      else { continue }
      if !source.contains("..") { return source }
    }
    return nil
  }
}
