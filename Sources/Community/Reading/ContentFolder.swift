package import Diagnostics
package import Files

/// What lies in `content/`, told apart by where it lies: entries, their files, settings.
package struct ContentFolder: Sendable {
  /// A Markdown file that is an entry, before it is read.
  package struct EntryFile: Hashable, Sendable {
    package let id: EntryID
    package let path: RelativePath

    package init(id: EntryID, path: RelativePath) {
      self.id = id
      self.path = path
    }
  }

  /// A file that is published as it is.
  package struct Asset: Hashable, Sendable {
    /// Within the site: `content/assets/plan.svg`, `content/posts/trip/photo.jpg`.
    package let source: RelativePath
    /// Within the output: `assets/plan.svg`, `posts/trip/photo.jpg`.
    package let address: RelativePath
    /// The entry whose folder it lies in, if it lies in one.
    package let owner: EntryID?
  }

  /// Sorted by path.
  package private(set) var entries: [EntryFile] = []
  /// Sorted by path.
  package private(set) var assets: [Asset] = []
  /// Files named `.key`: by that name a secret, which is never published, but as often slides.
  package private(set) var keys: [String] = []
  package private(set) var diagnostics: [Diagnostic] = []

  /// Sorts the files of a site, given by their paths within it.
  package init(_ paths: [RelativePath]) {
    let bundles = bundleFolders(paths)
    for path in paths.sorted() {
      sort(path, bundles: bundles)
    }
  }

  private mutating func sort(_ path: RelativePath, bundles: [String: EntryID]) {
    let parts = path.parts
    guard parts.count > 1, parts[0] == "content", !isPrivate(path) else {
      if path.fileExtension.lowercased() == "key" { keys.append(path.description) }
      if path.name.hasPrefix(".handbook-new-") { report(.halfWritten, at: path) }
      return
    }
    guard parts.count > 2 else {
      if !settingsFiles.contains(parts[1]) { report(.strayAtTop(parts[1]), at: path) }
      return
    }
    if parts[1] == "assets" {
      if let address = try? RelativePath(parts.dropFirst().joined(separator: "/")) {
        assets.append(Asset(source: path, address: address, owner: nil))
      }
    } else if let kind = EntryKind(folder: parts[1]) {
      sortEntry(path, kind: kind, bundles: bundles)
    } else {
      report(.unknownFolder(parts[1]), at: path)
    }
  }

  private mutating func sortEntry(_ path: RelativePath, kind: EntryKind, bundles: [String: EntryID])
  {
    let isMarkdown = path.fileExtension.lowercased() == "md"
    if let bundle = enclosingBundle(of: path, in: bundles), path.name != "index.md" {
      sortBundled(path, in: bundle, isMarkdown: isMarkdown)
    } else if isMarkdown, path.parts.count == 3, sectionFiles.contains(path.name) {
      report(.indexOfKind(path.name, kind: kind), at: path)
    } else if isMarkdown {
      let name = path.name == "index.md" ? path.parent?.name ?? "" : path.stem
      if Slug.isValid(name), path.fileExtension == "md" {
        entries.append(EntryFile(id: EntryID(kind, name), path: path))
        return
      }
      report(.badFileName(path, kind: kind, stem: name), at: path)
      // Read under the name that it should have, so that its other problems are told too.
      if let better = Slug.of(name) {
        entries.append(EntryFile(id: EntryID(kind, better), path: path))
      }
    } else {
      report(.strayFile(path.name, kind: kind), at: path)
    }
  }

  private mutating func sortBundled(
    _ path: RelativePath, in bundle: Bundle, isMarkdown: Bool
  ) {
    if isMarkdown {
      report(.markdownBesideIndex(path.name), at: path)
      return
    }
    let owner = bundle.owner
    let within = path.parts.dropFirst(bundle.folder.parts.count)
    let parts = [owner.kind.folder, owner.name] + within
    if let address = try? RelativePath(parts.joined(separator: "/")) {
      assets.append(Asset(source: path, address: address, owner: owner))
    }
  }

  private mutating func report(_ problem: FolderProblem, at path: RelativePath) {
    diagnostics.append(
      Diagnostic(
        problem.severity, problem.id, at: SourceLocation(path: path.description), problem.summary,
        hints: problem.hints))
  }
}

/// What other generators call the index of a folder.
private let sectionFiles: Set<String> = ["index.md", "_index.md"]

/// Those that a person writes, and those that commands keep.
private let settingsFiles: Set<String> = [
  "handbook.yml", "tags.yml", "routes.lock", "debt.yml", "imports.yml",
]

/// The folders that are one entry with its own files: those with an `index.md`, by their path.
private func bundleFolders(_ paths: [RelativePath]) -> [String: EntryID] {
  var bundles: [String: EntryID] = [:]
  for path in paths where path.name == "index.md" {
    let parts = path.parts
    guard parts.count > 3, parts[0] == "content", let kind = EntryKind(folder: parts[1]),
      let folder = path.parent, Slug.isValid(folder.name)
    else { continue }
    bundles[folder.description] = EntryID(kind, folder.name)
  }
  return bundles
}

