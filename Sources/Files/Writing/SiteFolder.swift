#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The folder of a site, open for changes: the one way in which commands change its files.
///
/// The path to the folder itself may lead through symbolic links, since the user chose it. Below it
/// every name is opened without following links, so a command never changes a file that lies
/// outside of the site: `content/members` may be a link into somebody's home folder.
///
/// Paths are relative to the folder and keep the rules of `RelativePath`. A trouble names the path
/// as the user would type it.
package struct SiteFolder: Sendable {
  private let root: SharedDescriptor
  /// The folder as the user named it.
  private let name: String

  /// Opens the folder of a site; `makingMissing` makes it first, for a site that is new.
  package init(_ path: String, makingMissing: Bool = false) throws(FileTrouble) {
    name = path
    do throws(SystemError) {
      if makingMissing { try makeFolders(path) }
      root = SharedDescriptor(try Descriptor(folderAt: path))
    } catch {
      switch error {
      case .isMissing: throw .missing(path: path)
      case .isNotFolder: throw .notFolder(path: path)
      default: throw .failed(.write, path: path, error)
      }
    }
  }
}

extension SiteFolder {
  /// Writes a file whole, in place of the one that is there.
  ///
  /// Its folders must be there, unless `makingFolders` makes them. A file that holds these bytes
  /// already is not touched.
  package func write(
    _ bytes: [UInt8], at path: String, makingFolders: Bool = false
  ) throws(FileTrouble) {
    try changing(path, makingFolders: makingFolders) { folder, name throws(SystemError) in
      try folder.replaceFile(name, with: bytes)
    }
  }

  /// Writes a new file whole, and its folders where they are missing.
  ///
  /// Whatever has its name already stays as it is, and is a trouble.
  package func create(_ bytes: [UInt8], at path: String) throws(FileTrouble) {
    try changing(path, makingFolders: true) { folder, name throws(SystemError) in
      try folder.addFile(name, bytes)
    }
  }

  /// Moves a file or a folder to a name that nothing has yet.
  package func move(_ path: String, to newPath: String) throws(FileTrouble) {
    let (old, new) = (try checked(path), try checked(newPath))
    let oldFolder = try folder(of: old)
    try changing(newPath) { newFolder, name throws(SystemError) in
      guard try !newFolder.holds(name) else { throw SystemError.isThere }
      try oldFolder.rename(old.name, into: newFolder, as: new.name)
    }
  }

  /// Removes a file; of a link, the link itself.
  package func remove(_ path: String) throws(FileTrouble) {
    try changing(path) { folder, name throws(SystemError) in try folder.removeFile(name) }
  }

  /// Removes a folder that is empty.
  package func removeFolder(_ path: String) throws(FileTrouble) {
    try changing(path) { folder, name throws(SystemError) in try folder.removeFolder(name) }
  }

  /// Whether nothing has this name yet.
  ///
  /// - Throws: A trouble where a link or a file stands in the place of one of its folders.
  package func isFree(_ path: String) throws(FileTrouble) -> Bool {
    let path = try checked(path)
    do {
      let folder = try root.descriptor.folder(at: path.parent)
      return try asking(about: path) { () throws(SystemError) in try !folder.holds(path.name) }
    } catch {
      if error.isMissing { return true }
      throw trouble(error)
    }
  }

  /// Makes sure that `create` can write a file of this name.
  package func requireFree(_ path: String) throws(FileTrouble) {
    guard try isFree(path) else { throw .taken(path: shown(try checked(path))) }
  }
}

extension SiteFolder {
  /// Opens the folder of a path and changes a name in it.
  private func changing(
    _ path: String, makingFolders: Bool = false,
    _ change: (borrowing Descriptor, String) throws(SystemError) -> Void
  ) throws(FileTrouble) {
    let path = try checked(path)
    let folder = try folder(of: path, makingMissing: makingFolders)
    do throws(SystemError) {
      try change(folder, path.name)
    } catch {
      switch error {
      case .isLink: throw .throughLink(path: shown(path))
      case .isThere: throw .taken(path: shown(path))
      default: throw .failed(.write, path: shown(path), error)
      }
    }
  }

  private func folder(
    of path: RelativePath, makingMissing: Bool = false
  ) throws(FileTrouble) -> Descriptor {
    do {
      return try root.descriptor.folder(at: path.parent, makingMissing: makingMissing)
    } catch {
      throw trouble(error)
    }
  }

  private func checked(_ path: String) throws(FileTrouble) -> RelativePath {
    do {
      return try RelativePath(path)
    } catch {
      throw .refusedName(path: path, error)
    }
  }

  private func trouble(_ obstacle: Obstacle) -> FileTrouble {
    let path = obstacle.path.map(shown) ?? name
    if obstacle.isMissing { return .missing(path: path) }
    switch obstacle.kind {
    case .link: return .throughLink(path: path)
    case .file, .other: return .notFolder(path: path)
    case .folder, nil: return .failed(.write, path: path, obstacle.answer)
    }
  }

  private func shown(_ path: RelativePath) -> String {
    name == "." ? path.description : name.hasSuffix("/") ? "\(name)\(path)" : "\(name)/\(path)"
  }
}

/// Makes a folder, and those that it lies in, where they are missing.
private func makeFolders(_ path: String) throws(SystemError) {
  do {
    try calling { mkdir(path, 0o755) }
  } catch {
    switch error {
    case .isThere: return
    case .isMissing:
      let (parent, _) = splitPath(path)
      guard parent != path else { throw error }
      try makeFolders(parent)
      try calling { mkdir(path, 0o755) }
    default: throw error
    }
  }
}
