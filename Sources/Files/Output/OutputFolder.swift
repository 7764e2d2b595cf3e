/// The folder that a built site is written to, held against every other build.
///
/// Publishing has two halves. Staging compares each file with what is there and writes those that
/// differ to a folder of our own, `.handbook-new`, so that a full disk shows before anything
/// published has changed; any number of threads may do so at once. Committing renames each to its
/// place. A build that is killed at any moment leaves every published file whole and known to the
/// manifest as ours, and the next build puts all right.
///
/// The folder is let go when the last copy of this value is.
package struct OutputFolder: Sendable {
  /// The folder as the person who started the command named it.
  package let name: String
  let root: SharedDescriptor
  /// Holds the lock for as long as it is open; the system lets go of it even if we are killed.
  let lock: SharedDescriptor
  let manifest: Manifest
  /// What an earlier build noted of the published files.
  private(set) var noted = OutputStamps()
  /// The folder of the published files that was looked into last.
  let published: RecentFolder
  /// Our staging folder, made by the first file that needs it.
  let staging: RecentFolder
  /// Whether a file that no longer belongs to the site, and whose bytes somebody changed, shows that
  /// it is ours all the same: then it is removed.
  package var isStillOurs: @Sendable (ChangedFile) -> Bool = { _ in false }
  /// Whether changed files that no longer belong are removed though nothing shows that they are ours.
  package var removesChanged = false
  /// Called before each change of the disk; what it throws ends the work there, as a kill would.
  package var beforeStep: @Sendable (OutputStep) throws(OutputTrouble) -> Void = { _ in }

  static let stagingPath = RelativePath(fixed: ".handbook-new")

  init(name: String, root: SharedDescriptor, lock: SharedDescriptor, manifest: Manifest) {
    self.name = name
    self.root = root
    self.lock = lock
    self.manifest = manifest
    published = RecentFolder(below: root)
    staging = RecentFolder(below: root, makingMissing: true)
  }

  /// Takes what an earlier build noted of the files, unless another has written here since.
  package mutating func trust(_ stamps: OutputStamps) {
    noted = stamps.manifest == manifest.seal ? stamps : OutputStamps()
  }

  /// Whether the manifest was found damaged: it is written again by the next commit.
  package var hadDamagedManifest: Bool { manifest.isDamaged }

  /// Whether a path belongs to our own bookkeeping and can't be a page's.
  static func isReserved(_ path: RelativePath) -> Bool {
    path.withBytes { bytes in
      bytes.first == .dot && bytes.lazy.map(\.asciiLowercased).starts(with: ".handbook-".utf8)
    }
  }
}
