package import Files

/// What publishing did, or would do.
package struct PublishReport: Hashable, Sendable {
  /// Each sorted by bytes.
  package let added: [RelativePath]
  package let changed: [RelativePath]
  package let removed: [RelativePath]
  /// Those of the removed that somebody else had changed on the branch: its history has them.
  package let removedChanged: [RelativePath]
  /// Whether the branch holds the site now, or did already.
  package let isPublished: Bool
  /// What is on the branch now; `nil` where nothing was to be changed.
  package let branch: PublishedBranch?

  init(_ plan: PublishPlan, isPublished: Bool, as branch: PublishedBranch? = nil) {
    added = plan.added
    changed = plan.changed
    removed = plan.removed
    removedChanged = plan.removedChanged
    self.isPublished = isPublished
    self.branch = branch
  }

  /// What publishing says of a branch that has the site already.
  package static let unchanged = PublishReport()

  private init() {
    (added, changed, removed, removedChanged) = ([], [], [], [])
    (isPublished, branch) = (true, nil)
  }

  package var isUnchanged: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  /// `3 pages and 1 file added, 2 pages changed`.
  package var summary: String {
    let parts = [(added, "added"), (changed, "changed"), (removed, "removed")].compactMap {
      paths, verb in paths.isEmpty ? nil : "\(counted(paths)) \(verb)"
    }
    return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
  }

  private func counted(_ paths: [RelativePath]) -> String {
    let pages = paths.count(where: \.isPage)
    let files = paths.count - pages
    return [(pages, "page"), (files, "file")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " and ")
  }
}

/// The files of a site on a branch, and the commit that holds them.
package struct PublishedBranch: Hashable, Sendable {
  package let commit: String
  package let files: [RelativePath: NamedPrint]
}

extension BuiltSite {
  /// The site as it stands on a branch; `nil` where there is no branch.
  func published(_ names: [RelativePath: ObjectID], in commit: ObjectID?) -> PublishedBranch? {
    guard let commit else { return nil }
    var published = [RelativePath: NamedPrint](minimumCapacity: files.count)
    for file in files {
      guard let name = names[file.path] else { continue }
      published[file.path] = NamedPrint(print: file.print, objectName: name.description)
    }
    return PublishedBranch(commit: commit.description, files: published)
  }
}
