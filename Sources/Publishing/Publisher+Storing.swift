import Files
import Programs

extension Publisher {
  /// Puts every file into git's store as it is, and gives the name that git has for each, and how
  /// many it did not hold.
  func store(
    _ site: BuiltSite, over state: BranchState, isDryRun: Bool
  ) async throws(PublishTrouble) -> (files: [RelativePath: ObjectID], newCount: Int) {
    try beforeStep(.store)
    let ids = try await names(of: site)
    let newCount = isDryRun ? 0 : try await storeMissing(zip(site.files, ids), of: site)
    var files = Dictionary(zip(site.files, ids)) { $1 }
    let noJekyll = RelativePath(fixed: ".nojekyll")
    // One that stands there already does the same, whoever wrote it.
    if let theirs = state.files[TreePath(noJekyll)] {
      files[noJekyll] = state.manifest?.files[noJekyll] == theirs.id ? theirs.id : nil
    } else {
      files[noJekyll] = try await blob([], isDryRun ? [] : ["-w"])
    }
    return (files, newCount)
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
  /// `git fast-import` writes many files into one pack, which a push can send as it is; as files of
  /// their own, each would be compressed once more, and compared with others to be sent.
  private func storeMissing(
    _ files: Zip2Sequence<[RelativePath], [ObjectID]>, of site: BuiltSite
  ) async throws(PublishTrouble) -> Int {
    let missing = try await missing(files.map(\.1))
    let git = missing.count < Publisher.many ? git : git.with(settings: ["pack.compression=1"])
    let folder = try reading { () throws(FileTrouble) in try LocalFileTree(site.folder) }
    var batches = [BlobBatch()]
    for (path, id) in files where missing.contains(id) {
      let bytes = try reading { () throws(FileTrouble) in
        try folder.bytes(of: path, atMost: BuiltSite.largestFile)
      }
      batches[batches.count - 1].add(bytes)
      guard batches[batches.count - 1].isFull else { continue }
      if batches.count == Publisher.batchesAtOnce {
        try await git.store(batches)
        batches.removeAll()
      }
      batches.append(BlobBatch())
    }
    try await git.store(batches)
    return missing.count
  }

  /// So many new files are stored and sent as quickly as can be; of fewer, git makes the least to
  /// send.
  static let many = 1_000
  /// Each is compressed on a core of its own.
  private static let batchesAtOnce = 2

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
}

extension Git {
  fileprivate func store(_ batches: [BlobBatch]) async throws(PublishTrouble) {
    let trouble = await withTaskGroup { group in
      for batch in batches where !batch.isEmpty {
        group.addTask { await failure(storing: batch) }
      }
      return await group.reduce(nil) { $0 ?? $1 }
    }
    if let trouble { throw trouble }
  }

  private func failure(storing batch: BlobBatch) async -> PublishTrouble? {
    do throws(PublishTrouble) {
      _ = try await run(["fast-import", "--quiet", "--done", "--depth=0"], input: batch.finished)
      return nil
    } catch {
      return error
    }
  }
}

/// Files on their way into git's store, as `git fast-import` reads them: so many that starting it
/// does not show, so few that a large site needs no more memory than a small one.
private struct BlobBatch: Sendable {
  private var stream: [UInt8] = []

  mutating func add(_ bytes: [UInt8]) {
    stream += Array("blob\ndata \(bytes.count)\n".utf8)
    stream += bytes
    stream.append(UInt8(ascii: "\n"))
  }

  var isEmpty: Bool { stream.isEmpty }
  var isFull: Bool { stream.count >= 16 << 20 }
  /// With the word without which what was cut short would be taken for whole.
  var finished: [UInt8] { stream + Array("done\n".utf8) }
}

extension Sequence<UInt8> where Self: BidirectionalCollection {
  fileprivate func ends(with end: some BidirectionalCollection<UInt8>) -> Bool {
    suffix(end.count).elementsEqual(end)
  }
}
