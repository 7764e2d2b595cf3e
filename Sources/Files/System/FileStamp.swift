#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// By what a file is taken to be as it was, without a look at its bytes: its length, its times and
/// which file it is.
///
/// Whoever changes a file changes its `changed` time, which no program can set back.
package struct FileStamp: Hashable, Sendable {
  /// In bytes.
  package let size: Int
  /// When its bytes were last written, in nanoseconds since 1970.
  package let modified: Int64
  /// When anything about it was last changed, likewise.
  package let changed: Int64
  /// Which file of which disk it is.
  package let device: UInt64
  package let number: UInt64

  package init(size: Int, modified: Int64, changed: Int64, device: UInt64, number: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.device = device
    self.number = number
  }
}

extension FileStamp {
  /// Whether the file can't be changed after `instant` and keep this stamp.
  ///
  /// A clock stands still for a moment: a file written twice in it has one stamp for two contents,
  /// so a stamp counts only once that moment is past. Git does the same ("racily clean" entries).
  /// Where the disk counts whole seconds only, the moment is two of them.
  package func isSettled(at instant: Int64) -> Bool {
    let latest = max(modified, changed)
    let isCoarse = modified % second == 0 || changed % second == 0
    return latest < instant - (isCoarse ? 2 * second : second / 20)
  }

  /// The same file with the same bytes, perhaps under another name since.
  func isRenamed(_ other: FileStamp) -> Bool {
    size == other.size && modified == other.modified && device == other.device
      && number == other.number
  }

  init(_ status: FileStatus) {
    self.init(
      size: status.size, modified: status.modified, changed: status.changed,
      device: status.identity.device, number: status.identity.number)
  }
}

/// The time by the clock that files are stamped with, in nanoseconds since 1970.
///
/// For stamps alone: nothing that is published depends on it.
package func timeForStamps() -> Int64 {
  var now = timespec()
  clock_gettime(CLOCK_REALTIME, &now)
  return Int64(now.tv_sec) &* second &+ Int64(now.tv_nsec)
}

private let second: Int64 = 1_000_000_000
