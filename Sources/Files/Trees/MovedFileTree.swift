/// A folder, or one file, and where in another arrangement it is found; both are blank for the top.
package struct FileMove: Hashable, Sendable {
  package let from: String
  /// `nil` where it is left.
  package let to: String?

  package init(_ from: String, to: String?) {
    self.from = from
    self.to = to
  }
}

/// A folder of files as if some of its folders lay elsewhere in it: `src/content/posts` at
/// `content/posts`.
///
/// Files that no move takes along are not in it; `left` counts them.
package struct MovedFileTree<Base: FileTree>: FileTree {
  private let base: Base
  private let all: FileListing
  /// Where each file lies in the base.
  private let origins: [RelativePath: RelativePath]
  /// How many files were left, by the first folder of their path or, at the top, by their name.
  package let left: [String: Int]

  /// Of several moves that fit a file the one of the longest folder counts.
  ///
  /// Of two files that would come to lie at one place the first is taken, and the other is left.
  package init(_ base: Base, _ moves: [FileMove]) throws(FileTrouble) {
    self.base = base
    let listing = try base.listing(below: nil)
    var moved = FileListing()
    var origins: [RelativePath: RelativePath] = [:]
    var left: [String: Int] = [:]
    let longestFirst = moves.sorted { $0.from.utf8.count > $1.from.utf8.count }
    for item in listing.items {
      let move = longestFirst.first { $0.fits(item.path) }
      guard let place = move?.place(of: item.path), origins[place] == nil
      else {
        let folder = item.path.ancestors.first.map { "\($0)/" }
        left[folder ?? item.path.description, default: 0] += 1
        continue
      }
      origins[place] = item.path
      moved.items.append(
        FileItem(
          path: place, kind: item.kind, size: item.size, modified: item.modified, stamp: item.stamp)
      )
    }
    moved.folders = Array(Set(moved.items.flatMap(\.path.ancestors)))
    moved.refused = listing.refused
    moved.sort()
    (all, self.origins, self.left) = (moved, origins, left)
  }

  package var origin: TreeOrigin? { TreeOrigin(tree: base, places: origins) }

  package func listing(below folder: RelativePath?) throws(FileTrouble) -> FileListing {
    guard let folder else { return all }
    var part = FileListing()
    part.items = all.items.filter { $0.path.isInside(folder) }
    part.folders = all.folders.filter { $0.isInside(folder) }
    if part.items.isEmpty { throw .missing(path: folder.description) }
    return part
  }

  package func bytes(of path: RelativePath, atMost limit: Int) throws(FileTrouble) -> [UInt8] {
    guard let origin = origins[path] else { throw .missing(path: path.description) }
    return try base.bytes(of: origin, atMost: limit)
  }
}

extension FileMove {
  fileprivate func fits(_ path: RelativePath) -> Bool {
    from.isEmpty || path.description == from || path.description.hasPrefix("\(from)/")
  }

  fileprivate func place(of path: RelativePath) -> RelativePath? {
    guard let to else { return nil }
    var rest = String(path.description.dropFirst(from.utf8.isEmpty ? 0 : from.count))
    if rest.isEmpty { return try? RelativePath(to) }
    if rest.hasPrefix("/") { rest.removeFirst() }
    return try? RelativePath(to.isEmpty ? rest : "\(to)/\(rest)")
  }
}
