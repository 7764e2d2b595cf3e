/// Files held in memory, so that a test can write a whole site in one line:
/// `MemoryFileTree(["content/posts/a.md": "# A"])`.
package struct MemoryFileTree: FileTree, ExpressibleByDictionaryLiteral {
  fileprivate enum Content: Sendable {
    case bytes([UInt8])
    case link
    case special
  }

  private var contents: [RelativePath: Content] = [:]
  private var refused: [RefusedName] = []

  package init(_ texts: [String: String] = [:]) {
    for (path, text) in texts { insert(.bytes(Array(text.utf8)), at: path) }
  }

  package init(dictionaryLiteral texts: (String, String)...) {
    for (path, text) in texts { insert(.bytes(Array(text.utf8)), at: path) }
  }

  /// Puts a file there, over what was there before; `nil` takes it away.
  package mutating func set(_ bytes: [UInt8]?, at path: RelativePath) {
    contents[path] = bytes.map(Content.bytes)
  }

  /// Puts a symbolic link there, to see that nothing follows it.
  package mutating func insertLink(at path: RelativePath) {
    contents[path] = .link
  }

  /// Puts something there that is neither file, folder nor link, as a pipe is.
  package mutating func insertSpecialFile(at path: RelativePath) {
    contents[path] = .special
  }

  package func listing(below folder: RelativePath?) throws(FileTrouble) -> FileListing {
    var listing = FileListing()
    let here = contents.filter { path, _ in folder.map(path.isInside) ?? true }
    if let folder, here.isEmpty { throw .missing(path: folder.description) }
    listing.items = here.map { FileItem($0.key, $0.value) }
    listing.folders = Set(here.keys.flatMap(\.ancestors)).filter {
      folder.map($0.isInside) ?? true
    }
    listing.refused = folder == nil ? refused : []
    listing.sort()
    return listing
  }

  package func bytes(of path: RelativePath, atMost limit: Int) throws(FileTrouble) -> [UInt8] {
    switch contents[path] {
    case .bytes(let bytes) where bytes.count <= limit: return bytes
    case .bytes: throw .tooLarge(path: path.description, limit: limit)
    case .link: throw .link(path: path.description)
    case .special: throw .notFile(path: path.description)
    case nil: throw .missing(path: path.description)
    }
  }

  /// A path that breaks a rule is listed as refused, as it would be on disk.
  private mutating func insert(_ content: Content, at path: String) {
    do {
      contents[try RelativePath(path)] = content
    } catch {
      refused.append(RefusedName(Array(path.utf8), in: nil, error))
    }
  }
}

extension FileItem {
  fileprivate init(_ path: RelativePath, _ content: MemoryFileTree.Content) {
    let (kind, size): (FileKind, Int) =
      switch content {
      case .bytes(let bytes): (.file, bytes.count)
      case .link: (.link, 0)
      case .special: (.other, 0)
      }
    self.init(path: path, kind: kind, size: size, modified: 0, stamp: nil)
  }
}
