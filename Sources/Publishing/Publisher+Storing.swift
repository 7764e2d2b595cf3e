package import Files
import Programs

extension Publisher {
  /// Puts every file into git's store as it is, and gives the name that git has for each, and how
  /// many the branch did not hold.
  func store(
    _ site: BuiltSite, over state: BranchState, isDryRun: Bool
  ) async throws(PublishTrouble) -> (files: [RelativePath: ObjectID], newCount: Int) {
    try beforeStep(.store)
    var files = try await site.spool.store(
      site.files, with: git(storing: site.spool.changedCount), keeping: !isDryRun)
    let newCount = site.files.count {
      $0.outcome != .same && state.files[TreePath($0.path)]?.id != files[$0.path]
    }
    let noJekyll = RelativePath(fixed: ".nojekyll")
    // One that stands there already does the same, whoever wrote it.
    if let theirs = state.files[TreePath(noJekyll)] {
      files[noJekyll] = state.manifest?.files[noJekyll] == theirs.id ? theirs.id : nil
    } else {
      files[noJekyll] = try await blob([], isDryRun ? [] : ["-w"])
    }
    return (files, newCount)
  }

  /// `git fast-import` writes many files into one pack, which a push can send as it is; as files of
  /// their own, each would be compressed once more, and compared with others to be sent.
  private func git(storing count: Int) -> Git {
    count < Publisher.many
      ? git : git.with(settings: ["pack.compression=1", "fastimport.unpackLimit=1"])
  }

  /// So many new files are stored and sent as quickly as can be; of fewer, git makes the least to
  /// send.
  static let many = 1_000

  /// Those of some published files that the branch has, and whose bytes git holds here.
  package func held(
    _ files: [RelativePath: NamedPrint], on state: BranchState
  ) async throws(PublishTrouble) -> [RelativePath: NamedPrint] {
    let onBranch = files.filter {
      state.files[TreePath($0.key)]?.id.description == $0.value.objectName
    }
    let missing = try await missing(onBranch.values.compactMap { ObjectID($0.objectName.utf8) })
    guard !missing.isEmpty else { return onBranch }
    let names = Set(missing.map(\.description))
    return onBranch.filter { !names.contains($0.value.objectName) }
  }

  /// Those of some objects that the repository does not hold, whatever it could fetch.
  private func missing(
    _ ids: some Collection<ObjectID>
  ) async throws(PublishTrouble) -> Set<ObjectID> {
    var missing = Set(ids)
    let answer = try await git.withoutFetching.run(
      ["cat-file", "--batch-check=%(objectname) %(objecttype)"],
      input: missing.flatMap { Array("\($0)\n".utf8) })
    for line in answer.split(separator: UInt8(ascii: "\n")) where line.ends(with: " blob".utf8) {
      if let id = ObjectID(line.dropLast(5)) { missing.remove(id) }
    }
    return missing
  }
}

extension Sequence<UInt8> where Self: BidirectionalCollection {
  fileprivate func ends(with end: some BidirectionalCollection<UInt8>) -> Bool {
    suffix(end.count).elementsEqual(end)
  }
}
