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

  init(_ plan: PublishPlan, isPublished: Bool) {
    added = plan.added
    changed = plan.changed
    removed = plan.removed
    removedChanged = plan.removedChanged
    self.isPublished = isPublished
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
