#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An open file or folder, closed when its owner lets go of it.
///
/// Every name given to it is looked up in this folder alone and never through a symbolic link;
/// `O_NONBLOCK` keeps a pipe without a writer from holding us up.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  deinit {
    close(number)
  }

  /// Opens the folder that a path leads to, where its links are the user's own choice.
  init(folderAt path: String) throws(SystemError) {
    try self.init(calling { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
  }

  /// Opens a folder by a path whose last name must not be a link.
  init(folderNotFollowing path: String) throws(SystemError) {
    try self.init(calling { open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) })
  }

  func folder(_ name: String) throws(SystemError) -> Descriptor {
    try Descriptor(opening(name, O_RDONLY | O_DIRECTORY))
  }

  func file(_ name: String) throws(SystemError) -> Descriptor {
    try Descriptor(opening(name, O_RDONLY | O_NONBLOCK))
  }

  /// Makes a new file; one that is already there is an error.
  func newFile(_ name: String) throws(SystemError) -> Descriptor {
    let file = try Descriptor(opening(name, O_WRONLY | O_CREAT | O_EXCL))
    try calling { fchmod(file.number, 0o644) }
    return file
  }

  /// Opens the file that stands for a lock, made if need be.
  func lockFile(_ name: String) throws(SystemError) -> Descriptor {
    try Descriptor(opening(name, O_RDWR | O_CREAT | O_NONBLOCK))
  }

  /// Opens a file to read and to write anywhere in it, made if need be.
  func recordFile(_ name: String) throws(SystemError) -> Descriptor {
    try Descriptor(opening(name, O_RDWR | O_CREAT | O_NONBLOCK))
  }

  /// Locks this open file, unless another process or another opening of it has.
  func lock() throws(SystemError) {
    try calling { flock(number, LOCK_EX | LOCK_NB) }
  }

  /// Opens a folder, made if need be; without a word with the rights that a published folder has.
  func folderMadeIfMissing(
    _ name: String, rights: mode_t = 0o755
  ) throws(SystemError) -> Descriptor {
    do {
      return try folder(name)
    } catch {
      guard error == .isMissing else { throw error }
    }
    do {
      try calling { mkdirat(number, name, rights) }
    } catch {
      // Another thread may have been faster.
      guard error == .isThere else { throw error }
    }
    let made = try folder(name)
    try calling { fchmod(made.number, rights) }
    return made
  }

  func status() throws(SystemError) -> FileStatus {
    var answer = stat()
    try calling { fstat(number, &answer) }
    return FileStatus(answer)
  }

  func status(of name: String) throws(SystemError) -> FileStatus {
    var answer = stat()
    try calling { fstatat(number, name, &answer, AT_SYMLINK_NOFOLLOW) }
    return FileStatus(answer)
  }

  func removeFile(_ name: String) throws(SystemError) {
    try calling { unlinkat(number, name, 0) }
  }

  /// Removes a folder; one that is not empty is an error.
  func removeFolder(_ name: String) throws(SystemError) {
    try calling { unlinkat(number, name, AT_REMOVEDIR) }
  }

  /// Moves a file to its place in one step, over whatever file is there.
  func rename(
    _ name: String, into folder: borrowing Descriptor, as newName: String
  ) throws(SystemError) {
    let target = folder.number
    try calling { renameat(number, name, target, newName) }
  }

  /// The names in this folder, as their bytes are, in no particular order.
  func names() throws(SystemError) -> [[UInt8]] {
    let copy = try calling { openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(copy) else {
      let failure = SystemError.latest
      close(copy)
      throw failure
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = nameBytes(UnsafeRawPointer(entry))
      if name != [.dot], name != [.dot, .dot] { names.append(name) }
    }
    guard errno == 0 else { throw .latest }
    return names
  }

  private func opening(_ name: String, _ flags: Int32) throws(SystemError) -> Int32 {
    try calling { openat(number, name, flags | O_NOFOLLOW | O_CLOEXEC, 0o644) }
  }
}

/// A descriptor with several owners; the last one to go closes it.
final class SharedDescriptor: Sendable {
  let descriptor: Descriptor

  init(_ descriptor: consuming Descriptor) {
    self.descriptor = descriptor
  }
}

/// The name in a directory entry, read in place: the entry is shorter than its declared type.
private func nameBytes(_ entry: UnsafeRawPointer) -> [UInt8] {
  let start = entry + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
  let length = strlen(start.assumingMemoryBound(to: CChar.self))
  return Array(UnsafeRawBufferPointer(start: start, count: length))
}