/// A folder that is one entry with its own files.
private struct Bundle {
  let folder: RelativePath
  let owner: EntryID
}

private func enclosingBundle(of path: RelativePath, in bundles: [String: EntryID]) -> Bundle? {
  var folder = path.parent
  while let here = folder {
    if let owner = bundles[here.description] { return Bundle(folder: here, owner: owner) }
    folder = here.parent
  }
  return nil
}

/// Files that are nobody's to publish: hidden ones but `.well-known`, keys, editors' leavings.
private func isPrivate(_ path: RelativePath) -> Bool {
  let isHidden = path.parts.contains { $0.hasPrefix(".") && $0 != ".well-known" }
  let name = path.name.lowercased()
  return isHidden || name.hasSuffix("~") || name == "thumbs.db" || name.hasPrefix("id_rsa")
    || name.hasPrefix("id_ed25519") || privateExtensions.contains(path.fileExtension.lowercased())
}

private let privateExtensions: Set<String> = [
  "pem", "key", "p12", "pfx", "kdbx", "bak", "orig", "swp", "tmp", "sqlite", "db", "env",
]

private struct FolderProblem {
  var severity = Severity.error
  let id: DiagnosticID
  let summary: String
  let hints: [String]
}

extension FolderProblem {
  static func unknownFolder(_ folder: String) -> FolderProblem {
    let folders = EntryKind.allCases.map(\.folder) + ["assets"]
    let nearest = NearMiss.nearest(to: folder, among: folders)
    return FolderProblem(
      id: "unknown-folder", summary: "content has no folder '\(folder.quotedInput)'",
      hints: [
        nearest.map { "did you mean '\($0)'?" }
          ?? "the folders are \(folders.joined(separator: ", "))"
      ])
  }

  static func badFileName(_ path: RelativePath, kind: EntryKind, stem: String) -> FolderProblem {
    let better = Slug.of(stem) ?? "\(kind.rawValue)-1"
    let isFolder = path.name == "index.md"
    return FolderProblem(
      id: "bad-file-name",
      summary: "'\((isFolder ? stem : path.name).quotedInput)' cannot be an address",
      hints: [isFolder ? "rename the folder to '\(better)'" : "rename it to '\(better).md'"])
  }

  static func indexOfKind(_ name: String, kind: EntryKind) -> FolderProblem {
    FolderProblem(
      id: "bad-file-name",
      summary: "the site makes the index of \(kind.folder) itself, so '\(name)' cannot be an entry",
      hints: ["give the file a name of its own, for example '\(kind.rawValue)-1.md', or remove it"])
  }

  static func strayFile(_ name: String, kind: EntryKind) -> FolderProblem {
    if let problem = textOfAnotherKind(name, kind: kind) { return problem }
    return FolderProblem(
      severity: .warning, id: "stray-file",
      summary: "'\(name.quotedInput)' is no entry, and is not published",
      hints: [
        "put it in content/assets, or beside its entry: content/\(kind.folder)/NAME/index.md"
      ])
  }

  /// A text that could be an entry, told by the ending of its name.
  private static func textOfAnotherKind(_ name: String, kind: EntryKind) -> FolderProblem? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    let stem = String(name[..<dot])
    let newName = "\(Slug.of(stem) ?? "\(kind.rawValue)-1").md"
    let (what, hint): (String, String)
    switch ending {
    case "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdx":
      (what, hint) = ("is Markdown, but an entry's file ends in .md", "rename it to '\(newName)'")
    case "txt", "text":
      (what, hint) = (
        "is a text, but an entry's file ends in .md", "rename it to '\(newName)' and look it over"
      )
    case "docx":
      (what, hint) = (
        "is a document of a word processor, and no entry",
        "'handbook import docx' makes an entry of it; or put it in content/assets"
      )
    case "doc", "odt", "rtf", "pages":
      (what, hint) = (
        "is a document of a word processor, and no entry",
        "save it as .docx for 'handbook import docx'; or put it in content/assets"
      )
    default: return nil
    }
    return FolderProblem(
      severity: .warning, id: "stray-file",
      summary: "'\(name.quotedInput)' \(what), so it is not published", hints: [hint])
  }

  /// What a command that was killed had begun to write: it may hold what was to be taken out.
  static let halfWritten = FolderProblem(
    severity: .warning, id: "stray-file",
    summary: "a command that was cut short left this file, which no command needs",
    hints: ["delete it: it may hold what has been taken out since"])

  static func markdownBesideIndex(_ name: String) -> FolderProblem {
    FolderProblem(
      severity: .warning, id: "stray-file",
      summary: "'\(name.quotedInput)' lies in the folder of another entry, and is not published",
      hints: ["move it up, out of the folder that holds index.md"])
  }

  static func strayAtTop(_ name: String) -> FolderProblem {
    let nearest = NearMiss.nearest(to: name, among: settingsFiles.sorted())
    return FolderProblem(
      severity: .warning, id: "stray-file",
      summary: "'\(name.quotedInput)' lies outside the folders of the kinds, and is not published",
      hints: [
        nearest.map { "did you mean '\($0)'?" }
          ?? "move it to the folder of its kind, for example content/pages"
      ])
  }
}
