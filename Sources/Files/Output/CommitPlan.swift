/// What a commit is to do, worked out before anything changes.
struct CommitPlan {
  /// Every file of the new site.
  let wanted: [RelativePath: FilePrint]
  /// Those that differ from what is published, in order.
  let changed: [StagedFile]
  /// What we wrote before and the new site has no more.
  let gone: [RelativePath: [FilePrint]]
  private let old: Manifest

  init(_ staged: [StagedFile], over old: Manifest) throws(OutputFailure) {
    var wanted = [RelativePath: FilePrint](minimumCapacity: staged.count)
    for file in staged {
      let other = wanted.updateValue(file.print, forKey: file.path)
      if let other, other != file.print { throw .twice(file.path) }
    }
    self.wanted = wanted
    self.old = old
    changed = staged.filter { $0.outcome != .same }.sorted { $0.path < $1.path }
    gone = old.entries.filter { wanted[$0.key] == nil }
    try checkNesting()
  }

  /// What lists every file that is ours at any moment of the commit.
  var manifestDuring: Manifest {
    var manifest = Manifest(entries: old.entries)
    for (path, print) in wanted { manifest.add(print, to: path) }
    return manifest
  }

  /// What lists the new site alone.
  var manifestAfter: Manifest {
    Manifest(entries: wanted.mapValues { [$0] })
  }

  /// Whether the manifest on disk says already what it is to say.
  var isManifestRight: Bool {
    !old.isDamaged && old.entries.count == wanted.count
      && old.entries.allSatisfy { path, prints in prints.count == 1 && prints[0] == wanted[path] }
  }

  /// No file may lie in a folder that has to be a file.
  private func checkNesting() throws(OutputFailure) {
    // What is all on disk already can't be nested.
    if changed.isEmpty { return }
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
