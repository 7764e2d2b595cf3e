extension OutputFolder {
  /// Publishes the site that consists of exactly these files, and removes what it has no more.
  ///
  /// The order lets a kill at any moment be repaired: first the manifest is made to list both the
  /// old files and the new, then each file is renamed to its place, then what is gone is removed
  /// where it is still ours, and last the manifest lists the new site and what had to be left.
  package func commit(_ staged: [StagedFile]) throws(OutputTrouble) -> OutputReport {
    let plan = try plan(staged)
    var report = OutputReport()
    report.same = staged.count { $0.outcome == .same }
    if !plan.changed.isEmpty || !plan.gone.isEmpty {
      let blockers = try blockers(of: plan)
      try replaceManifest(with: plan.manifestDuring, left: .untouched)
      try remove(blockers, of: plan, into: &report)
      try publish(plan.changed, into: &report)
      try removePackedCopies(of: plan, into: &report)
      try remove(remaining(plan, after: blockers), of: plan, into: &report)
    }
    report.manifest = manifest.seal
    if !plan.isManifestRight(leaving: report.leftovers) {
      report.manifest = try replaceManifest(
        with: plan.manifestAfter(leaving: report.leftovers), left: .partlyNew)
    }
    try beforeStep(.clearStaging)
    abandon()
    return report
  }

  private func plan(_ staged: [StagedFile]) throws(OutputTrouble) -> CommitPlan {
    do {
      return try CommitPlan(staged, over: manifest)
    } catch {
      throw trouble(error, left: .untouched)
    }
  }

  private func publish(
    _ files: [StagedFile], into report: inout OutputReport
  ) throws(OutputTrouble) {
    let folders = Dictionary(grouping: files, by: \.path.parent)
    for (folder, files) in folders.sorted(by: { $0.value[0].path < $1.value[0].path }) {
      try publish(files, to: folder)
    }
    report.new = files.filter { $0.outcome == .new }.map(\.path)
    report.changed = files.filter { $0.outcome == .changed }.map(\.path)
  }

  private func publish(
    _ files: [StagedFile], to folder: RelativePath?
  ) throws(OutputTrouble) {
    try beforeStep(.makeFolder(folder))
    let (staging, target) = (
      try attempting(.open, left: .partlyNew) { () throws(Obstacle) in
        SharedDescriptor(try root.descriptor.folder(at: Self.stagingPath))
      },
      try attempting(.write, left: .partlyNew) { () throws(Obstacle) in
        SharedDescriptor(try root.descriptor.folder(at: folder, makingMissing: true))
      }
    )
    for file in files {
      try beforeStep(.publish(file.path))
      try attempting(.write, file.path, left: .partlyNew) { () throws(SystemError) in
        try staging.descriptor.rename(
          Self.stagingName(of: file.path), into: target.descriptor, as: file.path.name)
      }
    }
  }

  /// Writes the manifest again in one step; it reaches the disk before anything that it speaks of.
  ///
  /// Returns its fingerprint.
  @discardableResult
  private func replaceManifest(
    with manifest: Manifest, left: OutputState
  ) throws(OutputTrouble) -> Fingerprint {
    let text = manifest.text
    try beforeStep(.writeManifest)
    try attempting(.write, Manifest.path, left: left) { () throws(SystemError) in
      let staging = try root.descriptor.folderMadeIfMissing(Self.stagingPath.name)
      let file = try staging.newFile(Self.manifestStagingName)
      try file.write(text)
      try file.synchronise()
    }
    try beforeStep(.replaceManifest)
    try attempting(.write, Manifest.path, left: left) { () throws(SystemError) in
      try root.descriptor.folder(Self.stagingPath.name)
        .rename(Self.manifestStagingName, into: root.descriptor, as: Manifest.path.name)
    }
    return Fingerprint(text)
  }
}
