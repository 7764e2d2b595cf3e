import Files

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
  func role(of path: RelativePath) -> FileRole {
    let parts = path.parts
    if let folder = machineFolder(parts.dropLast()) { return .machinery(folder) }
    let isBelowPages = pageRoot.map { parts.first == $0 && parts.count > 1 } ?? true
    let ending = path.fileExtension.lowercased()
    if isBelowPages, ["md", "markdown"].contains(ending) {
      if pageRoot == nil, parts.count == 1, ["README.md", "LICENSE.md"].contains(parts[0]) {
        return .other("it speaks of the repository, not of the community")
      }
      return .page(Array(parts.dropFirst(pageRoot == nil ? 0 : 1).dropLast()))
    }
    if parts[parts.count - 1].hasPrefix(".") { return .other("it is hidden") }
    if ["html", "htm", "mdx", "adoc", "rst", "org"].contains(ending) {
      return .other("only Markdown is imported; save it as Markdown to bring it along")
    }
    let isBelowAssets = assetRoots.contains(parts[0]) && parts.count > 1
    guard assetEndings.contains(ending) else {
      return .other("files of this kind are not imported")
    }
    guard isBelowPages || isBelowAssets else {
      return .other("it lies outside of the site's pages")
    }
    return .asset
  }

  private func machineFolder(_ folders: ArraySlice<String>) -> String? {
    for (depth, folder) in folders.enumerated() where depth == 0 || folder.hasPrefix(".") {
      if isMachinery(folder) { return folders.prefix(depth + 1).joined(separator: "/") }
    }
    return nil
  }
}

/// What teachers share, and no programs.
private let assetEndings: Set<String> = [
  "png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "pdf", "docx", "xlsx", "pptx", "odt", "ods",
  "odp", "csv", "tsv", "txt", "zip", "mp3", "m4a", "ogg", "wav", "mp4", "webm", "vtt", "ics",
  "epub",
]
