extension OutputFolder {
  /// Compares one file with what is published and stages it where they differ.
  ///
  /// Nothing published changes. Safe to call from many threads at once. `picture` is the size of a
  /// file that is a picture.
  package func stageFile(
    _ path: RelativePath, _ bytes: [UInt8], picture: PixelSize? = nil
  ) throws(OutputTrouble) -> StagedFile {
    if Self.isReserved(path) { throw trouble(.reserved(path), left: .untouched) }
    let print = FilePrint(bytes)
    if let stamp = stampIfUntouched(path, since: print) {
      return StagedFile(
        path: path, outcome: .same, print: print, picture: picture, blocker: nil, stamp: stamp)
    }
    let published = try comparison(of: path, with: bytes)
    let outcome: StagedOutcome
    var stamp: FileStamp?
    switch published {
    case .same(let found):
      outcome = .same
      stamp = found
    case .absent, .blocked: outcome = .new
    case .different:
      guard isOurs(path) else { throw trouble(.notOurs(path), left: .untouched) }
      outcome = .changed
    }
    if outcome != .same { stamp = try stage(path, bytes) }
    return StagedFile(
      path: path, outcome: outcome, print: print, picture: picture, blocker: published.blocker,
      stamp: stamp)
  }

  /// Takes away all that was staged and not published, after a failure.
  package func abandon() {
    try? clearStaging()
  }

  /// Empties and removes our staging folder; a file in it that is not ours stays, and so the
  /// folder does.
  func clearStaging() throws(OutputTrouble) {
    published.forget()
    staging.forget()
    do throws(Obstacle) {
      let staging = try root.descriptor.folder(at: Self.stagingPath)
      let names = try asking(about: Self.stagingPath) { () throws(SystemError) in
        try staging.names()
      }
      for name in names where Self.isStagingName(name) {
        try asking(about: Self.stagingPath) { () throws(SystemError) in
          try staging.removeFile(String(decoding: name, as: UTF8.self))
        }
      }
    } catch {
      if error.isMissing { return }
      throw trouble(error, .remove, left: .untouched)
    }
    try? root.descriptor.removeFolder(Self.stagingPath.name)
  }

  /// The name under which a file waits: the same for a path in every build, so that a path staged
  /// twice is noticed, and never too long.
  static func stagingName(of path: RelativePath) -> String {
    path.withBytes { Fingerprint(UnsafeRawBufferPointer($0)).description }
  }

  private static func isStagingName(_ name: [UInt8]) -> Bool {
    Fingerprint(hexadecimal: name) != nil || name.elementsEqual(manifestStagingName.utf8)
  }

  static let manifestStagingName = "manifest"

  private func comparison(
    of path: RelativePath, with bytes: [UInt8]
  ) throws(OutputTrouble) -> Comparison {
    do throws(Obstacle) {
      let file = try published.regularFile(at: path)
      guard file.status.size == bytes.count else { return .different }
      let isSame = try asking(about: path) { () throws(SystemError) in
        try file.descriptor.holds(bytes)
      }
      return isSame ? .same(FileStamp(file.status)) : .different
    } catch {
      switch (error.kind, error.path) {
      case _ where error.isMissing: return .absent
      case (.file, let file?): return .blocked(.file(file))
      case (.folder, let folder?): return .blocked(.folder(folder))
      default: throw trouble(error, .read, left: .untouched)
      }
    }
  }

  /// Whether we wrote the file that stands there: by the manifest, or under a name that the file
  /// system takes for the same (`A.html` for `a.html`).
  private func isOurs(_ path: RelativePath) -> Bool {
    if manifest.entries[path] != nil { return true }
    let key = path.collisionKey
    return manifest.entries.keys.contains { $0.collisionKey == key && isSameFile($0, path) }
  }

  func isSameFile(_ one: RelativePath, _ other: RelativePath) -> Bool {
    guard let first = try? root.descriptor.regularFile(at: one).status.identity,
      let second = try? root.descriptor.regularFile(at: other).status.identity
    else { return false }
    return first == second
  }

  private func stage(
    _ path: RelativePath, _ bytes: [UInt8]
  ) throws(OutputTrouble) -> FileStamp? {
    try beforeStep(.stage(path))
    let folder = try attempting(.write, left: .untouched) { () throws(Obstacle) in
      try staging.folder(at: Self.stagingPath)
    }
    let file = try stagingOne(path) { () throws(SystemError) in
      try folder.descriptor.newFile(Self.stagingName(of: path))
    }
    try beforeStep(.fill(path))
    try stagingOne(path) { () throws(SystemError) in try file.write(bytes) }
    return (try? file.status()).map { FileStamp($0) }
  }

  private func stagingOne<Answer: ~Copyable>(
    _ path: RelativePath, _ call: () throws(SystemError) -> Answer
  ) throws(OutputTrouble) -> Answer {
    do {
      return try call()
    } catch {
      let cause = error == .isThere ? .twice(path) : OutputFailure.failed(.write, path, error)
      throw trouble(cause, left: .untouched)
    }
  }
}

/// What stands in a file's place before it is published.
private enum Comparison {
  case absent
  case same(FileStamp)
  case different
  case blocked(Blocker)

  var blocker: Blocker? {
    if case .blocked(let blocker) = self { blocker } else { nil }
  }
}
