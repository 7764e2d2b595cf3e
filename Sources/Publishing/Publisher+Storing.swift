import Files
import Programs

extension Publisher {
  /// Puts every file into git's store as it is, and gives the name that git has for each.
  func store(
    _ site: BuiltSite, over state: BranchState, isDryRun: Bool
  ) async throws(PublishTrouble) -> [RelativePath: ObjectID] {
    try beforeStep(.store)
    let ids = try await names(of: site)
    if !isDryRun { try await storeMissing(zip(site.files, ids), of: site) }
    var files = Dictionary(zip(site.files, ids)) { $1 }
    let noJekyll = RelativePath(fixed: ".nojekyll")
    // One that stands there already does the same, whoever wrote it.
    if let theirs = state.files[TreePath(noJekyll)] {
      files[noJekyll] = state.manifest?.files[noJekyll] == theirs.id ? theirs.id : nil
    } else {
      files[noJekyll] = try await blob([], isDryRun ? [] : ["-w"])
    }
    return files
  }

  private func names(of site: BuiltSite) async throws(PublishTrouble) -> [ObjectID] {
    let paths = site.files.flatMap { Array("\(site.folder)/\($0)\n".utf8) }
    let answer = try await git.ask(["hash-object", "--no-filters", "--stdin-paths"], input: paths)
    let ids = answer.output.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID($0) }
    guard answer.isSuccess, ids.count == site.files.count else {
      throw .git("hash-object", git.words(of: answer))
    }
    return ids
  }

  /// Stores what the repository does not hold yet: most of a site is as it was published before.
  ///
  /// `git fast-import` writes many files into one pack, which a push then sends as it is; as files
  /// of their own, each would be compressed here, and compared with others to be sent.
  private func storeMissing(
    _ files: Zip2Sequence<[RelativePath], [ObjectID]>, of site: BuiltSite
  ) async throws(PublishTrouble) {
    let missing = try await missing(files.map(\.1))
    let folder = try reading { () throws(FileTrouble) in try LocalFileTree(site.folder) }
    var batch = BlobBatch()
    for (path, id) in files where missing.contains(id) {
      batch.add(
        try reading { () throws(FileTrouble) in
          try folder.bytes(of: path, atMost: BuiltSite.largestFile)
        })
      guard batch.isFull else { continue }
      try await store(batch)
      batch = BlobBatch()
    }
    try await store(batch)
  }

  private func reading<Answer>(
    _ read: () throws(FileTrouble) -> Answer
  ) throws(PublishTrouble) -> Answer {
    do throws(FileTrouble) {
      return try read()
    } catch {
      throw .files(error.message)
    }
  }

  /// Those of some objects that the repository does not hold, whatever it could fetch.
  private func missing(_ ids: [ObjectID]) async throws(PublishTrouble) -> Set<ObjectID> {
    let answer = try await git.withoutFetching.run(
      ["cat-file", "--batch-check=%(objectname) %(objecttype)"],
      input: ids.flatMap { Array("\($0)\n".utf8) })
    var missing = Set(ids)
    for line in answer.split(separator: UInt8(ascii: "\n")) where line.ends(with: " blob".utf8) {
      if let id = ObjectID(line.dropLast(5)) { missing.remove(id) }
    }
    return missing
  }

  private func store(_ batch: BlobBatch) async throws(PublishTrouble) {
    guard !batch.isEmpty else { return }
    _ = try await git.run(
      ["fast-import", "--quiet", "--done", "--depth=0"], input: batch.finished)
  }
}

/// Files on their way into git's store, as `git fast-import` reads them: so many that starting it
/// does not show, so few that a large site needs no more memory than a small one.
private struct BlobBatch {
  private var stream: [UInt8] = []

  mutating func add(_ bytes: [UInt8]) {
    stream += Array("blob\ndata \(bytes.count)\n".utf8)
    stream += bytes
    stream.append(UInt8(ascii: "\n"))
  }

  var isEmpty: Bool { stream.isEmpty }
  var isFull: Bool { stream.count >= 32 << 20 }
  /// With the word without which what was cut short would be taken for whole.
  var finished: [UInt8] { stream + Array("done\n".utf8) }
}

extension Sequence<UInt8> where Self: BidirectionalCollection {
  fileprivate func ends(with end: some BidirectionalCollection<UInt8>) -> Bool {
    suffix(end.count).elementsEqual(end)
  }
}
