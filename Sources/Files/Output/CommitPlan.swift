/// What a commit is to do, worked out before anything changes.
struct CommitPlan {
  /// Every file of the new site.
  let wanted: [RelativePath: FilePrint]
  /// Those that differ from what is published, in order.
  let changed: [StagedFile]
  /// What we wrote before and the new site has no more.
  let gone: [RelativePath: [FilePrint]]
  /// What lists every file that is ours at any moment of the commit.
  let during: Manifest
  /// What lists the new site alone.
  let after: Manifest

  init(_ staged: [StagedFile], over old: Manifest) throws(OutputFailure) {
    var wanted: [RelativePath: FilePrint] = [:]
    var during = Manifest(entries: old.entries)
    var after = Manifest()
    for file in staged {
      if let other = wanted[file.path], other != file.print { throw .twice(file.path) }
      wanted[file.path] = file.print
      during.add(file.print, to: file.path)
      after.entries[file.path] = [file.print]
    }
    try Self.checkNesting(wanted)
    self.wanted = wanted
    self.during = during
    self.after = after
    changed = staged.filter { $0.outcome != .same }.sorted { $0.path < $1.path }
    gone = old.entries.filter { wanted[$0.key] == nil }
  }

  /// No file may lie in a folder that has to be a file.
  private static func checkNesting(
    _ wanted: [RelativePath: FilePrint]
  ) throws(OutputFailure) {
    var checked: Set<RelativePath> = []
    for path in wanted.keys {
      var inside = path
      while let folder = inside.parent, checked.insert(folder).inserted {
        if wanted[folder] != nil { throw .nested(file: folder, inside: path) }
        inside = folder
      }
    }
  }
}

extension OutputFailure: Error {}
