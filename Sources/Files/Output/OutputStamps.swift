/// What a build notes of the files that it has published, so that the next can tell, most of them
/// without reading them, that they are still as they were written.
package struct OutputStamps: Hashable, Sendable {
  /// The fingerprint of the manifest that lists the files.
  package var manifest: Fingerprint?
  package var files: [RelativePath: FileStamp]
  /// When they were noted, as `timeForStamps` counts: a stamp that was too young then tells whose
  /// file it is, but not that nothing was written to it since.
  package var notedAt: Int64

  package init(
    manifest: Fingerprint? = nil, files: [RelativePath: FileStamp] = [:], notedAt: Int64 = 0
  ) {
    self.manifest = manifest
    self.files = files
    self.notedAt = notedAt
  }
}

extension OutputFolder {
  /// What is to be noted of the files of a site that has just been committed.
  ///
  /// Of a file that somebody has changed since it was staged nothing is noted. What was the same
  /// keeps the stamp that it was compared with: a change since then shows by it.
  package func stamps(of staged: [StagedFile], after report: OutputReport) -> OutputStamps {
    var stamps = OutputStamps(
      manifest: report.manifest, files: Dictionary(minimumCapacity: staged.count),
      notedAt: timeForStamps())
    for file in staged {
      guard let before = file.stamp else { continue }
      let stamp = file.outcome == .same ? before : stamp(of: file.path)
      guard let stamp, stamp.isRenamed(before) else { continue }
      stamps.files[file.path] = stamp
    }
    return stamps
  }

  /// What a build reports that has nothing to write, and what is to be noted of the files now;
  /// `nil` unless every file that the manifest lists is there as an earlier build wrote it.
  package func untouched() -> (report: OutputReport, stamps: OutputStamps)? {
    guard !manifest.isDamaged, noted.manifest != nil else { return nil }
    let now = timeForStamps()
    var stamps = noted
    for path in manifest.paths {
      guard let file = asWritten(path) else { return nil }
      if file.wasRead { stamps.notedAt = now }
    }
    var report = OutputReport()
    report.same = manifest.entries.count
    return (report, stamps)
  }

  /// A file that a build would make as it was made, so that none has to make it; `nil` where it is
  /// not there as it was written.
  package func standing(_ path: RelativePath) -> StagedFile? {
    guard !manifest.isDamaged, noted.manifest != nil, let file = asWritten(path) else { return nil }
    return StagedFile(
      path: path, outcome: .same, print: file.print, picture: manifest.pictures[path]?.first,
      blocker: nil, stamp: file.stamp)
  }

  /// What the manifest says of a file that is there as it was written, and its stamp.
  ///
  /// Right after a build most stamps are too young, so what they stand for is read; but a file of
  /// another stamp is another's, whatever it says. A fingerprint is no defence against forgery.
  private func asWritten(
    _ path: RelativePath
  ) -> (print: FilePrint, stamp: FileStamp, wasRead: Bool)? {
    guard let prints = manifest.entries[path], prints.count == 1, let stamp = stamp(of: path),
      stamp == noted.files[path]
    else { return nil }
    let isTold = stamp.isSettled(at: noted.notedAt)
    guard isTold || (try? holds(path, anyOf: prints)) == true else { return nil }
    return (prints[0], stamp, wasRead: !isTold)
  }

  /// The stamp of a published file that holds what `print` says; `nil` where only a look at its
  /// bytes can tell.
  func stampIfUntouched(_ path: RelativePath, since print: FilePrint) -> FileStamp? {
    guard let stamp = noted.files[path], manifest.entries[path] == [print],
      stamp.isSettled(at: noted.notedAt), self.stamp(of: path) == stamp
    else { return nil }
    return stamp
  }

  private func stamp(of path: RelativePath) -> FileStamp? {
    guard let folder = try? published.folder(at: path.parent),
      let status = try? folder.descriptor.status(of: path.name), status.kind == .file
    else { return nil }
    return FileStamp(status)
  }
}
