/// A folder of files to read: one on disk, or one in memory for a test.
package protocol FileTree: Sendable {
  /// All that lies below a folder at any depth, `nil` being the whole tree, sorted by bytes.
  /// Links and special files are named, never opened.
  func listing(below folder: RelativePath?) throws(FileTrouble) -> FileListing

  /// The bytes of one file; more than `limit` of them is a trouble.
  func bytes(of path: RelativePath, atMost limit: Int) throws(FileTrouble) -> [UInt8]

  /// The folder that this is another arrangement of; `nil` where the files lie as they are given.
  var origin: TreeOrigin? { get }
}

extension FileTree {
  package var origin: TreeOrigin? { nil }
}

/// The folder that an arrangement was made from.
package struct TreeOrigin: Sendable {
  package let tree: any FileTree
  /// Where in it each file of the arrangement lies.
  package let places: [RelativePath: RelativePath]
}

/// What was found below a folder.
package struct FileListing: Hashable, Sendable {
  /// Files, links and special files, sorted by the bytes of their paths.
  package internal(set) var items: [FileItem] = []
  /// Folders, sorted likewise.
  package internal(set) var folders: [RelativePath] = []
  /// What can't be used for its name alone; a folder among them was not entered.
  package internal(set) var refused: [RefusedName] = []

  mutating func sort() {
    items.sort { $0.path < $1.path }
    folders.sort()
    refused.sort { ($0.shownPath, $0.reason.reason) < ($1.shownPath, $1.reason.reason) }
  }
}

/// One file of a listing.
package struct FileItem: Hashable, Sendable {
  package let path: RelativePath
  /// Never a folder.
  package let kind: FileKind
  /// In bytes.
  package let size: Int
  /// When it was last written, in nanoseconds since 1970.
  package let modified: Int64
  /// What it is taken to be unchanged by; `nil` where nothing tells, as in memory.
  package let stamp: FileStamp?
}

/// A file or folder whose name breaks a rule.
package struct RefusedName: Hashable, Sendable {
  /// The path made safe to print: not the path itself.
  package let shownPath: String
  package let reason: PathProblem
}
