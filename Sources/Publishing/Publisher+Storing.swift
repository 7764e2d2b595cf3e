import Files
import Programs

extension Publisher {
  /// Puts every file into git's store as it is, and gives the name that git has for each, and how
  /// many it did not hold.
  func store(
    _ site: BuiltSite, over state: BranchState, isDryRun: Bool
  ) async throws(PublishTrouble) -> (files: [RelativePath: ObjectID], newCount: Int) {
    try beforeStep(.store)
    var files = try await names(of: site)
    let newCount = isDryRun ? 0 : try await storeMissing(files, of: site, over: state)
    let noJekyll = RelativePath(fixed: ".nojekyll")
    // One that stands there already does the same, whoever wrote it.
    if let theirs = state.files[TreePath(noJekyll)] {
      files[noJekyll] = state.manifest?.files[noJekyll] == theirs.id ? theirs.id : nil
    } else {
      files[noJekyll] = try await blob([], isDryRun ? [] : ["-w"])
    }
    return (files, newCount)
  }

  private func names(
    of site: BuiltSite
  ) async throws(PublishTrouble) -> [RelativePath: ObjectID] {
    let shares = try await inShares(of: site.files) { (files) throws(PublishTrouble) in
      let paths = files.flatMap { Array("\(site.folder)/\($0)\n".utf8) }
      let answer = try await git.ask(
        ["hash-object", "--no-filters", "--stdin-paths"], input: paths)
      let ids = answer.output.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID($0) }
      guard answer.isSuccess, ids.count == files.count else {
        throw .git("hash-object", git.words(of: answer))
      }
      return zip(files, ids)
    }
    return Dictionary(shares.joined()) { $1 }
  }

  /// Stores what the repository does not hold yet: most of a site is as it was published before.
  ///
  /// `git fast-import` writes many files into one pack, which a push can send as it is; as files of
  /// their own, each would be compressed once more, and compared with others to be sent.
  private func storeMissing(
    _ files: [RelativePath: ObjectID], of site: BuiltSite, over state: BranchState
  ) async throws(PublishTrouble) -> Int {
    let missing = try await missing(files.values, from: state)
    let git =
      missing.count < Publisher.many
      ? git : git.with(settings: ["pack.compression=1", "fastimport.unpackLimit=1"])
    let folder = try reading { () throws(FileTrouble) in try LocalFileTree(site.folder) }
    let stored = site.files.filter { files[$0].map(missing.contains) == true }
    _ = try await inShares(of: stored) { (files) throws(PublishTrouble) in
      var batch = BlobBatch()
      for path in files {
        batch.add(
          try reading { () throws(FileTrouble) in
            try folder.bytes(of: path, atMost: BuiltSite.largestFile)
          })
        if batch.isFull { try await git.store(&batch) }
      }
      try await git.store(&batch)
    }
    return missing.count
  }

  /// So many new files are stored and sent as quickly as can be; of fewer, git makes the least to
  /// send.
  static let many = 1_000

  /// Works on every other file and on those between them at once: git uses one core for what it
  /// reads, and neighbours are about as long as each other.
  private func inShares<Answer: Sendable>(
    of files: [RelativePath],
    _ work: @Sendable ([RelativePath]) async throws(PublishTrouble) -> Answer
  ) async throws(PublishTrouble) -> [Answer] {
    let shares = (0...1).map { first in
      stride(from: first, to: files.count, by: 2).map { files[$0] }
    }
    async let first = outcome { () throws(PublishTrouble) in try await work(shares[0]) }
    let second = await outcome { () throws(PublishTrouble) in try await work(shares[1]) }
    return try [await first.get(), second.get()]
  }

  private func outcome<Answer: Sendable>(
    of work: () async throws(PublishTrouble) -> Answer
  ) async -> Result<Answer, PublishTrouble> {
    do throws(PublishTrouble) {
      return .success(try await work())
    } catch {
      return .failure(error)
    }
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
  ///
  /// What is not on the branch is not looked for: where it is held all the same, in a pack of a push
  /// that failed, git does not store it again.
  private func missing(
    _ ids: some Collection<ObjectID>, from state: BranchState
  ) async throws(PublishTrouble) -> Set<ObjectID> {
    var missing = Set(ids)
    let published = missing.intersection(state.files.values.map(\.id))
    let answer = try await git.withoutFetching.run(
      ["cat-file", "--batch-check=%(objectname) %(objecttype)"],
      input: published.flatMap { Array("\($0)\n".utf8) })
    for line in answer.split(separator: UInt8(ascii: "\n")) where line.ends(with: " blob".utf8) {
      if let id = ObjectID(line.dropLast(5)) { missing.remove(id) }
    }
    return missing
  }
}

extension Git {
  /// Stores what a batch holds, and empties it.
  fileprivate func store(_ batch: inout BlobBatch) async throws(PublishTrouble) {
    guard !batch.isEmpty else { return }
    _ = try await run(["fast-import", "--quiet", "--done", "--depth=0"], input: batch.finished())
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
  /// Hands over what it holds, with the word without which what was cut short would be taken for
  /// whole.
  mutating func finished() -> [UInt8] {
    defer { stream = [] }
    stream += Array("done\n".utf8)
    return stream
  }
}

extension Sequence<UInt8> where Self: BidirectionalCollection {
  fileprivate func ends(with end: some BidirectionalCollection<UInt8>) -> Bool {
    suffix(end.count).elementsEqual(end)
  }
}
