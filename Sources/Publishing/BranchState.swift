import Files

/// What a branch elsewhere held when we looked.
package struct BranchState: Sendable {
  /// The commit at its end; `nil` where there is no such branch yet.
  package let tip: ObjectID?
  /// Every file of it.
  let files: [TreePath: TreeEntry]
  /// What we wrote of it; `nil` where we never did, or where the list of it cannot be read.
  let manifest: PublishedManifest?
  /// The domain that the branch says its site has, from the file `CNAME`.
  package let domain: String?

  /// A branch that is not there yet.
  static let none = BranchState(tip: nil, files: [:], manifest: nil, domain: nil)

  /// Whether a handbook was published there.
  package var hasPublished: Bool { manifest != nil }

  /// Whether there is a list of what we wrote that cannot be read.
  var isManifestDamaged: Bool {
    manifest == nil && files[TreePath(PublishedManifest.path)] != nil
  }
}

/// A path of a git tree: any bytes but NUL, since others' files have names of their own.
struct TreePath: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(_ path: RelativePath) { bytes = path.withBytes { Array($0) } }

  /// The folders above it.
  var ancestors: [TreePath] {
    bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }.map { TreePath(Array(bytes[..<$0])) }
  }
}

/// What stands at a path of a git tree.
struct TreeEntry: Hashable, Sendable {
  /// `100644` for a plain file.
  let mode: String
  let id: ObjectID

  static func file(_ id: ObjectID) -> TreeEntry { TreeEntry(mode: "100644", id: id) }
}

extension Git {
  /// Lists every file of a tree.
  func files(of tree: ObjectID) async throws(PublishTrouble) -> [TreePath: TreeEntry] {
    let listing = try await run(["ls-tree", "-r", "-z", "--full-tree", tree.description])
    var files: [TreePath: TreeEntry] = [:]
    for line in listing.split(separator: 0) {
      // `100644 blob 0123…<tab>path`
      let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      let words = parts[0].split(separator: UInt8(ascii: " "))
      guard parts.count == 2, words.count == 3, let id = ObjectID(words[2]) else {
        throw .git("ls-tree", "it gave a line that cannot be understood")
      }
      files[TreePath(Array(parts[1]))] = TreeEntry(
        mode: String(decoding: words[0], as: UTF8.self), id: id)
    }
    return files
  }

  /// The bytes of a file.
  func bytes(of id: ObjectID) async throws(PublishTrouble) -> [UInt8] {
    try await run(["cat-file", "blob", id.description])
  }
}
