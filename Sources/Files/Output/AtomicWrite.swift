#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes one file whole: whoever looks sees the old bytes or the new, never a part.
///
/// For a file of its own, such as `routes.lock`; the pages of a site go through `OutputFolder`.
/// A link in its place is a trouble, and a file that already holds these bytes is not touched.
package func atomicWrite(
  _ path: String, _ bytes: [UInt8], makingFolder: Bool = false
) throws(FileTrouble) {
  let (parent, name) = splitPath(path)
  let temporary = "\(name).\(getpid()).handbook-new"
  do throws(SystemError) {
    if makingFolder { try makeFolders(parent) }
    let folder = try Descriptor(folderAt: parent)
    if try isWritten(bytes, in: folder, as: name) { return }
    do {
      let file = try folder.newFile(temporary)
      try file.write(bytes)
      try file.synchronise()
      try folder.rename(temporary, into: folder, as: name)
    } catch {
      try? folder.removeFile(temporary)
      throw error
    }
  } catch {
    throw error == .isLink ? .link(path: path) : .failed(.write, path: path, error)
  }
}

private func isWritten(
  _ bytes: [UInt8], in folder: borrowing Descriptor, as name: String
) throws(SystemError) -> Bool {
  do {
    return try folder.file(name).holds(bytes)
  } catch {
    if error == .isMissing { return false }
    throw error
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
