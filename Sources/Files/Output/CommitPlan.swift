/// What a commit is to do, worked out before anything changes.
struct CommitPlan {
  /// Every file of the new site.
  let wanted: [RelativePath: FilePrint]
  /// Those that differ from what is published, in order.
  let changed: [StagedFile]
  /// What we wrote before and the new site has no more.
  let gone: [RelativePath: [FilePrint]]
  /// The sizes of the pictures of the new site.
  private let pictures: [RelativePath: PixelSize]
  private let old: Manifest

  init(_ staged: [StagedFile], over old: Manifest) throws(OutputFailure) {
    var wanted = [RelativePath: FilePrint](minimumCapacity: staged.count)
    var pictures: [RelativePath: PixelSize] = [:]
    for file in staged {
      if let picture = file.picture { pictures[file.path] = picture }
      let other = wanted.updateValue(file.print, forKey: file.path)
      if let other, other != file.print { throw .twice(file.path) }
    }
    self.wanted = wanted
    self.pictures = pictures
    self.old = old
    changed = staged.filter { $0.outcome != .same }.sorted { $0.path < $1.path }
    gone = old.entries.filter { wanted[$0.key] == nil }
    try checkNesting()
  }

  /// What lists every file that is ours at any moment of the commit.
  var manifestDuring: Manifest {
    var manifest = Manifest(entries: old.entries, pictures: old.pictures, paths: old.paths)
    for (path, print) in wanted { manifest.add(print, to: path) }
    for (path, picture) in pictures { manifest.add(picture, to: path) }
    return manifest
  }

  /// What lists the new site, and the files of earlier ones that could not be removed: a path is
  /// never dropped while its file stands.
  func manifestAfter(leaving leftovers: [Leftover]) -> Manifest {
    var manifest = Manifest(
      entries: wanted.mapValues { [$0] }, pictures: picturesAfter(leaving: leftovers),
      paths: old.paths)
    for path in leftovers.map(\.path) { manifest.entries[path] = old.entries[path] }
    return manifest
  }

  private func picturesAfter(leaving leftovers: [Leftover]) -> [RelativePath: [PixelSize]] {
    var pictures = pictures.mapValues { [$0] }
    for path in leftovers.map(\.path) { pictures[path] = old.pictures[path] }
    return pictures
  }

  /// Whether the manifest on disk says already what it is to say.
  func isManifestRight(leaving leftovers: [Leftover]) -> Bool {
    !old.isDamaged && gone.count == leftovers.count
      && old.entries.count == wanted.count + gone.count
      && wanted.allSatisfy { path, print in
        old.entries[path].map { $0.count == 1 && $0[0] == print } ?? false
      } && old.pictures == picturesAfter(leaving: leftovers)
  }

  /// The sizes of the pictures that earlier builds wrote to a path.
  func oldPictures(_ path: RelativePath) -> [PixelSize] { old.pictures[path] ?? [] }

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
