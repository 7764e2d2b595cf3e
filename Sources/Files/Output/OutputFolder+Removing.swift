extension OutputFolder {
  /// Removes what is gone and still ours, and the folders that this leaves empty.
  func remove(
    _ paths: [RelativePath], of plan: CommitPlan, into report: inout OutputReport
  ) throws(OutputTrouble) {
    for path in paths {
      switch try remove(path, of: plan) {
      case .removed: report.removed.append(path)
      case .left(let reason): report.leftovers.append(Leftover(path: path, reason: reason))
      case .absent: break
      }
    }
    report.removed.sort()
    report.leftovers.sort { $0.path < $1.path }
    // Also where a file was absent: a build that was killed here may have left its folder. The
    // deepest come first, since a longer path sorts behind the one that it begins with.
    for folder in Set(paths.flatMap(\.ancestors)).sorted(by: >) { try removeIfEmpty(folder) }
  }

  /// What is gone and not yet removed, but for files that a file system which takes `A` for `a`
  /// holds under a name of the new site.
  func remaining(_ plan: CommitPlan, after removed: [RelativePath]) -> [RelativePath] {
    let gone = Set(plan.gone.keys).subtracting(removed)
    if gone.isEmpty { return [] }
    let keys = Set(gone.map(\.collisionKey))
    let rivals = plan.wanted.keys.filter { keys.contains($0.collisionKey) }
    return gone.filter { path in !rivals.contains { isSameFile($0, path) } }.sorted()
  }

  /// Our own files that stand where the new site has a folder, or in a folder where it has a file.
  ///
  /// Anything else there is a trouble, met while nothing has changed yet.
  func blockers(of plan: CommitPlan) throws(OutputTrouble) -> [RelativePath] {
    var found: Set<RelativePath> = []
    for case let blocker? in plan.changed.map(\.blocker) {
      switch blocker {
      case .file(let file):
        try check(file, mayGoBy: plan)
        found.insert(file)
      case .folder(let folder):
        found.formUnion(try blockers(below: folder, of: plan))
      }
    }
    return found.sorted()
  }

  private func blockers(
    below folder: RelativePath, of plan: CommitPlan
  ) throws(OutputTrouble) -> [RelativePath] {
    let ours = plan.gone.keys.filter { $0.isInside(folder) }
    guard let listing = try? LocalFileTree(root, at: name).listing(below: folder),
      !ours.isEmpty, listing.refused.isEmpty
    else { throw trouble(.obstacle(folder), left: .untouched) }
    for item in listing.items { try check(item.path, mayGoBy: plan) }
    for inner in listing.folders where !ours.contains(where: { $0.isInside(inner) }) {
      throw trouble(.obstacle(inner), left: .untouched)
    }
    return ours
  }

  private func check(_ path: RelativePath, mayGoBy plan: CommitPlan) throws(OutputTrouble) {
    guard plan.gone[path] != nil, let isOurs = try? isOurs(path, of: plan),
      isOurs || removesChanged
    else { throw trouble(.obstacle(path), left: .untouched) }
  }

  private func remove(
    _ path: RelativePath, of plan: CommitPlan
  ) throws(OutputTrouble) -> Removal {
    do throws(Obstacle) {
      if try !isOurs(path, of: plan), !removesChanged { return .left(.changed) }
    } catch {
      if error.isMissing { return .absent }
      switch error.kind {
      // A file where its folder was, or a folder in its own place: our file is not there.
      case .file, .folder: return .absent
      // What the link leads to is never touched; the link itself goes where that was asked for.
      case .link where error.path != path: return .left(.link(error.path ?? path))
      case .link where !removesChanged: return .left(.link(path))
      case .other where !removesChanged: return .left(.special)
      case nil where !removesChanged: return .left(.failed(.read, error.answer))
      case .link, .other, nil: break
      }
    }
    try beforeStep(.remove(path))
    do throws(Obstacle) {
      let folder = try root.descriptor.folder(at: path.parent)
      try asking(about: path) { () throws(SystemError) in try folder.removeFile(path.name) }
    } catch {
      return .left(.failed(.remove, error.answer))
    }
    return .removed
  }

  /// A folder that can't be removed, most often since it is not empty, does no harm.
  private func removeIfEmpty(_ folder: RelativePath) throws(OutputTrouble) {
    try beforeStep(.removeFolder(folder))
    guard let parent = try? root.descriptor.folder(at: folder.parent) else { return }
    try? parent.removeFolder(folder.name)
  }

  /// Whether the file there is as an earlier build wrote it, or shows that it is ours although
  /// somebody changed its bytes.
  private func isOurs(_ path: RelativePath, of plan: CommitPlan) throws(Obstacle) -> Bool {
    if try holds(path, anyOf: plan.gone[path] ?? []) { return true }
    let file = try root.descriptor.regularFile(at: path)
    let size = file.status.size
    guard size <= Self.largestChanged else { return false }
    let bytes = try asking(about: path) { () throws(SystemError) in
      try file.descriptor.read(expecting: size)
    }
    return isStillOurs(
      ChangedFile(path: path, bytes: bytes, pictures: plan.oldPictures(path)))
  }

  /// The largest changed file that is read, in bytes; nothing larger is published.
  private static let largestChanged = 100_000_000

  /// Whether the file there holds what one of the prints says.
  func holds(
    _ path: RelativePath, anyOf prints: [FilePrint]
  ) throws(Obstacle) -> Bool {
    let file = try root.descriptor.regularFile(at: path)
    let size = file.status.size
    guard prints.contains(where: { $0.size == size }) else { return false }
    let bytes = try asking(about: path) { () throws(SystemError) in
      try file.descriptor.read(expecting: size)
    }
    return prints.contains(FilePrint(bytes))
  }
}

/// What became of a file that the site has no more.
private enum Removal {
  case removed
  case left(Leftover.Reason)
  case absent
}
