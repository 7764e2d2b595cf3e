import Diagnostics

/// A folder on disk.
///
/// It stays the same folder for as long as the value lives, even if another is put in its place.
package struct LocalFileTree: FileTree {
  private let root: SharedDescriptor
  private let rootPath: String
  private let recent: RecentFolder

  /// Opens the folder; links on the way to it are followed, since the user chose them.
  package init(_ path: String) throws(FileTrouble) {
    do {
      root = SharedDescriptor(try Descriptor(folderAt: path))
    } catch {
      switch error {
      case .isMissing: throw .missing(path: path)
      case .isNotFolder: throw .notFolder(path: path)
      default: throw .failed(.list, path: path, error)
      }
    }
    rootPath = path
    recent = RecentFolder(below: root)
  }

  /// The same for a folder that is already open.
  init(_ root: SharedDescriptor, at rootPath: String) {
    self.root = root
    self.rootPath = rootPath
    recent = RecentFolder(below: root)
  }

  package func listing(below folder: RelativePath?) throws(FileTrouble) -> FileListing {
    var listing = FileListing()
    var pending = [folder]
    while let next = pending.popLast() {
      do {
        pending += try visit(next, into: &listing)
      } catch {
        // A folder below that went away meanwhile has nothing left to list.
        guard error.isMissing, next != folder else { throw trouble(error, .list) }
      }
    }
    listing.sort()
    return listing
  }

  package func bytes(of path: RelativePath, atMost limit: Int) throws(FileTrouble) -> [UInt8] {
    // Twice: an editor that saves a file leaves an instant in which it is short or not there.
    if case .bytes(let bytes) = try? readOnce(path, atMost: limit) { return bytes }
    recent.forget()
    let outcome: ReadOutcome
    do {
      outcome = try readOnce(path, atMost: limit)
    } catch {
      throw trouble(error, .read)
    }
    switch outcome {
    case .bytes(let bytes): return bytes
    case .tooLarge: throw .tooLarge(path: shown(path), limit: limit)
    case .changed: throw .keepsChanging(path: shown(path))
    }
  }

  /// Lists one folder and returns the folders in it.
  private func visit(
    _ folder: RelativePath?, into listing: inout FileListing
  ) throws(Obstacle) -> [RelativePath?] {
    let opened = try root.descriptor.folder(at: folder)
    var folders: [RelativePath?] = []
    for name in try asking(about: folder, { () throws(SystemError) in try opened.names() }) {
      switch checked(name, in: folder) {
      case .failure(let problem): listing.refused.append(RefusedName(name, in: folder, problem))
      case .success(let path):
        guard let status = try status(of: path, in: opened) else { continue }
        if status.kind == .folder {
          listing.folders.append(path)
          folders.append(path)
        } else {
          listing.items.append(FileItem(path, status))
        }
      }
    }
    return folders
  }

  private func checked(
    _ name: [UInt8], in folder: RelativePath?
  ) -> Result<RelativePath, PathProblem> {
    let prefix = folder.map { Array($0.description.utf8) + [.slash] } ?? []
    return Result { () throws(PathProblem) in try RelativePath(bytes: prefix + name) }
  }

  /// `nil` where the file went away after its folder was listed.
  private func status(
    of path: RelativePath, in folder: borrowing Descriptor
  ) throws(Obstacle) -> FileStatus? {
    do {
      return try folder.status(of: path.name)
    } catch {
      if error == .isMissing { return nil }
      throw Obstacle(path: path, kind: nil, answer: error)
    }
  }

  private func readOnce(_ path: RelativePath, atMost limit: Int) throws(Obstacle) -> ReadOutcome {
    let file = try recent.regularFile(at: path)
    let size = file.status.size
    guard size <= limit else { return .tooLarge }
    let bytes = try asking(about: path) { () throws(SystemError) in
      try file.descriptor.read(expecting: size)
    }
    return bytes.count == size ? .bytes(bytes) : .changed
  }

  private func trouble(_ obstacle: Obstacle, _ action: FileAction) -> FileTrouble {
    let path = shown(obstacle.path)
    if obstacle.isMissing { return .missing(path: path) }
    switch obstacle.kind {
    case .link: return .link(path: path)
    case .file: return .notFolder(path: path)
    case .folder: return .notFile(path: path)
    case .other: return action == .list ? .notFolder(path: path) : .notFile(path: path)
    case nil: return .failed(action, path: path, obstacle.answer)
    }
  }

  private func shown(_ path: RelativePath?) -> String {
    path?.description ?? rootPath
  }
}

/// How one attempt to read a file ended.
private enum ReadOutcome {
  case bytes([UInt8])
  case tooLarge
  /// Its length was another at the end than at the beginning.
  case changed
}

extension FileItem {
  fileprivate init(_ path: RelativePath, _ status: FileStatus) {
    self.init(
      path: path, kind: status.kind, size: status.size, modified: status.modified,
      stamp: FileStamp(status))
  }
}

extension RefusedName {
  init(_ name: [UInt8], in folder: RelativePath?, _ reason: PathProblem) {
    let shownName = String(decoding: name, as: UTF8.self).quotedInput
    self.init(shownPath: folder.map { "\($0)/\(shownName)" } ?? shownName, reason: reason)
  }
}
