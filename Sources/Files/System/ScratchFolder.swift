#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder for work in between, which nobody else may read; it is removed with all that is in it
/// when the last copy of this value is let go of.
package final class ScratchFolder: Sendable {
  package let path: String

  /// Makes one where the system keeps such things: in `TMPDIR`, else in `/tmp`.
  package init() throws(FileTrouble) {
    var parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    if parent.isEmpty { parent = "/tmp" }
    var template = Array("\(parent)/handbook-XXXXXX".utf8CString)
    do throws(SystemError) {
      guard mkdtemp(&template) != nil else { throw SystemError.latest }
    } catch {
      throw .failed(.write, path: parent, error)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A new file in it to which records are added.
  package func records(_ name: String) throws(FileTrouble) -> RecordFile {
    do throws(SystemError) {
      return try RecordFile(Descriptor(folderNotFollowing: path).recordFile(name))
    } catch {
      throw .failed(.write, path: "\(path)/\(name)", error)
    }
  }

  /// A new folder in it, and gives its path.
  package func folder(_ name: String) throws(FileTrouble) -> String {
    do throws(SystemError) {
      _ = try Descriptor(folderNotFollowing: path).folderMadeIfMissing(name, rights: 0o700)
    } catch {
      throw .failed(.write, path: "\(path)/\(name)", error)
    }
    return "\(path)/\(name)"
  }

  /// Copies a file of the user's into it, with the time at which that was written.
  ///
  /// Git takes from the time of its index which files may have changed since. Gives the copy's path.
  package func copy(of original: String, as name: String) throws(FileTrouble) -> String {
    do throws(SystemError) {
      let file = try Descriptor(calling { open(original, O_RDONLY | O_CLOEXEC) })
      let status = try file.status()
      let copy = try Descriptor(folderNotFollowing: path).recordFile(name)
      try copy.write(file.read(expecting: status.size))
      try copy.setModified(status.modified)
    } catch {
      if error == .isMissing { throw .missing(path: original) }
      throw .failed(.write, path: "\(path)/\(name)", error)
    }
    return "\(path)/\(name)"
  }

  deinit {
    guard let folder = try? Descriptor(folderNotFollowing: path) else { return }
    empty(folder)
    rmdir(path)
  }
}

/// Removes all that is in a folder, never through a link.
private func empty(_ folder: borrowing Descriptor) {
  for bytes in (try? folder.names()) ?? [] {
    let name = String(decoding: bytes, as: UTF8.self)
    if let inner = try? folder.folder(name) {
      empty(inner)
      try? folder.removeFolder(name)
    } else {
      try? folder.removeFile(name)
    }
  }
}
