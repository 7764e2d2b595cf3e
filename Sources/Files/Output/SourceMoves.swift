#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// Changes to an author's own files, each by the one call that does it whole. Names are looked up in
// their folder and no link is followed.

/// Moves a file or a folder to where nothing is yet.
package func moveSource(_ path: String, to newPath: String) throws(FileTrouble) {
  let (parent, name) = splitPath(path)
  let (newParent, newName) = splitPath(newPath)
  do throws(SystemError) {
    let folder = try Descriptor(folderAt: parent)
    let newFolder = try Descriptor(folderAt: newParent)
    if try isThere(newName, in: newFolder) { throw SystemError.isThere }
    try folder.rename(name, into: newFolder, as: newName)
  } catch {
    throw .failed(.write, path: newPath, error)
  }
}

/// Removes a file, or a folder that is empty.
package func removeSource(_ path: String, isFolder: Bool = false) throws(FileTrouble) {
  let (parent, name) = splitPath(path)
  do throws(SystemError) {
    let folder = try Descriptor(folderAt: parent)
    if isFolder { try folder.removeFolder(name) } else { try folder.removeFile(name) }
  } catch {
    throw .failed(.write, path: path, error)
  }
}

private func isThere(
  _ name: String, in folder: borrowing Descriptor
) throws(SystemError) -> Bool {
  do {
    _ = try folder.status(of: name)
    return true
  } catch {
    if error == .isMissing { return false }
    throw error
  }
}
