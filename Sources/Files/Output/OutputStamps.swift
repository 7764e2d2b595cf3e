/// What a build notes of the files that it has published, so that the next can tell without
/// reading them that they are still as they were written.
package struct OutputStamps: Hashable, Sendable {
  /// The fingerprint of the manifest that lists the files.
  package var manifest: Fingerprint?
  package var files: [RelativePath: FileStamp]

  package init(manifest: Fingerprint? = nil, files: [RelativePath: FileStamp] = [:]) {
    self.manifest = manifest
    self.files = files
  }
}

extension OutputFolder {
  /// What is to be noted of the files of a site that has just been committed.
  ///
  /// Of a file that somebody has changed since it was staged nothing is noted, nor of one whose
  /// stamp is too young to tell. What was the same keeps the stamp that it was compared with: a
  /// change since then shows by it.
  package func stamps(of staged: [StagedFile], after report: OutputReport) -> OutputStamps {
    let now = timeForStamps()
    var stamps = OutputStamps(
      manifest: report.manifest, files: Dictionary(minimumCapacity: staged.count))
    for file in staged {
      guard let before = file.stamp else { continue }
      let stamp = file.outcome == .same ? before : stamp(of: file.path)
      guard let stamp, stamp.isSettled(at: now), stamp.isRenamed(before) else { continue }
      stamps.files[file.path] = stamp
    }
    return stamps
  }

  /// What a build reports that has nothing to write, and what is to be noted of the files now;
  /// `nil` unless every file that the manifest lists is there as an earlier build wrote it.
  ///
  /// Files of which nothing was noted are read.
  package func untouched() -> (report: OutputReport, stamps: OutputStamps)? {
    guard !manifest.isDamaged, noted.manifest != nil else { return nil }
    let now = timeForStamps()
    var stamps = noted
    for path in manifest.paths {
      guard let (_, stamp) = asWritten(path) else { return nil }
      if stamp != noted.files[path], stamp.isSettled(at: now) { stamps.files[path] = stamp }
    }
    var report = OutputReport()
    report.same = manifest.entries.count
    return (report, stamps)
  }

  /// A file that a build would make as it was made, so that none has to make it; `nil` where it is
  /// not there as it was written.
  package func standing(_ path: RelativePath) -> StagedFile? {
    guard noted.manifest != nil, let (print, stamp) = asWritten(path) else { return nil }
    return StagedFile(path: path, outcome: .same, print: print, blocker: nil, stamp: stamp)
  }

  /// What the manifest says of a file that is there as it was written, and its stamp.
  ///
  /// One of which nothing was noted is read: right after a build, most are too young for a stamp to
  /// tell.
  private func asWritten(_ path: RelativePath) -> (print: FilePrint, stamp: FileStamp)? {
    guard let prints = manifest.entries[path], prints.count == 1, let stamp = stamp(of: path)
    else { return nil }
    let noted = noted.files[path]
    let isAsWritten = noted == nil ? (try? holds(path, anyOf: prints)) == true : noted == stamp
    return isAsWritten ? (prints[0], stamp) : nil
  }

  /// The stamp of a published file that holds what `print` says; `nil` where only a look at its
  /// bytes can tell.
  func stampIfUntouched(_ path: RelativePath, since print: FilePrint) -> FileStamp? {
    guard let noted = noted.files[path], manifest.entries[path] == [print],
      stamp(of: path) == noted
    else { return nil }
    return noted
  }

  private func stamp(of path: RelativePath) -> FileStamp? {
    guard let folder = try? published.folder(at: path.parent),
      let status = try? folder.descriptor.status(of: path.name), status.kind == .file
    else { return nil }
    return FileStamp(status)
  }
}
