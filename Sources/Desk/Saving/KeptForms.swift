import Files

/// What is typed into forms and not saved yet: it outlives a crash, a closed window and a full
/// disk's refusal to save.
///
/// Each is a file of `.handbook/desk/`, as the form sends it. Git leaves that folder alone, and it
/// is never published.
struct KeptForms: Sendable {
  /// The folder of the site.
  let site: String

  private static let folder = ".handbook/desk"

  /// The name tells nothing of the entry: a member's path may name them.
  private func file(of path: RelativePath) -> String {
    "\(Self.folder)/\(Fingerprint(Array(path.description.utf8))).form"
  }

  func keep(_ content: [UInt8], for path: RelativePath) throws(DeskTrouble) {
    do throws(FileTrouble) {
      let folder = try SiteFolder(site)
      if try folder.isFree(".handbook/.gitignore") {
        try folder.create(Array("*\n".utf8), at: ".handbook/.gitignore")
      }
      try folder.write(content, at: file(of: path), makingFolders: true)
    } catch {
      throw .file(error)
    }
  }

  /// What was typed for an entry; `nil` where nothing is kept.
  func kept(for path: RelativePath) -> [UInt8]? {
    guard let file = try? RelativePath(file(of: path)) else { return nil }
    return try? LocalFileTree(site).bytes(of: file, atMost: 2 * DeskFolder.largestText)
  }

  /// The name by which the version is asked for that an earlier one took the place of.
  static let replacedName = "replaced"

  /// Keeps a file that an earlier version takes the place of: it may be nowhere else.
  func keepReplaced(_ bytes: [UInt8], for path: RelativePath) throws(DeskTrouble) {
    do throws(FileTrouble) {
      try SiteFolder(site).write(bytes, at: replacedFile(of: path), makingFolders: true)
    } catch {
      throw .file(error)
    }
  }

  func replaced(at path: RelativePath) -> [UInt8]? {
    guard let file = try? RelativePath(replacedFile(of: path)) else { return nil }
    return try? LocalFileTree(site).bytes(of: file, atMost: DeskFolder.largestText)
  }

  private func replacedFile(of path: RelativePath) -> String {
    "\(Self.folder)/\(Fingerprint(Array(path.description.utf8))).replaced"
  }

  func discard(_ path: RelativePath) {
    try? SiteFolder(site).remove(file(of: path))
  }

  /// Lets go of all that was kept of an entry whose words are to be nowhere.
  func forget(_ path: RelativePath) {
    discard(path)
    try? SiteFolder(site).remove(replacedFile(of: path))
  }
}
