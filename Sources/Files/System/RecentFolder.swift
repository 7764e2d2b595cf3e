import Synchronization

/// Opens folders below a root, and keeps the last one open: files are mostly asked for folder by
/// folder, and every name on the way to one costs two calls of the system.
///
/// Several threads may ask at once.
final class RecentFolder: Sendable {
  private let root: SharedDescriptor
  private let makesMissing: Bool
  private let last = Mutex<Opened?>(nil)

  private struct Opened {
    let path: RelativePath?
    let folder: SharedDescriptor
  }

  init(below root: SharedDescriptor, makingMissing: Bool = false) {
    self.root = root
    makesMissing = makingMissing
  }

  /// The folder at a path below the root, `nil` being the root itself.
  func folder(at path: RelativePath?) throws(Obstacle) -> SharedDescriptor {
    guard let path else { return root }
    if let folder = last.withLock({ $0?.path == path ? $0?.folder : nil }) { return folder }
    let folder = SharedDescriptor(
      try root.descriptor.folder(at: path, makingMissing: makesMissing))
    last.withLock { $0 = Opened(path: path, folder: folder) }
    return folder
  }

  /// Opens a file and makes sure that it is one.
  func regularFile(at path: RelativePath) throws(Obstacle) -> RegularFile {
    try folder(at: path.parent).descriptor.regularFile(named: path.name, of: path)
  }

  /// Lets the folder go: another may have taken its place since.
  func forget() {
    last.withLock { $0 = nil }
  }
}
