#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What kind of thing a name in a folder stands for.
package enum FileKind: Hashable, Sendable {
  case file
  case folder
  case link
  /// A pipe, socket or device, named but never opened.
  case other
}

/// Which file it is, whatever its names.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let number: UInt64
}

/// What the system keeps about a file beside its bytes.
struct FileStatus: Sendable {
  let kind: FileKind
  /// In bytes.
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int64
  /// When anything about it was last changed, likewise.
  let changed: Int64
  let identity: FileIdentity

  init(_ answer: stat) {
    kind = FileKind(mode: answer.st_mode)
    size = Int(answer.st_size)
    #if canImport(Darwin)
      modified = nanoseconds(answer.st_mtimespec)
      changed = nanoseconds(answer.st_ctimespec)
    #else
      modified = nanoseconds(answer.st_mtim)
      changed = nanoseconds(answer.st_ctim)
    #endif
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: answer.st_dev),
      number: UInt64(truncatingIfNeeded: answer.st_ino))
  }

  /// The status of what a path leads to; its links are followed.
  init(following path: String) throws(SystemError) {
    var answer = stat()
    try calling { stat(path, &answer) }
    self.init(answer)
  }

  /// The status of the last name of a path itself, be it a link.
  init(notFollowing path: String) throws(SystemError) {
    var answer = stat()
    try calling { lstat(path, &answer) }
    self.init(answer)
  }
}

private func nanoseconds(_ time: timespec) -> Int64 {
  Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
}

extension FileKind {
  fileprivate init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
  }
}
