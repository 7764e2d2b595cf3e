import Files

/// What publishing a site over a branch is to do, worked out before anything changes.
struct PublishPlan: Sendable {
  /// Each sorted by bytes.
  let added: [RelativePath]
  let changed: [RelativePath]
  let removed: [RelativePath]
  /// Those of the removed that somebody else had changed on the branch: its history has them.
  let removedChanged: [RelativePath]
  /// Every file that the branch is to have in the end, but for our own list.
  let files: [TreePath: TreeEntry]
  let manifest: PublishedManifest
  /// Whether the branch has all of it already.
  let isPublished: Bool

  init(
    _ site: [RelativePath: ObjectID], from source: SourceCommit?, over branch: BranchState,
    _ settings: PublishSettings
  ) throws(PublishTrouble) {
    if branch.isManifestDamaged, !settings.adopts { throw .damagedManifest }
    let old = branch.manifest?.files ?? [:]
    let gone = old.filter { site[$0.key] == nil && branch.files[TreePath($0.key)] != nil }
    let copies = Self.packedCopies(of: old.filter { site[$0.key] != $0.value }.keys)
    removed = (gone.keys + copies.filter { site[$0] == nil && branch.files[TreePath($0)] != nil })
      .sorted()
    removedChanged = gone.filter { branch.files[TreePath($0.key)]?.id != $0.value }.keys.sorted()
    var rest = branch.files
    rest[TreePath(PublishedManifest.path)] = nil
    for path in removed { rest[TreePath(path)] = nil }
    try Self.checkForeign(site, old, rest, settings)
    try Self.checkNesting(site, rest)
    let different = site.filter { rest[TreePath($0.key)] != .file($0.value) }.keys.sorted()
    added = different.filter { rest[TreePath($0)] == nil }
    changed = different.filter { rest[TreePath($0)] != nil }
    files = rest.merging(site.map { (TreePath($0.key), .file($0.value)) }) { $1 }
    manifest = PublishedManifest(source: source, files: site)
    isPublished = different.isEmpty && removed.isEmpty && old == site
    try Self.checkSize(site, old, settings)
  }

  /// What was packed of files that go or change: a server would go on sending it.
  private static func packedCopies(of paths: some Sequence<RelativePath>) -> Set<RelativePath> {
    Set(
      paths.flatMap { path in
        endingsOfPackedCopies.compactMap { try? RelativePath(path.description + $0) }
      })
  }

  /// A file of one of our names that we did not write stays, unless it is the same.
  private static func checkForeign(
    _ site: [RelativePath: ObjectID], _ old: [RelativePath: ObjectID],
    _ branch: [TreePath: TreeEntry], _ settings: PublishSettings
  ) throws(PublishTrouble) {
    guard !settings.adopts else { return }
    let foreign = site.keys.filter { path in
      guard old[path] == nil, let entry = branch[TreePath(path)] else { return false }
      return entry.id != site[path]
    }
    if !foreign.isEmpty { throw .foreignFiles(foreign.sorted().map(\.description)) }
  }

  /// No file may lie in a folder that has to be a file.
  private static func checkNesting(
    _ site: [RelativePath: ObjectID], _ branch: [TreePath: TreeEntry]
  ) throws(PublishTrouble) {
    let ours = Set(site.keys.map { TreePath($0) })
    let foreign = branch.keys.filter { !ours.contains($0) }
    for path in foreign where path.ancestors.contains(where: ours.contains) {
      throw .blocked(String(decoding: path.bytes, as: UTF8.self))
    }
    let others = Set(foreign)
    for path in ours {
      if let file = path.ancestors.first(where: others.contains) {
        throw .blocked(String(decoding: file.bytes, as: UTF8.self))
      }
    }
  }

  private static func checkSize(
    _ site: [RelativePath: ObjectID], _ old: [RelativePath: ObjectID],
    _ settings: PublishSettings
  ) throws(PublishTrouble) {
    let now = site.keys.count(where: \.isPage)
    let before = old.keys.count { $0.isPage && (site[$0] != nil || !settings.excuses($0)) }
    guard !settings.allowsShrinking, now * 2 < before else { return }
    throw .shrinks(from: before, to: now)
  }
}

extension RelativePath {
  /// Whether it is a page, and not a picture or another file.
  var isPage: Bool { fileExtension == "html" }
}
