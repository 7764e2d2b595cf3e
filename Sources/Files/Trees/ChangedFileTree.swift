/// A tree of files as it would be after some changes, none of which has been made.
package struct ChangedFileTree: FileTree {
  private let base: any FileTree
  private let written: [RelativePath: [UInt8]]
  /// Where a file that has moved still lies, by its new path.
  private let moved: [RelativePath: RelativePath]
  private let gone: Set<RelativePath>

  package init(
    _ base: any FileTree, written: [RelativePath: [UInt8]],
    moved: [RelativePath: RelativePath] = [:], removed: Set<RelativePath> = []
  ) {
    self.base = base
    self.written = written
    self.moved = moved
    gone = removed.union(moved.values)
  }

  package func listing(below folder: RelativePath?) throws(FileTrouble) -> FileListing {
    var listing = try base.listing(below: folder)
    let old = Dictionary(listing.items.map { ($0.path, $0) }) { first, _ in first }
    listing.items.removeAll { gone.contains($0.path) || written[$0.path] != nil }
    for (new, from) in moved where written[new] == nil {
      guard let item = old[from] else { continue }
      listing.items.append(
        FileItem(path: new, kind: item.kind, size: item.size, modified: item.modified, stamp: nil))
    }
    for (path, bytes) in written where folder.map(path.isInside) ?? true {
      listing.items.append(
        FileItem(
          path: path, kind: .file, size: bytes.count, modified: 0,
          stamp: written.count == 1 ? FileStamp(of: bytes) : nil))
    }
    listing.sort()
    return listing
  }

  package func bytes(of path: RelativePath, atMost limit: Int) throws(FileTrouble) -> [UInt8] {
    if let bytes = written[path] {
      guard bytes.count <= limit else { throw .tooLarge(path: path.description, limit: limit) }
      return bytes
    }
    if let old = moved[path] { return try base.bytes(of: old, atMost: limit) }
    guard !gone.contains(path) else { throw .missing(path: path.description) }
    return try base.bytes(of: path, atMost: limit)
  }
}

extension FileStamp {
  /// The stamp of bytes that lie on no disk: it tells them from every file and from other bytes.
  fileprivate init(of bytes: [UInt8]) {
    let digest = Fingerprint(bytes)
    self.init(
      size: bytes.count, modified: 0, changed: 0, device: digest.high, number: digest.low)
  }
}
